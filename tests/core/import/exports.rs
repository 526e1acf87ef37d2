//! Exports of other programs, each in the shape that the program writes.

use std::path::PathBuf;

use dragoman_core::domain::{Article, BlockKind, Fate, ImportItem, OutcomeCode};

use super::zip_of;
use crate::support::{Bench, bench};

/// The file in the folder of fixtures.
pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/formats")
        .join(name)
}

/// What a list holds: links by their names and addresses, the rest by its outcome.
pub fn listed(items: &[ImportItem]) -> Vec<(&str, &str)> {
    items
        .iter()
        .map(|item| match item.code {
            OutcomeCode::LinkSaved => (
                item.name.as_str(),
                item.location.as_deref().unwrap_or_default(),
            ),
            OutcomeCode::Imported => (item.title.as_deref().unwrap_or_default(), "imported"),
            _ => (item.name.as_str(), "not read"),
        })
        .collect()
}

pub fn article(bench: &Bench, items: &[ImportItem], at: usize) -> Article {
    bench.get(items[at].article.unwrap())
}

fn published(article: &Article) -> &str {
    article
        .published
        .as_ref()
        .map_or("", |time| time.iso.as_str())
}

fn text(article: &Article) -> Vec<&str> {
    article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect()
}

fn beside(article: &Article) -> Vec<&str> {
    article
        .pieces
        .iter()
        .filter(|piece| matches!(piece.fate, Fate::Removed { .. }))
        .map(|piece| piece.text.as_str())
        .collect()
}

const CROSSING: &str = "River states agree to reopen crossing";
const FERRY: &str = "Why the ferry vote was delayed";

#[test]
fn csl_json_gives_articles_where_there_is_an_abstract_and_links_elsewhere() {
    let bench = bench();
    let items = bench.import(&fixture("zotero/library.json"));
    assert_eq!(
        listed(&items),
        [
            (CROSSING, "imported"),
            (FERRY, "https://delta.example/ferry-vote"),
            (
                "Passage rights after the floods",
                "https://doi.org/10.5555/straits.2021.7"
            ),
            ("library.json › A book without an address", "not read"),
        ]
    );
    assert_eq!(items[3].code, OutcomeCode::NoText);
    let article = article(&bench, &items, 0);
    assert_eq!(
        article.byline,
        ["Ada Quill", "Tom van den Berg", "Harbour Press Agency"]
    );
    assert_eq!(article.outlet.as_deref(), Some("The Harbour Gazette"));
    assert_eq!(published(&article), "2022-05-10");
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.section.as_deref(), Some("World"));
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://gazette.example/2022/05/10/crossing")
    );
    assert_eq!(
        text(&article),
        [
            "Ministers from both banks agreed a timetable for reopening the Varna crossing.",
            "Trains could run again by autumn."
        ]
    );
}

#[test]
fn ris_keeps_notes_and_names_attachments_without_reading_them() {
    let bench = bench();
    let items = bench.import(&fixture("zotero/library.ris"));
    assert_eq!(
        listed(&items),
        [
            (CROSSING, "imported"),
            (FERRY, "https://delta.example/ferry-vote"),
            ("library.ris › A book without an address", "not read"),
        ]
    );
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Ada Quill", "Tom van den Berg"]);
    assert_eq!(article.outlet.as_deref(), Some("The Harbour Gazette"));
    assert_eq!(published(&article), "2022-05-10");
    assert_eq!(text(&article)[2], "Ask the ministry for the timetable.");
    assert_eq!(beside(&article), ["files/12/crossing.pdf"]);
}

#[test]
fn bibtex_is_read_with_its_accents_months_and_names() {
    let bench = bench();
    let items = bench.import(&fixture("zotero/library.bib"));
    assert_eq!(
        listed(&items),
        [
            ("River states agree to reopen Varna crossing", "imported"),
            (
                "Why the ferry vote cost $5 million – and was delayed",
                "https://delta.example/ferry-vote"
            ),
        ]
    );
    let article = article(&bench, &items, 0);
    assert_eq!(
        article.byline,
        ["Ada Quill", "Tom van den Berg", "Harbour Press Agency"]
    );
    assert_eq!(published(&article), "2022-05");
    assert!(text(&article)[0].contains("The café at the border"));
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://gazette.example/2022/05/10/crossing_100%25")
    );
}

#[test]
fn a_damaged_bibtex_entry_costs_only_itself() {
    let bench = bench();
    let items = bench.import(&fixture("zotero/biblatex.bib"));
    let outcomes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(
        outcomes,
        [
            OutcomeCode::Imported,
            OutcomeCode::NotReadable,
            OutcomeCode::LinkSaved
        ]
    );
    let article = article(&bench, &items, 0);
    assert_eq!(article.outlet.as_deref(), Some("The Harbour Gazette"));
    assert_eq!(published(&article), "2022-05-10T08:49:00");
    assert_eq!(article.language.as_deref(), Some("en"));
}

#[test]
fn zoteros_table_is_read_by_its_columns() {
    let bench = bench();
    let items = bench.import(&fixture("zotero/library.csv"));
    assert_eq!(
        listed(&items),
        [
            (CROSSING, "imported"),
            (FERRY, "https://delta.example/ferry-vote")
        ]
    );
    assert_eq!(items[1].detail, None);
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Ada Quill", "Tom van den Berg"]);
    assert_eq!(published(&article), "2022-05-10");
    assert_eq!(
        text(&article),
        [
            "Ministers from both banks agreed a timetable for \"reopening\" the Varna crossing.",
            "Ask the ministry."
        ]
    );
    assert_eq!(
        beside(&article),
        ["C:\\Users\\ada\\Zotero\\storage\\AB12CD34\\crossing.pdf"]
    );
}

#[test]
fn pockets_page_and_table_are_lists_of_links() {
    for (file, title, kept_in) in [
        (
            "pocket/ril_export.html",
            "River states & the crossing",
            ["Unread; rivers,borders", "Unread"],
        ),
        (
            "pocket/part_000000.csv",
            "River states, and the crossing",
            ["unread; rivers, borders", "archive"],
        ),
    ] {
        let bench = bench();
        let items = bench.import(&fixture(file));
        assert_eq!(items[0].name, title);
        assert_eq!(items[1].name, "https://delta.example/untitled");
        assert!(
            items.iter().all(|item| item.code == OutcomeCode::LinkSaved),
            "{file}"
        );
        assert_eq!(items[0].detail.as_deref(), Some(kept_in[0]));
        assert_eq!(items[1].detail.as_deref(), Some(kept_in[1]));
    }
}

#[test]
fn instapapers_page_and_table_are_read_and_selections_kept() {
    let bench = bench();
    let items = bench.import(&fixture("instapaper/instapaper-export.html"));
    assert_eq!(
        listed(&items),
        [
            (CROSSING, "https://gazette.example/crossing"),
            (FERRY, "https://delta.example/ferry-vote")
        ]
    );
    assert_eq!(items[1].detail.as_deref(), Some("Archive"));

    let items = bench.import(&fixture("instapaper/instapaper-export.csv"));
    assert_eq!(items[1].code, OutcomeCode::Imported);
    let article = article(&bench, &items, 1);
    assert_eq!(
        text(&article),
        ["The vote was put off twice, said Sam Roe."]
    );
    assert_eq!(article.blocks[0].kind, BlockKind::Quote);
}

#[test]
fn readwise_highlights_are_one_article_for_each_book() {
    let bench = bench();
    let items = bench.import(&fixture("readwise/readwise-data.csv"));
    assert_eq!(
        listed(&items),
        [("The Slow Border", "imported"), ("Ferry Notes", "imported")]
    );
    let article = article(&bench, &items, 0);
    assert_eq!(article.byline, ["Mara Ellison"]);
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Paragraph, Quote};
    assert_eq!(kinds, [Quote, Quote, Paragraph, Quote]);
    assert_eq!(text(&article)[2], "Compare with the treaty");
    assert_eq!(text(&article)[3], "She said \"hello\" to the guard.");
    assert_eq!(beside(&article)[0], "page 12 2020-10-05 10:15:30+00:00");
}

#[test]
fn readers_documents_are_links() {
    let bench = bench();
    let items = bench.import(&fixture("readwise/reader.csv"));
    assert_eq!(
        listed(&items),
        [
            (CROSSING, "https://gazette.example/crossing"),
            (FERRY, "https://delta.example/ferry-vote")
        ]
    );
    assert_eq!(items[0].detail.as_deref(), Some("new; rivers, borders"));
    assert_eq!(items[1].detail.as_deref(), Some("archive"));
}

#[test]
fn omnivores_archive_joins_pages_to_their_lists() {
    let bench = bench();
    let read = |name: &str| std::fs::read(fixture("omnivore/export").join(name)).unwrap();
    let slug = "river-states-agree-180a1";
    let archive = zip_of(&[
        ("metadata_0_to_2.json", &read("metadata_0_to_2.json")),
        (
            &format!("content/{slug}.html"),
            &read(&format!("content/{slug}.html")),
        ),
        (
            &format!("highlights/{slug}.md"),
            &read(&format!("highlights/{slug}.md")),
        ),
    ]);
    let items = bench.import(&bench.file("omnivore.zip", archive));
    let outcomes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(
        outcomes,
        [
            OutcomeCode::Imported,
            OutcomeCode::Imported,
            OutcomeCode::LinkSaved
        ]
    );
    let page = article(&bench, &items, 0);
    assert_eq!(page.title, CROSSING);
    assert_eq!(page.byline, ["Ada Quill"]);
    assert_eq!(
        page.canonical_url.as_deref(),
        Some("https://gazette.example/crossing")
    );
    assert_eq!(published(&page), "2022-05-10T07:49:00+00:00");
    assert_eq!(page.blocks.len(), 3);
    let notes = article(&bench, &items, 1);
    assert_eq!(notes.blocks[0].kind, BlockKind::Quote);
    assert_eq!(text(&notes)[1], "Ask who sits on the commission.");

    let items = bench.import(&fixture("omnivore/export/metadata_0_to_2.json"));
    assert_eq!(items[1].code, OutcomeCode::SameLink);
    // The same, unpacked.
    let items = bench.import(&fixture("omnivore/export"));
    let codes: Vec<_> = items.iter().map(|item| item.code).collect();
    assert_eq!(
        codes,
        [
            OutcomeCode::SameBytes,
            OutcomeCode::SameBytes,
            OutcomeCode::SameLink
        ]
    );
}

#[test]
fn omnivores_unpacked_archive_is_read_as_the_archive() {
    let bench = bench();
    for file in [
        "metadata_0_to_2.json",
        "content/river-states-agree-180a1.html",
        "highlights/river-states-agree-180a1.md",
    ] {
        let bytes = std::fs::read(fixture("omnivore/export").join(file)).unwrap();
        bench.file(&format!("saved/export/{file}"), bytes);
    }
    bench.file(
        "saved/export/readme.txt",
        "A note of my own\n\nThe ferry stops on Sunday, the captain said.\n",
    );
    bench.file(
        "saved/other/content/a.txt",
        "Another note\n\nThe bridge is closed until Friday, the mayor said.\n",
    );
    let items = bench.import(&bench.folder.path().join("saved"));
    let seen: Vec<(&str, OutcomeCode)> = items
        .iter()
        .map(|item| (item.name.as_str(), item.code))
        .collect();
    assert_eq!(
        seen,
        [
            (
                "export › content/river-states-agree-180a1.html",
                OutcomeCode::Imported
            ),
            (
                "export › River states agree to reopen crossing",
                OutcomeCode::Imported
            ),
            ("Why the ferry vote was delayed", OutcomeCode::LinkSaved),
            ("readme.txt", OutcomeCode::Imported),
            ("a.txt", OutcomeCode::Imported),
        ]
    );
    let page = article(&bench, &items, 0);
    assert_eq!(page.byline, ["Ada Quill"]);
    let original = bench.notebook.articles().original(page.id).unwrap();
    assert!(original.intact);
    assert!(original.html.contains("commission"), "{}", original.html);
    // The same folder again has the same bytes.
    let again = bench.import(&bench.folder.path().join("saved/export"));
    let of_link = |item: &ImportItem| item.name == "Why the ferry vote was delayed";
    assert!(again.iter().all(|item| match of_link(item) {
        true => item.code == OutcomeCode::SameLink,
        false => item.code == OutcomeCode::SameBytes,
    }));
}
