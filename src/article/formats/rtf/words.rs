//! What the control words of rich text mean.

use encoding_rs::Encoding;

/// Destinations whose text is not text of the document.
pub(super) fn is_hidden(name: &str) -> bool {
    const HIDDEN: [&str; 25] = [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "shprslt",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "fldinst",
        "nonshppict",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "listtext",
        "pntext",
    ];
    HIDDEN.contains(&name)
}

pub(super) fn named_letter(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" => "\t",
        "emdash" => "\u{2014}",
        "endash" => "\u{2013}",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "bullet" => "\u{2022}",
        "lquote" => "\u{2018}",
        "rquote" => "\u{2019}",
        "ldblquote" => "\u{201C}",
        "rdblquote" => "\u{201D}",
        "rtlmark" => "\u{200F}",
        "ltrmark" => "\u{200E}",
        "zwj" => "\u{200D}",
        "zwnj" => "\u{200C}",
        _ => return None,
    })
}

/// The encoding of a Windows code page.
pub(super) fn code_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        708 | 28596 => "iso-8859-6".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set, as Windows numbers them.
pub(super) fn charset(set: i32) -> Option<&'static Encoding> {
    code_page(match set {
        // 0 is the system's own: the document's.
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
