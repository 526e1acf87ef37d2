//! Ready articles, one JSON object a line:
//! `{"id","lang","title","text","published","outlet","url"}`; only `text` or `title` is needed.

use serde::{Deserialize, Deserializer};

use super::faults;
use super::parts::{self, Line};
use crate::domain::{ArticleParts, BlockKind, Facts};

/// An article that needs no extraction.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReadyArticle {
    pub id: Option<String>,
    pub lang: Option<String>,
    #[serde(deserialize_with = "or_nothing")]
    pub title: String,
    #[serde(deserialize_with = "or_nothing")]
    pub text: String,
    /// ISO 8601, as precise as known.
    pub published: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    /// A person's own tags.
    pub tags: Vec<String>,
}

/// `null` stands for nothing, as in lists that name every field on every line.
fn or_nothing<'de, D: Deserializer<'de>>(value: D) -> Result<String, D::Error> {
    Option::deserialize(value).map(Option::unwrap_or_default)
}

/// Reads one line; a byte order mark before it is no part of it. The error says what is wrong with it.
pub fn read_line(line: &str) -> Result<ReadyArticle, String> {
    let line = line.trim_start_matches('\u{feff}');
    let article: ReadyArticle =
        serde_json::from_str(line).map_err(|error| faults::of_json(&error))?;
    if article.text.trim().is_empty() && article.title.trim().is_empty() {
        return Err("neither title nor text".into());
    }
    Ok(article)
}

impl ReadyArticle {
    /// Its parts: a paragraph for each stretch between line ends.
    pub(crate) fn into_parts(self) -> ArticleParts {
        let facts = Facts {
            title: Some(one_line(&self.title)),
            outlet: self.outlet,
            published: self.published.map(|iso| normal_time(&iso)),
            language: self.lang,
            url: self.url,
            tags: self.tags,
            ..Facts::default()
        };
        let paragraphs = self.text.lines().map(one_line);
        let lines = paragraphs.filter(|text| !text.is_empty()).map(|text| Line {
            kind: Some(BlockKind::Paragraph),
            text,
        });
        parts::ready(facts, lines.collect())
    }
}

/// `2022-05-10T16:14:00.123Z`, `20220510` and `2022-05-10 16:14` as times are kept.
fn normal_time(iso: &str) -> String {
    let iso = iso.trim();
    // A zone's name in brackets stands beside the offset.
    let iso = iso.split_once('[').map_or(iso, |(before, _)| before);
    if iso.len() == 8 && iso.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &iso[..4], &iso[4..6], &iso[6..]);
    }
    let mut normal = iso.replacen(' ', "T", 1).replace(['Z', 'z'], "+00:00");
    if let Some(dot) = normal.find('.') {
        let after = normal[dot + 1..].find(|c: char| !c.is_ascii_digit());
        normal.replace_range(dot..after.map_or(normal.len(), |n| dot + 1 + n), "");
    }
    normal
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
