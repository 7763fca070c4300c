use super::*;
use crate::arabic::Reading;
use crate::lexicon::Lexicon;

/// Every outermost mention as "words = entity > actor".
fn mentions(text: &str) -> Vec<String> {
    let reading = Reading::of(text);
    let words = Words::of(&reading, Lexicon::shipped());
    let entities = Entities::of(&words);
    let outer = entities.within(0..words.len());
    outer
        .map(|mention| show(&entities, mention, text))
        .collect()
}

fn show(entities: &Entities, mention: &Mention, text: &str) -> String {
    let name = |id| {
        let entity: &Entity = entities.get(id).unwrap();
        entity.id.map_or_else(|| entity.name.clone(), str::to_owned)
    };
    let (entity, actor) = (
        name(mention.entity),
        name(entities.actor_of(mention.entity)),
    );
    let words = mention.span.of(text);
    if entity == actor {
        format!("{words} = {entity}")
    } else {
        format!("{words} = {entity} > {actor}")
    }
}

#[test]
#[ignore = "prints the mentions of files for a look: DUMP=\"a.txt b.txt\""]
fn dump() {
    for path in std::env::var("DUMP").unwrap().split_whitespace() {
        println!("## {path}");
        let text = std::fs::read_to_string(path).unwrap();
        let reading = Reading::of(&text);
        let words = Words::of(&reading, Lexicon::shipped());
        let entities = Entities::of(&words);
        for mention in entities.within(0..words.len()) {
            let span = mention.span;
            println!(
                "{}\t{}\t{}",
                span.start,
                span.end,
                show(&entities, mention, &text)
            );
        }
    }
}

#[test]
fn an_official_speaks_for_the_state_and_is_known_by_part_of_the_name() {
    let text = "حذر وزير الخارجية الروسي سيرغي لافروف من العقوبات.\nوقال لافروف إن موسكو سترد.";
    assert_eq!(
        mentions(text),
        [
            "وزير الخارجية الروسي سيرغي لافروف = سيرغي لافروف > RU",
            "لافروف = سيرغي لافروف > RU",
            "موسكو = RU",
        ]
    );
}

#[test]
fn an_unnamed_source_speaks_for_whom_the_text_says() {
    let text =
        "أكد مصدر رسمي في وزارة الخارجية النرويجية أن بلاده لن تشارك، وأضاف المصدر أن القرار نهائي.";
    let source = "مصدر رسمي في وزارة الخارجية النرويجية";
    assert_eq!(
        mentions(text),
        [
            format!("{source} = {source} > NO"),
            "بلاده = NO".to_owned(),
            format!("المصدر = {source} > NO")
        ]
    );
}

#[test]
fn a_holder_in_apposition_is_one_with_the_office() {
    let text = "قال المتحدث باسم الجامعة العربية، سامر القصار، إن المجلس سيجتمع. وأضاف القصار أن الاجتماع طارئ.";
    assert_eq!(
        mentions(text),
        [
            "المتحدث باسم الجامعة العربية، سامر القصار = سامر القصار > arableague",
            "القصار = سامر القصار > arableague"
        ]
    );
}

#[test]
fn a_family_name_is_no_adjective() {
    let found = mentions("رحب الناشط سمير المصري بالقرار");
    assert_eq!(found, ["الناشط سمير المصري = سمير المصري"]);
}

#[test]
fn back_references_reach_the_nearest_fitting_name() {
    let text = "قضت محكمة العدل الأوروبية ببطلان الاتفاق. وأضافت المحكمة أن الحكم نهائي. ورحبت حركة النهضة بالحكم، وقالت الحركة إنه عادل.";
    assert_eq!(
        mentions(text),
        [
            "محكمة العدل الأوروبية = ecj",
            "المحكمة = ecj",
            "حركة النهضة = ennahda",
            "الحركة = ennahda",
        ]
    );
}

#[test]
fn a_spokesman_of_a_person_speaks_for_the_person() {
    let found = mentions("أعلن متحدث باسم القائد العسكري نادر الشهابي أن القوات ستنسحب");
    assert_eq!(
        found.first().map(String::as_str),
        Some(
            "متحدث باسم القائد العسكري نادر الشهابي = متحدث باسم القائد العسكري نادر الشهابي > نادر الشهابي"
        )
    );
}

#[test]
fn a_common_word_names_a_group_only_where_the_article_does() {
    assert!(
        mentions("أعلنت المجموعة فتح باب الترشيح")
            .iter()
            .all(|mention| !mention.ends_with("fatah"))
    );
    assert!(mentions("اتفقت حماس وفتح على لجنة").contains(&"فتح = fatah".to_owned()));
    assert!(
        mentions("حذر خبراء من سد النهضة")
            .iter()
            .all(|mention| !mention.ends_with("ennahda"))
    );
    let saudi = mentions("أعلنت السعودية موقفها، وأكدت المملكة التزامها");
    assert_eq!(saudi, ["السعودية = SA", "المملكة = SA"]);
}

#[test]
fn the_card_calls_a_state_as_the_text_does() {
    let text = "قالت الخارجية الدنماركية إن القرار خاطئ. ورد وزير خارجية النرويج.";
    let reading = Reading::of(text);
    let words = Words::of(&reading, Lexicon::shipped());
    let entities = Entities::of(&words);
    let names: Vec<String> = entities
        .unplaced(&[])
        .into_iter()
        .map(|actor| actor.name)
        .collect();
    assert_eq!(names, ["النرويج"]);
    let danish = entities.resolve(1..3).unwrap();
    assert_eq!(danish.speaks_for, Some("DK"));
    let state = entities
        .actor(entities.actor_of(danish.entity.unwrap()))
        .unwrap();
    assert_eq!(state.name, "الخارجية الدنماركية");
    assert!(
        state
            .mentions
            .iter()
            .any(|span| span.of(text) == "الدنماركية")
    );
}

#[test]
fn media_are_known_by_name_in_marks_and_by_kind() {
    let text = "نقلت وكالة رويترز عن صحيفة «المرفأ» وقناة تلفزيونية. وقالت صحيفة لبنانية ووكالات أنباء «سنا» و«ورد» إن الاتفاق قريب.";
    let reading = Reading::of(text);
    let words = Words::of(&reading, Lexicon::shipped());
    let entities = Entities::of(&words);
    let names: Vec<&str> = entities
        .media()
        .iter()
        .map(|medium| medium.name.as_str())
        .collect();
    assert_eq!(names, ["رويترز", "المرفأ", "صحيفة لبنانية", "سنا", "ورد"]);
}

proptest::proptest! {
    #[test]
    fn any_text_has_entities(text in "(?s).{0,60}|(وزير|رئيس|الخارجية|الروسي|سمير|المصري|المتحدث|باسم|في|إلى|،|«|»|\\(|#|_|وزارة|حكومته|بلاده|المحكمة|ترامب|قال|أن|\n| ){0,40}") {
        let reading = Reading::of(&text);
        let words = Words::of(&reading, Lexicon::shipped());
        let entities = Entities::of(&words);
        let mut last = 0;
        for (place, mention) in entities.mentions().iter().enumerate() {
            proptest::prop_assert!(text.get(mention.span.range()).is_some_and(|words| !words.is_empty()));
            proptest::prop_assert!(mention.tokens.start >= last);
            last = mention.tokens.start;
            let entity = entities.get(mention.entity).unwrap();
            proptest::prop_assert!(entity.mentions.contains(&place));
        }
        for (id, _) in entities.iter() {
            proptest::prop_assert!(entities.actor(entities.actor_of(id)).is_some());
        }
    }
}

#[test]
#[ignore = "prints how the time grows with the text"]
fn growth() {
    let text = include_str!("../../../seeds/azerbaijan-peacekeepers.txt").replace('\n', " ");
    for times in [20, 80, 320] {
        let long = text.repeat(times);
        let reading = Reading::of(&long);
        let words = Words::of(&reading, Lexicon::shipped());
        let clock = std::time::Instant::now();
        let entities = Entities::of(&words);
        let mentions = clock.elapsed();
        let clock = std::time::Instant::now();
        let figures = crate::stance::figures::figures(
            &words,
            &crate::stance::figures::calendar_dates(&words),
        );
        println!(
            "{} bytes: {} mentions in {mentions:?}; {} figures in {:?}",
            long.len(),
            entities.mentions().len(),
            figures.len(),
            clock.elapsed()
        );
    }
}

#[test]
fn a_government_at_war_in_its_land_goes_by_its_own_name() {
    let text = "دعت الحكومة اليمنية إلى التهدئة. ورفض الحوثيون الدعوة. وقال الحوثيون إن اليمن سيصمد، واتهمت الحكومة اليمنية الحوثيين بالتعنت.";
    let reading = Reading::of(text);
    let words = Words::of(&reading, Lexicon::shipped());
    let entities = Entities::of(&words);
    let yemen = entities
        .iter()
        .find(|(_, entity)| entity.id == Some("YE"))
        .unwrap()
        .1;
    assert_eq!(yemen.name, "الحكومة اليمنية");
}

#[test]
fn a_name_that_only_stands_after_a_preposition_is_shown_whole() {
    let text = "وجه الرئيس رسالة للولايات المتحدة";
    let reading = Reading::of(text);
    let words = Words::of(&reading, Lexicon::shipped());
    let actors = Entities::of(&words).unplaced(&[]);
    assert_eq!(actors[0].name, "الولايات المتحدة");
}
