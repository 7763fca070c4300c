//! PDF files give the article that a person reads on their pages.
//!
//! The files in `formats/pdf` hold one invented article, printed by Chromium
//! (DejaVu Sans, with its header and footer; and Noto Naskh Arabic in two
//! columns) and by LibreOffice (DejaVu Sans on three small pages with a header
//! and page numbers). The other files are written here.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use mawqif::article::{self, Article, BlockKind, Fault, Format};

const TITLE: &str = "الحكومة ترفض مقترح الوساطة وتضع شرطين";
const LEDE: &str = "أعلنت وزارة الخارجية في بيان، الأربعاء، أنها ترفض المقترح الذي قدمه الوسطاء قبل أسبوع، وتعده \"غير كافٍ\" ما لم يتضمن وقفًا كاملًا للقتال.";
const AID: &str = "وقال المتحدث باسم الوزارة إن بلاده سترسل 20 ألف طن من المساعدات (12.5% منها أدوية) بين 20-30 آذار/مارس، وإن 7/10 منها وصلت في 15/03/2024.";
const QUOTE: &str = "وأضاف: «لن نقبل بأقل من ذلك، والحمد لله أن الإجماع قائم»، بحسب ما نقلت وكالة Reuters عن شركة Boeing 737 ومنظمة الصحة العالمية (WHO).";

fn fixture(name: &str) -> Article {
    let path = format!("{}/tests/formats/pdf/{name}", env!("CARGO_MANIFEST_DIR"));
    article::open(path).unwrap()
}

fn paragraphs(article: &Article) -> Vec<&str> {
    article.text.lines().collect()
}

fn warnings(article: &Article) -> Vec<&str> {
    article.warnings.iter().map(|w| w.note.as_str()).collect()
}

/// Reads a file that is no article; it must not take long.
fn fault(bytes: &[u8]) -> Fault {
    let begun = Instant::now();
    let fault = article::from_bytes("a.pdf", bytes).unwrap_err().fault;
    assert!(begun.elapsed() < Duration::from_secs(10));
    fault
}

#[test]
fn what_chromium_printed_is_the_article() {
    let article = fixture("chromium.pdf");
    assert_eq!(article.format, Format::Pdf);
    assert_eq!(article.title(), TITLE);
    // The date and the address that Chromium puts round the page are gone,
    // and it is said.
    assert_eq!(paragraphs(&article), [TITLE, LEDE, AID, QUOTE]);
    let repairs: Vec<_> = article.repairs.iter().map(|r| (r.kind, r.count)).collect();
    assert_eq!(repairs, [("page-margins", 2)]);
    assert_eq!(warnings(&article), [""; 0]);
}

#[test]
fn paragraphs_of_libreoffice_go_on_over_pages_without_headers_and_numbers() {
    let article = fixture("libreoffice.pdf");
    assert_eq!(paragraphs(&article), [TITLE, LEDE, AID, QUOTE, LEDE, AID]);
    let repairs: Vec<_> = article.repairs.iter().map(|r| r.kind).collect();
    assert_eq!(repairs, ["page-margins"]);
}

#[test]
fn the_right_column_is_read_before_the_left() {
    let article = fixture("columns.pdf");
    assert_eq!(paragraphs(&article), [TITLE, LEDE, AID, QUOTE]);
    assert_eq!(article.blocks[0].kind, BlockKind::Title);
}

/// A file of these objects, the first of them its catalog, with the table that
/// tells where each begins.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{} 0 obj", at + 1).unwrap();
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let begin = file.len();
    let size = objects.len() + 1;
    write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF"
    )
    .unwrap();
    file
}

fn stream(marks: &str, data: &[u8]) -> Vec<u8> {
    let mut stream = format!("<<{marks}/Length {}>>stream\n", data.len()).into_bytes();
    stream.extend_from_slice(data);
    stream.extend_from_slice(b"\nendstream");
    stream
}

/// Pages that show this each, with a font `F` and a picture `I`.
fn pages(contents: &[&str]) -> Vec<Vec<u8>> {
    let mut kids = String::new();
    for at in 0..contents.len() {
        write!(kids, "{} 0 R ", 5 + at * 2).unwrap();
    }
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!(
            "<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 300 400]/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>",
            contents.len()
        )
        .into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
        stream("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"x"),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects
            .push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 6 + at * 2).into_bytes());
        objects.push(stream("", content.as_bytes()));
    }
    objects
}

const PICTURE: &str = "q 300 0 0 400 0 0 cm /I Do Q";
const MORE: &str = "BT /F 12 Tf 20 300 Td (Other words there.) Tj ET";
const LATIN: &str = "BT /F 12 Tf 20 300 Td (Only Latin words here.) Tj ET";

#[test]
fn a_page_that_is_a_picture_is_told_and_a_scanned_file_is_an_error() {
    let bytes = file(&pages(&[LATIN, MORE, PICTURE]));
    let article = article::from_bytes("a.pdf", &bytes).unwrap();
    assert_eq!(article.text, "Only Latin words here. Other words there.");
    assert!(warnings(&article).contains(&"Page 3 is an image without text"));
    let bytes = file(&pages(&[PICTURE, PICTURE]));
    assert!(matches!(fault(&bytes), Fault::Scanned));
    assert!(matches!(fault(&file(&pages(&[""]))), Fault::Blank));
}

#[test]
fn a_file_with_a_password_is_locked() {
    let path = format!(
        "{}/tests/formats/pdf/locked.pdf",
        env!("CARGO_MANIFEST_DIR")
    );
    assert!(matches!(
        fault(&std::fs::read(path).unwrap()),
        Fault::Locked
    ));
}

#[test]
fn damaged_files_give_a_sentence() {
    let path = format!(
        "{}/tests/formats/pdf/chromium.pdf",
        env!("CARGO_MANIFEST_DIR")
    );
    let whole = std::fs::read(path).unwrap();
    for length in [8, 700, whole.len() / 2] {
        let fault = fault(&whole[..length]);
        let told = matches!(fault, Fault::Damaged | Fault::Blank | Fault::Untold);
        assert!(told, "{length}: {fault:?}");
    }
}

#[test]
fn loops_of_pages_and_forms_end() {
    let mut looping = pages(&[LATIN]);
    looping[1] = b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 5 0 R]/MediaBox[0 0 300 400]/Resources<</Font<</F 3 0 R>>>>>>".to_vec();
    let article = article::from_bytes("a.pdf", &file(&looping)).unwrap();
    assert_eq!(article.text, "Only Latin words here.");
    // Ten forms that show the next ten times each would go on for days.
    let mut forms = pages(&["/I Do"]);
    let mut chain = (7..18).map(|next| {
        let marks = format!("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I {next} 0 R>>>>");
        stream(&marks, "/I Do ".repeat(10).as_bytes())
    });
    forms[3] = chain.next().unwrap();
    forms.extend(chain);
    assert!(matches!(fault(&file(&forms)), Fault::Swollen));
}

#[test]
fn a_file_that_unpacks_to_gigabytes_is_not_unpacked() {
    let mut packed = Vec::new();
    let mut packer = flate2::write::ZlibEncoder::new(&mut packed, flate2::Compression::best());
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..300 {
        packer.write_all(&spaces).unwrap();
    }
    packer.finish().unwrap();
    let mut bomb = pages(&[""]);
    bomb[5] = stream("/Filter/FlateDecode", &packed);
    assert!(matches!(fault(&file(&bomb)), Fault::Swollen));
    bomb[5] = stream("/Filter[/Fl#61teDecode/FlateDecode]", b"x");
    assert!(matches!(fault(&file(&bomb)), Fault::Swollen));
    bomb[5] = stream("/Filter/LZWDecode", &vec![b'x'; 1 << 20]);
    assert!(matches!(fault(&file(&bomb)), Fault::Swollen));
}

#[test]
fn pages_past_a_book_are_left_and_it_is_told() {
    let article = article::from_bytes("a.pdf", &file(&pages(&[LATIN; 503]))).unwrap();
    assert!(warnings(&article).contains(&"The last 3 pages were not read"));
}
