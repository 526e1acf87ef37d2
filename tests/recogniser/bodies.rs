//! Bodies and persons that words around them tell, each in a sentence of its language: these
//! need no model.

use dragoman_recogniser::Kind::{self, Organisation, Person, Place};
use dragoman_recogniser::refine;

use crate::support::{named, span};

type Names<'a> = &'a [(&'a str, Kind)];

/// Each: a text, what the model sees in it, and what is left of that after the rules.
fn check(cases: &[(&str, Names, Names)]) {
    for (text, seen, wanted) in cases {
        let spans = seen.iter().map(|(name, kind)| span(text, name, *kind));
        let found = refine(text, spans.collect());
        assert_eq!(named(text, &found), *wanted, "{text}");
    }
}

#[test]
fn a_body_of_a_state_is_named_with_it() {
    check(&[
        (
            "Вчера министерство иностранных дел России осудило удар.",
            &[("России", Place)],
            &[("министерство иностранных дел России", Organisation)],
        ),
        (
            "Азию Биби оправдал Верховный суд Пакистана.",
            &[("Пакистана", Place)],
            &[("Верховный суд Пакистана", Organisation)],
        ),
        (
            "Міністерство закордонних справ Польщі викликало посла.",
            &[
                ("Міністерство закордонних справ", Organisation),
                ("Польщі", Place),
            ],
            &[("Міністерство закордонних справ Польщі", Organisation)],
        ),
        (
            "Ministerstwo Spraw Zagranicznych Rosji wezwało ambasadora.",
            &[
                ("Ministerstwo Spraw Zagranicznych", Organisation),
                ("Rosji", Place),
            ],
            &[("Ministerstwo Spraw Zagranicznych Rosji", Organisation)],
        ),
        (
            "Об этом сообщило Министерство обороны.",
            &[],
            &[("Министерство обороны", Organisation)],
        ),
        ("Об этом сообщило министерство обороны.", &[], &[]),
        (
            "Он оборонял министерство, а Россия молчала.",
            &[("Россия", Place)],
            &[("Россия", Place)],
        ),
    ]);
}

#[test]
fn what_the_model_has_more_of_stays() {
    let text = "Новый Верховный суд Пакистана молчит.";
    let name = "Новый Верховный суд Пакистана";
    check(&[(text, &[(name, Organisation)], &[(name, Organisation)])]);
}

#[test]
fn what_a_place_and_a_person_are_is_no_part_of_the_name() {
    check(&[
        (
            "Выборы начались в штате Огайо.",
            &[("штате Огайо", Place)],
            &[("Огайо", Place)],
        ),
        (
            "В ООН Пан Ги Мун говорил о мире.",
            &[("Пан Ги Мун", Person)],
            &[("Пан Ги Мун", Person)],
        ),
        (
            "Об этом сказал г-н Осборн.",
            &[("г-н Осборн", Person)],
            &[("Осборн", Person)],
        ),
    ]);
}

#[test]
fn a_surname_between_a_role_and_saying_is_a_person() {
    check(&[
        (
            "外交部发言人毛宁表示反对。",
            &[("外交部", Organisation)],
            &[("外交部", Organisation), ("毛宁", Person)],
        ),
        ("外交部發言人林劍說，", &[], &[("林劍", Person)]),
        ("发言人强调合作。发言人在会上说。", &[], &[]),
    ]);
}

#[test]
fn a_verb_ends_no_chinese_name() {
    check(&[(
        "北京大学与清华大学签署协议。",
        &[("清华大学签署", Organisation)],
        &[("清华大学", Organisation)],
    )]);
}

#[test]
fn an_arabic_month_is_no_place_and_may_be_a_firm() {
    check(&[
        (
            "زار بغداد في نيسان الماضي.",
            &[("بغداد", Place), ("نيسان", Place)],
            &[("بغداد", Place)],
        ),
        (
            "أعلنت شركة نيسان الأرباح.",
            &[("نيسان", Organisation)],
            &[("نيسان", Organisation)],
        ),
        (
            "قالت وزارة النفط إن النفط ارتفع.",
            &[("وزارة النفط", Organisation)],
            &[("وزارة النفط", Organisation)],
        ),
        ("ارتفع النفط أمس.", &[("النفط", Organisation)], &[]),
    ]);
}
