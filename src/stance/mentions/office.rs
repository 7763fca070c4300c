//! What a noun phrase of office or institution says: whose office, at which
//! body, and who holds it.

use std::ops::Range;

use crate::lexicon::{Grammar, Number, Who};

/// A phrase of office or institution.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub tokens: Range<usize>,
    /// Without the person and the apposition.
    pub office: Range<usize>,
    /// The nouns of office in order; empty for an institution.
    pub roles: Vec<u16>,
    pub institution: Option<u16>,
    /// The first token of the institution in an office: "رئيس |اتحاد …".
    pub body: Option<usize>,
    /// A parliament, court or opposition anywhere in it.
    pub power: Option<u16>,
    /// Whose office or body it is.
    pub owner: Option<Who>,
    /// The owner is named by a name, not by an adjective.
    pub owner_named: bool,
    pub person: Option<Range<usize>>,
    /// Somebody for whom the holder speaks: "متحدث باسم فلان".
    pub represented: Option<Range<usize>>,
    /// A name in quotation marks: "منظمة «…»".
    pub quoted: Option<Range<usize>>,
    pub grammar: Grammar,
    /// The head has a pronoun: "وزيرها".
    pub possessed: bool,
    /// "باسم" stands in it.
    pub spoken_for: bool,
    /// Words besides head and owner: "المتحدث" alone has none.
    pub modified: bool,
    /// Held once: "رئيس الوزراء السابق".
    pub former: bool,
}

impl Phrase {
    /// An office with its holder at a body that no known owner tells of.
    pub fn holds_unowned_body(&self) -> bool {
        self.person.is_some() && self.owner.is_none() && self.body.is_some()
    }

    /// The roles by which its holder is known: one who held an office once is not
    /// its holder.
    pub fn held(&self) -> Vec<u16> {
        let former = self.former.then_some(u16::MAX);
        self.roles.iter().copied().chain(former).collect()
    }

    /// The body of an office as a phrase of its own.
    pub fn inner_body(&self) -> Option<Self> {
        let start = self.body.filter(|_| !self.roles.is_empty())?;
        let tokens = start..self.office.end;
        (start < tokens.end).then(|| Self {
            modified: tokens.len() > 1,
            office: tokens.clone(),
            tokens,
            roles: Vec::new(),
            body: None,
            person: None,
            represented: None,
            possessed: false,
            spoken_for: false,
            grammar: Grammar {
                number: Number::Singular,
                ..self.grammar
            },
            ..self.clone()
        })
    }
}
