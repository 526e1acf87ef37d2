//! From the bytes of a source to the parts of an article.
//!
//! Nothing here fails or panics: a source that can't be read well is read as far as
//! it goes, and [`ArticleParts::warnings`] says so. The same bytes always give the
//! same parts. No network, no clock, no files.

mod agencies;
mod alphabets;
mod blocks_language;
mod byline;
mod captions;
mod consent;
mod cues;
mod date_labels;
mod dateline;
mod dates;
mod declared;
mod decode;
mod document;
mod first_words;
mod html;
mod language;
mod markdown;
mod outlet;
mod outlets_named;
mod phrases;
mod pick;
mod provenance;
mod render;
mod sanitise;
mod sniff;
mod text;
mod warnings;
mod wide;
mod words;

pub(crate) use byline::looks_like_name;
pub(crate) use dates::{DateHints, Order, find as find_date, from_machine};
pub use decode::{Decoded, decode, is_encoding};
pub use document::article_from_document;
pub(crate) use html::lines::lines_of_page;
pub(crate) use html::pick::MOST_PLACES;
pub use html::{MeasuredBlock, measured_blocks};
pub(crate) use language::{detect as detect_language, primary as primary_language};
pub(crate) use outlet::of_address as outlet_of_address;
pub(crate) use outlets_named::outlets_named;
pub use pick::OutletPicks;
pub(crate) use pick::{host_of, numbered_page, numbered_pieces, page_pick};
pub use render::{render_html, text_as_html};
pub use sanitise::sanitise_original;
pub use sniff::sniff;
pub(crate) use text::paragraphs_of_text;
pub use text::{TrainingLine, training_lines, trait_names};
pub(crate) use words::{collapse, count as count_words, ends_sentence, is_running};

use crate::domain::{ArticleParts, Facts, Pick, Warning};

/// More of a source than this is not read; the rest stays in the kept original.
const READ_LIMIT: usize = 10 * 1024 * 1024;

/// The formats that extraction reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    Html,
    Text,
    Markdown,
}

/// What is known of a source besides its bytes.
#[derive(Debug, Clone, Copy)]
pub struct SourceHints<'a> {
    /// Without its folder.
    pub file_name: Option<&'a str>,
    /// Where it was fetched or dragged from.
    pub url: Option<&'a str>,
    pub media: MediaType,
    /// The `charset` of the HTTP content type.
    pub charset: Option<&'a str>,
    /// The encoding that a person chose: no other is tried.
    pub encoding: Option<&'a str>,
    /// When it was saved, ISO 8601: the file's date, or when it was fetched.
    /// What `3 hours ago` is counted from where the source itself does not say.
    pub saved: Option<&'a str>,
    /// What the format or the container that held it declares of it.
    pub facts: Option<&'a Facts>,
    /// Where a person pointed in this source.
    pub pick: Option<&'a Pick>,
    /// Where persons pointed on other pages.
    pub outlet_picks: Option<&'a OutletPicks>,
}

impl SourceHints<'_> {
    /// Nothing known but the format.
    pub fn of(media: MediaType) -> Self {
        Self {
            file_name: None,
            url: None,
            media,
            charset: None,
            encoding: None,
            saved: None,
            facts: None,
            pick: None,
            outlet_picks: None,
        }
    }

    /// When it was saved; what the container declares goes before the file's own date.
    pub(crate) fn saved_at(&self) -> Option<&str> {
        self.facts
            .and_then(|facts| facts.saved.as_deref())
            .or(self.saved)
    }

    /// Where it was published, as known from outside.
    pub(crate) fn address(&self) -> Option<&str> {
        self.url
            .or_else(|| self.facts.and_then(|facts| facts.url.as_deref()))
    }
}

/// Reads an article out of `bytes`.
pub fn article(bytes: &[u8], hints: &SourceHints) -> ArticleParts {
    let cut = bytes.len() > READ_LIMIT;
    let decoded = decode(&bytes[..bytes.len().min(READ_LIMIT)], hints);
    let mut parts = match hints.media {
        MediaType::Html => article_from_html(&decoded.text, hints),
        MediaType::Text => article_from_text(&decoded.text, hints),
        MediaType::Markdown => finish(markdown::read(within_limit(&decoded.text), hints), hints),
    };
    parts.encoding = Some(decoded.encoding.to_owned());
    if decoded.unclear {
        warnings::push(&mut parts, Warning::EncodingUnclear);
    }
    if cut {
        warnings::push(&mut parts, Warning::TooLarge);
    }
    parts
}

/// Reads an article out of a page's source, as pasted or dragged.
pub fn article_from_html(html: &str, hints: &SourceHints) -> ArticleParts {
    let mut parts = finish(html::read(within_limit(html), hints), hints);
    if html.len() > READ_LIMIT {
        warnings::push(&mut parts, Warning::TooLarge);
    }
    parts
}

/// Reads an article out of plain text, with or without a page's furniture.
pub fn article_from_text(text: &str, hints: &SourceHints) -> ArticleParts {
    let mut parts = finish(text::read(within_limit(text), hints), hints);
    if text.len() > READ_LIMIT {
        warnings::push(&mut parts, Warning::TooLarge);
    }
    parts
}

/// What is read out of the text itself, whatever it came in.
fn finish(mut parts: ArticleParts, hints: &SourceHints) -> ArticleParts {
    if let Some(Pick::Lines { lines }) = hints.pick {
        pick::take_lines(&mut parts, lines);
    }
    dateline::add(&mut parts);
    blocks_language::mark(&mut parts);
    parts
}

/// The beginning of `text` that is read, cut between characters.
fn within_limit(text: &str) -> &str {
    &text[..text.floor_char_boundary(READ_LIMIT)]
}
