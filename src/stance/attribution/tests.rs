//! Invented sentences in the style of news, with what is attributed to whom.

mod sources;

use super::*;
use crate::arabic::Reading;
use crate::article;
use crate::lexicon::Lexicon;

/// "source: content" of each relation in the body, hidden sources in brackets,
/// carriers after an arrow.
fn told(body: &str) -> Vec<String> {
    let article = article::from_text("test", &format!("عنوان الخبر\n{body}")).unwrap();
    let reading = Reading::of(&article.text);
    let words = Words::of(&reading, Lexicon::shipped());
    let entities = Entities::of(&words);
    let relations = attributions(&article, &words, &entities);
    let statements = statements(&words, &entities, &relations);
    let line = |statement: &Statement| {
        let text = &article.text;
        let source = match statement.source.span {
            Some(span) => span.of(text).to_owned(),
            None => format!("({})", statement.source.name),
        };
        let carrier = statement
            .carrier
            .as_ref()
            .map_or(String::new(), |carrier| format!(" ← {}", carrier.name));
        format!("{source}: {}{carrier}", statement.content.span.of(text))
    };
    statements.iter().map(line).collect()
}

/// The rules that make a relation in a body.
fn ruled(body: &str) -> Vec<&'static str> {
    let article = article::from_text("test", &format!("عنوان الخبر\n{body}")).unwrap();
    let reading = Reading::of(&article.text);
    let words = Words::of(&reading, Lexicon::shipped());
    let relations = attributions(&article, &words, &Entities::of(&words));
    relations.iter().map(|relation| relation.rule).collect()
}

#[test]
fn every_rule_has_hits_and_near_misses_that_hold() {
    assert_eq!(rules::TABLE.faults(), []);
    for rule in rules::rules() {
        assert!(
            !rule.hits.is_empty() && !rule.misses.is_empty(),
            "{}",
            rule.id
        );
        for hit in &rule.hits {
            assert!(
                ruled(hit).contains(&rule.id),
                "{}: {hit}: {:?}",
                rule.id,
                told(hit)
            );
        }
        for miss in &rule.misses {
            assert!(
                !ruled(miss).contains(&rule.id),
                "{}: {miss}: {:?}",
                rule.id,
                told(miss)
            );
        }
    }
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    assert_eq!(told(body), expected, "\n{body}\n");
}

#[test]
fn verb_source_clause() {
    check(
        "أكد وزير الخارجية الأردني أيمن الصفدي، أمس الثلاثاء، أن بلاده ملتزمة بالاتفاق.",
        &["وزير الخارجية الأردني أيمن الصفدي: بلاده ملتزمة بالاتفاق"],
    );
    check(
        "وقالت المتحدثة باسم الوزارة ليلى حداد، في مؤتمر صحفي عقدته في العاصمة، إن المحادثات ستستأنف قريبا.",
        &["المتحدثة باسم الوزارة ليلى حداد: المحادثات ستستأنف قريبا"],
    );
    check(
        "وأعلنت الأمم المتحدة في بيان نشر مساء الأحد أنها علقت عملياتها في المنطقة.",
        &["الأمم المتحدة: علقت عملياتها في المنطقة"],
    );
    check(
        "وصرح مسؤول تركي كبير لوكالة رويترز بأن أنقرة لن تقبل العرض.",
        &["مسؤول تركي كبير: أنقرة لن تقبل العرض ← وكالة رويترز"],
    );
}

#[test]
fn verb_source_quotation() {
    check(
        "وقال المتحدث باسم الجيش: «لن ننسحب من المدينة. سنبقى هنا».",
        &["المتحدث باسم الجيش: لن ننسحب من المدينة. سنبقى هنا"],
    );
    check(
        "وقال رئيس البلدية “لم يبلغنا أحد بالقرار”.",
        &["رئيس البلدية: لم يبلغنا أحد بالقرار"],
    );
    check(
        "وأضاف: \"هذا كل ما لدينا\"، وغادر القاعة.",
        &["(): هذا كل ما لدينا"],
    );
}

#[test]
fn source_first() {
    check(
        "لكن الرئيس الفرنسي أكد أن باريس لن تتراجع.",
        &["الرئيس الفرنسي: باريس لن تتراجع"],
    );
    check(
        "وكانت وزارة الدفاع الروسية قد أعلنت سقوط طائرة قرب الحدود.",
        &["وزارة الدفاع الروسية: سقوط طائرة قرب الحدود"],
    );
    check(
        "أما الحكومة اللبنانية فقد رحبت بالقرار.",
        &["الحكومة اللبنانية: القرار"],
    );
}

#[test]
fn hidden_subjects_are_the_last_speaker_that_agrees() {
    check(
        "قال الوزير السوري إن الطريق مغلق. وأضاف أن فتحه ممكن.",
        &["الوزير السوري: الطريق مغلق", "(الوزير السوري): فتحه ممكن"],
    );
    check(
        "قالت المستشارة الألمانية إن الوقت ضيق، وقال الرئيس التركي إن بلاده مستعدة. وأضافت أن القمة ستعقد.",
        &[
            "المستشارة الألمانية: الوقت ضيق",
            "الرئيس التركي: بلاده مستعدة",
            "(المستشارة الألمانية): القمة ستعقد",
        ],
    );
}

#[test]
fn participles_continue_the_subject_of_the_clause() {
    check(
        "زار وزير الخارجية القطري بغداد، مشيرا إلى أن بلاده تدعم الحوار، ومؤكدا أن الخلاف سيحل.",
        &[
            "(وزير الخارجية القطري): بلاده تدعم الحوار",
            "(وزير الخارجية القطري): الخلاف سيحل",
        ],
    );
    check(
        "وأدانت الخارجية المصرية الهجوم، داعية إلى ضبط النفس، ومحذرة من التصعيد.",
        &[
            "الخارجية المصرية: الهجوم",
            "(الخارجية المصرية): ضبط النفس",
            "(الخارجية المصرية): التصعيد",
        ],
    );
}

#[test]
fn verbs_that_govern_with_a_preposition() {
    check(
        "ودعت فرنسا طرفي النزاع إلى وقف القتال.",
        &["فرنسا: وقف القتال"],
    );
    check(
        "واتهم الرئيس الأوكراني موسكو بخرق الهدنة.",
        &["الرئيس الأوكراني: موسكو بخرق الهدنة"],
    );
    check(
        "وأعرب الأمين العام للأمم المتحدة عن قلقه إزاء التصعيد.",
        &["الأمين العام للأمم المتحدة: قلقه إزاء التصعيد"],
    );
    check(
        "وطالبت المعارضة السودانية الحكومة بالاستقالة فورا.",
        &["المعارضة السودانية: الاستقالة فورا"],
    );
}

#[test]
fn prepositions_after_before_and_inside() {
    check(
        "وقتل ثلاثة جنود في الانفجار، بحسب مصادر طبية.",
        &["مصادر طبية: وقتل ثلاثة جنود في الانفجار"],
    );
    check(
        "ووفقا لمسؤولين محليين، فإن الطريق لا تزال مغلقة.",
        &["مسؤولين محليين: الطريق لا تزال مغلقة"],
    );
    check("وستجرى الانتخابات وفقا للدستور في موعدها.", &[]);
    check("وستوزع المساعدات وفق خطة معدة سلفا.", &[]);
}

#[test]
fn carriers_are_not_sources() {
    check(
        "ونقلت وكالة الأناضول عن مصدر أمني تركي قوله إن العملية انتهت.",
        &["مصدر أمني تركي: العملية انتهت ← وكالة الأناضول"],
    );
    check(
        "وقال الوزير اليمني إن المطار سيفتح، وفق ما نقلت وكالة سبأ.",
        &["الوزير اليمني: المطار سيفتح ← وكالة سبأ"],
    );
    check(
        "وأعلن الجيش العراقي مقتل قائد في التنظيم، حسبما أفادت وكالة الأنباء العراقية.",
        &["الجيش العراقي: مقتل قائد في التنظيم ← وكالة الأنباء العراقية"],
    );
}

#[test]
fn documents_speak() {
    check(
        "وجاء في البيان أن الطرفين اتفقا على هدنة.",
        &["البيان: الطرفين اتفقا على هدنة"],
    );
    check(
        "وقال التقرير إن الفقر زاد في المنطقة.",
        &["التقرير: الفقر زاد في المنطقة"],
    );
}

#[test]
fn nested_relations_are_kept_apart() {
    check(
        "وقال المبعوث الأممي إن طهران أبلغته أنها لن توقع.",
        &["المبعوث الأممي: طهران أبلغته أنها لن توقع", "طهران: لن توقع"],
    );
}

#[test]
fn impersonal_and_topic_verbs_attribute_nothing() {
    for body in [
        "يذكر أن الاتفاق وقع قبل عامين.",
        "ومن المتوقع أن تبدأ المحادثات الأحد.",
        "ويعتقد أن عدد النازحين كبير.",
        "وتطرق الوزير إلى الأزمة الليبية.",
        "ولم تعلن الوزارة تفاصيل أخرى.",
        "وقررت الحكومة تأجيل الانتخابات.",
        "ويُنتظر أن يؤكد الرئيس موقفه غدا.",
    ] {
        check(body, &[]);
    }
}

#[test]
fn verbs_spelled_like_function_words() {
    check("وبيّن الوزير أن الطريق مغلق.", &["الوزير: الطريق مغلق"]);
    check("وكان الاتحاد قد عبر عن أسفه.", &["الاتحاد: أسفه"]);
    check(
        "ويُطالب المعلمون بزيادة في رواتبهم.",
        &["المعلمون: زيادة في رواتبهم"],
    );
}

#[test]
fn clauses_may_hang_on_an_adverbial_between_cue_and_content() {
    check(
        "وجزمت المحكمة، في توضيح نشرته أمس، بأن أي جلسة لا ترتب أثرا.",
        &["المحكمة: أي جلسة لا ترتب أثرا"],
    );
    check(
        "وقال كوفاتش، في مقابلة مع قناة الجزيرة، نقلت مقتطفات منها وكالة الأنباء، إن الوقت ضيق.",
        &["كوفاتش: الوقت ضيق ← قناة الجزيرة"],
    );
}

#[test]
fn a_speaker_goes_on_in_the_imperfect() {
    check(
        "ويرى الباحث ناصر باعوض أن الخطة متعثرة، ويقول إن الحل قريب، ويتوقع أن تنجح.",
        &[
            "الباحث ناصر باعوض: الخطة متعثرة",
            "(الباحث ناصر باعوض): الحل قريب",
            "(الباحث ناصر باعوض): تنجح",
        ],
    );
    check(
        "وأشادت اللجنة بالقرار، لكنها رأت أن المبلغ لا يكفي.",
        &["اللجنة: القرار", "(اللجنة): المبلغ لا يكفي"],
    );
}

#[test]
fn nouns_report_where_what_was_said_stands_with_them() {
    check(
        "واكتفى المتحدث بالقول إن الملف قيد الدرس.",
        &["(المتحدث): الملف قيد الدرس"],
    );
    check(
        "وجاء القرار بعد دعوة الحكومة الفرنسية إلى فتح المعابر.",
        &["الحكومة الفرنسية: فتح المعابر"],
    );
    check("ورحب بها الحاضرون بعد تصريحات الوزير أمس.", &[]);
}

#[test]
fn words_about_the_speakers_own_side_are_no_second_relation() {
    check(
        "وقال وزير الخارجية الأردني إنه يرحب بالخطة.",
        &["وزير الخارجية الأردني: يرحب بالخطة"],
    );
    check(
        "وقال وزير الخارجية الأردني إن بلاده ترحب بالخطة.",
        &["وزير الخارجية الأردني: بلاده ترحب بالخطة"],
    );
}

#[test]
fn interviews_and_transcripts_belong_to_who_speaks() {
    check(
        "عقد وزير العدل اللبناني مؤتمرا صحفيا.\nالوزير: لن أطيل عليكم. القائمة جاهزة.\nسؤال: متى تصدر؟\nالوزير: قريبا جدا إن شاء الله.",
        &[
            "الوزير: لن أطيل عليكم. القائمة جاهزة",
            "الوزير: قريبا جدا إن شاء الله",
        ],
    );
}

#[test]
fn what_may_be_said_is_not_said() {
    for body in [
        "وإذا طلب الطرفان وساطة فالباب مفتوح.",
        "وستعلن الوزارة أن الطريق مفتوح.",
    ] {
        check(body, &[]);
    }
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 24] = [
        "قال",
        "وأضاف",
        "الوزير",
        "الروسي",
        "إن",
        "أن",
        "«",
        "»",
        ":",
        "،",
        ".",
        "مشيرا",
        "إلى",
        "الذي",
        "وفق",
        "ما",
        "نقلت",
        "وكالة",
        "عن",
        "قوله",
        "لم",
        "باسم",
        "\"",
        "القرار",
    ];

    proptest! {
        #[test]
        fn any_text_is_read_with_spans_in_place(
            words in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..40)
        ) {
            let body = words.join(" ");
            if let Ok(article) = article::from_text("test", &format!("عنوان\n{body}")) {
                let reading = Reading::of(&article.text);
                let words = Words::of(&reading, Lexicon::shipped());
                let entities = Entities::of(&words);
                let relations = attributions(&article, &words, &entities);
                for relation in &relations {
                    prop_assert!(!relation.content.is_empty());
                    prop_assert!(relation.content.end <= words.len());
                    prop_assert!(article.text.get(relation.content_span.range()).is_some());
                    prop_assert!(!relation.content_span.is_empty());
                }
                for statement in statements(&words, &entities, &relations) {
                    let span = statement.source.span.unwrap_or_default();
                    prop_assert!(article.text.get(span.range()).is_some());
                }
            }
        }
    }
}

#[test]
fn those_spoken_to_and_objects_are_no_subjects() {
    assert_eq!(
        told("أعربت المنظمة عن قلقها من الحفر، وطالبت السلطات بمحاسبة الفاعلين."),
        ["المنظمة: قلقها من الحفر", "(المنظمة): محاسبة الفاعلين"]
    );
}

#[test]
fn a_dateline_is_nobodys_name() {
    assert_eq!(
        told("مسقط في 22 مايو / العُمانية / أكدت وزارة الزراعة أن الموسم سيبقى معلقا."),
        ["وزارة الزراعة: الموسم سيبقى معلقا"]
    );
}

#[test]
fn a_participle_has_the_subject_of_a_clause_led_by_while() {
    let told = told(
        "أيدت النقابة الخفض، بينما اعترضت جمعية حماية المدخرين عليه، معتبرة أن أصحاب المعاشات سيدفعون الفاتورة.",
    );
    assert!(
        told.contains(&"(جمعية حماية المدخرين): أصحاب المعاشات سيدفعون الفاتورة".to_owned()),
        "{told:?}"
    );
}
