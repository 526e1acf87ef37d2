//! What pages declare of themselves, and how it is weighed. All pages are made up.

use dragoman_core::domain::{ArticleParts, Field};
use dragoman_core::extract::{self, MediaType, SourceHints};

use super::page;

const TITLE: &str = "Talks resume in the border village after months";
const STORY: &str = "<p>The two delegations met in the border village for the first time in eleven months, officials of both sides said.</p>\
                     <p>Both sides asked for the border to be opened before the harvest, and neither of them named a day for it.</p>";

fn with(head: &str, under_title: &str) -> ArticleParts {
    page(&format!(
        "<html lang=en><head>{head}<script>var x;</script></head><body><article><h1>{TITLE}</h1>{under_title}{STORY}</article></body></html>"
    ))
}

fn data(json: &str) -> ArticleParts {
    with(
        &format!("<script type='application/ld+json'>{json}</script>"),
        "",
    )
}

fn published(parts: &ArticleParts) -> &str {
    parts.published.as_ref().map_or("none", |time| &time.iso)
}

#[test]
fn data_with_small_mistakes_is_read_whole() {
    let article = format!(
        r#""headline":"{TITLE}","datePublished":"2024-03-05T08:00:00Z","author":[{{"@type":"Person","name":"Ana Ruiz"}}]"#
    );
    let scripts = [
        format!(r#"{{"@type":"NewsArticle",{article},}}"#),
        format!(r#"{{"@type":"NewsArticle","description":"The "quiet" border",{article}}}"#),
        format!("{{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",{article}}}"),
        format!(r#"{{"@type":"NewsArticle","description":"It\'s quiet",{article}}}"#),
        format!(r#"/* made by a program */ {{"@type":"NewsArticle",{article}}};"#),
        format!(r#"{{"@type":"NewsArticle",{article}}}"#).replace('"', "&quot;"),
        format!(r#"{{"@type":"schema:ReportageNewsArticle",{article}}}"#),
        format!(
            r#"{{"@type":"WebPage","mainEntity":{{"@type":["Thing","NewsArticle"],{article}}}}}"#
        ),
    ];
    for script in scripts {
        let parts = data(&script);
        assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00", "{script}");
        assert_eq!(parts.byline, ["Ana Ruiz"], "{script}");
    }
}

#[test]
fn a_page_that_describes_no_article_still_has_its_time() {
    let parts = data(
        r#"{"@graph":[{"@type":"WebPage","name":"Talks","datePublished":"2024-03-05T08:00:00Z"}]}"#,
    );
    assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00");
    // What is said of the article goes before what is said of its page.
    let parts = with(
        r#"<script type="application/ld+json">{"@type":"WebPage","datePublished":"2021-01-01"}</script>
           <meta property="article:published_time" content="2024-03-05T08:00:00Z">"#,
        "",
    );
    assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00");
}

#[test]
fn a_list_of_other_stories_describes_nothing() {
    let parts = data(
        r#"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other","datePublished":"2020-01-01","author":"Bo Li"}]}"#,
    );
    assert_eq!(published(&parts), "none");
    assert!(parts.byline.is_empty());
}

#[test]
fn the_address_tells_the_page_s_own_story_from_others() {
    let html = format!(
        r#"<html><head><script type="application/ld+json">[
        {{"@type":"NewsArticle","headline":"Another","url":"https://gazette.example/other","datePublished":"2020-01-01","author":"Bo Li","publisher":{{"name":"x"}}}},
        {{"@type":"NewsArticle","headline":"Talks: what is known","url":"https://gazette.example/talks","datePublished":"2024-03-05","author":"Ana Ruiz"}}]</script></head>
        <body><h1>{TITLE}</h1>{STORY}</body></html>"#
    );
    let hints = SourceHints {
        url: Some("https://gazette.example/talks?from=home"),
        ..SourceHints::of(MediaType::Html)
    };
    let parts = extract::article_from_html(&html, &hints);
    assert_eq!(published(&parts), "2024-03-05");
    assert_eq!(parts.byline, ["Ana Ruiz"]);
}

#[test]
fn dates_that_mean_that_none_is_known_are_passed_over() {
    for none in ["1970-01-01T00:00:00Z", "0000-00-00", "Invalid date", ""] {
        let parts = with(
            &format!(
                r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"{none}"}}</script>
                   <meta name="parsely-pub-date" content="2024-03-05T08:00:00Z">"#
            ),
            "",
        );
        assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00", "{none}");
    }
}

#[test]
fn metas_of_many_names_give_the_time() {
    for name in [
        "DC.date.issued",
        "sailthru.date",
        "cXenseParse:recs:publishtime",
        "article:publication_date",
        "publication-date",
        "_pubtime",
    ] {
        let parts = with(
            &format!("<meta name='{name}' content='2024-03-05T08:00:00Z'>"),
            "",
        );
        assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00", "{name}");
    }
    let parts = with(
        "<meta property='og:updated_time' content='2024-03-07T08:00:00Z'>",
        "",
    );
    assert_eq!(published(&parts), "none");
}

#[test]
fn properties_of_the_article_count_and_those_of_its_film_do_not() {
    let parts = with(
        "",
        "<div itemscope itemtype='https://schema.org/NewsArticle'>\
         <div itemscope itemtype='https://schema.org/VideoObject'><meta itemprop='datePublished' content='2019-01-01'></div>\
         <meta itemprop='datePublished' content='2024-03-05T08:00:00Z'></div>",
    );
    assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00");
    // Several things with times are cards of other stories: then the page's meta decides.
    let parts = with(
        "<meta name='date' content='2024-03-05'>",
        "<div><span itemprop='datePublished'>2026-03-13</span><span itemprop='datePublished'>2026-03-12</span></div>",
    );
    assert_eq!(published(&parts), "2024-03-05");
}

#[test]
fn a_label_says_which_time_is_of_a_change() {
    let parts = with(
        "",
        "<p>Aktualisiert am <time datetime='2024-03-07T08:00Z'>7. März 2024</time></p>\
         <p>Veröffentlicht am <time datetime='2024-03-05T08:00Z'>5. März 2024</time></p>",
    );
    assert_eq!(published(&parts), "2024-03-05T08:00+00:00");
    assert_eq!(
        parts.updated.map(|time| time.iso).as_deref(),
        Some("2024-03-07T08:00+00:00")
    );
}

#[test]
fn older_templates_carry_times_in_other_elements() {
    for element in [
        "<abbr class='published' title='2024-03-05T08:00:00Z'>Tuesday</abbr>",
        "<span class='date' data-timestamp='1709625600'>yesterday</span>",
        "<div class='article-date' data-timestamp='1709625600000'></div>",
    ] {
        let parts = with("", element);
        assert!(
            published(&parts).starts_with("2024-03-05T08:00"),
            "{element}"
        );
    }
}

#[test]
fn programs_give_the_time_where_nothing_else_does() {
    let one = r#"<script id="__NEXT_DATA__" type="application/json">{"article":{"publishedAt":"2024-03-05T08:00:00.000Z"}}</script>"#;
    assert_eq!(published(&with(one, "")), "2024-03-05T08:00:00+00:00");
    let printed = with(one, "<p class='date'>4 March 2024</p>");
    assert_eq!(published(&printed), "2024-03-04");
    let several = r#"<script>var a=[{"publishedAt":"2024-03-05T08:00:00Z"},{"publishedAt":"2024-02-01T08:00:00Z"}]</script>"#;
    assert_eq!(published(&with(several, "")), "none");
}

#[test]
fn the_day_in_the_page_s_own_head_is_not_the_article_s() {
    let parts = page(&format!(
        "<html lang=en><body><header><div>Thursday, November 26, 2026</div></header>\
         <article><h1>{TITLE}</h1><p>By Ana Ruiz</p><p>March 5, 2024</p>{STORY}</article></body></html>"
    ));
    assert_eq!(published(&parts), "2024-03-05");
}

#[test]
fn a_note_gives_the_first_day() {
    let note =
        "<p>This article was originally published on 26 Sep 2019 and has been updated since.</p>";
    let parts = page(&format!(
        "<html lang=en><body><h1>{TITLE}</h1><p>30 Sep 2022</p>{STORY}{note}</body></html>"
    ));
    assert_eq!(published(&parts), "2019-09-26");
    // A report of something else that was published gives no day.
    let parts = page(&format!(
        "<html lang=en><body><h1>{TITLE}</h1><p>30 Sep 2022</p>{STORY}<p>The treaty was first published on 26 Sep 2019 by both ministries.</p></body></html>"
    ));
    assert_eq!(published(&parts), "2022-09-30");
}

#[test]
fn the_earlier_of_two_declared_times_is_the_first_where_one_is_of_the_last_change() {
    let parts = with(
        &format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-05-08T10:00:00Z","dateModified":"2024-05-08T10:00:00Z"}}</script>
               <meta property="article:published_time" content="2024-03-05T08:00:00Z">"#
        ),
        "",
    );
    assert_eq!(published(&parts), "2024-03-05T08:00:00+00:00");
}

#[test]
fn a_text_rewritten_years_later_is_of_the_day_that_it_prints_as_its_own() {
    let declared = |modified: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"Article","headline":"{TITLE}","datePublished":"2012-09-12T16:45:28Z","dateModified":"{modified}"}}</script>"#
        )
    };
    // The page says of itself that it is of that day.
    let parts = with(
        &declared("2021-09-08T18:02:10Z"),
        "<p>September 8, 2021</p>",
    );
    assert_eq!(published(&parts), "2021-09-08");
    assert_eq!(
        parts.updated.as_ref().map(|time| time.iso.as_str()),
        Some("2021-09-08T18:02:10+00:00")
    );
    // Both stay to be picked.
    let known = parts
        .provenance
        .iter()
        .find(|known| known.field == Field::Published);
    assert!(known.is_some_and(|known| known.candidates.len() == 2));
    // As an update it is no day of publication, and neither is that of another text.
    let parts = with(
        &declared("2021-09-08T18:02:10Z"),
        "<p>Updated September 8, 2021</p>",
    );
    assert_eq!(published(&parts), "none");
    // A correction within the year changes nothing.
    let parts = with(&declared("2012-11-08T18:02:10Z"), "<p>November 8, 2012</p>");
    assert_eq!(published(&parts), "2012-09-12T16:45:28+00:00");
}

#[test]
fn authors_are_read_in_every_form_that_data_gives_them() {
    let cases = [
        (
            r#"{"@type":"Person","name":["Ana Ruiz","Bo Li"]}"#,
            vec!["Ana Ruiz", "Bo Li"],
        ),
        (
            r#"{"@type":"Person","givenName":"Ana","familyName":"Ruiz"}"#,
            vec!["Ana Ruiz"],
        ),
        (
            r#"[["Ana Ruiz"],{"@list":["Bo Li"]}]"#,
            vec!["Ana Ruiz", "Bo Li"],
        ),
        (
            r#"["https://social.example/gazette","Ana Ruiz"]"#,
            vec!["Ana Ruiz"],
        ),
        (r#"["Ana Ruiz","ANA RUIZ"]"#, vec!["Ana Ruiz"]),
        (
            r#"{"name":"Ana Ruiz (ana@gazette.example)"}"#,
            vec!["Ana Ruiz"],
        ),
        (
            r#"{"name":"Smith &amp;amp; Sons Newsroom"}"#,
            vec!["Smith & Sons Newsroom"],
        ),
    ];
    for (author, expected) in cases {
        let parts = data(&format!(
            r#"{{"@type":"NewsArticle","headline":"{TITLE}","author":{author}}}"#
        ));
        assert_eq!(parts.byline, expected, "{author}");
    }
    let parts = data(&format!(
        r#"{{"@type":"NewsArticle","headline":"{TITLE}","author":{{"@type":"Person","name":""}},"creator":"Ana Ruiz"}}"#
    ));
    assert_eq!(parts.byline, ["Ana Ruiz"]);
}

#[test]
fn libraries_file_people_under_their_family_names() {
    let parts = with("<meta name='citation_author' content='Ruiz, Ana'>", "");
    assert_eq!(parts.byline, ["Ana Ruiz"]);
}

#[test]
fn a_desk_is_the_author_where_the_page_marks_it_as_one() {
    let parts = with("", "<a rel=author href='/staff'>Border Desk</a>");
    assert_eq!(parts.byline, ["Border Desk"]);
    let parts = with("", "<a rel=author href='/staff'>More articles</a>");
    assert!(parts.byline.is_empty());
}

#[test]
fn two_accounts_of_the_headline_outweigh_a_heading_of_the_page() {
    let head = |kind: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"{kind}","headline":"{TITLE}"}}</script><meta property="og:title" content="{TITLE}">"#
        )
    };
    let titled = |kind: &str| {
        page(&format!(
            "<html><head>{}</head><body><h1>World news today</h1>{STORY}</body></html>",
            head(kind)
        ))
        .title
    };
    assert_eq!(titled("NewsArticle"), TITLE);
    // A blog tells search engines what it does not tell its readers.
    assert_eq!(titled("BlogPosting"), "World news today");
}
