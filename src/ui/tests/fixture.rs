//! A hand-made briefing of the seed article, with every kind of line. Spans
//! are given by the words they hold.

use crate::arabic::Span;
use crate::article::{self, Article};
use crate::stance::{
    Actor, ActorKind, Briefing, Carrier, Condition, Content, Cue, CueClass, Date, Evidence, Figure,
    Issue, Position, Reason, Source, Stance, Statement, StatementType,
};

const RULE: &str = "position.bound-by-condition";
const SAID: &str = "attribution.verb-subject-clause";

pub fn seed() -> (Article, Briefing) {
    let article = article::seed();
    let briefing = briefing(&article);
    (article, briefing)
}

struct Text<'a>(&'a str);

impl Text<'_> {
    fn span(&self, words: &str) -> Span {
        let start = self.0.find(words);
        let start = start.unwrap_or_else(|| panic!("not in the text: {words}"));
        Span::new(start, start + words.len())
    }

    fn issue(&self, words: &str) -> Issue {
        Issue {
            text: words.to_owned(),
            span: self.span(words),
        }
    }

    fn actor(&self, id: &str, name: &str) -> Actor {
        let mentions = self.0.match_indices(name);
        Actor {
            id: Some(id.to_owned()),
            name: name.to_owned(),
            kind: ActorKind::State,
            mentions: mentions
                .map(|(at, found)| Span::new(at, at + found.len()))
                .collect(),
        }
    }

    fn evidence(&self, words: &str, triggers: &[&str], negated: bool) -> Evidence {
        let span = self.span(words);
        let trigger = |trigger: &&str| {
            let at = span.start + words.find(trigger).unwrap();
            Span::new(at, at + trigger.len())
        };
        Evidence {
            text: words.to_owned(),
            span,
            triggers: triggers.iter().map(trigger).collect(),
            negated,
        }
    }

    fn condition(&self, words: &str, marker: &str) -> Condition {
        Condition {
            text: words.to_owned(),
            span: self.span(words),
            marker: self.span(marker),
        }
    }

    fn reason(&self, words: &str, marker: Option<&str>) -> Reason {
        Reason {
            text: words.to_owned(),
            span: self.span(words),
            marker: marker.map(|marker| self.span(marker)),
        }
    }

    fn position(
        &self,
        actor: Actor,
        stance: Stance,
        issue: &str,
        evidence: Vec<Evidence>,
    ) -> Position {
        Position {
            actor,
            stance,
            confidence: 0.78,
            issue: Some(self.issue(issue)),
            conditions: Vec::new(),
            reasons: Vec::new(),
            evidence,
            statements: Vec::new(),
            act: None,
            rule: RULE,
            reviewed: false,
        }
    }

    fn statement(
        &self,
        source: Source,
        cue: (&str, &str, CueClass),
        content: &str,
        kind: StatementType,
    ) -> Statement {
        Statement {
            source,
            cue: Cue {
                span: self.span(cue.0),
                lemma: cue.1.to_owned(),
                class: cue.2,
            },
            content: Content {
                span: self.span(content),
            },
            kind,
            carrier: None,
            rule: SAID,
        }
    }

    fn carrier(&self, name: &str) -> Carrier {
        Carrier {
            id: Some("reuters".to_owned()),
            name: name.to_owned(),
            span: self.span(name),
        }
    }
}

fn briefing(article: &Article) -> Briefing {
    let text = Text(&article.text);
    let unnamed = |shown: bool| Source {
        span: shown.then(|| text.span("مصدر رسمي في وزارة الخارجية الأذربيجانية")),
        name: "مصدر رسمي في وزارة الخارجية الأذربيجانية".to_owned(),
        role: Some("مصدر رسمي".to_owned()),
        kind: ActorKind::Unnamed,
        speaks_for: Some("AZ".to_owned()),
    };
    let chairman = Source {
        span: Some(text.span("رئيس لجنة الأمن في البرلمان الأذربيجاني")),
        name: "رئيس لجنة الأمن في البرلمان الأذربيجاني".to_owned(),
        role: None,
        kind: ActorKind::Person,
        speaks_for: None,
    };
    let mut main = text.position(
        text.actor("AZ", "أذربيجان"),
        Stance::Conditional,
        "إرسال قوات حفظ سلام إلى غزة",
        vec![
            text.evidence(
                "أي مشاركة محتملة ستبقى مرهونة بوقف شامل ودائم للقتال بين إسرائيل وحركة حماس",
                &["مرهونة بـ".trim_end_matches("بـ").trim()],
                false,
            ),
            text.evidence(
                "لن تكون جزءًا من أي تحرك عسكري ما لم تتوافر ضمانات حقيقية لوقف إطلاق النار بشكل كامل",
                &["لن", "ما لم"],
                true,
            ),
        ],
    );
    main.confidence = 0.92;
    main.conditions = vec![
        text.condition("وقف شامل ودائم للقتال بين إسرائيل وحركة حماس", "مرهونة"),
        text.condition("ضمانات حقيقية لوقف إطلاق النار بشكل كامل", "ما لم تتوافر"),
        text.condition("موافقة البرلمان الأذربيجاني", "يتطلب"),
    ];
    main.reasons = vec![
        text.reason("لا تريد تعريض قواتها للخطر", None),
        text.reason(
            "قد تؤدي إلى تعقيد الموقف الميداني، بدلًا من تهدئته",
            Some("ترى أن"),
        ),
    ];
    main.statements = vec![0, 1];
    let support = text.position(
        text.actor("AZ", "أذربيجان"),
        Stance::Support,
        "الجهود الدولية الرامية إلى تحقيق الاستقرار في قطاع غزة",
        vec![text.evidence(
            "تدعم الجهود الدولية الرامية إلى تحقيق الاستقرار في قطاع غزة",
            &["تدعم"],
            false,
        )],
    );
    let mut states = text.position(
        text.actor("US", "الولايات المتحدة"),
        Stance::Oppose,
        "الانخراط في أي قوة دولية",
        vec![text.evidence(
            "ترفض الانخراط في أي قوة دولية قبل ضمان استقرار الأوضاع الميدانية",
            &["ترفض"],
            false,
        )],
    );
    states.reasons = vec![text.reason(
        "لضمان حفظ الأمن ومنع تجدد القتال داخل قطاع غزة",
        Some("لضمان"),
    )];
    let mut quoted = text.statement(
        unnamed(true),
        ("قوله إن", "قال", CueClass::Neutral),
        "أذربيجان لا تريد تعريض قواتها للخطر، ولن تنظر في أي مشاركة عسكرية إلا بعد وقف تام للأعمال القتالية",
        StatementType::Direct,
    );
    quoted.carrier = Some(text.carrier("رويترز"));
    let statements = vec![
        text.statement(
            unnamed(true),
            ("أكد", "أكد", CueClass::Assertive),
            "بلاده لا تعتزم إرسال قوات حفظ سلام إلى قطاع غزة في الوقت الحالي",
            StatementType::Indirect,
        ),
        quoted,
        text.statement(
            unnamed(false),
            ("أضاف أن", "أضاف", CueClass::Continuing),
            "باكو تتابع عن كثب المناقشات الجارية داخل الأمم المتحدة ومجلس الأمن الدولي",
            StatementType::Mixed,
        ),
        text.statement(
            chairman,
            ("مشددًا على أن", "شدد", CueClass::Assertive),
            "ستخضع لنقاش واسع داخل المجلس",
            StatementType::Direct,
        ),
    ];
    let mut briefing = Briefing::empty(article);
    briefing.summary = "أذربيجان: موقف مشروط من إرسال قوات حفظ سلام إلى غزة. الشرط: وقف شامل ودائم للقتال بين إسرائيل وحركة حماس.".to_owned();
    briefing.issue = Some(text.issue("إرسال قوات حفظ سلام إلى غزة"));
    briefing.principal = Some(0);
    briefing.positions = vec![main, support, states];
    briefing.statements = statements;
    briefing.actors_without_position = ["إندونيسيا", "الإمارات", "مصر", "قطر", "تركيا"]
        .iter()
        .zip(["ID", "AE", "EG", "QA", "TR"])
        .map(|(name, id)| text.actor(id, name))
        .collect();
    briefing.figures = vec![Figure {
        text: "20 ألف جندي".to_owned(),
        span: text.span("20 ألف جندي"),
        value: Some(20000.0),
        unit: Some("جندي".to_owned()),
    }];
    briefing.dates = vec![Date {
        text: "الآن".to_owned(),
        span: text.span("الآن"),
        iso: Some("2026-11-23".to_owned()),
    }];
    briefing.carriers = vec![text.carrier("رويترز")];
    briefing
}
