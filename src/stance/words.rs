//! Each token as the lexicon knows it: its clitics, its uses as a function
//! word, its readings as a form of a verb, and what its spelling tells of a
//! noun.
//!
//! Words are analysed once for each distinct spelling and looked up by token.
//! Nothing here looks at the words around: a spelling with several readings
//! keeps them all, the most believable first, and the stages after choose.

use rustc_hash::FxHashMap;

use crate::arabic::{Particle as Prefix, Pronoun, Reading, Span, Split, Splits, TokenKind, fold};
use crate::lexicon::{Form, Gender, Lexicon, Number, Particle, Person, Tense, Verbs, Voice};

/// The words of one text.
#[derive(Debug)]
pub struct Words<'a> {
    pub reading: &'a Reading<'a>,
    pub lexicon: &'a Lexicon,
    ids: Vec<u32>,
    table: Vec<Word>,
}

/// One distinct spelling.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// The clitics in the reading believed most.
    pub split: Split,
    /// Its uses as a function word, clitics before it aside.
    pub uses: Particle,
    /// All readings as a form of a verb.
    pub verbs: Vec<Verbal>,
    pub shape: Shape,
}

/// What the last letter of a token tells that folding hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Ending {
    /// No pronoun: "a tweet", and not "his".
    TaMarbuta,
    /// A dotted ya in a text that tells it from alef maqsura.
    Ya,
    Other,
}

impl Ending {
    fn of(word: &str, tells: bool) -> Self {
        match word.chars().next_back() {
            Some('ة') => Self::TaMarbuta,
            Some('ي') if tells => Self::Ya,
            _ => Self::Other,
        }
    }
}

/// A reading as a form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verbal {
    pub split: Split,
    pub form: Form,
}

/// What the spelling of a noun or adjective tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// By the article or a pronoun.
    pub definite: bool,
    pub feminine: bool,
    /// Written as a sound masculine plural, which is of people.
    pub people: bool,
    /// Ends like an adjective of relation.
    pub relation: bool,
    /// Ends with the alif of an indefinite accusative.
    pub accusative: bool,
    /// The lexicon knows the stem.
    pub known: bool,
}

impl Word {
    pub fn is(&self, uses: Particle) -> bool {
        self.uses.is(uses)
    }

    pub fn is_function(&self) -> bool {
        self.uses.is(Particle::FUNCTION)
    }

    /// Readings as a verb that heads a clause.
    pub fn finite(&self) -> impl Iterator<Item = &Verbal> {
        self.verbs
            .iter()
            .filter(|verbal| verbal.form.tense.is_finite())
    }

    /// A verb and nothing else: no reading as a noun is likely.
    pub fn is_surely_verb(&self) -> bool {
        !self.is_function()
            && !self.split.article
            // "We" and "I" are rare outside quotations, nouns that look like them
            // are not.
            && self.finite().any(|verbal| verbal.form.person == Person::Third)
            && self.finite().next().is_some_and(|finite| {
                let noun = |verbal: &&Verbal| {
                    !verbal.form.tense.is_finite()
                        && verbal.split == finite.split
                        && (!verbal.form.bound || verbal.split.pronoun.is_some())
                };
                !self.verbs.iter().any(|verbal| noun(&verbal))
            })
    }

    /// Whether it can be read as a noun or adjective.
    pub fn may_be_nominal(&self) -> bool {
        !self.is_function() && !self.is_surely_verb()
    }

    /// A verbal noun in some reading.
    pub fn is_masdar(&self) -> bool {
        self.verbs
            .iter()
            .any(|verbal| verbal.form.tense == Tense::Masdar)
    }

    pub fn has(&self, prefix: Prefix) -> bool {
        self.split.particle == Some(prefix)
    }

    pub fn conjoined(&self) -> bool {
        self.split.conjunction.is_some()
    }
}

impl<'a> Words<'a> {
    pub fn of(reading: &'a Reading<'a>, lexicon: &'a Lexicon) -> Self {
        let mut seen: FxHashMap<(&str, Ending), u32> = FxHashMap::default();
        // Where a text has no alef maqsura at all, a ya tells nothing.
        let tells = reading.text.contains('ى');
        let mut ids = Vec::with_capacity(reading.tokens.len());
        let mut table = Vec::new();
        let mut buffer = String::new();
        for token in reading.tokens.iter() {
            let form = reading.tokens.form(token);
            let ending = Ending::of(token.span.of(reading.text), tells);
            let id = *seen.entry((form, ending)).or_insert_with(|| {
                table.push(analyse(form, ending, token.kind, lexicon, &mut buffer));
                u32::try_from(table.len() - 1).unwrap_or_default()
            });
            ids.push(id);
        }
        Self {
            reading,
            lexicon,
            ids,
            table,
        }
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The word of a token; none past the end.
    pub fn get(&self, token: usize) -> Option<&Word> {
        let id = *self.ids.get(token)?;
        self.table.get(id as usize)
    }

    /// The token's folded form without the clitics of its believed reading.
    pub fn stem(&self, token: usize) -> &str {
        self.get(token)
            .map_or("", |word| word.split.stem(self.reading.form(token)))
    }

    /// Bytes of these tokens without the conjunction and preposition written
    /// on the first.
    pub fn bare_span(&self, tokens: std::ops::Range<usize>) -> Span {
        let span = self.reading.span(tokens.clone());
        Span::new(
            self.after_prefix(tokens.start).clamp(span.start, span.end),
            span.end,
        )
    }

    /// Where a token begins once its conjunction and preposition are taken
    /// off, in bytes of the original.
    pub fn after_prefix(&self, token: usize) -> usize {
        let (Some(place), Some(word)) = (self.reading.tokens.get(token), self.get(token)) else {
            return 0;
        };
        // ل melts into the article: "للحكومة" has no article of its own to show.
        let melted = word.has(Prefix::Li) && word.split.article;
        let particle = word.split.particle.is_some() && !melted;
        // A name nobody knows may begin with و itself.
        let joined = word.split.conjunction.is_some()
            && (particle || word.shape.known || word.split.article || self.opens(token));
        let letters = usize::from(joined) + usize::from(particle);
        let form = self.reading.form(token);
        let taken: usize = form.chars().take(letters).map(char::len_utf8).sum();
        let rest = Span::new(place.folded.start + taken, place.folded.end);
        let folded = self.reading.tokens.folded();
        folded.original(rest).start.max(place.span.start)
    }

    /// Nothing but a mark or a line end stands before.
    fn opens(&self, token: usize) -> bool {
        let before = token.checked_sub(1).and_then(|before| self.kind(before));
        before.is_none_or(|before| !matches!(before, TokenKind::Word | TokenKind::Initials))
            || self
                .reading
                .tokens
                .get(token)
                .is_some_and(|token| token.first_of_line)
    }

    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.reading.tokens.get(token).map(|token| token.kind)
    }

    pub fn is_word(&self, token: usize) -> bool {
        matches!(
            self.kind(token),
            Some(TokenKind::Word | TokenKind::Initials)
        )
    }
}

/// Nobody's word has more readings than this; junk is not read to its end.
const MOST_READINGS: usize = 24;

fn analyse(
    form: &str,
    ending: Ending,
    kind: TokenKind,
    lexicon: &Lexicon,
    buffer: &mut String,
) -> Word {
    if kind != TokenKind::Word {
        return Word::default();
    }
    let splits = Splits::of(form);
    let readings = || {
        splits
            .iter()
            .filter(|split| !(ending == Ending::TaMarbuta && split.pronoun.is_some()))
    };
    let mut word = Word::default();
    for split in readings() {
        verbal_readings(form, split, &lexicon.verbs, buffer, &mut word.verbs);
    }
    word.verbs.truncate(MOST_READINGS);
    let dotted = ending == Ending::Ya;
    let other = |stem: &str| dotted && lexicon.particles.ends_in_maqsura(stem);
    word.split = believed(form, readings, &word, lexicon, buffer);
    word.uses = uses(form, &word.split, lexicon, buffer);
    if other(word.split.stem(form)) {
        word.uses = Particle::default();
    }
    if word.split.pronoun.is_some() || word.split.article {
        // "منها" is a preposition still, "الان" with an article nothing.
        word.uses = uses_with_clitics(word.uses, &word.split);
    }
    // Nouns take the alif of the indefinite accusative.
    if word.uses == Particle::default()
        && let Some(plain) = word.split.stem(form).strip_suffix('ا')
    {
        word.uses = lexicon.particles.of(plain).among(NOUNS);
    }
    word.shape = shape(form, &word, lexicon);
    word
}

/// The uses of a stem; before a pronoun also of its other spellings.
fn uses(form: &str, split: &Split, lexicon: &Lexicon, buffer: &mut String) -> Particle {
    let mut spellings = split.spellings(form);
    let known = spellings.find_map(|spelling| {
        let uses = lexicon.particles.of(spelling.join(buffer));
        (uses != Particle::default()).then_some(uses)
    });
    known.unwrap_or_default()
}

fn uses_with_clitics(uses: Particle, split: &Split) -> Particle {
    let kept = Particle::PREPOSITION
        .or(Particle::PREPOSITION_INSIDE)
        .or(Particle::FRAMES)
        .or(Particle::PREPOSITION_ADVERBIAL)
        .or(Particle::COMPLEMENTIZER)
        .or(Particle::CONNECTIVE)
        .or(Particle::OCCASION)
        .or(NOUNS);
    uses.among(if split.article { NOUNS } else { kept })
}

/// Uses of words that are nouns, and take what nouns take.
const NOUNS: Particle = Particle::OCCASION
    .or(Particle::DOCUMENT)
    .or(Particle::OWN_LETTER)
    .or(Particle::ABSTRACT)
    .or(Particle::PERIOD)
    .or(Particle::PERIOD_ADJECTIVE);

fn verbal_readings(
    form: &str,
    split: &Split,
    verbs: &Verbs,
    buffer: &mut String,
    out: &mut Vec<Verbal>,
) {
    for spelling in split.spellings(form) {
        for reading in verbs.forms(spelling.join(buffer)) {
            if fits(split, reading) {
                out.push(Verbal {
                    split: *split,
                    form: *reading,
                });
            }
        }
    }
}

/// Whether a form can stand with these clitics.
fn fits(split: &Split, form: &Form) -> bool {
    let imperfect = matches!(form.tense, Tense::Imperfect | Tense::Jussive);
    if form.tense.is_finite() {
        let prefix = match split.particle {
            None => true,
            Some(Prefix::Sa) => form.tense == Tense::Imperfect,
            Some(Prefix::Li) => imperfect,
            Some(Prefix::Bi | Prefix::Ka) => false,
        };
        // Nobody is told "you" in the news, so a final ك or ي is the word's own.
        let pronoun = !matches!(
            split.pronoun,
            Some(Pronoun::You | Pronoun::YouAll | Pronoun::My)
        );
        let object = split.pronoun.is_none() || form.voice == Voice::Active;
        prefix
            && !split.article
            && pronoun
            && object
            && (!form.bound || split.pronoun.is_some())
            && form.person != Person::Second
    } else {
        let pronoun = split.pronoun != Some(Pronoun::Me);
        split.particle != Some(Prefix::Sa)
            && pronoun
            && !(split.article && (split.pronoun.is_some() || form.accusative))
            && !(split.pronoun.is_some() && form.accusative)
    }
}

/// The clitics most likely there: the whole word where the lexicon knows it,
/// else the first reading whose rest it knows, else what spelling makes likely.
fn believed<'s, I: Iterator<Item = &'s Split>>(
    form: &str,
    splits: impl Fn() -> I,
    word: &Word,
    lexicon: &Lexicon,
    buffer: &mut String,
) -> Split {
    let function = splits().find(|split| {
        let uses = lexicon.particles.of(split.stem(form));
        let known = if split.is_whole() {
            uses != Particle::default()
        } else {
            uses.is(Particle::FUNCTION)
        };
        known && uses_fit(split, uses)
    });
    if let Some(function) = function {
        return *function;
    }
    let mut fallback = None;
    for split in splits() {
        let stem = split.stem(form);
        if stem.is_empty() {
            // "به", "لها": a preposition that is all clitic.
            if split.conjunction.is_none() && form.chars().count() <= 4 {
                return *split;
            }
            continue;
        }
        let verbal = word.verbs.iter().any(|verbal| verbal.split == *split);
        if verbal || lexicon.knows_noun(noun_key(split, form, buffer)) {
            return *split;
        }
        if fallback.is_none() && likely(split, stem, form) {
            fallback = Some(*split);
        }
    }
    fallback
        .or_else(|| splits().next().copied())
        .unwrap_or_default()
}

/// The spelling under which a noun is known, its feminine ending closed.
fn noun_key<'b>(split: &Split, form: &str, buffer: &'b mut String) -> &'b str {
    let stem = split.stem(form);
    buffer.clear();
    match stem.strip_suffix('ت') {
        Some(head) if split.pronoun.is_some() => {
            buffer.push_str(head);
            buffer.push('ه');
        }
        _ => buffer.push_str(stem),
    }
    buffer
}

/// Whether a function word takes these clitics.
fn uses_fit(split: &Split, uses: Particle) -> bool {
    if split.is_whole() {
        return true;
    }
    let taken = Particle::OCCASION
        .or(Particle::DOCUMENT)
        .or(Particle::OWN_LETTER);
    if split.article {
        return uses.is(taken);
    }
    let prepositions = Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL);
    let complementizers = Particle::COMPLEMENTIZER.or(Particle::CONNECTIVE);
    match (split.particle, split.pronoun) {
        (None, None) => true,
        // "But he", and not "a mother" or "of security".
        (None, Some(pronoun)) if !uses.is(Particle::PREPOSITION.or(Particle::COMPLEMENTIZER)) => {
            pronoun.is_third()
                && split.letters() >= 3
                && uses.is(prepositions.or(complementizers).or(taken))
        }
        (None, Some(_)) => uses.is(prepositions.or(complementizers).or(taken)),
        (Some(Prefix::Sa), _) => false,
        (Some(_), None) => !uses.is(prepositions) || uses.is(taken),
        (Some(_), Some(_)) => uses.is(complementizers.or(taken)),
    }
}

/// Whether spelling alone makes a reading likely for a stem nobody knows.
fn likely(split: &Split, stem: &str, form: &str) -> bool {
    let letters = stem.chars().count();
    let tail = match split.pronoun {
        None => true,
        Some(Pronoun::She | Pronoun::They | Pronoun::Both | Pronoun::TheyFeminine) => letters >= 3,
        Some(Pronoun::He) => letters >= 4 && stem.ends_with('ت'),
        Some(_) => false,
    };
    let head = match (split.conjunction, split.particle) {
        // A word of its own may begin with و; the listed ones are known.
        (Some(crate::arabic::Conjunction::Wa), None) => letters >= 3,
        (_, None) if split.conjunction.is_none() => true,
        _ => split.article,
    };
    let changed = !split.is_whole() && form.chars().count() > letters;
    let article = !split.article || letters >= 2;
    changed && head && tail && article
}

fn shape(form: &str, word: &Word, lexicon: &Lexicon) -> Shape {
    let split = &word.split;
    let stem = split.stem(form);
    let ends = |ending: &str| stem.len() > ending.len() + 2 && stem.ends_with(ending);
    let masculine = |gender: Gender| gender == Gender::Masculine;
    let noun = word
        .verbs
        .iter()
        .find(|verbal| verbal.split == *split && !verbal.form.tense.is_finite());
    Shape {
        definite: split.article || split.pronoun.is_some(),
        feminine: ends("ه") && split.pronoun.is_none()
            || ends("ات")
            || ends("ت") && split.pronoun.is_some(),
        people: noun.map_or(ends("ون") || ends("يين"), |noun| {
            noun.form.number == Number::Plural && masculine(noun.form.gender)
        }),
        relation: ends("ي") || ends("يه") || ends("يون") || ends("يين") || ends("يات"),
        accusative: ends("ا") && !split.article && split.pronoun.is_none(),
        known: !word.verbs.is_empty()
            || word.uses != Particle::default()
            || lexicon.knows_noun(&fold(stem)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        let reading = Reading::of(text);
        Words::of(&reading, Lexicon::shipped())
            .get(0)
            .cloned()
            .unwrap()
    }

    fn stem(text: &str) -> String {
        let reading = Reading::of(text);
        Words::of(&reading, Lexicon::shipped()).stem(0).to_owned()
    }

    #[test]
    fn the_whole_word_is_believed_where_it_is_known() {
        for (text, expected) in [
            ("وزير", "وزير"),
            ("والوزير", "وزير"),
            ("وقال", "قال"),
            ("بالقرار", "قرار"),
            ("للحكومة", "حكومه"),
            ("التزام", "التزام"),
            ("ومسؤولون", "مسوولون"),
            ("فقد", "قد"),
            ("بيان", "بيان"),
            ("لندن", "لندن"),
            ("حكومته", "حكومت"),
            ("وأنهم", "ان"),
            ("كوريا", "كوريا"),
        ] {
            assert_eq!(stem(text), expected, "{text}");
        }
    }

    #[test]
    fn verbs_are_read_through_their_clitics() {
        let lemmas = |text: &str| -> Vec<&str> {
            let found = word(text);
            found
                .finite()
                .map(|v| Lexicon::shipped().verbs.lemma(v.form.verb))
                .collect()
        };
        assert!(lemmas("وسيعلنون").contains(&"أعلن"));
        assert!(lemmas("اتهمها").contains(&"اتهم"));
        assert!(lemmas("فقالت").contains(&"قال"));
        assert!(lemmas("ليقول").contains(&"قال"));
        assert!(lemmas("بالقول").is_empty());
    }

    #[test]
    fn function_words_keep_their_use_under_clitics() {
        assert!(word("وأنها").is(Particle::COMPLEMENTIZER));
        assert!(word("بأن").is(Particle::COMPLEMENTIZER));
        assert!(word("وفي").is(Particle::PREPOSITION));
        assert!(word("والتي").is(Particle::RELATIVE));
        assert!(!word("الوزير").is_function());
    }
}
