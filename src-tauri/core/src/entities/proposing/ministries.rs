//! Ministries that English newspapers name in small letters: the foreign ministry. A
//! ministry without its field is nobody.

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityKind, ProposalWhy, ProposedAs};

const FIELDS: &[&str] = &[
    "foreign",
    "defence",
    "defense",
    "interior",
    "finance",
    "justice",
    "health",
    "energy",
    "trade",
    "economy",
    "culture",
    "education",
];
const HEAD: &str = " ministry";
/// The words are certain; which country's it is, the article tells.
const CONFIDENCE: f32 = 0.75;

pub(super) fn found(article: &Article) -> Vec<Found> {
    let mut all = Vec::new();
    for (at, _) in article.text.match_indices(HEAD) {
        let end = at + HEAD.len();
        let before = article.words(0, at);
        let field = FIELDS.iter().find(|field| before.ends_with(**field));
        let Some(start) = field.map(|field| at - field.len()) else {
            continue;
        };
        let is_letter = |c: char| c.is_alphanumeric();
        let begins = !article.words(0, start).ends_with(is_letter);
        let ends = !article
            .words(end, article.text.len())
            .starts_with(is_letter);
        if begins && ends {
            all.push(Found {
                start,
                end,
                kind: EntityKind::Organisation,
                names: ProposedAs::New,
                why: ProposalWhy::Recognised,
                confidence: CONFIDENCE,
            });
        }
    }
    all
}
