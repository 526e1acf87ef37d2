//! Pages as news sites make them, saved: one article among menus, cards of other stories,
//! styles and scripts. The same number gives the same page on every machine.

use serde_json::json;

use crate::articles::{Dice, invented, paragraph, published, sentence};
use crate::tongues::{TONGUES, Tongue};

/// A page of about `bytes`: half of what is not the article is scripts, half is markup.
pub fn page(number: u32, bytes: usize) -> String {
    let mut dice = Dice::new(u64::from(number) ^ 0x9a6e_5000_0000);
    let tongue = dice.pick(TONGUES);
    let outlet = *dice.pick(tongue.outlets);
    let title = sentence(tongue, &mut dice)
        .trim_end_matches(tongue.stop)
        .to_owned();
    let author = format!(
        "{} {}",
        capital(&invented(tongue, &mut dice)),
        capital(&invented(tongue, &mut dice))
    );
    let time = published(u64::from(number) * 17);
    let link = format!("https://news.example.org/{}/story-{number}", tongue.code);
    let facts = json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
        "datePublished": time, "mainEntityOfPage": link,
        "author": [{"@type": "Person", "name": author}],
        "publisher": {"@type": "Organization", "name": outlet},
    });
    let body: String = (0..8 + dice.below(10))
        .map(|_| {
            format!(
                "<p class=\"article__text\">{}</p>\n",
                paragraph(tongue, &mut dice)
            )
        })
        .collect();
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{title} | {outlet}</title>\n\
         <link rel=\"canonical\" href=\"{link}\"><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:site_name\" content=\"{outlet}\"><meta property=\"og:type\" content=\"article\">\n\
         <script type=\"application/ld+json\">{facts}</script>\n",
        tongue.code
    );
    let article = format!(
        "<main><article class=\"article\"><h1>{title}</h1><div class=\"byline\"><a rel=\"author\" href=\"/people/{number}\">\
         {author}</a> <time datetime=\"{time}\">{time}</time></div>\n{body}</article>\n"
    );
    let around = bytes.saturating_sub(head.len() + article.len());
    format!(
        "{head}<script>{}</script></head><body><header><nav><ul>{}</ul></nav></header>\n{article}\
         <aside><ul>{}</ul></aside></main>\n<footer><ul>{}</ul></footer></body></html>\n",
        script(around / 2, &mut dice),
        cards(around / 16, tongue, &mut dice),
        cards(around * 6 / 16, tongue, &mut dice),
        cards(around / 16, tongue, &mut dice),
    )
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Links to other stories, as cards.
fn cards(bytes: usize, tongue: &Tongue, dice: &mut Dice) -> String {
    let mut cards = String::with_capacity(bytes + 512);
    while cards.len() < bytes {
        let (id, width) = (dice.below(1 << 40), 120 + dice.below(400));
        cards.push_str(&format!(
            "<li class=\"card card--{}\"><a class=\"card__link\" href=\"/{}/{id:x}\" data-track=\"card-{id}\">\
             <span class=\"card__media\"><img loading=\"lazy\" src=\"/img/{id:x}_{width}.jpg\" width=\"{width}\" alt=\"\"></span>\
             <span class=\"card__title\">{}</span></a></li>\n",
            dice.below(9),
            tongue.code,
            sentence(tongue, dice),
        ));
    }
    cards
}

/// Something like the code that pages carry.
fn script(bytes: usize, dice: &mut Dice) -> String {
    let mut script = String::with_capacity(bytes + 128);
    while script.len() < bytes {
        let (one, other) = (dice.below(1 << 24), dice.below(1 << 24));
        script.push_str(&format!(
            "function f{one:x}(a,b){{return a&&b.q{other:x}?window.d{one:x}.push([\"{other:x}\",a<b]):null}}"
        ));
    }
    script
}
