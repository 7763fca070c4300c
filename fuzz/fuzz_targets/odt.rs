#![no_main]

// As docx.rs: the bytes are the main part of a document.

#[path = "check.rs"]
mod check;
#[path = "pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        check::check("a.odt", bytes);
        return;
    }
    let parts: [(&str, &[u8]); 2] = [("META-INF/manifest.xml", b"<manifest/>"), ("content.xml", bytes)];
    check::check("a.odt", &pack::stored(&parts));
});
