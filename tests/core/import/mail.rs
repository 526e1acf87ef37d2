//! Messages and mailboxes: what was sent becomes an article, what was carried becomes others.

use dragoman_core::domain::{Article, Fate, OutcomeCode};

use super::{articles, fixture, texts};
use crate::support::bench;

fn only(name: &str) -> Article {
    let bench = bench();
    let mut articles = articles(&bench, &fixture(name));
    assert_eq!(articles.len(), 1, "{name}");
    articles.remove(0)
}

fn removed(article: &Article) -> String {
    let pieces = article
        .pieces
        .iter()
        .filter(|piece| matches!(piece.fate, Fate::Removed { .. }));
    pieces
        .map(|piece| piece.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_letter_is_its_writers_own_words() {
    let article = only("eml/reply.eml");
    assert_eq!(article.title, "Border opens after eleven days");
    assert_eq!(article.byline, ["Anna Petrova"]);
    assert_eq!(
        article.published.as_ref().unwrap().iso,
        "2022-05-10T16:14:00+02:00"
    );
    assert_eq!(article.blocks.len(), 2, "{:?}", texts(&article));
    let removed = removed(&article);
    assert!(removed.contains("Do you have anything on the border?"));
    assert!(removed.contains("Correspondent, Tirana"));
}

#[test]
fn a_forwarded_article_keeps_its_own_title_date_and_outlet() {
    let article = only("eml/forwarded-inline.eml");
    assert_eq!(article.title, "Grain ships leave port");
    assert_eq!(article.outlet.as_deref(), Some("The Daily Example"));
    assert_eq!(article.published.as_ref().unwrap().iso, "2022-05-09T08:30");
    assert_eq!(article.blocks.len(), 2);
    assert!(removed(&article).contains("Worth a look."));

    let article = only("eml/forwarded-attached.eml");
    assert_eq!(article.title, "Grain ships leave port");
    assert_eq!(article.outlet.as_deref(), Some("The Daily Example"));
}

#[test]
fn a_digest_is_as_many_articles_as_it_has_stories() {
    let titles = [
        "Border opens after eleven days",
        "Grain ships leave port",
        "Election set for autumn",
    ];
    for name in ["eml/newsletter.eml", "eml/wire.eml"] {
        let bench = bench();
        let articles = articles(&bench, &fixture(name));
        let found: Vec<&str> = articles
            .iter()
            .map(|article| article.title.as_str())
            .collect();
        assert_eq!(found, titles, "{name}");
        for article in &articles {
            assert_eq!(article.blocks.len(), 2, "{name}: {:?}", texts(article));
            assert_eq!(
                article.published.as_ref().unwrap().iso,
                "2022-05-10T16:14:00+02:00"
            );
        }
    }
}

#[test]
fn an_article_with_subheadings_stays_one() {
    let article = only("eml/single-newsletter.eml");
    assert_eq!(article.title, "Border opens after eleven days");
    assert_eq!(article.byline, ["Anna Petrova"]);
    assert_eq!(article.outlet.as_deref(), Some("Border Notes"));
    assert_eq!(article.blocks.len(), 7, "{:?}", texts(&article));
}

#[test]
fn an_attached_article_is_read_and_a_picture_is_none() {
    let bench = bench();
    let items = bench.import(&fixture("eml/attached.eml"));
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].name, "attached.eml › article.txt");
    assert_eq!(bench.library(), ["Border opens after eleven days"]);
}

#[test]
fn mail_is_read_in_the_encodings_that_it_was_sent_in() {
    for (name, title, writer, start) in [
        (
            "eml/koi8-r.eml",
            "Граница открыта",
            "Анна Петрова",
            "Министры иностранных дел",
        ),
        (
            "eml/koi8-r-raw.eml",
            "Граница открыта",
            "Анна Петрова",
            "Министры иностранных дел",
        ),
        (
            "eml/iso-2022-jp.eml",
            "国境が再び開かれる",
            "山田 花子",
            "両国の外相は",
        ),
        (
            "eml/gb18030.eml",
            "边境重新开放",
            "王小明",
            "两国外长星期二",
        ),
        (
            "eml/windows-1256.eml",
            "إعادة فتح الحدود",
            "سمير حداد",
            "اتفق وزيرا خارجية",
        ),
    ] {
        let article = only(name);
        assert_eq!(article.title, title, "{name}");
        assert_eq!(article.byline, [writer], "{name}");
        assert!(
            article.blocks[0].text.starts_with(start),
            "{name}: {:?}",
            texts(&article)
        );
    }
}

#[test]
fn characters_split_between_the_words_of_a_header_come_together() {
    // "Граница" in UTF-8, cut inside its third letter.
    let message = "From: a@example.org\nSubject: =?utf-8?B?0JPRgNA=?=\n =?utf-8?B?sNC90LjRhtCw?=\n\n\
                   The foreign ministers of both countries agreed on Tuesday to open the border again.\n";
    let bench = bench();
    bench.import(&bench.file("split.eml", message));
    assert_eq!(bench.library(), ["Граница"]);
}

#[test]
fn a_mailbox_gives_each_message_whatever_its_kind() {
    for name in ["mbox/python.mbox", "mbox/lengths.mbox"] {
        let bench = bench();
        let articles = articles(&bench, &fixture(name));
        let titles: Vec<&str> = articles
            .iter()
            .map(|article| article.title.as_str())
            .collect();
        assert_eq!(
            titles,
            ["Border opens after eleven days", "Grain ships leave port"],
            "{name}"
        );
        let pieces = articles[0].pieces.iter().map(|piece| piece.text.as_str());
        let text = pieces.collect::<Vec<_>>().join("\n");
        // The line that begins as a separator does is text again.
        assert!(text.contains("\nFrom "), "{name}: {text}");
        assert!(!text.contains(">From"), "{name}: {text}");
    }
}

#[test]
fn a_message_that_is_too_large_does_not_stop_the_mailbox() {
    let text = "The ministers agreed on Tuesday to open the border again, officials in both capitals said.\n";
    let message = |subject: &str, more: &str| {
        format!("From a@b Tue May 10 16:14:00 2022\nFrom: a@b\nSubject: {subject}\n{more}\n")
    };
    let picture = format!(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{text}\n--b\nContent-Type: image/png\n\n{}\n--b--\n",
        "picture\n".repeat(4 << 20)
    );
    let mailbox = message("First", &format!("\n{text}"))
        + &message("Second", &picture)
        + &message("Third", &format!("\n{text}"));
    let bench = bench();
    let items = bench.import(&bench.file("large.mbox", mailbox));
    let titles: Vec<&str> = items
        .iter()
        .filter_map(|item| item.title.as_deref())
        .collect();
    assert!(
        ["First", "Second", "Third"]
            .iter()
            .all(|title| titles.contains(title)),
        "{titles:?}"
    );
    assert!(items.iter().any(|item| item.code == OutcomeCode::TooLarge));
}

#[test]
fn messages_inside_each_other_without_end_are_not_followed() {
    let inner = "From: a@example.org\nContent-Type: message/rfc822\n\n";
    let deep = inner.repeat(3000) + "Subject: x\n\ntext\n";
    let nested: String = (0..3000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"))
        .collect();
    let bench = bench();
    for (name, bytes) in [
        ("deep.eml", deep),
        (
            "nested.eml",
            format!("From: a@example.org\nSubject: x\n{nested}\ntext"),
        ),
    ] {
        let items = bench.import(&bench.file(name, bytes));
        assert_eq!(items.len(), 1, "{items:?}");
    }
}
