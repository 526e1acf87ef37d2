//! Title, byline and date of pages saved as text. All pages are made up.

use dragoman_core::domain::ArticleParts;
use dragoman_core::extract::{self, MediaType, SourceHints};

use super::hints;

const TITLE: &str = "Talks resume in the border village after months";

/// A page as text: a menu, the head, the text, what stands under it, the foot.
fn saved(head: &str, under: &str) -> String {
    format!(
        "Skip to content\nHome\nWorld\nSubscribe\nSign in\n{head}\n\
         The two delegations met in the border village for the first time in eleven months, officials of both sides said on Tuesday.\n\
         Both sides asked for the border to be opened before the harvest, and neither of them named a day for it when they were asked.\n\
         A third meeting is planned for the autumn, the spokesman of the northern side told reporters after the talks had ended.\n\
         {under}\nShare this article\nRelated stories\nSubscribe to our newsletter\nTerms of use\nPrivacy policy\n© 2024 Border Gazette. All rights reserved.\n"
    )
}

fn read(head: &str, under: &str, hints: &SourceHints) -> ArticleParts {
    extract::article_from_text(&saved(head, under), hints)
}

fn byline(head: &str, under: &str) -> Vec<String> {
    read(head, under, &hints(MediaType::Text)).byline
}

#[test]
fn credits_are_read_in_the_forms_that_pages_print() {
    for (head, author) in [
        ("By Ana Ruiz ⋅ Review Editor", "Ana Ruiz"),
        (
            "By Ana Ruiz – Updated Mar 5, 2024 | Fact-checked by Bo Li",
            "Ana Ruiz",
        ),
        ("By\nAna Ruiz on March 5, 2024", "Ana Ruiz"),
        ("Last Updated on April 8, 2024 by Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz\n4 min read", "Ana Ruiz"),
        ("by anaruiz", "anaruiz"),
        ("By Sarah July 5, 2023", "Sarah"),
        ("Written by Our Editors | 3 min read", "Our Editors"),
        ("March 5, 2024 by The Gazetteer", "The Gazetteer"),
        ("Border Gazette Team\nMarch 5, 2024", "Border Gazette Team"),
    ] {
        assert_eq!(byline(&format!("{TITLE}\n{head}"), ""), [author], "{head}");
    }
    assert_eq!(byline(TITLE, "Written by Ana Ruiz"), ["Ana Ruiz"]);
}

#[test]
fn lines_between_title_and_text_that_credit_nobody_are_no_byline() {
    for head in [
        "Key Takeaways",
        "Table of Contents",
        "By subscribing you agree to our terms of use",
    ] {
        let people = byline(&format!("{TITLE}\n{head}"), "");
        assert!(people.is_empty(), "{head}: {people:?}");
    }
}

#[test]
fn the_way_to_the_page_is_not_its_title() {
    for path in [
        format!("Home » World » {TITLE}"),
        format!("Home > World > {TITLE}"),
        format!("Blog / {TITLE}"),
    ] {
        let parts = read(
            &format!("{path}\n{TITLE}\nMarch 5, 2024"),
            "",
            &hints(MediaType::Text),
        );
        assert_eq!(parts.title, TITLE, "{path}");
    }
}

#[test]
fn the_address_knows_a_title_far_above_the_text() {
    let menu: Vec<String> = (1..40)
        .map(|n| format!("Desk number {n} of ours"))
        .collect();
    let head = format!("{TITLE}\n{}", menu.join("\n"));
    let parts = read(
        &head,
        "",
        &SourceHints {
            url: Some("https://gazette.example/world/talks-resume-border-village-months"),
            ..hints(MediaType::Text)
        },
    );
    assert_eq!(parts.title, TITLE);
}

#[test]
fn a_day_told_from_the_time_of_saving_is_counted_back() {
    let at = |head: &str, saved: Option<&str>| {
        let hints = SourceHints {
            saved,
            ..hints(MediaType::Text)
        };
        let parts = read(&format!("{TITLE}\n{head}"), "", &hints);
        parts.published.map(|time| time.iso)
    };
    let saved = Some("2024-03-05T12:00:00Z");
    let told = at("By Ana Ruiz\n3 hours ago", saved);
    assert_eq!(told.as_deref(), Some("2024-03-05"));
    let told = at("By Ana Ruiz\n3 days ago", saved);
    assert_eq!(told.as_deref(), Some("2024-03-02"));
    assert_eq!(at("By Ana Ruiz\n3 hours ago", None), None);
    // A date in figures is worth more.
    let printed = at("3 days ago\nMarch 1, 2024", saved);
    assert_eq!(printed.as_deref(), Some("2024-03-01"));
    assert_eq!(at("Updated 3 hours ago", saved), None);
}
