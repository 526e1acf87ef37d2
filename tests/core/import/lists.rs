//! Bookmarks, tables, JSON lists, feeds and files of links.

use dragoman_core::domain::{Article, OutcomeCode};

use super::exports::{article, fixture, listed};
use crate::support::bench;

const CROSSING: (&str, &str) = (
    "River states agree to reopen crossing",
    "https://gazette.example/crossing",
);
const FERRY: (&str, &str) = (
    "Why the ferry vote was delayed",
    "https://delta.example/ferry-vote",
);

fn published(article: &Article) -> &str {
    article
        .published
        .as_ref()
        .map_or("", |time| time.iso.as_str())
}

#[test]
fn firefoxs_bookmark_page_names_folders_and_tags() {
    let bench = bench();
    let items = bench.import(&fixture("bookmarks/firefox.html"));
    assert_eq!(
        listed(&items),
        [
            (
                "River states 'agree' to reopen crossing",
                "https://gazette.example/crossing"
            ),
            FERRY,
            ("firefox.html › Most Visited", "not read"),
            ("The Harbour Gazette", "https://gazette.example/"),
        ]
    );
    assert_eq!(
        items[0].detail.as_deref(),
        Some("Rivers & borders; rivers,treaty")
    );
    assert_eq!(
        items[1].detail.as_deref(),
        Some("Rivers & borders / Ferries")
    );
    assert_eq!(items[2].code, OutcomeCode::NotALink);
    assert_eq!(items[3].detail, None);
}

#[test]
fn bookmark_pages_of_chrome_and_safari_are_read() {
    let items = bench().import(&fixture("bookmarks/chrome.html"));
    assert_eq!(listed(&items), [CROSSING]);
    let items = bench().import(&fixture("bookmarks/safari.html"));
    assert_eq!(listed(&items), [CROSSING, FERRY]);
    assert_eq!(items[1].detail.as_deref(), Some("Reading List"));
}

#[test]
fn bookmarks_in_json_are_read_once_each() {
    let items = bench().import(&fixture("bookmarks/bookmarks-2022-05-11.json"));
    assert_eq!(listed(&items), [CROSSING]);
    assert_eq!(items[0].detail.as_deref(), Some("menu / Rivers; treaty"));
    let items = bench().import(&fixture("bookmarks/Bookmarks"));
    assert_eq!(listed(&items), [CROSSING]);
    assert_eq!(items[0].detail.as_deref(), Some("Bookmarks bar / Rivers"));
}

#[test]
fn an_article_about_an_export_is_an_article() {
    for file in [
        "articles/pocket-article.html",
        "articles/instapaper-article.html",
    ] {
        let bench = bench();
        let items = bench.import(&fixture(file));
        assert_eq!(items.len(), 1, "{file}");
        assert_eq!(items[0].code, OutcomeCode::Imported, "{file}");
    }
}

#[test]
fn a_table_in_an_old_encoding_is_read_by_russian_columns() {
    let bench = bench();
    let items = bench.import(&fixture("articles/table-1251.csv"));
    assert_eq!(
        listed(&items),
        [
            ("Договор о переправе подписан", "imported"),
            (
                "Почему отложили голосование",
                "https://delta.example/ru/parom"
            ),
        ]
    );
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Ада Перо"]);
    assert_eq!(article.outlet.as_deref(), Some("Портовая газета"));
    assert!(article.blocks[0].text.contains("июле"));
}

#[test]
fn a_table_with_tabs_in_utf_16_is_read() {
    let bench = bench();
    let items = bench.import(&fixture("articles/table-utf16.tsv"));
    assert_eq!(listed(&items), [(CROSSING.0, "imported")]);
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Ada Quill", "Tom Berg"]);
    assert_eq!(published(&article), "2022-05-10T08:49");
    assert_eq!(article.blocks.len(), 2);
}

#[test]
fn a_damaged_json_line_costs_only_itself() {
    let bench = bench();
    let items = bench.import(&fixture("articles/articles.jsonl"));
    let outcomes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    use OutcomeCode::{Imported, LinkSaved, NoText, NotReadable};
    assert_eq!(outcomes, [Imported, NotReadable, LinkSaved, NoText]);
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Ada Quill", "Tom Berg"]);
    assert_eq!(article.outlet.as_deref(), Some("The Harbour Gazette"));
    assert_eq!(published(&article), "2022-05-10T08:49:00+01:00");
}

#[test]
fn json_feed_gives_pages_and_links() {
    let bench = bench();
    let items = bench.import(&fixture("articles/feed.json"));
    assert_eq!(listed(&items), [(CROSSING.0, "imported"), FERRY]);
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Ada Quill"]);
    assert_eq!(article.blocks.len(), 2);
}

#[test]
fn a_table_of_something_else_has_one_outcome() {
    let bench = bench();
    let rows: String = (0..500).map(|n| format!("part {n},,{n}\n")).collect();
    let path = bench.file("stock.csv", format!("name,url,count\n{rows}"));
    let items = bench.import(&path);
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].code, OutcomeCode::NoText);
    let path = bench.file(
        "package.json",
        "{\"name\":\"x\",\"description\":\"y\",\"url\":null}",
    );
    assert_eq!(bench.import(&path).len(), 1);
}

#[test]
fn an_export_of_nothing_has_one_outcome() {
    let bench = bench();
    for (name, bytes) in [
        (
            "none.json",
            "{\"type\":\"text/x-moz-place-container\",\"children\":[]}",
        ),
        (
            "none.html",
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL></DL>\n",
        ),
        ("none.csv", "title,url,time_added,tags,status\n"),
        ("none.bib", "@comment{nothing}\n"),
        (
            "none.xml",
            "<rss version=\"2.0\"><channel><title>None</title></channel></rss>",
        ),
    ] {
        let codes: Vec<OutcomeCode> = bench
            .import(&bench.file(name, bytes))
            .iter()
            .map(|item| item.code)
            .collect();
        assert_eq!(codes, [OutcomeCode::NoText], "{name}");
    }
}

#[test]
fn feeds_give_pages_where_they_hold_the_text_and_links_elsewhere() {
    for (file, second) in [
        (
            "feeds/rss.xml",
            "Why the ferry vote was delayed & what follows",
        ),
        ("feeds/atom.xml", FERRY.0),
    ] {
        let bench = bench();
        let items = bench.import(&fixture(file));
        assert_eq!(
            listed(&items),
            [(CROSSING.0, "imported"), (second, FERRY.1)],
            "{file}"
        );
        let article = article(&bench, &items, 0);
        assert_eq!(article.byline, ["Ada Quill"], "{file}");
        assert_eq!(
            article.outlet.as_deref(),
            Some("The Harbour Gazette"),
            "{file}"
        );
        assert_eq!(published(&article), "2022-05-10T08:49:00+01:00", "{file}");
        assert_eq!(article.blocks.len(), 3, "{file}");
        assert_eq!(article.canonical_url.as_deref(), Some(CROSSING.1), "{file}");
    }
}

#[test]
fn files_of_links_name_one_address_each() {
    for (file, name, url) in [
        (
            "Переправа.url",
            "Переправа",
            "https://gazette.example/crossing",
        ),
        ("wide.url", "wide", "https://gazette.example/crossing"),
        (
            "codepage.url",
            "codepage",
            "https://gazette.example/переправа",
        ),
        (
            "crossing.webloc",
            "crossing",
            "https://gazette.example/crossing?a=1&b=2",
        ),
        (
            "binary.webloc",
            "binary",
            "https://gazette.example/crossing",
        ),
        (
            "wide.webloc",
            "wide",
            "https://gazette.example/переправа/переправа/переправа/",
        ),
        (
            "crossing.desktop",
            "River states agree to reopen crossing",
            "https://gazette.example/crossing",
        ),
    ] {
        let items = bench().import(&fixture(&format!("links/{file}")));
        assert_eq!(listed(&items), [(name, url)], "{file}");
    }
}

#[test]
fn a_text_of_addresses_alone_is_a_list_of_links() {
    let bench = bench();
    let two = "\u{feff}https://gazette.example/one\r\n\r\n  https://gazette.example/two \r\n";
    let items = bench.import(&bench.file("to-read.txt", two));
    let links: Vec<_> = items
        .iter()
        .map(|item| (item.code, item.location.as_deref()))
        .collect();
    assert_eq!(
        links,
        [
            (OutcomeCode::LinkSaved, Some("https://gazette.example/one")),
            (OutcomeCode::LinkSaved, Some("https://gazette.example/two")),
        ]
    );
    let story = "https://gazette.example/another-story-of-that-day\n";
    let many = story.repeat(2_000);
    // Wherever in a line the part ends that is looked at to tell what a file is.
    for more in 0..story.len() {
        let list = format!("https://gazette.example/{}\n{many}", "x".repeat(more));
        let items = bench.import(&bench.file("many.txt", list));
        assert!(items.len() > 1, "{more}");
        assert_eq!(items[0].code, OutcomeCode::LinkSaved);
    }
    for words in [
        "https://gazette.example/one is what he read".to_owned(),
        "https://gazette.example/12によると、首相は月曜日に辞任を表明した。".to_owned(),
        "https://gazette.example/one,https://gazette.example/two".to_owned(),
        "https://gazette.example/one\n\nThe ferry was late again on Monday.".to_owned(),
        // Behind what is looked at to tell what a file is.
        format!("{many}The ferry was late again on Monday."),
    ] {
        let items = bench.import(&bench.file("words.txt", &words));
        assert_eq!(items.len(), 1, "{items:?}");
        assert_ne!(items[0].code, OutcomeCode::LinkSaved);
        assert!(items[0].article.is_some(), "{items:?}");
    }
}

#[test]
fn a_program_on_the_desktop_is_no_link() {
    let bench = bench();
    let path = bench.file(
        "app.desktop",
        "[Desktop Entry]\nType=Application\nName=X\nExec=x\n",
    );
    let items = bench.import(&path);
    assert_eq!(items.len(), 1);
    assert_ne!(items[0].code, OutcomeCode::LinkSaved);
}

#[test]
fn a_vault_keeps_its_settings_to_itself() {
    let bench = bench();
    bench.file(
        "Vault/.obsidian/app.json",
        "{\"url\":\"https://gazette.example/\"}",
    );
    bench.file("Vault/.obsidian/workspace.json", "{}");
    bench.file(
        "Vault/Crossing.md",
        "---\ntitle: River states\n---\n\nMinisters met at [[Port Ellery|the port]] and in [[Varna]], where the \
         crossing has been shut since the floods of last spring carried off two of its piers.\n\n![[map.png]]\n",
    );
    bench.file("Vault/map.png", b"\x89PNG\r\n\x1a\n....");
    let items = bench.import(&bench.folder.path().join("Vault"));
    let outcomes: Vec<(&str, OutcomeCode)> = items
        .iter()
        .map(|item| (item.name.as_str(), item.code))
        .collect();
    assert_eq!(
        outcomes,
        [
            (".obsidian", OutcomeCode::SystemFile),
            ("Crossing.md", OutcomeCode::Imported),
            ("map.png", OutcomeCode::FormatNotRead),
        ]
    );
    let text = article(&bench, &items, 1).blocks[0].text.clone();
    assert!(
        text.contains("met at the port and in Varna, where"),
        "{text}"
    );
}
