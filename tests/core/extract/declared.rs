//! What a container declares: a candidate for each field, below the page's own data.

use dragoman_core::domain::{ArticleParts, Facts, Field, Origin};
use dragoman_core::extract::{self, MediaType, SourceHints};

fn facts() -> Facts {
    Facts {
        title: Some("Talks resume".to_owned()),
        byline: vec!["Ana Ruiz".to_owned(), "Ana Ruiz".to_owned()],
        outlet: Some("Border Gazette".to_owned()),
        published: Some("2024-03-05T08:00:00+01:00".to_owned()),
        url: Some("https://gazette.example/world/talks".to_owned()),
        section: Some("World".to_owned()),
        ..Facts::default()
    }
}

fn read(source: &str, media: MediaType) -> ArticleParts {
    let facts = facts();
    let hints = SourceHints {
        facts: Some(&facts),
        ..SourceHints::of(media)
    };
    extract::article(source.as_bytes(), &hints)
}

fn origins(parts: &ArticleParts, field: Field) -> Vec<Origin> {
    parts
        .provenance
        .iter()
        .filter(|known| known.field == field)
        .flat_map(|known| known.candidates.iter().map(|c| c.origin.clone()))
        .collect()
}

const TEXT: &str =
    "The two delegations met on Tuesday for the first time in eleven months, officials said.\n";

#[test]
fn what_is_declared_fills_what_a_source_does_not_say() {
    let page = format!("<html><body><p>{TEXT}</p></body></html>");
    for (source, media) in [
        (page.as_str(), MediaType::Html),
        (TEXT, MediaType::Text),
        (TEXT, MediaType::Markdown),
    ] {
        let parts = read(source, media);
        assert_eq!(parts.title, "Talks resume", "{media:?}");
        assert_eq!(parts.byline, ["Ana Ruiz"], "{media:?}");
        assert_eq!(parts.outlet.as_deref(), Some("Border Gazette"), "{media:?}");
        assert_eq!(parts.section.as_deref(), Some("World"), "{media:?}");
        assert_eq!(
            parts.canonical_url.as_deref(),
            Some("https://gazette.example/world/talks"),
            "{media:?}"
        );
        let published = parts.published.as_ref().map(|time| time.iso.as_str());
        assert_eq!(published, Some("2024-03-05T08:00:00+01:00"), "{media:?}");
        assert_eq!(
            origins(&parts, Field::Published).first(),
            Some(&Origin::Import),
            "{media:?}"
        );
    }
}

#[test]
fn the_page_s_own_data_goes_before_what_its_container_declares() {
    let page = format!(
        "<html><head><meta property='article:published_time' content='2024-03-04T21:15:00Z'>\
         <meta property='og:title' content='Delegations meet at the border'></head>\
         <body><p>{TEXT}</p></body></html>"
    );
    let parts = read(&page, MediaType::Html);
    assert_eq!(parts.title, "Delegations meet at the border");
    let published = parts.published.as_ref().map(|time| time.iso.as_str());
    assert_eq!(published, Some("2024-03-04T21:15:00+00:00"));
    assert_eq!(origins(&parts, Field::Published)[1], Origin::Import);
}
