//! The longest name wins, in whatever order names are accepted: what waits around a shorter one
//! goes on waiting.

use dragoman_core::domain::Change;

use super::*;

const SHORT: &str = "Larkin";
const LONG: &str = "Orla Larkin";
const PLACE: &str = "Marlow";
const SCHOOL: &str = "University of North Marlow";

const TEXT: &[&str] = &["Larkin met Orla Larkin in Marlow, at the University of North Marlow."];

/// Its names are found inside one another too, as after the words of one were corrected.
fn reading() -> Bench {
    start_with(bench())
}

fn start_with(bench: Bench) -> Bench {
    let names = [
        (SHORT, EntityKind::Person),
        (LONG, EntityKind::Person),
        (PLACE, EntityKind::Place),
        (SCHOOL, EntityKind::Organisation),
    ];
    let names = names.map(|(name, kind)| (name, kind, ProposedAs::New, &[] as &'static [_]));
    let reader = Box::new(ByHeart(names.to_vec()));
    bench
        .notebook
        .proposals()
        .start(reader, Arc::new(Countries));
    bench.notebook.proposals().finish();
    bench
}

/// What is tagged, each name with the words and where they stand, and what waits, each name with
/// its places.
type State = (Vec<(String, String, u32)>, Vec<(String, usize)>);

fn state(bench: &Bench, article: &Article) -> State {
    let now = bench.get(article.id);
    let shown = now.mentions.iter();
    let shown = shown.filter(|mention| mention.status != MentionStatus::Rejected);
    let tagged = shown
        .map(|m| {
            let start = m.anchor.span.start;
            (m.name.clone(), m.anchor.exact.clone(), start)
        })
        .collect();
    let waits = now.proposals.iter();
    let waits = waits
        .map(|one| (one.name.clone(), one.spans.len()))
        .collect();
    (tagged, waits)
}

fn accept_names(bench: &Bench, article: &Article, names: &[&str]) {
    for name in names {
        bench.accept(&[proposed(&bench.get(article.id), name)]);
    }
}

fn words(state: &State) -> Vec<(&str, &str)> {
    let tagged = state.0.iter();
    tagged
        .map(|(name, words, _)| (name.as_str(), words.as_str()))
        .collect()
}

#[test]
fn a_shorter_name_that_is_accepted_leaves_the_longer_one_to_be_decided() {
    let bench = reading();
    let article = bench.read("One", TEXT);
    accept_names(&bench, &article, &[SHORT, PLACE]);
    let now = bench.get(article.id);
    assert_eq!(names(&now), [LONG, SCHOOL]);
    let spans = |name: &str| proposed(&now, name).spans.len();
    assert_eq!((spans(LONG), spans(SCHOOL)), (1, 1));
    // No person said so of the part of a longer name.
    let by_person = now.mentions.iter().filter(|m| m.by == MentionBy::Person);
    assert_eq!(by_person.count(), 2);
    assert_eq!(bench.review().len(), 2);

    accept_names(&bench, &article, &[LONG, SCHOOL]);
    let decided = state(&bench, &article);
    assert_eq!(
        words(&decided),
        [
            (SHORT, SHORT),
            (LONG, LONG),
            (PLACE, PLACE),
            (SCHOOL, SCHOOL)
        ]
    );
    assert!(decided.1.is_empty() && bench.review().is_empty());
}

#[test]
fn the_order_in_which_names_are_accepted_makes_no_difference() {
    let orders: [&[&str]; 3] = [
        &[SHORT, LONG, PLACE, SCHOOL],
        &[SCHOOL, LONG, PLACE, SHORT],
        &[PLACE, SCHOOL, SHORT, LONG],
    ];
    let by_keys = orders.map(|order| {
        let bench = reading();
        let article = bench.read("One", TEXT);
        accept_names(&bench, &article, order);
        state(&bench, &article)
    });
    let at_once = orders.map(|order| {
        let bench = reading();
        let article = bench.read("One", TEXT);
        let now = bench.get(article.id);
        let all: Vec<&Proposal> = order.iter().map(|name| proposed(&now, name)).collect();
        bench.accept(&all);
        state(&bench, &article)
    });
    for other in by_keys.iter().chain(&at_once) {
        assert_eq!(*other, by_keys[0]);
    }
    assert_eq!(by_keys[0].0.len(), 4);
}

#[test]
fn each_step_is_taken_back_to_what_was_before_it() {
    let bench = reading();
    let article = bench.read("One", TEXT);
    let mut before = Vec::new();
    for name in [SHORT, LONG, PLACE, SCHOOL] {
        before.push((state(&bench, &article), bench.review()));
        accept_names(&bench, &article, &[name]);
    }
    let after = state(&bench, &article);
    for was in before.iter().rev() {
        bench.undo();
        assert_eq!((state(&bench, &article), bench.review()), *was);
    }
    for _ in &before {
        bench.notebook.redo().unwrap();
        bench.settle();
    }
    assert_eq!(state(&bench, &article), after);
    bench.undo();
    assert_eq!(state(&bench, &article), before[3].0);
}

#[test]
fn a_shorter_name_stands_where_the_longer_one_was_rejected() {
    let bench = reading();
    let article = bench.read("One", TEXT);
    accept_names(&bench, &article, &[PLACE]);
    let waiting = state(&bench, &article);
    let school = proposed(&bench.get(article.id), SCHOOL).clone();
    bench
        .notebook
        .proposals()
        .reject(&these(&[&school]))
        .unwrap();
    bench.settle();
    let rejected = state(&bench, &article);
    assert_eq!(words(&rejected), [(PLACE, PLACE), (PLACE, PLACE)]);
    bench.undo();
    assert_eq!(state(&bench, &article), waiting);
    // And the other way round.
    let bench = reading();
    let article = bench.read("One", TEXT);
    let school = proposed(&article, SCHOOL).clone();
    bench
        .notebook
        .proposals()
        .reject(&these(&[&school]))
        .unwrap();
    accept_names(&bench, &article, &[PLACE]);
    assert_eq!(state(&bench, &article), rejected);
}

#[test]
fn a_name_that_is_kept_already_hides_no_longer_one() {
    let bench = reading();
    let entities = bench.notebook.entities();
    let kept = entities.create(EntityKind::Place, PLACE).unwrap();
    let article = bench.read("One", TEXT);
    let proposal = proposed(&article, SCHOOL);
    assert_eq!(proposal.spans.len(), 1);
    assert_eq!(entities.get(kept.id).unwrap().mentions, 2);
    let before = state(&bench, &article);
    accept_names(&bench, &article, &[SCHOOL]);
    assert_eq!(
        words(&state(&bench, &article)),
        [(PLACE, PLACE), (SCHOOL, SCHOOL)]
    );
    assert_eq!(entities.get(kept.id).unwrap().mentions, 1);
    bench.undo();
    assert_eq!(state(&bench, &article), before);
    assert_eq!(entities.get(kept.id).unwrap().mentions, 2);
}

#[test]
fn what_a_person_tags_in_a_part_of_a_name_decides_of_it() {
    let bench = reading();
    let article = bench.read("One", &["At the University of North Marlow."]);
    let request = TagRequest {
        article: article.id,
        span: span_of(&article, 0, "North Marlow"),
        target: TagTarget::New {
            kind: EntityKind::Place,
            name: "North Marlow".into(),
        },
        scope: TagScope::Mention,
    };
    bench.notebook.entities().tag(&request).unwrap();
    bench.settle();
    assert!(!names(&bench.get(article.id)).contains(&SCHOOL));
}

#[test]
fn a_name_of_the_same_entity_needs_no_longer_form() {
    let bench = reading();
    let article = bench.read("One", &["Orla Larkin spoke."]);
    let entities = bench.notebook.entities();
    let person = entities.create(EntityKind::Person, "O. L.").unwrap();
    entities
        .add_name(person.id, LONG, NameStrength::SearchOnly)
        .unwrap();
    entities
        .add_name(person.id, SHORT, NameStrength::Strong)
        .unwrap();
    bench.settle();
    // Read anew it is the kept entity's.
    let again = bench.read("Two", &["Orla Larkin spoke."]);
    assert_eq!(words(&state(&bench, &again)), [("O. L.", SHORT)]);
    assert!(names(&again).is_empty(), "{:?}", names(&again));
    assert_eq!(names(&bench.get(article.id)), [LONG]);
}

#[test]
fn in_all_articles_the_longer_name_takes_its_places_and_gives_them_back() {
    let bench = reading();
    let ids = many(&bench, TEXT[0]);
    let shown = || -> Vec<_> {
        let ids = ids.iter();
        ids.map(|id| state(&bench, &bench.get(*id))).collect()
    };
    let first = bench.get(ids[0]);
    let review = bench.review();
    accept_names(&bench, &first, &[PLACE]);
    let (short, left) = (shown(), bench.review());
    assert!(
        short
            .iter()
            .all(|one| one.1.iter().any(|(name, _)| name == SCHOOL))
    );
    assert_eq!(left.len(), review.len() - 1);
    accept_names(&bench, &first, &[SCHOOL]);
    let tagged = [(PLACE, PLACE), (SCHOOL, SCHOOL)];
    assert!(shown().iter().all(|one| words(one) == tagged));
    bench.undo();
    assert_eq!((shown(), bench.review()), (short, left));
    bench.undo();
    assert_eq!(bench.review(), review);
    assert!(shown().iter().all(|one| one.0.is_empty()));
}

#[test]
fn who_looks_at_the_names_to_review_hears_that_one_is_tagged_by_other_means() {
    let bench = reading();
    let article = bench.read("One", &["In Marlow."]);
    let (send, heard) = std::sync::mpsc::channel();
    bench.notebook.subscribe(move |change| {
        if *change == Change::Proposals {
            send.send(()).unwrap();
        }
    });
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Place, PLACE).unwrap();
    bench.settle();
    assert!(bench.review().is_empty() && heard.try_iter().count() > 0);

    let other = bench.read("Two", &["Larkin left."]);
    assert_eq!(bench.review().len(), 1);
    heard.try_iter().for_each(drop);
    let request = TagRequest {
        article: other.id,
        span: span_of(&other, 0, SHORT),
        target: TagTarget::Known {
            id: bench.get(article.id).mentions[0].entity,
        },
        scope: TagScope::Mention,
    };
    entities.tag(&request).unwrap();
    assert!(bench.review().is_empty() && heard.try_iter().count() > 0);
}

#[test]
fn a_speaker_is_who_is_proposed_and_not_who_has_a_part_of_the_name() {
    let bench = reading();
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, SHORT).unwrap();
    let article = bench.read("One", &["“All is well,” Orla Larkin said."]);
    let span = span_of(&article, 0, "All is well");
    let found = bench
        .notebook
        .clippings()
        .propose(article.id, span)
        .unwrap();
    let speaker = found.speaker.unwrap();
    assert_eq!((speaker.name.as_str(), speaker.entity), (LONG, None));
    assert_eq!(speaker.proposal, Some(proposed(&article, LONG).id));
}

#[test]
fn a_shorter_name_stands_where_the_longer_one_is_gone() {
    let bench = bench();
    let article = bench.article("One", TEXT);
    let entities = bench.notebook.entities();
    let place = entities.create(EntityKind::Place, PLACE).unwrap();
    let school = entities.create(EntityKind::Organisation, SCHOOL).unwrap();
    bench.settle();
    let both = state(&bench, &article);
    assert_eq!(words(&both), [(PLACE, PLACE), (SCHOOL, SCHOOL)]);
    entities.delete(school.id).unwrap();
    bench.settle();
    let left = state(&bench, &article);
    assert_eq!(words(&left), [(PLACE, PLACE), (PLACE, PLACE)]);
    bench.undo();
    assert_eq!(state(&bench, &article), both);
    assert_eq!(entities.get(place.id).unwrap().mentions, 1);
}
