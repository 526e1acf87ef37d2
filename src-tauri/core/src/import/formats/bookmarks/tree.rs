//! Bookmarks as browsers keep them: Firefox's backup and Chrome's own file, both JSON.
//!
//! Firefox: `type` is `text/x-moz-place` or `-container`, times in microseconds since
//! 1970 (<https://searchfox.org/mozilla-central/source/toolkit/components/places/PlacesUtils.sys.mjs>).
//! Chrome and Edge: `roots`, times in microseconds since 1601
//! (<https://chromium.googlesource.com/chromium/src/+/main/components/bookmarks/browser/bookmark_codec.cc>).

use std::ops::ControlFlow;

use super::super::json::{self, Json};
use super::super::record::{Record, moment, words};
use super::super::{FormatError, Found, Input, stream};
use super::{added, path};

/// Values read of such a file: about 100,000 bookmarks.
const MOST_VALUES: usize = 1_000_000;

/// Seconds from 1601 to 1970.
const SINCE_1601: i64 = 11_644_473_600;

pub(in super::super) fn is(head: &[u8], _name: &str) -> bool {
    let start = stream::beginning(head);
    let has = |mark: &str| start.contains(mark);
    start.starts_with('{')
        && (has("\"text/x-moz-place-container\"")
            || (has("\"roots\"") && has("\"bookmark_bar\"") && has("\"children\"")))
}

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let tree = json::whole(input, MOST_VALUES)?;
    let mut folders = Vec::new();
    let flow = match tree.get("roots") {
        Some(roots) => roots
            .members()
            .iter()
            .try_for_each(|(_, root)| visit(root, name, &mut folders, found)),
        None => visit(&tree, name, &mut folders, found),
    };
    match flow {
        ControlFlow::Continue(()) | ControlFlow::Break(()) => Ok(()),
    }
}

fn visit(
    node: &Json,
    name: &str,
    folders: &mut Vec<String>,
    found: &mut Found<'_>,
) -> ControlFlow<()> {
    if let Some(url) = node.text_of("url").or_else(|| node.text_of("uri")) {
        return found(bookmark(node, url, folders).held(name));
    }
    // Firefox lists each tagged bookmark a second time below its tag.
    if node.text_of("root") == Some("tagsFolder") {
        return ControlFlow::Continue(());
    }
    let title = title(node);
    let named = title.is_some();
    folders.extend(title);
    let children = node.get("children").map(Json::items).unwrap_or_default();
    children
        .iter()
        .try_for_each(|child| visit(child, name, folders, found))?;
    if named {
        folders.pop();
    }
    ControlFlow::Continue(())
}

fn title(node: &Json) -> Option<String> {
    node.text_of("title")
        .or_else(|| node.text_of("name"))
        .and_then(words)
}

fn bookmark(node: &Json, url: &str, folders: &[String]) -> Record {
    let mut record = Record::default();
    record.facts.title = title(node);
    record.facts.url = Some(url.to_owned());
    record.facts.saved = match node.text_of("date_added") {
        Some(since_1601) => since_1601
            .parse::<i64>()
            .ok()
            .and_then(|micros| moment(micros / 1_000_000 - SINCE_1601)),
        None => node.text_of("dateAdded").and_then(added),
    };
    let tags = node.text_of("tags").map(str::to_owned);
    let kept_in: Vec<String> = path(folders).into_iter().chain(tags).collect();
    record.kept_in = words(&kept_in.join("; "));
    record
}
