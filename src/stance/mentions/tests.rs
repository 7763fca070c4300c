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
