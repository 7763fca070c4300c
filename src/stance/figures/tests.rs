use super::*;
use crate::arabic::Reading;
use crate::lexicon::Lexicon;

/// The figures of a text in the order of the card.
fn shown(text: &str) -> Vec<Figure> {
    let reading = Reading::of(text);
    let words = Words::of(&reading, Lexicon::shipped());
    figures(&words, &calendar_dates(&words))
}

fn texts(text: &str) -> Vec<String> {
    shown(text).into_iter().map(|figure| figure.text).collect()
}

#[test]
fn a_figure_is_a_number_with_what_it_counts() {
    let found = shown("تشكيل قوة دولية قوامها نحو 20 ألف جندي، ضمن الخطة.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text, "20 ألف جندي");
    assert_eq!(found[0].value, Some(20_000.0));
    assert_eq!(found[0].unit.as_deref(), Some("جندي"));
}

#[test]
fn the_counted_noun_keeps_its_adjective_and_its_whole() {
    for (text, figure) in [
        ("طردت الحكومة 60 دبلوماسيا روسيا أمس.", "60 دبلوماسيا روسيا"),
        ("بلغت الكلفة أربعة مليارات دولار.", "أربعة مليارات دولار"),
        ("تستولي على 70% من عائدات الميناء.", "70% من عائدات الميناء"),
        ("نزح عشرات الآلاف من السكان.", "عشرات الآلاف من السكان"),
        ("امتد الساحل 1100 كلم، وفق الخريطة.", "1100 كلم"),
        ("حصل المشروع على بـ25 صوتا فقط.", "25 صوتا"),
        ("استغرقت الرحلة ستة أسابيع كاملة.", "ستة أسابيع"),
        ("وعد بالرد خلال شهرين.", "شهرين"),
        ("استمر الخلاف عاما ونصف عام ونصف.", "عام ونصف"),
    ] {
        assert!(
            texts(text).iter().any(|found| found.starts_with(figure)),
            "{text}: {:?}",
            texts(text)
        );
    }
}

#[test]
fn years_labels_and_times_are_no_figures() {
    for text in [
        "صدر القرار 2231 عن المجلس.",
        "نشأت الأزمة عام 2011 ثم هدأت.",
        "اجتمعوا يوم 12 مايو/أيار 2018 في العاصمة.",
        "طائرة من طراز F-16 حلقت.",
        "دعت الدول الأربع إلى الحوار.",
        "بدأ الاجتماع في الساعة 10:30 صباحا.",
        "قال أحد المسؤولين.",
    ] {
        assert_eq!(texts(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_card_shows_six_and_none_twice() {
    let text = "قتل 11 شخصا و12 جنديا و13 طفلا و14 شرطيا و15 عاملا و16 طبيبا و17 سائقا. وقال إن 11 شخصا قتلوا.";
    let found = texts(text);
    assert_eq!(found.len(), 6);
    assert_eq!(
        found
            .iter()
            .filter(|figure| figure.starts_with("11"))
            .count(),
        1
    );
}
