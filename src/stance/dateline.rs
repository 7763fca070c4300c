//! The dateline of a report: "الرياض – واس:", "دكار / 7 مايو 2021 / ومع /",
//! "الكويت - 5 - 11 (كونا) --", "باريس (أ ف ب) –".
//!
//! Places, dates, the agency and the marks between them stand before the first
//! clause and are no part of it. A dateline holds no verb and no common noun; it
//! ends with a mark, and names an agency, a date or nothing but the place.

use super::words::Words;
use crate::arabic::{NumberWords, TokenKind};
use crate::lexicon::{How, Particle, Who};

/// Nobody's dateline has more tokens.
pub const LONGEST: usize = 18;

/// The first token after the dateline of the line that starts at a token; the
/// token itself where there is none.
pub fn end(words: &Words<'_>, start: usize) -> usize {
    let slash = |at: usize| is_stroke(words, at) && is_spaced(words, at);
    // "عدن/صنعاء -": two towns, however they are called.
    let towns = words.is_word(start) && words.is_word(start + 2);
    let between = is_stroke(words, start + 1) && !is_spaced(words, start + 1);
    if towns && between && is_dash(words, start + 3) {
        return start + 4;
    }
    let mut at = start;
    let mut end = start;
    let (mut outlet, mut dated, mut place) = (false, false, false);
    let mut bracket = false;
    while at < words.len() && at < start + LONGEST {
        let Some(token) = words.reading.tokens.get(at) else {
            break;
        };
        if at > start && token.first_of_line {
            break;
        }
        let mark = match token.kind {
            TokenKind::Dash => place || outlet || dated,
            TokenKind::Symbol => slash(at),
            TokenKind::Colon => outlet,
            TokenKind::Close => outlet && bracket,
            _ => false,
        };
        if mark {
            dated |= token.kind == TokenKind::Symbol;
            end = at + 1;
            at += 1;
            continue;
        }
        match token.kind {
            TokenKind::Number => dated = true,
            TokenKind::Comma | TokenKind::Quote | TokenKind::Dash => {}
            TokenKind::Open => bracket = true,
            TokenKind::Word | TokenKind::Initials if end == at && slash(at + 1) && at > start => {
                // Between two strokes stands the agency, however it is called.
                outlet = true;
            }
            TokenKind::Word | TokenKind::Initials => match read(words, at) {
                Some(part) => {
                    outlet |= part.outlet;
                    place |= at == start && part.place;
                    at = part.end;
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        at += 1;
    }
    let aside = words
        .get(end)
        .is_some_and(|word| word.is(Particle::RELATIVE) || word.conjoined());
    if (outlet || dated || place) && !aside {
        end
    } else {
        start
    }
}

/// A name or word that may stand in a dateline.
struct Part {
    end: usize,
    outlet: bool,
    place: bool,
}

fn read(words: &Words<'_>, at: usize) -> Option<Part> {
    let lexicon = words.lexicon;
    let form = words.reading.form(at);
    if let Some(found) = words.name_at(at) {
        let found_alone = found.end <= at + 1 && is_dash(words, at + 1);
        let medium = |who: Who| matches!(who, Who::Outlet(_) | Who::Medium(_));
        let lies = |who: Who, how: How| match who {
            Who::Place(_) => true,
            Who::State(_) => matches!(how, How::Name | How::Capital),
            // Brussels is the Union's name too.
            Who::Organisation(_) => how == How::Name && found_alone,
            _ => false,
        };
        let outlet = found.senses().any(|sense| medium(sense.who));
        let place = found.senses().any(|sense| lies(sense.who, sense.how));
        return (outlet || place).then_some(Part {
            end: found.end.max(at + 1),
            outlet,
            place,
        });
    }
    let word = words.get(at)?;
    let strange = !word.shape.known && word.verbs.is_empty();
    let plain = word.is(Particle::TIME.or(Particle::PERIOD).or(Particle::FRAME_FI))
        || lexicon.month(form).is_some()
        || word.given.is_some()
        || strange;
    plain.then_some(Part {
        end: at + 1,
        outlet: false,
        // A town that no table has: nothing else is parted from its clause so.
        place: strange && word.given.is_none() && word.split.is_whole() && is_dash(words, at + 1),
    })
}

fn is_stroke(words: &Words<'_>, at: usize) -> bool {
    let token = words.reading.tokens.get(at);
    token.is_some_and(|token| token.span.of(words.reading.text) == "/")
}

/// A blank stands before the token.
fn is_spaced(words: &Words<'_>, at: usize) -> bool {
    let token = words.reading.tokens.get(at);
    token.is_some_and(|token| token.spaced)
}

/// A dash with blanks on both sides.
fn is_dash(words: &Words<'_>, at: usize) -> bool {
    words.kind(at) == Some(TokenKind::Dash) && is_spaced(words, at) && is_spaced(words, at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Reading;
    use crate::lexicon::Lexicon;

    fn rest(text: &str) -> String {
        let reading = Reading::of(text);
        let words = Words::of(&reading, Lexicon::shipped());
        let end = end(&words, 0);
        let tokens = &reading.tokens;
        tokens
            .get(end)
            .map_or(String::new(), |token| text[token.span.start..].to_owned())
    }

    #[test]
    fn a_dateline_is_stepped_over() {
        for text in [
            "الرياض – واس: أكد الوزير أن القرار نهائي",
            "دكار / 7 مايو 2021 / ومع / أكد الوزير أن القرار نهائي",
            "الكويت - 5 - 11 (كونا) -- أكد الوزير أن القرار نهائي",
            "باريس (أ ف ب) – أكد الوزير أن القرار نهائي",
            "بيروت - «الشرق الأوسط»: أكد الوزير أن القرار نهائي",
            "عمان - أكد الوزير أن القرار نهائي",
            "بروكسل – (أ ف ب) – أكد الوزير أن القرار نهائي",
            "بنغازي – أكد الوزير أن القرار نهائي",
            "عدن/صنعاء - أكد الوزير أن القرار نهائي",
            "واشنطن - (رويترز) - أكد الوزير أن القرار نهائي",
            "رام الله 12-3-2024 وفا- أكد الوزير أن القرار نهائي",
            "مسقط في 22 مايو / العُمانية / أكد الوزير أن القرار نهائي",
        ] {
            assert_eq!(rest(text), "أكد الوزير أن القرار نهائي", "{text}");
        }
    }

    #[test]
    fn a_clause_is_no_dateline() {
        for text in [
            "أكد الوزير - في بيان - أن القرار نهائي",
            "روسيا - التي رفضت القرار - تؤكد موقفها",
            "قالت رويترز إن القرار نهائي",
        ] {
            assert_eq!(rest(text), text);
        }
    }
}
