//! Kept originals read again, as they were read on import.

use std::panic::{self, AssertUnwindSafe};

use super::keeping::Original;
use super::parts::{self, Needs, Whole};
use crate::domain::{ArticleParts, Pick};
use crate::extract::{MediaType, SourceHints};
use crate::import::{Format, Held, Part};
use crate::store::Sha256;

/// What is known of a kept original that is read again.
pub(in super::super) struct Again<'a> {
    pub name: &'a str,
    pub location: Option<&'a str>,
    pub sha256: Sha256,
    /// In bytes.
    pub size: u64,
    pub format: Format,
    pub saved: Option<&'a str>,
    /// See [`SourceHints::encoding`].
    pub encoding: Option<&'a str>,
    /// See [`SourceHints::pick`].
    pub pick: Option<&'a Pick>,
}

/// Reads a thing of a kept original again; `None` where a parser gave up.
pub(in super::super) fn read_again(
    held: Held,
    number: u32,
    again: &Again<'_>,
    needs: Needs<'_>,
) -> Option<ArticleParts> {
    let whole = whole_again(again);
    let part = Part {
        number,
        name: whole.name.clone(),
        held,
        file_sha256: None,
    };
    parts::prepare(part, &whole, needs)
        .article
        .map(|read| read.parts)
}

/// Hands the bytes of a page to `work` as they are read on import; `None` for what is no
/// page.
pub(in super::super) fn with_page<T>(
    held: &Held,
    again: &Again<'_>,
    work: impl FnOnce(&[u8], &SourceHints) -> Option<T>,
) -> Option<T> {
    let Held::Page {
        bytes,
        media: MediaType::Html,
        charset,
        facts,
        ..
    } = held
    else {
        return None;
    };
    let whole = whole_again(again);
    let hints = SourceHints {
        charset: charset.as_deref().or(whole.charset.as_deref()),
        encoding: whole.encoding.as_deref(),
        url: whole.url.as_deref().or(facts.url.as_deref()),
        facts: Some(facts),
        ..SourceHints::of(MediaType::Html)
    };
    let work = AssertUnwindSafe(|| work(bytes, &hints));
    panic::catch_unwind(work).ok().flatten()
}

fn whole_again(again: &Again<'_>) -> Whole {
    let fetched = |location: &&str| location.starts_with("http:") || location.starts_with("https:");
    Whole {
        name: again.name.to_owned(),
        location: again.location.map(str::to_owned),
        sha256: again.sha256,
        original: Some(Original {
            sha256: again.sha256,
            size: again.size,
            media_type: Format::media_type(Some(again.format)),
        }),
        format: Some(again.format),
        url: again.location.filter(fetched).map(str::to_owned),
        charset: None,
        saved: again.saved.map(str::to_owned),
        encoding: again.encoding.map(str::to_owned),
        pick: again.pick.cloned(),
    }
}
