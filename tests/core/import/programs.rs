//! Files that real programs made, each through the door that every file takes.

use dragoman_core::domain::{Article, BlockKind, OutcomeCode};

use super::exports::listed;
use super::{articles, fixture, outcomes, texts};
use crate::support::bench;

/// Headline, writer, day and address, as the page prints them.
fn head(article: &Article) -> (&str, &str, &str, &str) {
    let iso = article.published.as_ref().map(|time| time.iso.as_str());
    (
        article.title.as_str(),
        article.byline.first().map_or("", String::as_str),
        iso.and_then(|iso| iso.get(..10)).unwrap_or_default(),
        article.canonical_url.as_deref().unwrap_or_default(),
    )
}

/// The text is four paragraphs and nothing of what stands around them.
fn is_clean(article: &Article) {
    let kinds: Vec<&BlockKind> = article
        .blocks
        .iter()
        .map(|block| &block.kind)
        .filter(|kind| !matches!(kind, BlockKind::Caption))
        .collect();
    assert_eq!(kinds, [&BlockKind::Paragraph; 4], "{:?}", texts(article));
    assert_eq!(article.outlet.as_deref(), Some("Selva Gazette"));
}

#[test]
fn a_page_that_chromium_saved_as_one_file() {
    let bench = bench();
    let found = articles(&bench, &fixture("saved/chromium.mhtml"));
    assert_eq!(
        head(&found[0]),
        (
            "Ferry crosses the strait again after nine weeks",
            "Anna Petrova",
            "2024-03-05",
            "http://gazette.example/ferry.html"
        )
    );
    is_clean(&found[0]);
}

#[test]
fn a_page_that_chromium_saved_with_its_folder() {
    let bench = bench();
    let items = bench.import(&fixture("saved/chromium"));
    let name = "Island school opens with eleven pupils _ Selva Gazette";
    assert_eq!(
        outcomes(&items),
        [
            (format!("{name}.html").as_str(), OutcomeCode::Imported),
            ("quay.png", OutcomeCode::PartOfPage),
            ("style.css", OutcomeCode::PartOfPage),
        ]
    );
    let article = bench.get(items[0].article.unwrap());
    assert_eq!(
        head(&article),
        (
            "Island school opens with eleven pupils",
            "Lena Okafor",
            "2024-03-11",
            "http://gazette.example/school.html"
        )
    );
    is_clean(&article);
}

#[test]
fn a_page_that_wget_saved_with_what_it_shows() {
    let bench = bench();
    let items = bench.import(&fixture("saved/wget"));
    assert_eq!(
        outcomes(&items),
        [
            ("boats.html", OutcomeCode::Imported),
            ("quay.png", OutcomeCode::PartOfPage),
            ("style.css", OutcomeCode::PartOfPage),
        ]
    );
    let article = bench.get(items[0].article.unwrap());
    // wget leaves no word of where the page was.
    assert_eq!(
        head(&article),
        (
            "Harbour town counts its boats by lantern",
            "Lena Okafor",
            "2024-03-06",
            ""
        )
    );
    is_clean(&article);
}

#[test]
fn a_page_that_single_file_saved() {
    let bench = bench();
    let found = articles(&bench, &fixture("saved/single-file.html"));
    assert_eq!(
        head(&found[0]),
        (
            "Ministers set a new tariff on dried fish",
            "Jonas Weil",
            "2024-03-07",
            "http://gazette.example/tariff.html"
        )
    );
    is_clean(&found[0]);
}

#[test]
fn pages_that_wget_crawled() {
    let bench = bench();
    let found = articles(&bench, &fixture("saved/wget.warc"));
    let heads: Vec<_> = found.iter().map(head).collect();
    assert_eq!(
        heads,
        [
            (
                "Inspectors close the upper bridge for a month",
                "Mara Lindqvist",
                "2024-03-08",
                "http://gazette.example/bridge.html"
            ),
            // In windows-1251, as its server said.
            (
                "Верхний мост закрыт на месяц для грузовиков",
                "Мара Линдквист",
                "2024-03-08",
                "http://gazette.example/most.html"
            ),
        ]
    );
    found.iter().for_each(is_clean);

    let found = articles(&bench, &fixture("saved/wget-packed.warc.gz"));
    let titles: Vec<&str> = found.iter().map(|article| article.title.as_str()).collect();
    assert_eq!(titles, ["Lighthouse keepers vote to stay for the winter"]);
    found.iter().for_each(is_clean);
}

#[test]
fn a_web_archive_in_an_old_encoding() {
    let bench = bench();
    let found = articles(&bench, &fixture("saved/plistlib.webarchive"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].canonical_url.as_deref(),
        Some("http://gazette.example/fonari.html")
    );
    let text = texts(&found[0]).join("\n");
    assert!(
        text.contains("Верхний мост через Сельву с пятницы"),
        "{text}"
    );
    is_clean(&found[0]);
}

#[test]
fn archives_with_names_in_cyrillic_letters() {
    let bench = bench();
    let items = bench.import(&fixture("saved/info-zip.zip"));
    assert_eq!(
        outcomes(&items),
        [
            ("info-zip.zip › Порт/лодки.txt", OutcomeCode::Imported),
            ("info-zip.zip › Порт/паром.txt", OutcomeCode::Imported),
        ]
    );
    // The same files again, and the archive before among them.
    let items = bench.import(&fixture("saved/7z.zip"));
    assert_eq!(items.len(), 4);
    assert!(
        items.iter().all(|item| item.code == OutcomeCode::SameBytes),
        "{:?}",
        outcomes(&items)
    );
}

#[test]
fn references_that_pandoc_and_bibutils_wrote() {
    const CROSSING: (&str, &str) = ("River states agree to reopen Varna crossing", "imported");
    for (name, ferry) in [
        (
            "pandoc.json",
            "Why the ferry vote cost $5 million – and was delayed",
        ),
        (
            "pandoc.bib",
            "Why the Ferry Vote Cost $5 Million – and Was Delayed",
        ),
        (
            "bibutils.ris",
            "Why the ferry vote cost $5 million – and was delayed",
        ),
        (
            "bibutils.bib",
            "Why the ferry vote cost $5 million – and was delayed",
        ),
    ] {
        let bench = bench();
        let items = bench.import(&fixture(&format!("references/{name}")));
        let found = listed(&items);
        assert_eq!(found.len(), 2, "{name}: {found:?}");
        assert_eq!(
            found[0].0.to_lowercase(),
            CROSSING.0.to_lowercase(),
            "{name}"
        );
        assert_eq!(found[0].1, CROSSING.1, "{name}");
        assert_eq!(
            found[1],
            (ferry, "https://delta.example/ferry-vote"),
            "{name}"
        );
        let article = bench.get(items[0].article.unwrap());
        assert_eq!(
            article.byline,
            ["Ada Quill", "Tom van den Berg", "Harbour Press Agency"],
            "{name}"
        );
        assert_eq!(
            article.outlet.as_deref(),
            Some("The Harbour Gazette"),
            "{name}"
        );
        assert_eq!(article.published.unwrap().iso, "2022-05", "{name}");
    }
}
