//! What a person pointed at, applied: to texts line by line, to pages in `html::pick`.

use std::collections::HashMap;

use super::{SourceHints, decode, html, warnings};
use crate::domain::{
    ArticleParts, Block, BlockKind, Fate, Pick, RemovalReason, SourcePiece, TextOrigin, Warning,
};

/// Where articles stand on the pages of outlets, by host.
#[derive(Debug, Default)]
pub struct OutletPicks(HashMap<String, Pick>);

impl OutletPicks {
    pub fn new(picks: impl IntoIterator<Item = (String, Pick)>) -> Self {
        Self(picks.into_iter().collect())
    }

    /// What is remembered for the outlet at this address, with its host.
    pub(super) fn at(&self, address: &str) -> Option<(String, &Pick)> {
        if self.0.is_empty() {
            return None;
        }
        let host = host_of(address)?;
        let pick = self.0.get(&host)?;
        Some((host, pick))
    }
}

/// The host that picks are remembered under: lower case, without `www.`.
pub(crate) fn host_of(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    let web = matches!(url.scheme(), "http" | "https");
    let host = url.host_str().filter(|host| web && !host.is_empty())?;
    let host = host.to_ascii_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// A page as a person can point at it: sanitised, each block with its number. `None` for
/// what is not read as a page.
pub(crate) fn numbered_page(bytes: &[u8], hints: &SourceHints) -> Option<String> {
    html::pick::numbered(&decode_start(bytes, hints))
}

/// Where the blocks of a page stand that a person pointed at, by the numbers that
/// [`numbered_page`] gave them.
pub(crate) struct PagePick {
    /// In this page, to the letter.
    pub here: Pick,
    /// In pages that are made alike.
    pub outlet: Pick,
}

pub(crate) fn page_pick(bytes: &[u8], hints: &SourceHints, blocks: &[u32]) -> Option<PagePick> {
    html::pick::selectors(&decode_start(bytes, hints), blocks)
}

fn decode_start(bytes: &[u8], hints: &SourceHints) -> String {
    let start = bytes.get(..super::READ_LIMIT).unwrap_or(bytes);
    decode(start, hints).text
}

/// A text as a person can point at it: its pieces, each with its line as its number.
pub(crate) fn numbered_pieces(pieces: &[SourcePiece]) -> String {
    let mut html = String::new();
    for piece in pieces {
        html.push_str(&format!("<p dir=\"auto\" data-block=\"{}\">", piece.line));
        super::render::escape(&mut html, &piece.text);
        html.push_str("</p>\n");
    }
    html
}

/// Makes the lines that a person pointed at the body.
pub(super) fn take_lines(parts: &mut ArticleParts, lines: &[u32]) {
    let wanted = |line: u32| lines.contains(&line);
    if !parts.pieces.iter().any(|piece| wanted(piece.line)) {
        return;
    }
    let mut known = std::mem::take(&mut parts.blocks);
    for piece in &mut parts.pieces {
        if !wanted(piece.line) {
            if matches!(piece.fate, Fate::Body { .. }) {
                piece.fate = Fate::Removed {
                    reason: RemovalReason::OutsideBody,
                    repeats: None,
                };
            }
            continue;
        }
        let block = u32::try_from(parts.blocks.len()).unwrap_or(u32::MAX);
        let as_read = known.iter().position(|block| block.line == piece.line);
        parts.blocks.push(match as_read {
            Some(at) => known.swap_remove(at),
            None => Block {
                kind: BlockKind::Paragraph,
                text: piece.text.clone(),
                credit: None,
                line: piece.line,
                lang: None,
            },
        });
        piece.fate = Fate::Body { block };
    }
    parts.text_origin = TextOrigin::Picked;
    let of_the_body = [
        Warning::NoText,
        Warning::ConsentOnly,
        Warning::PaywallStub,
        Warning::ErrorPage,
    ];
    parts.warnings.retain(|known| !of_the_body.contains(known));
    warnings::add(parts, false);
}
