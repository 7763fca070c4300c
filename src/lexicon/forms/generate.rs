//! From a verb's root and form to all its spellings, along the rows of
//! `paradigms.tsv`.

use super::super::table::{Column, Kind, Table};
use super::finite::{IMPERFECT, LONG, SHORT};
use super::spell::spell;
use super::stems::transliterated;
use super::written::Written;
use super::{FORMS, Form, Tense, Verb, VerbId, Voice};

const SAME: &str = "=";
const TYPES: &[&str] = &[
    "assimilated",
    "defective",
    "elided",
    "enfolded",
    "geminate",
    "hollow",
    "sound",
];

/// The stems of one form and root type, in the transliteration of the table.
#[derive(Clone, Copy, Debug)]
struct Paradigm {
    form: &'static str,
    kind: &'static str,
    /// Before an ending that begins with a vowel, or none.
    perfect: &'static str,
    /// Before an ending that begins with a consonant.
    perfect_c: &'static str,
    imperfect: &'static str,
    jussive: &'static str,
    active: &'static str,
    passive: &'static str,
    masdar: &'static str,
    passive_perfect: &'static str,
    passive_imperfect: &'static str,
}

#[derive(Debug)]
pub(in super::super) struct Paradigms {
    rows: Vec<Paradigm>,
}

impl Paradigms {
    pub(in super::super) const TABLE: Table = Table {
        file: "src/lexicon/paradigms.tsv",
        columns: &[
            Column::new("form", Kind::OneOf(FORMS)),
            Column::new("type", Kind::OneOf(TYPES)),
            Column::new("perfect", Kind::Ascii),
            Column::new("perfect_c", Kind::Ascii),
            Column::new("imperfect", Kind::Ascii),
            Column::new("jussive", Kind::Ascii),
            Column::new("active", Kind::Ascii),
            Column::new("passive", Kind::Ascii),
            Column::new("masdar", Kind::Ascii),
            Column::new("passive_perfect", Kind::Ascii),
            Column::new("passive_imperfect", Kind::Ascii),
        ],
        text: include_str!("../paradigms.tsv"),
    };

    pub(super) fn load() -> Self {
        let rows = Self::TABLE.rows().map(|row| {
            let or = |column: usize, same: usize| match row.cell(column) {
                SAME => row.cell(same),
                own => own,
            };
            Paradigm {
                form: row.cell(0),
                kind: row.cell(1),
                perfect: row.cell(2),
                perfect_c: or(3, 2),
                imperfect: row.cell(4),
                jussive: or(5, 4),
                active: row.cell(6),
                passive: row.cell(7),
                masdar: row.cell(8),
                passive_perfect: row.cell(9),
                passive_imperfect: row.cell(10),
            }
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// Adds every spelling of a verb.
    pub(super) fn inflect(&self, verb: &Verb, id: VerbId, out: &mut Written) {
        let root: Vec<char> = verb.root.chars().filter(|&c| c != ' ').collect();
        let kind = kind(verb, &root);
        let find = |kind: &str| {
            let mut rows = self.rows.iter();
            rows.find(|row| row.form == verb.form && row.kind == kind)
        };
        let Some(paradigm) = find(kind).or_else(|| find("sound")) else {
            return;
        };
        let mut speller = Speller {
            verb,
            root,
            id,
            out,
            word: String::new(),
        };
        speller.run(paradigm);
    }
}

/// The root type that decides the paradigm.
fn kind(verb: &Verb, root: &[char]) -> &'static str {
    let weak = |place: usize| matches!(root.get(place), Some('و' | 'ي'));
    let first = verb.form == "I";
    match verb.vowel {
        _ if root.len() != 3 => "sound",
        "strong" => "sound",
        "elided" => "elided",
        _ if weak(2) && first && root.first() == Some(&'و') => "enfolded",
        _ if weak(2) => "defective",
        _ if root.get(1) == root.get(2) => "geminate",
        _ if weak(1) => "hollow",
        _ if first && root.first() == Some(&'و') => "assimilated",
        _ => "sound",
    }
}

/// Writes the forms of one verb.
pub(super) struct Speller<'v> {
    pub(super) verb: &'v Verb,
    pub(super) root: Vec<char>,
    pub(super) id: VerbId,
    out: &'v mut Written,
    word: String,
}

impl Speller<'_> {
    fn run(&mut self, paradigm: &Paradigm) {
        let start = self.out.len();
        self.perfect(paradigm.perfect, paradigm.perfect_c, Voice::Active);
        self.imperfect(
            paradigm.imperfect,
            IMPERFECT,
            Tense::Imperfect,
            Voice::Active,
        );
        let plain = self.out.len();
        self.imperfect(paradigm.jussive, SHORT, Tense::Jussive, Voice::Active);
        self.imperfect(paradigm.imperfect, LONG, Tense::Jussive, Voice::Active);
        self.perfect(paradigm.passive_perfect, "", Voice::Passive);
        let passive = paradigm.passive_imperfect;
        self.imperfect(passive, IMPERFECT, Tense::Imperfect, Voice::Passive);
        self.imperfect(passive, LONG, Tense::Jussive, Voice::Passive);
        self.drop_twins(start, plain);
        self.participle(paradigm.active, Tense::ActiveParticiple);
        self.participle(paradigm.passive, Tense::PassiveParticiple);
        let masdar = self.expand(paradigm.masdar);
        if !masdar.is_empty() {
            self.masdar(&masdar);
        }
        for masdar in &self.verb.masdars {
            self.masdar(&transliterated(masdar));
        }
    }

    /// Takes away the jussives and passives that are written like a plain form
    /// of the same person: the context decides those.
    fn drop_twins(&mut self, start: usize, plain: usize) {
        self.out.drop_twins((start, plain), |one, other| {
            one.person == other.person && one.number == other.number
        });
    }

    pub(super) fn push(&mut self, stem: &[char], form: Form) {
        spell(stem, &mut self.word);
        self.out.push(&self.word, form);
        // جاؤوا is also written جاءوا, يبدؤون يبدأون.
        if let Some(at) = stem.iter().position(|&sign| sign == 'U')
            && at > 1
            && stem.get(at - 1) == Some(&'ء')
            && form.tense.is_finite()
        {
            let mut other = stem.to_vec();
            other.splice(at..=at, ['a', 'w']);
            spell(&other, &mut self.word);
            self.out.push(&self.word, form);
        }
    }
}
