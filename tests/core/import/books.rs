//! EPUB: books by their chapters, newspapers by their stories.

use dragoman_core::domain::BlockKind;

use super::{articles, fixture, texts, zip_of};
use crate::support::bench;

const SENTENCE: &str =
    "The foreign ministers of both countries agreed on Tuesday to open the border again.";

#[test]
fn each_chapter_of_a_book_is_an_article() {
    let bench = bench();
    let articles = articles(&bench, &fixture("epub/pandoc.epub"));
    let titles: Vec<&str> = articles
        .iter()
        .map(|article| article.title.as_str())
        .collect();
    assert_eq!(titles, ["The queue", "The agreement"]);
    for article in &articles {
        assert_eq!(article.byline, ["Anna Petrova"]);
        assert_eq!(article.section.as_deref(), Some("Eleven Days"));
        assert_eq!(article.published.as_ref().unwrap().iso, "2022-05-10");
        assert_eq!(article.outlet.as_deref(), Some("Example Books"));
        assert_eq!(article.blocks.len(), 2);
    }
    assert_eq!(articles[1].blocks[1].kind, BlockKind::Quote);
}

/// A newspaper as calibre fetches it: one file an article, a long one in two.
fn newspaper() -> Vec<u8> {
    let page = |title: &str, more: &str| {
        format!(
            "<html><body><p>| Next | Section menu | Main menu |</p><h2>{title}</h2><p>{SENTENCE}</p>{more}</body></html>"
        )
    };
    let source =
        "<p>This article was downloaded by calibre from https://daily.example.com/border</p>";
    let package = "<package><metadata><dc:title>The Daily Example [Tue, 10 May 2022]</dc:title><dc:creator>calibre</dc:creator>\
        <dc:publisher>calibre</dc:publisher><dc:date>2022-05-10T00:00:00+00:00</dc:date><dc:language>en</dc:language></metadata>\
        <manifest><item id=\"n\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/><item id=\"c\" href=\"cover.html\"/>\
        <item id=\"a\" href=\"a%20one.html\"/><item id=\"a2\" href=\"a_split.html\"/><item id=\"b\" href=\"b.html\"/></manifest>\
        <spine><itemref idref=\"c\"/><itemref idref=\"a\"/><itemref idref=\"a2\"/><itemref idref=\"b\"/></spine></package>";
    let contents = "<ncx><navMap><navPoint><navLabel><text>Border opens</text></navLabel><content src=\"a%20one.html#top\"/></navPoint>\
        <navPoint><navLabel><text>Grain ships leave</text></navLabel><content src=\"b.html\"/></navPoint></navMap></ncx>";
    let container =
        "<container><rootfiles><rootfile full-path=\"in/content.opf\"/></rootfiles></container>";
    let (first, second) = (page("Border opens", ""), page("Grain ships leave", source));
    let rest = format!("<html><body><p>{SENTENCE} It was said twice.</p></body></html>");
    zip_of(&[
        ("META-INF/container.xml", container.as_bytes()),
        ("in/content.opf", package.as_bytes()),
        ("in/toc.ncx", contents.as_bytes()),
        (
            "in/cover.html",
            b"<html><body><p>The Daily Example</p></body></html>",
        ),
        ("in/a one.html", first.as_bytes()),
        ("in/a_split.html", rest.as_bytes()),
        ("in/b.html", second.as_bytes()),
    ])
}

#[test]
fn a_newspaper_gives_one_article_for_each_of_its_stories() {
    let bench = bench();
    let articles = articles(&bench, &bench.file("daily.epub", newspaper()));
    let titles: Vec<&str> = articles
        .iter()
        .map(|article| article.title.as_str())
        .collect();
    assert_eq!(titles, ["Border opens", "Grain ships leave"]);
    assert_eq!(
        texts(&articles[0]),
        [
            SENTENCE.to_owned(),
            format!("{SENTENCE} It was said twice.")
        ]
    );
    assert_eq!(texts(&articles[1]), [SENTENCE]);
    assert_eq!(
        articles[1].canonical_url.as_deref(),
        Some("https://daily.example.com/border")
    );
    for article in &articles {
        assert_eq!(article.outlet.as_deref(), Some("The Daily Example"));
        assert!(article.byline.is_empty());
        assert_eq!(article.published.as_ref().unwrap().iso, "2022-05-10");
    }
}
