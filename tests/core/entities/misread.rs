//! Surnames of kept persons that do not read like a person's.

use dragoman_core::domain::{EntityId, EntityKind, ProposedAs};

use super::proposing::{proposed_with, words};

const VERHOFSTADT: &str = "Встреча с Олафом Шольцем состоится в среду. Ранее Верхофстадт \
                           критиковал это решение. Об этом Верхофстадту сообщили в четверг. \
                           Политическое будущее Верхофстадта остаётся под вопросом.";

#[test]
fn a_kept_persons_surname_that_reads_like_an_organisation_is_the_persons() {
    let id = EntityId::new();
    let kept = [(id, EntityKind::Person, "Guy Verhofstadt")];
    let all = proposed_with(VERHOFSTADT, &kept);
    let person = all.iter().find(|name| name.names == ProposedAs::Kept(id));
    let person = person.unwrap_or_else(|| panic!("{all:?}"));
    assert_eq!(
        words(VERHOFSTADT, person),
        ["Верхофстадт", "Верхофстадту", "Верхофстадта"]
    );
    assert_eq!(person.kind, EntityKind::Person);
}

#[test]
fn another_whom_the_article_has_in_full_keeps_the_surname() {
    let id = EntityId::new();
    let kept = [(id, EntityKind::Person, "Guy Verhofstadt")];
    let text = format!("{VERHOFSTADT} Писатель Томас Верхофстадт промолчал.");
    let all = proposed_with(&text, &kept);
    assert!(
        all.iter().all(|name| name.names != ProposedAs::Kept(id)),
        "{all:?}"
    );
}

#[test]
fn rivers_are_no_persons() {
    let ids = [EntityId::new(), EntityId::new()];
    let kept = [
        (ids[0], EntityKind::Person, "Heiko Maas"),
        (ids[1], EntityKind::Person, "Otto Rein"),
    ];
    let text = "Дельта Рейна и Мааса занимает юго-запад страны. Между руслами Рейна, Мааса и \
                Шельды лежат острова.";
    let all = proposed_with(text, &kept);
    let is_kept = |names: &ProposedAs| ids.iter().any(|id| *names == ProposedAs::Kept(*id));
    assert!(!all.iter().any(|name| is_kept(&name.names)), "{all:?}");
}

#[test]
fn a_firm_in_quotes_and_a_place_that_somebody_is_in_are_no_persons() {
    let ids = [EntityId::new(), EntityId::new()];
    let kept = [
        (ids[0], EntityKind::Person, "Sergei Tinkov"),
        (ids[1], EntityKind::Person, "Anna Barnaul"),
    ];
    let text = "Банк «Тиньков» открыл отделение. Вчера в Барнауле прошёл снег, и «Тиньков» закрыт.";
    let all = proposed_with(text, &kept);
    let is_kept = |names: &ProposedAs| ids.iter().any(|id| *names == ProposedAs::Kept(*id));
    assert!(!all.iter().any(|name| is_kept(&name.names)), "{all:?}");
}
