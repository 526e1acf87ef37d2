//! What is proposed in articles, by the recogniser and the gazetteer that ship.

use std::sync::OnceLock;

use dragoman_core::domain::{
    EntityId, EntityKind, NameId, NameStrength, ProposalWhy, ProposedAs, ProposedName, Span,
};
use dragoman_core::entities::linking::Linker;
use dragoman_core::entities::proposing::{Kept, Recogniser, propose};
use dragoman_core::entities::{Gazetteer, NameMatcher};

const SAMPLE: &str = include_str!("../../fixtures/seed/independent-2022-05-10.txt");

fn recogniser() -> &'static Recogniser {
    static LOADED: OnceLock<Recogniser> = OnceLock::new();
    LOADED.get_or_init(|| Recogniser::shipped().unwrap())
}

/// What is proposed in a text when these are kept.
pub(super) fn proposed_with(
    text: &str,
    kept: &[(EntityId, EntityKind, &str)],
) -> Vec<ProposedName> {
    let mut matcher = NameMatcher::new();
    for (id, _, name) in kept {
        matcher.add(NameId::new(), *id, name, NameStrength::Strong);
    }
    let linker = Linker::of(kept.iter().copied());
    let kept = Kept {
        matcher: &matcher,
        linker: &linker,
    };
    let gazetteer = Some(Gazetteer::shipped());
    propose(&[(0, text)], kept, gazetteer, Some(recogniser()), &|| false).unwrap()
}

fn proposed(text: &str) -> Vec<ProposedName> {
    proposed_with(text, &[])
}

pub(super) fn words<'t>(text: &'t str, name: &ProposedName) -> Vec<&'t str> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let byte = |scalar: u32| bytes.get(scalar as usize).copied().unwrap_or(text.len());
    let words = |span: &Span| &text[byte(span.start)..byte(span.end)];
    name.spans.iter().map(words).collect()
}

fn named<'p>(all: &'p [ProposedName], name: &str) -> &'p ProposedName {
    let mut fitting = all.iter().filter(|proposed| proposed.name == name);
    let found = fitting.next();
    assert_eq!(fitting.count(), 0, "{name} is proposed twice");
    found.unwrap_or_else(|| panic!("{name} is not proposed among {all:?}"))
}

#[test]
fn a_sample_article_is_read_as_a_reporter_would() {
    let all = proposed(SAMPLE);
    for (name, kind, places) in [
        ("North Korea", EntityKind::Place, 5),
        ("Kim Jong Un", EntityKind::Person, 6),
        ("Vladimir Putin", EntityKind::Person, 3),
        ("Russia", EntityKind::Place, 9),
        ("Victory Day", EntityKind::Event, 4),
        ("World War II", EntityKind::Event, 1),
        ("Korean Central News Agency", EntityKind::Organisation, 1),
        ("Ukraine", EntityKind::Place, 5),
        ("Moscow", EntityKind::Place, 2),
        ("United States", EntityKind::Place, 5),
        ("foreign ministry", EntityKind::Organisation, 1),
    ] {
        let proposed = named(&all, name);
        assert_eq!(
            (proposed.kind, proposed.spans.len()),
            (kind, places),
            "{name}"
        );
    }
    let kim = words(SAMPLE, named(&all, "Kim Jong Un"));
    assert_eq!(kim.iter().filter(|words| **words == "Jong Un").count(), 3);
    assert!(all.iter().all(|name| name.name != "Thomas Kingsley"));
    assert!(all.iter().all(|name| !name.name.contains("North Korean")));
    assert!(all.len() <= 16, "{all:?}");
}

#[test]
fn a_short_form_goes_to_the_full_name() {
    let text = "Foreign Minister Karin Bruun met reporters in Warsaw. Bruun said that the talks \
                would go on. Mr Anders Holt and Ms Bruun will meet again.";
    let all = proposed(text);
    let bruun = named(&all, "Karin Bruun");
    assert_eq!(words(text, bruun), ["Karin Bruun", "Bruun", "Bruun"]);
    assert_eq!(bruun.role.as_deref(), Some("Foreign Minister"));
    assert_eq!(words(text, named(&all, "Anders Holt")), ["Anders Holt"]);
}

#[test]
fn a_surname_of_two_persons_is_neither_ones() {
    let text = "Karin Bruun and her brother Peter Bruun spoke in Warsaw. Bruun left early.";
    let all = proposed(text);
    assert_eq!(named(&all, "Karin Bruun").spans.len(), 1);
    assert_eq!(named(&all, "Peter Bruun").spans.len(), 1);
}

#[test]
fn letters_that_the_article_binds_are_the_name() {
    let text =
        "The Baltic Grain Export Council (BGEC) met in Riga. The BGEC said that prices fell.";
    let council = proposed(text);
    let council = named(&council, "Baltic Grain Export Council");
    assert_eq!(
        words(text, council),
        ["Baltic Grain Export Council", "BGEC", "BGEC"]
    );
    assert_eq!(council.kind, EntityKind::Organisation);
}

#[test]
fn who_signs_an_article_is_not_proposed() {
    let text = "Talks go on in Warsaw\n\nBy Karin Bruun\n10 May 2022\n\nPeter Holt met ministers in \
                Warsaw on Tuesday, and said that he would come again.";
    let all = proposed(text);
    assert!(all.iter().all(|name| name.name != "Karin Bruun"), "{all:?}");
    named(&all, "Peter Holt");
}

#[test]
fn kept_entities_win_and_take_in_other_scripts() {
    let (putin, warsaw) = (EntityId::new(), EntityId::new());
    let kept = [
        (putin, EntityKind::Person, "Vladimir Putin"),
        (warsaw, EntityKind::Place, "Warsaw"),
    ];
    let text = "Встреча Владимира Путина с послами прошла в четверг. Позже Путин уехал.";
    let all = proposed_with(text, &kept);
    let found = all
        .iter()
        .find(|name| name.names == ProposedAs::Kept(putin))
        .unwrap();
    assert_eq!(words(text, found), ["Владимира Путина", "Путин"]);
    assert_eq!(found.why, ProposalWhy::Name);

    let text = "The University of Warsaw opened its doors in Warsaw.";
    let all = proposed_with(text, &kept);
    let found = all
        .iter()
        .find(|name| name.names == ProposedAs::Kept(warsaw))
        .unwrap();
    assert_eq!(found.spans.len(), 1, "{all:?}");
    assert_eq!(found.spans[0].start, 45);
}

#[test]
fn a_surname_in_another_script_is_the_only_kept_person_who_has_it() {
    let kept = [(EntityId::new(), EntityKind::Person, "Boris Johnson")];
    let whose = |text: &str| -> Vec<ProposedAs> {
        let all = proposed_with(text, &kept);
        let persons = all
            .into_iter()
            .filter(|name| name.kind == EntityKind::Person);
        persons.map(|name| name.names).collect()
    };
    let johnson = ProposedAs::Kept(kept[0].0);
    assert_eq!(
        whose("В понедельник Джонсон заявил, что переговоры продолжатся."),
        [johnson]
    );
    // Another of that name, whom the article has in full.
    let text = "Актёр Дуэйн Джонсон приехал в Москву. В понедельник Джонсон выступит с речью.";
    assert_eq!(whose(text), [ProposedAs::New]);
}

#[test]
fn forms_of_a_name_in_several_cases_are_one_proposal() {
    let text = "Анна Коваленко приехала в Киев. Встреча с Анной Коваленко прошла в среду. \
                Директор Игорь Савельев сказал, что Савельева не пригласили.";
    let all = proposed(text);
    assert_eq!(named(&all, "Игорь Савельев").spans.len(), 2, "{all:?}");
    assert_eq!(named(&all, "Анна Коваленко").spans.len(), 2, "{all:?}");
}

#[test]
fn places_are_those_of_the_blocks() {
    let texts = [
        (Span::TITLE, "Talks in Riga"),
        (0, "Peter Holt came."),
        (1, "Later Peter Holt left Riga."),
    ];
    let kept = Kept {
        matcher: &NameMatcher::new(),
        linker: &Linker::default(),
    };
    let all = propose(&texts, kept, None, Some(recogniser()), &|| false).unwrap();
    let span = |block, start, end| Span { block, start, end };
    assert_eq!(
        named(&all, "Peter Holt").spans,
        [span(0, 0, 10), span(1, 6, 16)]
    );
    assert_eq!(
        named(&all, "Riga").spans,
        [span(Span::TITLE, 9, 13), span(1, 22, 26)]
    );
}

#[test]
fn reading_can_be_cancelled() {
    let kept = Kept {
        matcher: &NameMatcher::new(),
        linker: &Linker::default(),
    };
    let read = propose(&[(0, SAMPLE)], kept, None, Some(recogniser()), &|| true);
    assert!(matches!(read, Err(dragoman_core::Error::Cancelled)));
}

#[test]
fn a_place_that_only_says_how_something_is_is_not_proposed() {
    let text = "An Iran-backed group and a pro-Beijing party met in Warsaw, in Stratford-upon-Avon \
                and at the Anti-Israel League.";
    let all = proposed(text);
    for name in ["Iran", "Beijing", "Israel"] {
        assert!(
            all.iter().all(|found| found.name != name),
            "{name}: {all:?}"
        );
    }
    named(&all, "Warsaw");
    let text = "Iran said that an Iran-backed group had met in Warsaw.";
    assert_eq!(
        words(text, named(&proposed(text), "Iran")),
        ["Iran", "Iran"]
    );
    let text = "An Iran-backed group met in Warsaw.";
    let iran = EntityId::new();
    let kept = [(iran, EntityKind::Place, "Iran")];
    let all = proposed_with(text, &kept);
    assert!(
        all.iter()
            .any(|found| found.names == ProposedAs::Kept(iran))
    );
}

#[test]
fn years_are_counted_from_no_bank() {
    let all =
        proposed("The temple of the 14th century BCE was older than one of 600 B.C.E. by far.");
    assert!(all.is_empty(), "{all:?}");
}

#[test]
fn a_surname_that_is_a_town_is_the_persons() {
    let text = "Peter Halifax came to London. Three days later Halifax told reporters that he \
                would resign.";
    let all = proposed(text);
    assert_eq!(
        words(text, named(&all, "Peter Halifax")),
        ["Peter Halifax", "Halifax"]
    );
    named(&all, "London");
}

#[test]
fn a_capital_that_begins_a_sentence_is_no_place_that_has_the_word() {
    let all = proposed("Самой важной была река. Мир нужен всем, сказала Анна Петрова.");
    assert!(
        all.iter().all(|name| name.kind != EntityKind::Place),
        "{all:?}"
    );
}

#[test]
fn a_place_inside_the_name_of_something_else_is_not_proposed() {
    let text = "The Kigali Amendment and the Treaty of Tientsin were signed. In \"Vienna\" he plays \
                a spy. Reporters came to Nairobi for the Doha conference.";
    let all = proposed(text);
    let names: Vec<&str> = all.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["Nairobi"]);
    // A person who keeps the place wants it all the same.
    let id = EntityId::new();
    let all = proposed_with(text, &[(id, EntityKind::Place, "Kigali")]);
    assert!(all.iter().any(|name| name.names == ProposedAs::Kept(id)));
}
