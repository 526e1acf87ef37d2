//! Pages of HTML.

use dragoman_core::domain::{ArticleParts, BlockKind, Fate, Field, Origin, RemovalReason, Warning};

use super::{page, removed_for};

const PARAGRAPHS: &str = "<p>The two delegations met in the border village on Tuesday for the first time in eleven months, officials in both capitals said.</p>\
<p>Neither side gave any details of what was said behind closed doors, but a person briefed on the talks called them polite, and without result.</p>\
<p>A second round is planned before the end of the summer, in a place that has not been named, according to the foreign ministry’s spokesman.</p>\
<p>Diplomats said that the mood had been better than in the spring, when the last attempt at talks collapsed within an hour of its beginning.</p>";

fn news(head: &str, before: &str, after: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Talks resume in the border village | The Example Times</title>{head}</head><body>\
<nav><a href=/>Home</a><a href=/world>World</a></nav>\
<article><h1>Talks resume in the border village</h1>{before}{PARAGRAPHS}{after}</article>\
<footer>© 2022 The Example Times. All rights reserved.</footer></body></html>"
    )
}

#[test]
fn data_of_the_page_gives_the_fields_and_their_rivals() {
    let head = r##"<meta property="og:title" content="Talks resume - The Example Times"><meta property="og:site_name" content="The Example Times">
<link rel=canonical href="https://example.org/2022/05/10/talks"><meta property="article:published_time" content="2022-05-10T15:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Talks resume in the border village",
"datePublished":"2022-05-10T16:14:00+01:00","dateModified":"2022-05-11T09:00:00+01:00","author":{"@id":"#ann"},"publisher":{"@id":"#pub"},"articleSection":"World"},
{"@type":"Person","@id":"#ann","name":"Ann Smith"},{"@type":"Organization","@id":"#pub","name":"The Example Times"}]}</script>"##;
    let parts = page(&news(head, "", ""));
    assert_eq!(parts.title, "Talks resume in the border village");
    assert_eq!(parts.byline, ["Ann Smith"]);
    assert_eq!(parts.outlet.as_deref(), Some("The Example Times"));
    assert_eq!(
        parts.published.as_ref().unwrap().iso,
        "2022-05-10T16:14:00+01:00"
    );
    assert_eq!(
        parts.updated.as_ref().unwrap().iso,
        "2022-05-11T09:00:00+01:00"
    );
    assert_eq!(
        parts.canonical_url.as_deref(),
        Some("https://example.org/2022/05/10/talks")
    );
    assert_eq!(parts.section.as_deref(), Some("World"));
    assert_eq!(parts.language.as_deref(), Some("en"));
    let published = parts
        .provenance
        .iter()
        .find(|entry| entry.field == Field::Published)
        .unwrap();
    assert_eq!(
        published.candidates[0].origin,
        Origin::JsonLd {
            path: "NewsArticle.datePublished".to_owned()
        }
    );
    assert!(
        published.candidates.iter().any(|c| c.origin == Origin::Url),
        "{published:?}"
    );
    assert!(
        published
            .candidates
            .iter()
            .any(|c| c.value == "2022-05-10T15:00:00+00:00")
    );
}

#[test]
fn furniture_goes_and_is_listed() {
    let after = "<div class=related-stories><h3>Related</h3><ul><li><a href=/a>Border closed for a day</a></li><li><a href=/b>Envoy named at last</a></li></ul></div>\
<div class=newsletter><p>Sign up to our newsletter for the latest from the region</p></div>";
    let before = "<p class=byline>By <a rel=author href=/ann>Ann Smith</a></p><time datetime=2022-05-10T16:14+01:00>10 May 2022</time>\
<figure><img src=x><figcaption>Delegates at the table. <span class=credit>AP</span></figcaption></figure>";
    let parts = page(&news("", before, after));
    let body = parts.body_text();
    assert_eq!(body.split("\n\n").count(), 4, "{body}");
    assert!(body.starts_with("The two delegations"));
    assert!(body.ends_with("of its beginning."));
    assert_eq!(parts.byline, ["Ann Smith"]);
    let caption = parts
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Caption)
        .unwrap();
    assert_eq!(caption.text, "Delegates at the table. AP");
    assert_eq!(caption.credit.as_deref(), Some("AP"));
    let related = removed_for(&parts, RemovalReason::Related);
    assert!(
        related.contains(&"Border closed for a day"),
        "{:#?}",
        parts.pieces
    );
    assert!(
        removed_for(&parts, RemovalReason::Promotion)
            .iter()
            .any(|text| text.contains("newsletter"))
    );
    assert!(
        removed_for(&parts, RemovalReason::Navigation)
            .iter()
            .any(|text| text.contains("World"))
    );
}

#[test]
fn pieces_and_blocks_agree() {
    let parts = page(&news(
        "",
        "<p class=standfirst>Officials say that a second round is likely this summer</p>",
        "",
    ));
    assert_eq!(
        parts.standfirst.as_deref(),
        Some("Officials say that a second round is likely this summer")
    );
    for piece in &parts.pieces {
        if let Fate::Body { block } = piece.fate {
            assert!(
                parts.blocks[block as usize]
                    .text
                    .contains(piece.text.as_str())
            );
        }
    }
    assert!(parts.pieces.iter().any(|piece| piece.fate == Fate::Title));
    assert!(
        parts
            .pieces
            .iter()
            .any(|piece| piece.fate == Fate::Standfirst)
    );
}

#[test]
fn lists_quotations_and_headings_keep_their_kind() {
    let after = "<h2>What was agreed</h2><blockquote><p>We shall meet again before the leaves fall, and we shall meet as neighbours, he told reporters.</p></blockquote>\
<ul><li>A second round of talks this summer in a place to be named later.</li><li>A hotline between the two armies, open at every hour of the day.</li></ul>\
<p>Both sides said that they would keep the text of the agreement secret until it had been put before their parliaments.</p>";
    let parts = page(&news("", "", after));
    let kind_of = |start: &str| {
        parts
            .blocks
            .iter()
            .find(|b| b.text.starts_with(start))
            .map(|b| b.kind)
    };
    assert_eq!(kind_of("What was agreed"), Some(BlockKind::Heading));
    assert_eq!(kind_of("We shall meet again"), Some(BlockKind::Quote));
    assert_eq!(kind_of("A hotline"), Some(BlockKind::ListItem));
}

#[test]
fn a_page_with_only_a_consent_layer_says_so() {
    let html = "<html><body><div id=onetrust-banner><p>We use cookies and similar technologies to improve your experience, to show you advertising and to measure it. You can accept all cookies or manage your choices.</p><button>Accept all</button></div></body></html>";
    let parts = page(html);
    assert!(parts.warnings.contains(&Warning::ConsentOnly), "{parts:#?}");
    assert!(parts.body_text().is_empty());
}

#[test]
fn a_paywall_stub_says_so() {
    let head = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks resume","isAccessibleForFree":"False"}</script>"#;
    let html = format!(
        "<html><head>{head}</head><body><article><h1>Talks resume</h1><p>The two delegations met in the border village on Tuesday for the first time in eleven months, officials said.</p><p>To continue reading, subscribe now.</p></article></body></html>"
    );
    assert!(page(&html).warnings.contains(&Warning::PaywallStub));
}

#[test]
fn a_live_blog_says_so() {
    let declared = r#"<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Talks resume"}</script>"#;
    assert!(
        page(&news(declared, "", ""))
            .warnings
            .contains(&Warning::LiveBlog)
    );
    let post = |minute: u8| {
        format!(
            "<section><time datetime=2022-05-10T16:{minute}>16:{minute}</time>{PARAGRAPHS}</section>"
        )
    };
    let posts: String = (10..16).map(post).collect();
    let named = page(&news(
        "",
        "",
        &format!("<div class=live-blog__posts>{posts}</div>"),
    ));
    assert!(named.warnings.contains(&Warning::LiveBlog));
    let plain = page(&news("", "", &format!("<div class=posts>{posts}</div>")));
    assert!(!plain.warnings.contains(&Warning::LiveBlog));
}

fn rows_of(parts: &ArticleParts) -> Vec<&str> {
    let rows = (parts.blocks.iter()).filter(|block| block.kind == BlockKind::TableRow);
    rows.map(|block| block.text.as_str()).collect()
}

#[test]
fn rows_of_data_stay_rows_and_cells_of_a_layout_come_apart() {
    let table = "<h2>Rounds of talks</h2><table><tr><th>Round<th>Month</tr><tr><td>First<td>March</tr><tr><td><td>April<td>or later</tr><tr><td>Second<td>May</tr></table>\
<p>Both sides said that they would keep the text of the agreement secret until it had been put before their parliaments.</p>";
    let parts = page(&news("", "", table));
    let rows = rows_of(&parts);
    // Of an empty cell the place is kept.
    assert_eq!(
        rows,
        [
            "Round | Month",
            "First | March",
            "| April | or later",
            "Second | May"
        ]
    );
    let menu = "<td><a href=/>Home</a> <a href=/news>News</a></td>";
    let layout = format!(
        "<html><body><table><tr>{menu}<td><h1>Talks resume</h1>{PARAGRAPHS}</td></tr></table></body></html>"
    );
    let parts = page(&layout);
    assert!(
        parts.body_text().starts_with("The two delegations"),
        "{parts:#?}"
    );
}

#[test]
fn an_error_page_says_so() {
    let parts = page(
        "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>The page that you asked for is not here.</p></body></html>",
    );
    assert!(parts.warnings.contains(&Warning::ErrorPage), "{parts:#?}");
}

#[test]
fn a_page_drawn_by_a_script_is_read_from_its_data() {
    let body = "The two delegations met on Tuesday for the first time in eleven months, officials in both capitals said.\\n\\nNeither side gave any details of what was said behind the closed doors of the hall.";
    let html = format!(
        r#"<html><head><script type="application/ld+json">{{"@type":"NewsArticle","headline":"Talks resume","articleBody":"{body}"}}</script></head><body><div id=root></div></body></html>"#
    );
    let parts = page(&html);
    assert_eq!(parts.blocks.len(), 2, "{parts:#?}");
    assert_eq!(parts.title, "Talks resume");
}

#[test]
fn hidden_text_is_no_piece() {
    let parts = page(&news(
        "",
        "",
        "<div style='display: none'><p>Secret words that no reader sees on this page at all.</p></div>",
    ));
    assert!(
        !parts
            .pieces
            .iter()
            .any(|piece| piece.text.contains("Secret words"))
    );
}

#[test]
fn text_that_waits_for_a_script_to_show_it_is_read() {
    let waiting = format!(
        "<html><body><p>Loading the page, please wait.</p><div hidden><article><h1>Talks resume</h1>{PARAGRAPHS}</article></div></body></html>"
    );
    let parts = page(&waiting);
    assert!(
        parts.body_text().contains("Neither side gave any details"),
        "{parts:#?}"
    );
    // Half of a page may be hidden for good.
    let twice = format!(
        "<div hidden>{}</div>",
        PARAGRAPHS.replace("officials", "envoys")
    );
    let shown = page(&news("", "", &twice));
    assert!(!shown.body_text().contains("envoys"), "{shown:#?}");
}

#[test]
fn scripts_styles_and_drawings_take_no_text_with_them() {
    for unread in [
        "<script>if (a < b) { document.write('<p>Nothing to see</p>') }</script>",
        "<script><!-- <script>write('x')</script> --></script>",
        "<script>a</scripts><style>b</script>",
        "<style>p { color: red }</style>",
        "<svg><g><path d='M0 0'/></g></svg>",
        "<svg><g><p>A drawing ends where a paragraph begins, said the envoy on Monday.</p></g></svg>",
        "<svg><title>Arrow</title><path d='M0 0'></path>",
        "<svg/>",
    ] {
        let parts = page(&news("", unread, ""));
        let text = parts.body_text();
        assert!(text.contains("Neither side gave any details"), "{unread}");
        assert!(!text.contains("Nothing to see"), "{unread}");
        assert_eq!(
            text.contains("said the envoy on Monday"),
            unread.contains("said the envoy on Monday"),
            "{unread}"
        );
    }
}

#[test]
fn a_wrong_language_declaration_is_overruled() {
    let html = "<html lang=en><body><article><h1>Ким Чен Ын поздравил Путина</h1><p>Северокорейский лидер Ким Чен Ын направил президенту России поздравительное послание по случаю Дня Победы, сообщило агентство.</p><p>В послании говорится о поддержке и дружбе народов двух стран, а также о дальнейшем развитии отношений между ними, которые имеют давнюю историю.</p></article></body></html>";
    assert_eq!(page(html).language.as_deref(), Some("ru"));
}

#[test]
fn a_selection_of_a_page_is_kept_whole() {
    let parts = page("<meta charset=utf-8><p>Kim said:</p><p>“No.”</p><ul><li>one</li></ul>");
    assert_eq!(parts.body_text(), "Kim said:\n\n“No.”\n\none");
}

#[test]
fn a_page_of_few_words_is_not_emptied() {
    let parts =
        page("<html><head><title>Note</title></head><body><p>abc</p><p>def</p></body></html>");
    assert_eq!(parts.body_text(), "abc\n\ndef");
}

#[test]
fn what_attributes_hold_that_nobody_asks_for_changes_nothing() {
    let plain = "<figure><img><figcaption>The village hall. Photograph: A B/AFP</figcaption></figure>\
        <p class=lead>The talks had been put off twice since the winter, said people who know of them.</p>";
    let odd = r#"<figure><img src="a>b.jpg" alt='<p class="x">"' data-x="</figure>" onerror="go('<p>')"/><figcaption
        aria-label="a" data-note="</p>">The village hall. Photograph: A B/AFP</figcaption></figure>
        <p data-a=1 data-b = "2" data-c="3"data-d="4" class=lead data-e="5">The talks had been put off twice since the winter, said people who know of them.</p>"#;
    let (plain, odd) = (page(&news("", plain, "")), page(&news("", odd, "")));
    assert_eq!(plain.blocks, odd.blocks);
    assert_eq!(plain.pieces, odd.pieces);
    assert!(
        plain
            .blocks
            .iter()
            .any(|block| block.kind == BlockKind::Caption)
    );
}

#[test]
fn cells_over_several_columns_and_rows_leave_their_places_empty() {
    let table = "<table>\
<tr><th></th><th colspan=2>Waiting</th><th rowspan=2>Unloaded</th></tr>\
<tr><th>Week</th><th>Ships</th><th>Crews</th></tr>\
<tr><td rowspan=2>Sixteen</td><td>12</td><td>230</td><td>3</td></tr>\
<tr><td>25</td><td>388</td><td>2 | 3</td></tr>\
<tr><td colspan=3>All</td><td>5</td></tr></table>\
<p>Both sides said that they would keep the text of the agreement secret until it had been put before their parliaments.</p>";
    let parts = page(&news("", "", table));
    let rows = rows_of(&parts);
    assert_eq!(
        rows,
        [
            "| Waiting | | Unloaded",
            "Week | Ships | Crews |",
            "Sixteen | 12 | 230 | 3",
            "| 25 | 388 | 2 ¦ 3",
            "All | | | 5"
        ]
    );
}
