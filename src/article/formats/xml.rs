//! The marks and text of an XML part, one after the other.
//!
//! Entities that a document declares itself are never expanded; those of XML
//! and the numbered ones are.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::article::error::Fault;

/// More elements inside one another than any document has.
const DEEPEST: usize = 500;

/// One step through a part. Names are without their prefix.
pub(super) enum Step<'e> {
    Open(&'e str, Marks<'e>),
    Text(&'e str),
    Close(&'e str),
}

/// The attributes of an element.
pub(super) struct Marks<'e>(Option<&'e BytesStart<'e>>);

impl Marks<'_> {
    /// The value of an attribute, its prefix aside.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        // Unchecked: comparing each with all before it takes without end.
        let mut attributes = self.0?.attributes();
        let attributes = attributes.with_checks(false).filter_map(Result::ok);
        let mut named = attributes.filter(|one| one.key.local_name().as_ref() == name.as_bytes());
        let value = named.next()?;
        String::from_utf8(value.value.into_owned()).ok()
    }
}

/// Walks through a part from its beginning to its end.
///
/// # Errors
/// [`Fault::Damaged`] where it is no well-formed XML in UTF-8,
/// [`Fault::Swollen`] where it nests deeper than any document.
pub(super) fn walk(bytes: &[u8], mut take: impl FnMut(Step<'_>)) -> Result<(), Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Fault::Damaged)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Fault::Swollen);
                }
                open(&start, &mut take);
            }
            Event::Empty(start) => {
                open(&start, &mut take);
                take(Step::Close(name(start.local_name().as_ref())));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                take(Step::Close(name(end.local_name().as_ref())));
            }
            Event::Text(text) => take(Step::Text(name(&text))),
            Event::CData(text) => take(Step::Text(name(&text))),
            Event::GeneralRef(reference) => {
                if let Ok(Some(letter)) = reference.resolve_char_ref() {
                    take(Step::Text(letter.encode_utf8(&mut [0; 4])));
                } else if let Some(text) = resolve_predefined_entity(name(&reference)) {
                    take(Step::Text(text));
                }
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn open(start: &BytesStart<'_>, take: &mut impl FnMut(Step<'_>)) {
    let local = start.local_name();
    take(Step::Open(name(local.as_ref()), Marks(Some(start))));
}

/// The part is UTF-8, and so is every piece of it.
fn name(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
