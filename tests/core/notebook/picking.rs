//! The article where a person pointed at it, on this page and on the next of its outlet.

use dragoman_core::domain::{
    Article, ArticleId, Fate, ImportItem, OriginalOf, OutcomeKind, TextOrigin,
};
use dragoman_core::{CancelToken, Rereading};

use crate::support::{Bench, bench};

pub(super) const SENTENCES: [&str; 3] = [
    "The harbour office said on Monday that the quay would be widened in the coming year, and \
     that the county would pay for the work.",
    "Ann Poe, who has worked on the quay since she was a girl, said that nobody had asked the \
     people who load the ships by hand.",
    "The work is to begin in the spring, when the ice has gone, and is to take two summers, the \
     office said in a statement.",
];
pub(super) const OTHER: [&str; 3] = [
    "The bridge over the narrows was closed on Friday after a crack was found in one of its \
     piers, the mayor of the town said.",
    "Boats may pass below it, he said, but no more than one at a time, and not at all while the \
     tide is running out.",
    "A ferry will take people over the water every half hour until the pier has been mended, he \
     said, and will cost nothing.",
];
pub(super) const COMMENT: &str = "I have said for years that this would happen, and nobody in the council \
    has ever listened to a word of it, which is what you get.";

/// A page whose article has no name that tells, among comments that read like one.
pub(super) fn page(path: &str, title: &str, number: u32, body: &[&str]) -> String {
    let text: String = body
        .iter()
        .map(|text| format!("<div class=\"css-{number}x\">{text}</div>"))
        .collect();
    let comments = format!("<p>{COMMENT}</p>").repeat(4);
    format!(
        "<html lang=en><head><title>{title}</title>\
         <link rel=canonical href='https://www.example.org/{path}'></head><body>\
         <div class='wrap'><div class='kommentar-box'>{comments}</div>\
         <div id='post-{number}' class='lesetext css-{number}'>{text}</div></div></body></html>"
    )
}

pub(super) fn import(bench: &Bench, file: &str, html: &str) -> ImportItem {
    bench.import(&bench.file(file, html)).remove(0)
}

pub(super) fn first(bench: &Bench) -> ArticleId {
    let html = page("quay", "Quay to be widened", 48213, &SENTENCES);
    import(bench, "quay.html", &html).article.unwrap()
}

pub(super) fn texts(article: &Article) -> Vec<&str> {
    article
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect()
}

/// What the original is called that is there to be pointed at.
pub(super) fn opened(bench: &Bench, of: OriginalOf) -> String {
    bench.notebook.texts().pickable(of).unwrap().original
}

/// The number of the innermost block that holds `words`, and that of the one around it.
pub(super) fn numbers(html: &str, words: &str) -> (u32, u32) {
    let at = html.find(words).expect("the words are shown");
    let mut open: Vec<Option<u32>> = Vec::new();
    for tag in html[..at].split('<').skip(1) {
        if tag.starts_with('/') {
            open.pop();
        } else if !["br", "hr", "wbr"].iter().any(|void| tag.starts_with(void)) {
            let number = tag.split("data-block=\"").nth(1);
            open.push(number.map(|rest| rest.split('"').next().unwrap().parse().unwrap()));
        }
    }
    let numbered: Vec<u32> = open.into_iter().flatten().collect();
    (numbered[numbered.len() - 1], numbered[numbered.len() - 2])
}

#[test]
fn a_block_that_was_pointed_at_is_the_article() {
    let bench = bench();
    let id = first(&bench);
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    assert_eq!(shown.host.as_deref(), Some("example.org"));
    let (_, holder) = numbers(&shown.html, SENTENCES[0]);

    let preview = by_hand.preview(of, &opened(&bench, of), &[holder]).unwrap();
    assert_eq!(preview.paragraphs, 3);
    assert!(
        SENTENCES[0].starts_with(&preview.first),
        "{}",
        preview.first
    );
    let before = bench.get(id);

    by_hand
        .pick(of, &opened(&bench, of), &[holder], true)
        .unwrap();
    let picked = bench.get(id);
    assert_eq!(texts(&picked), SENTENCES);
    assert_eq!(picked.words, preview.words);
    assert_eq!(picked.text_origin, TextOrigin::Picked);
    assert_eq!(by_hand.outlet_picks().unwrap()[0].host, "example.org");

    // Reading it again finds the same.
    let articles = bench.notebook.articles();
    let report = articles
        .reread_all(&CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(report.changed, 0);
    let report = articles
        .reread(&[id], Rereading::AsFound, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!((report.changed, texts(&bench.get(id)).len()), (0, 3));

    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.get(id).blocks, before.blocks);
    assert!(by_hand.outlet_picks().unwrap().is_empty());
}

#[test]
fn paragraphs_that_were_pointed_at_one_by_one_are_the_article() {
    let bench = bench();
    let id = first(&bench);
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let html = by_hand.pickable(of).unwrap().html;
    let (one, _) = numbers(&html, SENTENCES[0]);
    let (three, _) = numbers(&html, SENTENCES[2]);
    by_hand
        .pick(of, &opened(&bench, of), &[three, one], false)
        .unwrap();
    assert_eq!(texts(&bench.get(id)), [SENTENCES[0], SENTENCES[2]]);
    assert!(by_hand.outlet_picks().unwrap().is_empty());
}

#[test]
fn the_next_page_of_the_outlet_is_read_where_a_person_pointed() {
    let bench = bench();
    let id = first(&bench);
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let html = by_hand.pickable(of).unwrap().html;
    by_hand
        .pick(
            of,
            &opened(&bench, of),
            &[numbers(&html, SENTENCES[0]).1],
            true,
        )
        .unwrap();

    let html = page("bridge", "Bridge closed", 50991, &OTHER);
    let next = import(&bench, "bridge.html", &html).article.unwrap();
    let article = bench.get(next);
    assert_eq!(texts(&article), OTHER);
    let host = "example.org".to_owned();
    assert_eq!(article.text_origin, TextOrigin::PickedFor { host });

    // A place that holds something else is not believed.
    let html = page("empty", "Nothing here", 51000, &["Read on"]);
    let other = import(&bench, "empty.html", &html);
    if let Some(other) = other.article {
        assert_eq!(bench.get(other).text_origin, TextOrigin::Rules);
    }

    by_hand.forget_pick("example.org").unwrap();
    let articles = bench.notebook.articles();
    articles
        .reread_all(&CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(bench.get(next).text_origin, TextOrigin::Rules);
    assert_eq!(texts(&bench.get(id)), SENTENCES);
}

#[test]
fn three_paragraphs_stand_for_all_of_their_parent_on_other_pages() {
    let bench = bench();
    let id = first(&bench);
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let html = by_hand.pickable(of).unwrap().html;
    let each: Vec<u32> = SENTENCES
        .iter()
        .map(|words| numbers(&html, words).0)
        .collect();
    by_hand.pick(of, &opened(&bench, of), &each, true).unwrap();
    let longer = [OTHER[0], OTHER[1], OTHER[2], SENTENCES[2]];
    let html = page("bridge", "Bridge closed", 50991, &longer);
    let next = import(&bench, "bridge.html", &html).article.unwrap();
    assert_eq!(texts(&bench.get(next)), longer);
}

#[test]
fn a_problem_becomes_an_article_by_pointing() {
    let bench = bench();
    // What a page hides until a script has run is shown here, and can be meant.
    let html = "<html><head><title>Ferry</title></head><body><div hidden><span>\
        The ferry will not run on Sunday, the captain said, as the engine is out.\
        </span></div></body></html>";
    let item = import(&bench, "cookies.html", html);
    assert_eq!(item.outcome, OutcomeKind::NeedsAttention);
    let of = OriginalOf::Problem { id: item.id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    assert_eq!(shown.host, None);
    let (block, _) = numbers(&format!("<p data-block=\"0\">{}", shown.html), "The ferry");
    let id = by_hand
        .pick(of, &opened(&bench, of), &[block], true)
        .unwrap();
    let article = bench.get(id);
    assert_eq!(article.blocks.len(), 1);
    assert!(article.blocks[0].text.starts_with("The ferry"));
    assert_eq!(article.text_origin, TextOrigin::Picked);
    assert!(bench.notebook.imports().problems().unwrap().is_empty());

    bench.notebook.undo(None).unwrap().unwrap();
    assert!(bench.get(id).deleted);
    assert_eq!(bench.notebook.imports().problems().unwrap().len(), 1);
}

#[test]
fn lines_of_a_text_are_the_article() {
    let bench = bench();
    let text = format!(
        "Quay to be widened\n\n{}\n\n{}\n\nRead more\n\n{}\n",
        SENTENCES[0], SENTENCES[1], SENTENCES[2]
    );
    let id = import(&bench, "quay.txt", &text).article.unwrap();
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    assert_eq!(shown.host, None);
    let all: Vec<_> = bench.get(id).pieces;
    let line = |words: &str| all.iter().find(|piece| piece.text == words).unwrap().line;
    by_hand
        .pick(
            of,
            &opened(&bench, of),
            &[line(SENTENCES[1]), line(SENTENCES[2])],
            true,
        )
        .unwrap();
    let picked = bench.get(id);
    assert_eq!(texts(&picked), [SENTENCES[1], SENTENCES[2]]);
    assert_eq!(picked.text_origin, TextOrigin::Picked);
    let out = picked
        .pieces
        .iter()
        .find(|piece| piece.text == SENTENCES[0]);
    assert!(matches!(out.unwrap().fate, Fate::Removed { .. }));
    let articles = bench.notebook.articles();
    articles
        .reread_all(&CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(texts(&bench.get(id)), [SENTENCES[1], SENTENCES[2]]);
}

#[test]
fn what_is_shown_can_neither_run_nor_load() {
    let bench = bench();
    let html = format!(
        "<html><body data-block=7 onload=alert(1)><script>alert(1)</script>\
         <p data-block='99' onclick=alert(1) style='background:url(//example.org/x)'>{}</p>\
         <img src=https://example.org/a.png><a href='javascript:alert(1)'>{}</a></body></html>",
        SENTENCES[0], SENTENCES[1]
    );
    let id = import(&bench, "bad.html", &html).article.unwrap();
    let shown = bench
        .notebook
        .texts()
        .pickable(OriginalOf::Article { id })
        .unwrap()
        .html;
    for bad in [
        "script", "alert", "onclick", "style", "src=", "href", "\"99\"", "\"7\"",
    ] {
        assert!(!shown.contains(bad), "{bad} in {shown}");
    }
    assert!(shown.contains("data-block"));
}

#[test]
fn numbers_of_nothing_are_refused() {
    let bench = bench();
    let id = first(&bench);
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    assert_eq!(
        by_hand
            .preview(of, &opened(&bench, of), &[])
            .unwrap()
            .paragraphs,
        0
    );
    for blocks in [&[][..], &[u32::MAX], &[0]] {
        assert!(by_hand.pick(of, &opened(&bench, of), blocks, true).is_err());
    }
}

#[test]
fn all_but_one_of_many_paragraphs_are_kept_as_pointed_at() {
    let bench = bench();
    let paragraphs: Vec<String> = (0..700)
        .map(|n| format!("<p>Ship number {n} left the harbour in the morning.</p>"))
        .collect();
    let html = format!(
        "<html lang=en><head><title>Ships</title></head><body><div>{}</div></body></html>",
        paragraphs.concat()
    );
    let id = import(&bench, "ships.html", &html).article.unwrap();
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    let blocks: Vec<u32> = (1..700)
        .map(|n| numbers(&shown.html, &format!("number {n} left")).0)
        .collect();
    assert_eq!(
        by_hand
            .preview(of, &opened(&bench, of), &blocks)
            .unwrap()
            .paragraphs,
        699
    );
    by_hand
        .pick(of, &opened(&bench, of), &blocks, false)
        .unwrap();
    let article = bench.get(id);
    assert_eq!(article.blocks.len(), 699);
    assert!(article.blocks[698].text.contains("number 699 left"));
}

#[test]
fn more_places_than_can_be_kept_are_refused() {
    let bench = bench();
    // Every other paragraph, so that no few selectors find them.
    let paragraphs: Vec<String> = (0..1202)
        .map(|n| format!("<p>Ship number {n} left the harbour in the morning.</p>"))
        .collect();
    let html = format!(
        "<html lang=en><head><title>Ships</title></head><body><div>{}</div></body></html>",
        paragraphs.concat()
    );
    let id = import(&bench, "ships.html", &html).article.unwrap();
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    let blocks: Vec<u32> = (0..601)
        .map(|n| numbers(&shown.html, &format!("number {} left", n * 2)).0)
        .collect();
    let before = bench.get(id).text_version;
    assert!(
        by_hand
            .pick(of, &opened(&bench, of), &blocks, false)
            .is_err()
    );
    assert_eq!(bench.get(id).text_version, before);
}

#[test]
fn what_was_pointed_at_is_shown_though_an_older_version_is_longer() {
    let bench = bench();
    let paid = |updated: u32, body: &[&str]| {
        page("quay", "Quay to be widened", 48213, body).replace(
            "</head>",
            &format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\
                 \"isAccessibleForFree\":false,\"datePublished\":\"2022-05-0{updated}\"}}</script></head>"
            ),
        )
    };
    let long: Vec<String> = (1..=16)
        .map(|n| format!("In the year {n} of the plan the harbour office counted {n} more ships than the year before, it said."))
        .collect();
    let mut body: Vec<&str> = long.iter().map(String::as_str).collect();
    body.push(SENTENCES[2]);
    let id = import(&bench, "one.html", &paid(1, &body)).article.unwrap();
    body.push(OTHER[0]);
    import(&bench, "two.html", &paid(2, &body));
    let of = OriginalOf::Article { id };
    let by_hand = bench.notebook.texts();
    let shown = by_hand.pickable(of).unwrap();
    let newest = texts(&bench.get(id)).contains(&OTHER[0]);
    let words = if newest { OTHER[0] } else { SENTENCES[2] };
    let (block, _) = numbers(&shown.html, words);
    by_hand
        .pick(of, &opened(&bench, of), &[block], false)
        .unwrap();
    assert_eq!(texts(&bench.get(id)), [words]);
}
