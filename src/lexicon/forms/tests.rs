use super::*;
use crate::arabic::fold;
use crate::lexicon::Lexicon;

fn verbs() -> &'static Verbs {
    &Lexicon::shipped().verbs
}

/// The readings of a written word as forms of one verb.
fn read(word: &str, lemma: &str) -> Vec<Form> {
    let id = verbs().by_lemma(lemma).expect(lemma);
    let forms = verbs().forms(&fold(word));
    forms
        .iter()
        .copied()
        .filter(|form| form.verb == id)
        .collect()
}

/// Asserts that each word is a form of the verb with this tense.
fn all(lemma: &str, tense: Tense, words: &str) {
    for word in words.split(' ') {
        assert!(
            read(word, lemma).iter().any(|form| form.tense == tense),
            "{word} is no {tense:?} of {lemma}"
        );
    }
}

fn none(lemma: &str, words: &str) {
    for word in words.split(' ') {
        assert_eq!(read(word, lemma), [], "{word} is a form of {lemma}");
    }
}

#[test]
fn the_tables_have_no_fault() {
    assert_eq!(Paradigms::TABLE.faults(), []);
    let mut lemmas: Vec<&str> = verbs().verbs.iter().map(|verb| verb.lemma).collect();
    lemmas.sort_unstable();
    let twice: Vec<_> = lemmas.windows(2).filter(|two| two[0] == two[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_lemma_is_its_own_perfect() {
    let mut wrong = Vec::new();
    for (number, verb) in verbs().verbs.iter().enumerate() {
        let found = verbs().forms(&fold(verb.lemma)).iter().any(|form| {
            usize::from(form.verb.0) == number
                && form.tense == Tense::Perfect
                && form.gender == Gender::Masculine
                && form.number == Number::Singular
        });
        if !found {
            wrong.push((verb.form, verb.lemma, verb.root));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn sound_verbs() {
    all(
        "رفض",
        Tense::Perfect,
        "رفض رفضت رفضوا رفضنا رفضا رفضتا رفضن رفضتم",
    );
    all(
        "رفض",
        Tense::Imperfect,
        "يرفض ترفض أرفض نرفض يرفضون يرفضان ترفضون",
    );
    all("رفض", Tense::Jussive, "يرفضوا يرفضا");
    all(
        "رفض",
        Tense::ActiveParticiple,
        "رافض رافضا رافضة رافضون رافضين رافضات",
    );
    all("رفض", Tense::PassiveParticiple, "مرفوض مرفوضة مرفوضا");
    all("رفض", Tense::Masdar, "رفض رفضا");
    all("أعلن", Tense::Perfect, "أعلن أعلنت أعلنوا أعلنا");
    all("أعلن", Tense::Imperfect, "يعلن تعلن نعلن يعلنون");
    all("أعلن", Tense::Masdar, "إعلان إعلانا إعلانات");
    all("أعلن", Tense::ActiveParticiple, "معلنا معلنة معلنين");
    all("ندد", Tense::Masdar, "تنديد تنديدا");
    all("ندد", Tense::ActiveParticiple, "منددا منددة منددين");
    all("طالب", Tense::Masdar, "مطالبة مطالبات");
    all("انسحب", Tense::Imperfect, "ينسحب تنسحب ينسحبون");
    all("انسحب", Tense::Masdar, "انسحاب انسحابا");
    all("عرقل", Tense::Masdar, "عرقلة");
    all("عرقل", Tense::Imperfect, "يعرقل تعرقل");
    none("رفض", "يرفضي مرافض");
}

#[test]
fn hamzated_verbs() {
    all("أكد", Tense::Perfect, "أكد أكدت أكدوا");
    all("أكد", Tense::Imperfect, "يؤكد تؤكد نؤكد يؤكدون");
    all("أكد", Tense::ActiveParticiple, "مؤكدا مؤكدة مؤكدين");
    all("أكد", Tense::Masdar, "تأكيد تأكيدات");
    all("سأل", Tense::Imperfect, "يسأل تسأل");
    all("سأل", Tense::Masdar, "سؤال");
    all("بدأ", Tense::Perfect, "بدأ بدأت بدأوا بدؤوا");
    all("بدأ", Tense::Imperfect, "يبدأ تبدأ يبدأون يبدؤون");
    all("آمن", Tense::Perfect, "آمن آمنت");
    all("آمن", Tense::Imperfect, "يؤمن تؤمن أومن");
    all("آمن", Tense::Masdar, "إيمان إيمانا");
    all("أخذ", Tense::ActiveParticiple, "آخذ آخذة");
    all("تساءل", Tense::Perfect, "تساءل تساءلت");
    all("تساءل", Tense::Masdar, "تساؤل تساؤلات");
    all("استأنف", Tense::Masdar, "استئناف");
    all("هنأ", Tense::Imperfect, "يهنئ تهنئ");
    all("هنأ", Tense::ActiveParticiple, "مهنئا");
    all("ائتلف", Tense::Masdar, "ائتلاف");
    all("تآمر", Tense::Masdar, "تآمر");
}

#[test]
fn assimilated_verbs() {
    all("وعد", Tense::Imperfect, "يعد تعد يعدون");
    all("وصف", Tense::Imperfect, "يصف تصف");
    all("أوضح", Tense::Imperfect, "يوضح توضح");
    all("أوضح", Tense::Masdar, "إيضاح إيضاحات");
    all("أيقن", Tense::Imperfect, "يوقن");
    all("اتفق", Tense::Perfect, "اتفق اتفقوا اتفقت");
    all("اتفق", Tense::Masdar, "اتفاق");
    all("اتهم", Tense::ActiveParticiple, "متهما متهمة");
    all("توقع", Tense::Masdar, "توقع توقعات");
    all("استورد", Tense::Masdar, "استيراد");
}

#[test]
fn hollow_verbs() {
    all("قال", Tense::Perfect, "قال قالت قالوا قلت قلنا");
    all("قال", Tense::Imperfect, "يقول تقول أقول نقول يقولون");
    all("قال", Tense::Jussive, "يقل تقل نقل يقولوا");
    all("قال", Tense::ActiveParticiple, "قائلا قائلة قائلين");
    assert!(
        read("قيل", "قال")
            .iter()
            .any(|form| form.voice == Voice::Passive)
    );
    assert!(
        read("يقال", "قال")
            .iter()
            .any(|form| form.voice == Voice::Passive)
    );
    all("خاف", Tense::Imperfect, "يخاف تخاف");
    all("أدان", Tense::Perfect, "أدان أدانت أدانوا");
    all("أدان", Tense::Imperfect, "يدين تدين ندين يدينون");
    all("أدان", Tense::Jussive, "يدن تدن");
    all("أدان", Tense::Masdar, "إدانة");
    all("استجاب", Tense::Masdar, "استجابة");
    all("استجاب", Tense::Jussive, "يستجب تستجب");
    all("استطاع", Tense::Imperfect, "يستطيع تستطيع");
    all("اختار", Tense::Masdar, "اختيار");
    all("انحاز", Tense::Masdar, "انحياز");
    all("أيد", Tense::Imperfect, "يؤيد تؤيد");
    all("حاول", Tense::Masdar, "محاولة محاولات");
    all("جاء", Tense::Perfect, "جاء جاءت جاؤوا جاءوا");
    all("أساء", Tense::Masdar, "إساءة");
    all("ازداد", Tense::Imperfect, "يزداد تزداد");
}

#[test]
fn defective_verbs() {
    all("دعا", Tense::Perfect, "دعا دعت دعوا دعوت دعونا دعوا");
    all("دعا", Tense::Imperfect, "يدعو تدعو ندعو يدعون يدعوان");
    all("دعا", Tense::Jussive, "يدع تدع يدعوا");
    all(
        "دعا",
        Tense::ActiveParticiple,
        "داع داعيا داعية داعين داعون",
    );
    all("نفى", Tense::Perfect, "نفى نفت نفوا نفيت");
    all("نفى", Tense::Imperfect, "ينفي تنفي ينفون");
    all("نفى", Tense::Jussive, "ينف تنف");
    all("نفى", Tense::ActiveParticiple, "نافيا نافية");
    all("سعى", Tense::Imperfect, "يسعى تسعى يسعون يسعيان");
    all("رأى", Tense::Perfect, "رأى رأت رأوا رأيت");
    all("رأى", Tense::Imperfect, "يرى ترى نرى يرون");
    all("رأى", Tense::Jussive, "ير تر");
    all("خشي", Tense::Perfect, "خشي خشيت خشوا");
    all("خشي", Tense::Imperfect, "يخشى تخشى");
    all("أبدى", Tense::Perfect, "أبدى أبدت أبدوا");
    all("أبدى", Tense::Imperfect, "يبدي تبدي");
    all("أبدى", Tense::Masdar, "إبداء");
    all("أبدى", Tense::ActiveParticiple, "مبديا مبدية");
    all("تحدى", Tense::Masdar, "تحد تحدي تحديا تحديات");
    all("ادعى", Tense::Masdar, "ادعاء ادعاءات");
    all("استدعى", Tense::Imperfect, "يستدعي تستدعي");
    all("أعطى", Tense::PassiveParticiple, "معطى معطيات معطاة");
    all("نوى", Tense::Imperfect, "ينوي تنوي");
    all("وفى", Tense::Imperfect, "يفي تفي");
    assert!(
        read("دعي", "دعا")
            .iter()
            .any(|form| form.voice == Voice::Passive)
    );
}

#[test]
fn geminate_verbs() {
    all("رد", Tense::Perfect, "رد ردت ردوا رددت رددنا");
    all("رد", Tense::Imperfect, "يرد ترد نرد يردون");
    all("حث", Tense::ActiveParticiple, "حاثا حاثة");
    all("أصر", Tense::Perfect, "أصر أصرت أصروا أصررت");
    all("أصر", Tense::Imperfect, "يصر تصر");
    all("أصر", Tense::Masdar, "إصرار");
    all("أصر", Tense::ActiveParticiple, "مصرا مصرة مصرين");
    all("انضم", Tense::Masdar, "انضمام");
    all("احتج", Tense::Masdar, "احتجاج احتجاجا احتجاجات");
    all("استعد", Tense::Masdar, "استعداد");
    all("استعد", Tense::ActiveParticiple, "مستعد مستعدة مستعدون");
    all("اضطر", Tense::Perfect, "اضطر اضطرت");
    all("هدد", Tense::Masdar, "تهديد تهديدات");
}

#[test]
fn the_construct_state_is_marked() {
    assert!(read("مؤيدو", "أيد").iter().all(|form| form.bound));
    assert!(read("مؤيدون", "أيد").iter().all(|form| !form.bound));
}

#[test]
fn persons_and_numbers() {
    let one = |word: &str, lemma: &str| {
        let form = *read(word, lemma).first().expect(word);
        (form.person, form.gender, form.number)
    };
    use {Gender::*, Number::*, Person::*};
    assert_eq!(one("أعلنت", "أعلن"), (First, Masculine, Singular));
    assert!(read("أعلنت", "أعلن").iter().any(|f| f.gender == Feminine));
    assert_eq!(one("يعلنون", "أعلن"), (Third, Masculine, Plural));
    assert_eq!(one("نرفض", "رفض"), (First, Masculine, Plural));
    assert_eq!(one("تنفي", "نفى"), (Third, Feminine, Singular));
}
