//! Rich text (`.rtf`, specification 1.9.1), as WordPad, Word and LibreOffice
//! write it.
//!
//! Text is bytes in the code page of its font (`\fcharset178` is windows-1256),
//! failing that of the document (`\ansicpg`), or `\u` with a UTF-16 unit and a
//! number of stand-ins to pass over (`\uc`).

mod words;

use encoding_rs::{Encoding, WINDOWS_1252};
use rtf_grimoire::tokenizer::{Token, parse_finished};
use rustc_hash::FxHashMap;

use super::Page;
use super::flow::Flow;
use crate::article::decode;
use crate::article::error::Fault;
use words::{charset, code_page, is_hidden, named_letter};

pub(super) fn read(bytes: &[u8]) -> Result<Page<'static>, Fault> {
    if is_bomb(bytes) {
        return Err(Fault::Swollen);
    }
    let tokens = parse_finished(bytes).map_err(|_| Fault::Damaged)?;
    let mut reader = Reader::default();
    reader.flow.paragraph(None);
    for token in tokens {
        reader.take(&token);
    }
    reader.flush();
    Ok(Page {
        drafts: reader.flow.finish()?,
        encoding: decode::name(reader.told.unwrap_or(WINDOWS_1252)),
        ..Page::default()
    })
}

/// Whether it is made of marks more than any document is: all are held at once.
fn is_bomb(bytes: &[u8]) -> bool {
    const MOST_WORDS: usize = 5_000_000;
    const MOST_GROUPS: usize = 1_000_000;
    let words = memchr::memchr_iter(b'\\', bytes).count();
    let groups = memchr::memchr_iter(b'{', bytes).count();
    words > MOST_WORDS || groups > MOST_GROUPS
}

/// What holds inside one pair of braces.
#[derive(Clone, Copy)]
struct Group {
    /// Its text is not text of the document.
    hidden: bool,
    /// Its letters are marked as hidden, or as deleted by a tracked change.
    gone: bool,
    /// It is the list of fonts.
    fonts: bool,
    /// How many stand-ins follow each `\u`.
    stand_ins: usize,
    font: i32,
    note: bool,
    /// Its text is hidden because it is a shape, whose words may be seen.
    shape: bool,
    /// The words of a shape.
    boxed: bool,
    /// It stands above the line, as the marks of notes do.
    raised: bool,
}

struct Reader {
    flow: Flow,
    groups: Vec<Group>,
    now: Group,
    /// The code page the document names.
    told: Option<&'static Encoding>,
    fonts: FxHashMap<i32, &'static Encoding>,
    /// Bytes not decoded yet, all in the same encoding.
    bytes: Vec<u8>,
    /// UTF-16 units not joined yet.
    units: Vec<u16>,
    /// How many stand-ins are still to be passed over.
    pass: usize,
    /// `\*` has just marked a destination that may be left out.
    optional: bool,
    /// A row of a table has begun.
    in_row: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            flow: Flow::default(),
            groups: Vec::new(),
            now: Group {
                hidden: false,
                gone: false,
                fonts: false,
                stand_ins: 1,
                font: 0,
                note: false,
                shape: false,
                boxed: false,
                raised: false,
            },
            told: None,
            fonts: FxHashMap::default(),
            bytes: Vec::new(),
            units: Vec::new(),
            pass: 0,
            optional: false,
            in_row: false,
        }
    }
}

impl Reader {
    fn take(&mut self, token: &Token) {
        let optional = std::mem::take(&mut self.optional);
        match token {
            Token::StartGroup => {
                self.flush();
                self.pass = 0;
                self.groups.push(self.now);
            }
            Token::EndGroup => {
                self.flush();
                self.pass = 0;
                if let Some(outer) = self.groups.pop() {
                    if self.now.note && !outer.note {
                        self.flow.end_paragraph();
                        self.flow.end_note();
                    }
                    if self.now.boxed && !outer.boxed {
                        self.flow.end_paragraph();
                    }
                    self.now = outer;
                }
            }
            Token::Text(bytes) => self.bytes_of_text(bytes),
            Token::ControlSymbol(symbol) => self.symbol(*symbol),
            Token::ControlWord { name, arg } => self.word(name, *arg, optional),
            Token::ControlBin(_) | Token::Newline(_) => {}
        }
    }

    fn bytes_of_text(&mut self, bytes: &[u8]) {
        let passed = self.pass.min(bytes.len());
        self.pass -= passed;
        let rest = bytes.get(passed..).unwrap_or_default();
        if !rest.is_empty() && self.is_seen() {
            self.end_units();
            self.bytes.extend_from_slice(rest);
        }
    }

    fn symbol(&mut self, symbol: char) {
        match symbol {
            '*' => self.optional = true,
            '~' => self.letter("\u{A0}"),
            '_' => self.letter("\u{2011}"),
            '\\' | '{' | '}' => self.letter(symbol.encode_utf8(&mut [0; 4])),
            '\n' | '\r' => self.line_end(),
            _ => {}
        }
    }

    fn word(&mut self, name: &str, argument: Option<i32>, optional: bool) {
        if name == "'" {
            let byte = argument.and_then(|byte| u8::try_from(byte).ok());
            self.bytes_of_text(byte.as_slice());
            return;
        }
        if name == "shpinst" {
            self.now.shape = !self.now.hidden;
            self.now.hidden = true;
            return;
        }
        if (optional && name != "footnote") || is_hidden(name) {
            self.flush();
            self.now.shape = false;
            self.now.hidden = true;
            self.now.fonts = name == "fonttbl";
            return;
        }
        match (name, argument) {
            ("ansicpg", Some(page)) => self.told = code_page(page),
            ("f", Some(font)) => {
                self.flush();
                self.now.font = font;
            }
            ("fcharset", Some(set)) if self.now.fonts => {
                let page = charset(set);
                self.fonts.extend(page.map(|page| (self.now.font, page)));
            }
            ("cpg", Some(page)) if self.now.fonts => {
                let page = code_page(page);
                self.fonts.extend(page.map(|page| (self.now.font, page)));
            }
            ("uc", Some(count)) => self.now.stand_ins = usize::try_from(count).unwrap_or(1),
            ("u", Some(unit)) => self.unit(unit),
            ("par" | "sect" | "page" | "column" | "line" | "softline", _) => self.line_end(),
            ("row" | "nestrow", _) => self.end_row(),
            ("cell" | "nestcell", _) => self.end_cell(),
            ("intbl", _) => self.begin_row(),
            ("pard", _) if !self.now.hidden => self.flush(),
            ("footnote", _) if !self.now.hidden => {
                self.flush();
                self.now.note = true;
                self.now.raised = false;
                self.flow.note();
                self.flow.paragraph(None);
            }
            ("shptxt", _) if self.now.shape => {
                self.now.hidden = false;
                self.now.shape = false;
                self.now.boxed = true;
                self.flow.paragraph(None);
            }
            ("nosupersub", _) => {
                self.flush();
                self.now.raised = false;
            }
            ("super", on) => {
                self.flush();
                self.now.raised = on != Some(0);
            }
            ("deleted" | "v", on) => {
                self.flush();
                self.now.gone = on != Some(0);
            }
            ("plain", _) => {
                self.flush();
                self.now.gone = false;
                self.now.raised = false;
            }
            _ => {
                if let Some(letter) = named_letter(name) {
                    self.letter(letter);
                }
            }
        }
    }

    fn unit(&mut self, unit: i32) {
        self.end_bytes();
        self.pass = self.now.stand_ins;
        // Units over 32767 are written as negative numbers.
        let unit = u16::try_from(unit.rem_euclid(1 << 16)).unwrap_or(0xFFFD);
        if self.is_seen() {
            self.units.push(unit);
        }
    }

    fn letter(&mut self, letter: &str) {
        if self.pass > 0 {
            self.pass -= 1;
            return;
        }
        self.flush();
        if self.is_seen() {
            self.flow.text(letter);
        }
    }

    fn is_seen(&self) -> bool {
        !self.now.hidden && !self.now.gone
    }

    fn line_end(&mut self) {
        self.flush();
        if !self.now.hidden {
            self.flow.line_end();
        }
    }

    fn begin_row(&mut self) {
        if !self.in_row && !self.now.hidden {
            self.flush();
            self.in_row = true;
            self.flow.end_paragraph();
            self.flow.row();
            self.flow.cell();
            self.flow.paragraph(None);
        }
    }

    fn end_cell(&mut self) {
        self.flush();
        if self.in_row && !self.now.hidden {
            self.flow.end_paragraph();
            self.flow.end_cell();
            self.flow.cell();
            self.flow.paragraph(None);
        }
    }

    fn end_row(&mut self) {
        self.flush();
        if self.in_row && !self.now.hidden {
            self.in_row = false;
            self.flow.end_paragraph();
            self.flow.end_cell();
            self.flow.end_row();
            self.flow.paragraph(None);
        }
    }

    fn flush(&mut self) {
        self.end_bytes();
        self.end_units();
    }

    fn end_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let of_font = self.fonts.get(&self.now.font).copied();
            let encoding = of_font.or(self.told).unwrap_or(WINDOWS_1252);
            let (text, _) = encoding.decode_without_bom_handling(&self.bytes);
            // Above the line a space is the place of a note's number.
            if !self.now.raised || !text.trim().is_empty() {
                self.flow.text(&text);
            }
            self.bytes.clear();
        }
    }

    fn end_units(&mut self) {
        if !self.units.is_empty() {
            self.flow.text(&String::from_utf16_lossy(&self.units));
            self.units.clear();
        }
    }
}
