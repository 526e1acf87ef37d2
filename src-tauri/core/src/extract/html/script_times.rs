//! Times of publication that a page's programs carry in their data.

/// What all [`KEYS`] have: a script without it need not be kept.
pub(super) const IN_ALL_KEYS: &str = "ublish";

/// More of a script than this is no data of one article, in bytes.
const LONGEST: usize = 2 << 20;

/// Times kept of one page: two that differ already say that there are other stories.
const MOST: usize = 8;

/// Adds the key and the value of what `script` gives as a time of publication, as in
/// `"publishedAt":"2024-03-05T08:00:00Z"` or `publish_date: '2024-03-05'`.
pub(super) fn add(script: &str, times: &mut Vec<(String, String)>) {
    if script.len() > LONGEST {
        return;
    }
    let mut from = 0;
    while times.len() < MOST
        && let Some(found) = script.get(from..).and_then(|rest| rest.find(IN_ALL_KEYS))
    {
        let at = from + found;
        from = at + IN_ALL_KEYS.len();
        if let Some((key, value)) = pair_around(script, at)
            && !times.iter().any(|(_, known)| known == value)
        {
            times.push((key.to_owned(), value.to_owned()));
        }
    }
}

/// Keys that say when, in lower case without marks between words.
const KEYS: &[&str] = &[
    "datepublished",
    "publishdate",
    "publisheddate",
    "publishedat",
    "publishedon",
    "publishtime",
    "publishedtime",
    "firstpublished",
    "firstpublishedat",
    "firstpublishdate",
    "articlepublishedtime",
    "publisheddatetime",
    "publishdatetime",
    "originalpublishdate",
];

/// The key that stands at `at` and the date after it.
fn pair_around(script: &str, at: usize) -> Option<(&str, &str)> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':');
    let before = &script[..at];
    let start = before.rfind(|c| !part(c)).map_or(0, |last| {
        last + before[last..].chars().next().map_or(1, char::len_utf8)
    });
    let rest = &script[start..];
    // A colon is a part of some keys, and what ends the others.
    let end = rest.find(|c: char| !part(c)).unwrap_or(rest.len());
    let key = rest[..end].trim_end_matches(':');
    let bare: String = key
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if !KEYS.contains(&bare.as_str()) {
        return None;
    }
    let after = rest[key.len()..]
        .trim_start_matches(['\\', '"', '\''])
        .trim_start();
    let value = after
        .strip_prefix([':', '=', ','])?
        .trim_start()
        .trim_start_matches(['\\', '"', '\'']);
    let end = value
        .char_indices()
        .find(|(at, c)| *at >= 40 || matches!(c, '"' | '\'' | '\\' | ',' | '}' | ';' | '\n'))
        .map(|(at, _)| at)?;
    let value = value[..end].trim();
    // A year at its beginning, or a count of seconds: nothing that is only a printed date.
    let written = value.get(..10).is_some_and(|start| {
        start.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => matches!(byte, b'-' | b'/') || byte.is_ascii_digit(),
            _ => byte.is_ascii_digit(),
        })
    });
    written.then_some((key, value))
}
