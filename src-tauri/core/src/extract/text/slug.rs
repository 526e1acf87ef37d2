//! The words that a file's name or an address spells its article's title with.

use foldhash::HashSet;

use crate::extract::words;

/// Fewer words than this say nothing of a title.
const LEAST: usize = 3;

/// The words of the address's most spoken part, else of the file's name; none when
/// neither has enough of them.
pub(super) fn words_of(url: Option<&str>, file_name: Option<&str>) -> HashSet<String> {
    let path = url.and_then(|address| url::Url::parse(address).ok());
    let parts = path.iter().flat_map(|address| {
        let parts = address.path_segments().into_iter().flatten();
        parts.map(spoken).collect::<Vec<_>>()
    });
    parts
        .chain(file_name.map(spoken))
        .max_by_key(HashSet::len)
        .filter(|words| words.len() >= LEAST)
        .unwrap_or_default()
}

fn spoken(name: &str) -> HashSet<String> {
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 => stem,
        _ => name,
    };
    let key = words::same_key(&stem.replace(['_', '+'], " "));
    key.split(' ')
        .filter(|word| word.chars().count() > 2 && !word.chars().all(char::is_numeric))
        .map(str::to_owned)
        .collect()
}
