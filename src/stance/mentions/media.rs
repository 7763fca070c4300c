//! The media that an article names.
//!
//! A known agency, paper, channel or site by its name; a noun for a medium with
//! a name after it, in quotation marks or bare ("صحيفة «المرفأ»"), or with an
//! adjective of nationality ("صحيفة لبنانية"). Social networks carry what
//! people say of themselves and are none.

use std::ops::Range;

use super::around::{adjoins, bare_span, quotation_at};
use super::hits::{Hit, Hits};
use crate::arabic::{Span, TokenKind};
use crate::lexicon::{MediumClass, Number, OutletClass, Who};
use crate::stance::words::Words;

/// One place where a medium is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediumMention {
    /// With the noun for the medium: "صحيفة نيويورك تايمز".
    pub tokens: Range<usize>,
    pub span: Span,
    pub id: Option<&'static str>,
    /// Without the noun, as the lexicon or the text has it.
    pub name: String,
    /// Not a name but a kind: "صحيفة لبنانية".
    pub unnamed: bool,
}

pub(super) fn media(words: &Words<'_>, hits: &Hits) -> Vec<MediumMention> {
    let reader = Reader { words, hits };
    let mut found: Vec<MediumMention> = Vec::new();
    for hit in hits.iter() {
        if found.last().is_some_and(|last| hit.start < last.tokens.end) {
            continue;
        }
        match hit.sense.who {
            Who::Outlet(outlet) => {
                let end = reader.own_initials(hit, outlet);
                found.extend(reader.outlet(hit.start..end, hit.start..end, outlet));
            }
            Who::Medium(_) => reader.after_noun(hit, &mut found),
            _ => {}
        }
    }
    found
}

struct Reader<'w, 'a> {
    words: &'w Words<'a>,
    hits: &'w Hits,
}

impl Reader<'_, '_> {
    /// Past the same outlet's short name in marks: "وكالة الأنباء الكويتية
    /// (كونا)".
    fn own_initials(&self, hit: &Hit, outlet: u16) -> usize {
        // An adjective may stand between: "وكالة الأنباء الإيرانية الرسمية".
        let official = usize::from(self.article(hit.end) && self.hits.over(hit.end).is_none());
        let mark = hit.end + official;
        let again = self
            .hits
            .starting(mark + 1)
            .filter(|short| short.sense.who == Who::Outlet(outlet));
        let marked = matches!(
            self.words.kind(mark),
            Some(TokenKind::Quote | TokenKind::Open)
        );
        again
            .filter(|_| marked)
            .map_or(hit.end, |short| short.end + 1)
    }

    fn outlet(
        &self,
        tokens: Range<usize>,
        name: Range<usize>,
        outlet: u16,
    ) -> Option<MediumMention> {
        let outlet = self.words.lexicon.outlets.get(outlet)?;
        if outlet.class == OutletClass::Social {
            return None;
        }
        // The name as the text spells it; ل and the article are one letter.
        let (span, whole) = bare_span(self.words, self.hits, name);
        let name = if whole {
            span.of(self.words.reading.text)
        } else {
            outlet.name
        };
        Some(MediumMention {
            span: bare_span(self.words, self.hits, tokens.clone()).0,
            tokens,
            id: Some(outlet.id),
            name: name.to_owned(),
            unnamed: outlet.class == OutletClass::Generic,
        })
    }

    /// What stands after "agency", "paper", "channels of …": one name or, in
    /// the plural, several.
    fn after_noun(&self, noun: &Hit, found: &mut Vec<MediumMention>) {
        let Who::Medium(medium) = noun.sense.who else {
            return;
        };
        let Some(medium) = self.words.lexicon.media.get(medium) else {
            return;
        };
        let plural = noun.sense.grammar.number != Number::Singular;
        let mut at = noun.end;
        let mut adjective = None;
        // "وكالات الأنباء الإيرانية شبه الرسمية": up to the name.
        while at < noun.end + 5 && adjoins(self.words, at) && self.words.is_word(at) {
            match self.hits.starting(at) {
                Some(hit) if hit.is_adjective() => adjective = Some(hit.end),
                Some(_) => break,
                None if self.article(at) || self.article(at + 1) && self.near_adjective(at) => {}
                None => break,
            }
            at += 1;
        }
        let before = found.len();
        let plain = matches!(medium.class, MediumClass::Network | MediumClass::Site)
            && self.words.kind(at) != Some(TokenKind::Quote);
        while let Some(next) = self.name(noun.start, at, found, !plain) {
            at = next;
            // "«أ» و «ب» و «ج»"
            let joint =
                self.words.is_word(at) && self.words.reading.form(at).chars().nth(1).is_none();
            if !plural || !joint && !matches!(self.words.kind(at), Some(TokenKind::Comma)) {
                break;
            }
            at += 1;
        }
        let general = matches!(medium.class, MediumClass::Network | MediumClass::Site);
        if found.len() == before
            && let Some(end) = adjective.filter(|_| {
                !plural && !general && !noun.sense.grammar.definite && !noun.split.article
            })
        {
            let tokens = noun.start..end;
            let span = self.words.reading.span(tokens.clone());
            let name = span.of(self.words.reading.text).to_owned();
            found.push(MediumMention {
                tokens,
                span,
                id: None,
                name,
                unnamed: true,
            });
        }
    }

    fn article(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.split.article && !word.conjoined())
    }

    /// "شبه", "غير" before an adjective: a short word without clitics.
    fn near_adjective(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.split.is_whole())
            && self.words.reading.form(at).chars().count() == 3
    }

    /// The name at a token, in marks or bare; gives the token after it.
    fn name(
        &self,
        noun: usize,
        at: usize,
        found: &mut Vec<MediumMention>,
        bare: bool,
    ) -> Option<usize> {
        let start = if found.last().is_some_and(|last| last.tokens.start >= noun) {
            at
        } else {
            noun
        };
        if matches!(
            self.words.kind(at),
            Some(TokenKind::Quote | TokenKind::Open)
        ) {
            let end = self.closing(at)?;
            let outlet = self.hits.starting(at + 1).filter(|hit| hit.end + 1 == end);
            let inside = at + 1..end - 1;
            match outlet.map(|hit| hit.sense.who) {
                Some(Who::Outlet(outlet)) => found.extend(self.outlet(start..end, inside, outlet)),
                _ if self.words.kind(at) == Some(TokenKind::Quote) => {
                    let span = self.words.reading.span(start..end);
                    let name = self
                        .words
                        .reading
                        .span(inside)
                        .of(self.words.reading.text)
                        .to_owned();
                    found.push(MediumMention {
                        tokens: start..end,
                        span,
                        id: None,
                        name,
                        unnamed: false,
                    });
                }
                _ => return None,
            }
            return Some(end);
        }
        let hit = self
            .hits
            .starting(at)
            .filter(|hit| !hit.conjoined() && adjoins(self.words, at));
        if let Some(hit) = hit
            && let Who::Outlet(outlet) = hit.sense.who
        {
            found.extend(self.outlet(start..hit.end, hit.tokens(), outlet));
            return Some(hit.end);
        }
        let end = self.bare(at).filter(|_| bare)?;
        let span = self.words.reading.span(start..end);
        let name = self
            .words
            .reading
            .span(at..end)
            .of(self.words.reading.text)
            .to_owned();
        found.push(MediumMention {
            tokens: start..end,
            span,
            id: None,
            name,
            unnamed: false,
        });
        Some(end)
    }

    /// The token after a short quotation or bracket that opens here.
    fn closing(&self, at: usize) -> Option<usize> {
        let close = match self.words.kind(at)? {
            TokenKind::Quote => quotation_at(self.words, at)?.close?,
            _ => {
                (at + 2..at + 5).find(|token| self.words.kind(*token) == Some(TokenKind::Close))?
            }
        };
        (close > at + 1 && close <= at + 6).then_some(close + 1)
    }

    /// A run of words the lexicon does not know: a foreign title.
    fn bare(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end < at + 3
            && adjoins(self.words, end)
            && self.words.is_word(end)
            && self.hits.over(end).is_none()
        {
            let Some(word) = self.words.get(end) else {
                break;
            };
            let foreign = !word.shape.known
                && !word.is_function()
                && !word.split.article
                && word.split.particle.is_none()
                && !word.conjoined()
                && !word.shape.accusative
                && !word.shape.relation;
            if !foreign {
                break;
            }
            end += 1;
        }
        (end > at).then_some(end)
    }
}
