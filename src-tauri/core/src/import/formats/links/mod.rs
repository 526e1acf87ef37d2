//! Files that hold one address, as desktops make them of a dragged link, and texts of them.

mod desktop;
mod list;
mod url;
mod webloc;

pub(super) use desktop::read as read_desktop;
pub(super) use list::{is_list, read as read_list};
pub(super) use url::read as read_url;
pub(super) use webloc::read as read_webloc;

use super::record::{Record, words};
use super::{FormatError, Found, Input, stream};

/// The largest file of a link that is read, in bytes.
const LARGEST: u64 = 1 << 20;

fn bytes(input: &mut dyn Input, what: &'static str) -> Result<Vec<u8>, FormatError> {
    stream::small(input, LARGEST)?.ok_or(FormatError::TooLarge { what })
}

/// Hands on the link; without a title it is called as its file is.
fn hand_on(
    url: Option<&str>,
    title: Option<&str>,
    name: &str,
    what: &'static str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let Some(url) = url.map(str::trim).filter(|url| !url.is_empty()) else {
        return Err(FormatError::Damaged {
            what,
            why: "it names no address".to_owned(),
        });
    };
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut record = Record::default();
    record.facts.title = title.and_then(words).or_else(|| words(stem));
    record.facts.url = Some(url.to_owned());
    // One link: there is nothing to stop before.
    found(record.held(name)).is_break();
    Ok(())
}

/// The value of `key` in `section` of an ini-like file, names in any case.
fn value<'a>(text: &'a str, section: &str, key: &str) -> Option<&'a str> {
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            inside = name.eq_ignore_ascii_case(section);
        } else if inside
            && let Some((name, value)) = line.split_once('=')
            && name.trim().eq_ignore_ascii_case(key)
        {
            return Some(value.trim());
        }
    }
    None
}
