//! Extraction: from bytes to the parts of an article.

mod consent;
mod credits;
mod dates;
mod declared;
mod documents;
mod encodings;
mod front_matter;
mod hostile;
mod obsidian;
mod page_data;
mod pages;
mod plain_text;
mod printed_dates;
mod sample;
mod sanitising;
mod sentences;
mod text_heads;
mod whole_texts;

use dragoman_core::domain::{ArticleParts, Fate, RemovalReason};
use dragoman_core::extract::{self, MediaType, SourceHints};

pub fn hints(media: MediaType) -> SourceHints<'static> {
    SourceHints::of(media)
}

pub fn page(html: &str) -> ArticleParts {
    extract::article_from_html(html, &hints(MediaType::Html))
}

pub fn text(text: &str) -> ArticleParts {
    extract::article_from_text(text, &hints(MediaType::Text))
}

/// The pieces that were removed for `reason`, as text.
pub fn removed_for(parts: &ArticleParts, wanted: RemovalReason) -> Vec<&str> {
    parts
        .pieces
        .iter()
        .filter(|piece| matches!(piece.fate, Fate::Removed { reason, .. } if reason == wanted))
        .map(|piece| piece.text.as_str())
        .collect()
}

/// All that a reader gets to see of the article: title, standfirst and blocks.
pub fn shown(parts: &ArticleParts) -> String {
    let mut lines = vec![parts.title.clone()];
    lines.extend(parts.standfirst.clone());
    lines.extend(parts.blocks.iter().map(|block| block.text.clone()));
    lines.join("\n")
}
