//! From a verb's root and form to all its spellings, along the rows of
//! `paradigms.tsv`.

use super::super::table::{Column, Kind, Table};
use super::spell::spell;
use super::{FORMS, Form, Gender, Number, Person, Tense, Verb, VerbId, Voice};

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
    pub(super) fn inflect(&self, verb: &Verb, id: VerbId, out: &mut Vec<(String, Form)>) {
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

/// Endings of the perfect: ending, person, gender, number, before a consonant.
type Ending = (&'static str, Person, Gender, Number, bool);

const PERFECT: &[Ending] = &[
    (
        "",
        Person::Third,
        Gender::Masculine,
        Number::Singular,
        false,
    ),
    (
        "at",
        Person::Third,
        Gender::Feminine,
        Number::Singular,
        false,
    ),
    ("A", Person::Third, Gender::Masculine, Number::Dual, false),
    ("atA", Person::Third, Gender::Feminine, Number::Dual, false),
    (
        "UX",
        Person::Third,
        Gender::Masculine,
        Number::Plural,
        false,
    ),
    ("na", Person::Third, Gender::Feminine, Number::Plural, true),
    (
        "tu",
        Person::First,
        Gender::Masculine,
        Number::Singular,
        true,
    ),
    (
        "tum",
        Person::Second,
        Gender::Masculine,
        Number::Plural,
        true,
    ),
    ("nA", Person::First, Gender::Masculine, Number::Plural, true),
];

/// Prefix, ending, person, gender, number of the imperfect.
type Affixes = (char, &'static str, Person, Gender, Number);

const IMPERFECT: &[Affixes] = &[
    ('y', "", Person::Third, Gender::Masculine, Number::Singular),
    ('t', "", Person::Third, Gender::Feminine, Number::Singular),
    ('ء', "", Person::First, Gender::Masculine, Number::Singular),
    ('n', "", Person::First, Gender::Masculine, Number::Plural),
    ('y', "An", Person::Third, Gender::Masculine, Number::Dual),
    ('t', "An", Person::Third, Gender::Feminine, Number::Dual),
    ('y', "Un", Person::Third, Gender::Masculine, Number::Plural),
    ('t', "Un", Person::Second, Gender::Masculine, Number::Plural),
];

/// The short persons of the jussive, from its own stem.
const SHORT: &[Affixes] = &[
    ('y', "", Person::Third, Gender::Masculine, Number::Singular),
    ('t', "", Person::Third, Gender::Feminine, Number::Singular),
    ('ء', "", Person::First, Gender::Masculine, Number::Singular),
    ('n', "", Person::First, Gender::Masculine, Number::Plural),
];

/// The long persons of subjunctive and jussive, from the imperfect's stem.
const LONG: &[Affixes] = &[
    ('y', "A", Person::Third, Gender::Masculine, Number::Dual),
    ('t', "A", Person::Third, Gender::Feminine, Number::Dual),
    ('y', "UX", Person::Third, Gender::Masculine, Number::Plural),
    ('t', "UX", Person::Second, Gender::Masculine, Number::Plural),
];

/// Ending, gender, number, accusative, bound.
type Case = (&'static str, Gender, Number, bool, bool);

const PARTICIPLE: &[Case] = &[
    ("", Gender::Masculine, Number::Singular, false, false),
    ("X", Gender::Masculine, Number::Singular, true, false),
    ("aT", Gender::Feminine, Number::Singular, false, false),
    ("An", Gender::Masculine, Number::Dual, false, false),
    ("atAn", Gender::Feminine, Number::Dual, false, false),
    ("atayn", Gender::Feminine, Number::Dual, false, false),
    ("Un", Gender::Masculine, Number::Plural, false, false),
    ("In", Gender::Masculine, Number::Plural, false, false),
    ("U", Gender::Masculine, Number::Plural, false, true),
    ("I", Gender::Masculine, Number::Plural, false, true),
    ("At", Gender::Feminine, Number::Plural, false, false),
];

struct Speller<'v> {
    verb: &'v Verb,
    root: Vec<char>,
    id: VerbId,
    out: &'v mut Vec<(String, Form)>,
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
        let marked = self.out.split_off(plain);
        for (word, form) in marked {
            let known = self.out.get(start..plain).unwrap_or_default();
            let twin = known.iter().any(|(other, one)| {
                *other == word && one.person == form.person && one.number == form.number
            });
            if !twin {
                self.out.push((word, form));
            }
        }
    }

    fn perfect(&mut self, open: &str, closed: &str, voice: Voice) {
        let (open, closed) = (self.expand(open), self.expand(closed));
        for &(ending, person, gender, number, consonant) in PERFECT {
            let stem = if consonant { &closed } else { &open };
            if stem.is_empty() {
                continue;
            }
            let form = Form {
                verb: self.id,
                tense: Tense::Perfect,
                voice,
                person,
                gender,
                number,
                bound: false,
                accusative: false,
            };
            self.push(&attach(stem, ending), form);
        }
    }

    fn imperfect(&mut self, stem: &str, affixes: &[Affixes], tense: Tense, voice: Voice) {
        let stem = self.expand(stem);
        if stem.is_empty() {
            return;
        }
        for &(prefix, ending, person, gender, number) in affixes {
            let mut word = vec![prefix];
            word.extend(&stem);
            if tense == Tense::Jussive && ending.is_empty() {
                // A final long vowel is cut short.
                if matches!(word.last(), Some('U' | 'I' | 'Y')) {
                    word.pop();
                }
            }
            let form = Form {
                verb: self.id,
                tense,
                voice,
                person,
                gender,
                number,
                bound: false,
                accusative: false,
            };
            self.push(&attach(&word, ending), form);
        }
    }

    fn participle(&mut self, stem: &str, tense: Tense) {
        let stem = self.expand(stem);
        if stem.is_empty() {
            return;
        }
        let form = self.noun(tense, Gender::Masculine, Number::Singular);
        for &(ending, gender, number, accusative, bound) in PARTICIPLE {
            let form = Form {
                gender,
                number,
                bound,
                accusative,
                ..form
            };
            match (stem.split_last(), ending.strip_prefix('a')) {
                // The final long vowel takes in that of the ending: ملقاة.
                (Some(('Y', open)), Some(rest)) => {
                    let long = open.iter().copied().chain(['A']);
                    let word: Vec<char> = long.chain(rest.chars()).collect();
                    self.push(&word, form);
                }
                _ => self.push(&attach(&stem, ending), form),
            }
        }
        if let Some(('I', short)) = stem.split_last() {
            // The indefinite drops its long vowel: داع.
            self.push(short, form);
        }
    }

    fn masdar(&mut self, stem: &[char]) {
        let form = self.noun(Tense::Masdar, Gender::Masculine, Number::Singular);
        let plural = self.noun(Tense::Masdar, Gender::Feminine, Number::Plural);
        let accusative = Form {
            accusative: true,
            ..form
        };
        let Some((&last, body)) = stem.split_last() else {
            return;
        };
        if last == 'T' {
            let gender = Gender::Feminine;
            self.push(stem, Form { gender, ..form });
            if let Some(('a', open)) = body.split_last() {
                self.push(&attach(open, "At"), plural);
            }
            return;
        }
        self.push(stem, form);
        if last == 'Y' {
            return;
        }
        if last == 'I' {
            // The indefinite drops its long vowel: تحد.
            self.push(body, form);
        }
        // No alif is written after alif and hamza: ادعاء.
        if !(matches!(last, 'ء' | '\'') && body.last() == Some(&'A')) {
            self.push(&attach(stem, "X"), accusative);
        }
        self.push(&attach(stem, "At"), plural);
    }

    /// A noun of the verb with nothing special to it.
    fn noun(&self, tense: Tense, gender: Gender, number: Number) -> Form {
        Form {
            verb: self.id,
            tense,
            voice: Voice::Active,
            person: Person::Third,
            gender,
            number,
            bound: false,
            accusative: false,
        }
    }

    fn push(&mut self, stem: &[char], form: Form) {
        spell(stem, &mut self.word);
        self.out.push((self.word.clone(), form));
        // جاؤوا is also written جاءوا, يبدؤون يبدأون.
        if let Some(at) = stem.iter().position(|&sign| sign == 'U')
            && at > 1
            && stem.get(at - 1) == Some(&'ء')
            && form.tense.is_finite()
        {
            let mut other = stem.to_vec();
            other.splice(at..=at, ['a', 'w']);
            spell(&other, &mut self.word);
            self.out.push((self.word.clone(), form));
        }
    }

    /// Puts the root's letters and the verb's vowels into a stem.
    fn expand(&self, stem: &str) -> Vec<char> {
        let vowel = match self.verb.vowel {
            "i" => 'i',
            "u" => 'u',
            _ => 'a',
        };
        let last = stem.chars().count().saturating_sub(1);
        let mut word = Vec::with_capacity(stem.len() + 2);
        for (place, sign) in stem.chars().enumerate() {
            match sign {
                '1'..='4' => {
                    let number = sign as usize - '1' as usize;
                    word.extend(self.root.get(number));
                }
                '\'' => word.push('ء'),
                't' if self.verb.form == "VIII" => {
                    let first = word.last().copied();
                    if let (Some(first), "1") = (first, before(stem, place)) {
                        let (radical, infix) = joined(first);
                        word.pop();
                        word.extend(radical);
                        word.push(infix);
                    } else {
                        word.push('t');
                    }
                }
                'v' => word.push(vowel),
                'V' => word.push(match vowel {
                    'u' => 'U',
                    'i' => 'I',
                    _ if place == last => 'Y',
                    _ => 'A',
                }),
                'W' => word.push(if vowel == 'i' { 'I' } else { 'U' }),
                'Z' if self.verb.lemma.ends_with('ي') => word.extend(['i', 'y']),
                'Z' if self.verb.lemma.ends_with('ا') => word.push('A'),
                'Z' => word.push('Y'),
                other => word.push(other),
            }
        }
        word
    }
}

/// The sign before a place of a stem.
fn before(stem: &str, place: usize) -> &str {
    place
        .checked_sub(1)
        .and_then(|at| stem.get(at..place))
        .unwrap_or_default()
}

/// The first root letter and the infix of form VIII as they grow together.
fn joined(first: char) -> (Option<char>, char) {
    match first {
        'ص' | 'ض' => (Some(first), 'ط'),
        'ز' => (Some(first), 'د'),
        'د' | 'ط' | 'ظ' | 'ت' => (None, first),
        'ذ' => (None, 'د'),
        'و' => (None, 'ت'),
        _ => (Some(first), 'ت'),
    }
}

/// A stem with an ending: final long vowels give way to what follows.
fn attach(stem: &[char], ending: &str) -> Vec<char> {
    let mut word = stem.to_vec();
    let last = stem.last().copied().unwrap_or_default();
    let Some(first) = ending.chars().next() else {
        return word;
    };
    let short_i = stem.len() > 1 && stem.get(stem.len() - 2) == Some(&'i');
    let mut rest = ending;
    let instead: &[char] = match (last, first) {
        // Third person feminine of a defective perfect: دعت.
        ('A' | 'Y', 'a') => &[],
        ('A' | 'Y', 'U') => {
            rest = ending.get(1..).unwrap_or_default();
            &['a', 'w']
        }
        ('A' | 'Y', 'I') => {
            rest = ending.get(1..).unwrap_or_default();
            &['a', 'y']
        }
        ('A', _) => &['a', 'w'],
        ('Y', _) => &['a', 'y'],
        ('I' | 'U', 'U' | 'I') => &[],
        ('I', 'a' | 'A' | 'X') => &['i', 'y'],
        ('U', 'a' | 'A' | 'X') => &['u', 'w'],
        // لقوا and لقيت from لقي.
        ('y', 'U') if short_i => {
            word.pop();
            &[]
        }
        ('y', 'a' | 'A' | 'X') => &['y'],
        ('y', _) if short_i => {
            word.pop();
            &['I']
        }
        _ => {
            word.extend(ending.chars());
            return word;
        }
    };
    word.pop();
    word.extend(instead);
    word.extend(rest.chars());
    word
}

/// A written noun as a stem: the endings that matter in transliteration.
fn transliterated(word: &str) -> Vec<char> {
    let mut stem: Vec<char> = word
        .chars()
        .map(|letter| match letter {
            'أ' | 'إ' => 'ا',
            'ا' => 'A',
            'ؤ' => 'w',
            'ئ' => 'y',
            'ى' => 'Y',
            other => other,
        })
        .collect();
    if stem.last() == Some(&'ة') {
        stem.pop();
        if stem.last() != Some(&'A') {
            stem.push('a');
        }
        stem.push('T');
    }
    stem
}
