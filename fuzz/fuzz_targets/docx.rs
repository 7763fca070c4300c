#![no_main]

// The bytes are the main part of a document: a fuzzer does not find its way
// through the checksums of an archive. What begins as an archive is read as it
// is.

#[path = "check.rs"]
mod check;
#[path = "pack.rs"]
mod pack;

const TYPES: &[u8] = br#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const STYLES: &[u8] = br#"<w:styles><w:style w:styleId="a1"><w:name w:val="Title"/></w:style></w:styles>"#;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        check::check("a.docx", bytes);
        return;
    }
    // A second part stands behind a zero byte.
    let (main, notes) = bytes.split_at(bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len()));
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", main),
        ("word/styles.xml", STYLES),
        ("word/footnotes.xml", notes.get(1..).unwrap_or_default()),
    ];
    check::check("a.docx", &pack::stored(&parts));
});
