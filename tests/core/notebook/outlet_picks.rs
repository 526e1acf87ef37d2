//! Where a person pointed on one page of an outlet, on its next pages.

use dragoman_core::domain::{OriginalOf, TextOrigin};

use super::picking::{COMMENT, OTHER, SENTENCES, first, import, numbers, opened};
use crate::support::bench;

/// A page of the outlet with something else where the article stood.
fn page_with(path: &str, place: &str, below: &str) -> String {
    format!(
        "<html lang=en><head><title>{path}</title>\
         <link rel=canonical href='https://www.example.org/{path}'></head><body>\
         <div class='wrap'><div class='lesetext css-7'>{place}</div>{below}</div></body></html>"
    )
}

#[test]
fn a_remembered_place_is_believed_where_it_holds_the_text_of_the_page() {
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
    let paragraphs = |texts: &[&str], times: usize| {
        let one: String = texts.iter().map(|text| format!("<p>{text}</p>")).collect();
        one.repeat(times)
    };
    let origin_of = |path: &str, place: String, below: String| {
        let html = page_with(path, &place, &below);
        let item = import(&bench, &format!("{path}.html"), &html);
        bench.get(item.article.unwrap()).text_origin
    };
    let believed = TextOrigin::PickedFor {
        host: "example.org".to_owned(),
    };

    // A note of two sentences above an article is not the article.
    let note = paragraphs(&OTHER[..2], 1);
    let article = paragraphs(&SENTENCES, 3);
    assert_eq!(origin_of("note", note, article), TextOrigin::Rules);
    // Nor are teasers, however much they say.
    let teaser = format!("<p><a href='/{}'>{}</a> More.</p>", 1, OTHER[0]).repeat(6);
    assert_eq!(
        origin_of("teasers", teaser, String::new()),
        TextOrigin::Rules
    );
    // A short text among letters that are somewhat longer is.
    let letters = format!(
        "<div class=kommentar-box>{}</div>",
        paragraphs(&[COMMENT], 6)
    );
    let short = paragraphs(&OTHER, 1);
    assert_eq!(origin_of("short", short, letters), believed);
    // So is a long one among very many letters.
    let letters = format!(
        "<div class=kommentar-box>{}</div>",
        paragraphs(&[COMMENT], 60)
    );
    let long = paragraphs(&OTHER, 3);
    assert_eq!(origin_of("long", long, letters), believed);
}
