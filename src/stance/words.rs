//! Each token as the lexicon knows it: its clitics, its uses as a function
//! word, its readings as a form of a verb, and what its spelling tells of a
//! noun.
//!
//! Words are analysed once for each distinct spelling and looked up by token.
//! Nothing here looks at the words around: a spelling with several readings
//! keeps them all, the most believable first, and the stages after choose.

mod derived;
mod homographs;

mod letters;
mod lexical;
mod people;

use rustc_hash::FxHashMap;

pub use derived::is_derived;
use letters::{Alif, Ending};
use lexical::analyse;

use crate::arabic::{Particle as Prefix, Reading, Span, Split, TokenKind};
use crate::lexicon::{Form, Found, Lexicon, NamePart, Particle, Person, Tense};

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
    /// What the spelling as it stands may be to a person's name.
    pub given: Option<NamePart>,
    /// See [`Word::is_surely_verb`]: asked of every token many times over.
    surely_verb: bool,
    /// In some reading it is a verb that reports.
    pub(super) reports: bool,
    /// Its stem may begin a preposition that attributes.
    pub(super) attributes: bool,
    /// Its stem is a noun of speech.
    pub(super) speech: bool,
    /// Which word of the lexicon's names the spelling as it stands is.
    in_names: Option<u32>,
    /// The readings with which some name of the lexicon begins.
    pub(super) heads: Vec<(Split, u32)>,
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
    pub fn finite(&self) -> impl Iterator<Item = &Verbal> + Clone {
        self.verbs
            .iter()
            .filter(|verbal| verbal.form.tense.is_finite())
    }

    /// A verb and nothing else: no reading as a noun is likely.
    pub fn is_surely_verb(&self) -> bool {
        self.surely_verb
    }

    fn has_no_noun(&self) -> bool {
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
        let mut seen: FxHashMap<(&str, Alif, Ending), u32> = FxHashMap::default();
        // Where a text has no alef maqsura at all, a ya tells nothing; so with ta
        // marbuta and ha.
        let (maqsura, marbuta) = (reading.text.contains('ى'), reading.text.contains('ة'));
        let mut ids = Vec::with_capacity(reading.tokens.len());
        let mut table = Vec::new();
        let mut buffer = String::new();
        for token in reading.tokens.iter() {
            let form = reading.tokens.form(token);
            let spelled = token.span.of(reading.text);
            let (alif, ending) = (Alif::of(spelled), Ending::of(spelled, maqsura, marbuta));
            let id = *seen.entry((form, alif, ending)).or_insert_with(|| {
                let letters = (alif, ending);
                let word = analyse(form, letters, token.kind, lexicon, &mut buffer);
                table.push(Word {
                    surely_verb: word.has_no_noun(),
                    given: lexicon.given.of(form),
                    in_names: lexicon.names.word(form),
                    ..word
                });
                u32::try_from(table.len() - 1).unwrap_or_default()
            });
            ids.push(id);
        }
        let mut words = Self {
            reading,
            lexicon,
            ids,
            table,
        };
        words.tell_verbs();
        words.tell_names();
        words
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// What a token may be to a person's name.
    pub fn given(&self, token: usize) -> Option<NamePart> {
        self.get(token)?.given
    }

    /// For each token which of the distinct spellings it is.
    pub(super) fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// How many distinct spellings there are.
    pub(super) fn spellings(&self) -> usize {
        self.table.len()
    }

    /// Which of the distinct spellings a token is.
    pub(super) fn spelling(&self, token: usize) -> usize {
        self.ids.get(token).map_or(usize::MAX, |id| *id as usize)
    }

    /// The longest name of the lexicon that begins at a token.
    pub(super) fn name_at(&self, token: usize) -> Option<Found<'a>> {
        let heads = &self.get(token)?.heads;
        if heads.is_empty() {
            return None;
        }
        let word = |at| self.get(at)?.in_names;
        self.lexicon.names.best(self.reading, token, heads, word)
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

    /// Where "بشكل عام", "بصورة واضحة وصريحة" ends: a noun of manner and its
    /// adjectives.
    pub fn manner_end(&self, at: usize) -> Option<usize> {
        let attribute = |at: usize| {
            self.get(at).is_some_and(|word| {
                let plain = !word.shape.definite && word.split.pronoun.is_none();
                self.is_word(at) && plain && !word.is_function() && !word.is_surely_verb()
            })
        };
        let form = self.reading.form(at);
        let noun = self.get(at)?.is(Particle::MANNER) && form.starts_with('ب');
        let joined = |&at: &usize| attribute(at) && self.get(at).is_some_and(Word::conjoined);
        let more = (at + 2..).take_while(joined).count();
        noun.then(|| at + if attribute(at + 1) { 2 + more } else { 1 })
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
            ("ألينا", "الينا"),
            ("ألكسندر", "الكسندر"),
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
        assert!(word("إلينا").is(Particle::PREPOSITION));
        assert!(!word("ألينا").is_function());
        assert!(!word("آن").is_function());
        assert!(word("أمام").is(Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL)));
        assert!(!word("إمام").is_function());
    }
}
