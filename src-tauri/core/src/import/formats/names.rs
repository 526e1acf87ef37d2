//! Names of files in archives that do not say in which encoding they are.

use crate::extract::{self, MediaType, SourceHints};

/// Encodings in which names without a mark are met: Windows and DOS wrote the one of
/// the machine. Western ones are left to the archive's own reading, which is code page 437.
const LIKELY: &[&str] = &[
    "IBM866",
    "windows-1251",
    "KOI8-R",
    "KOI8-U",
    "GBK",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "windows-1253",
    "windows-1255",
    "windows-1256",
    "windows-874",
];

/// Decodes the names of one archive; all of them together show the encoding better
/// than each alone. `listed` gives a name as the archive's reader understands it.
pub(super) fn decode(raw: &[Vec<u8>], listed: impl Fn(usize) -> String) -> Vec<String> {
    let strange: Vec<&Vec<u8>> = raw
        .iter()
        .filter(|name| std::str::from_utf8(name).is_err() && !name.contains(&b'\n'))
        .collect();
    let joined = strange
        .iter()
        .map(|name| name.as_slice())
        .collect::<Vec<_>>()
        .join(&b'\n');
    let decoded = extract::decode(&joined, &SourceHints::of(MediaType::Text));
    let mut lines = decoded.text.split('\n');
    let likely = LIKELY.contains(&decoded.encoding);
    raw.iter()
        .enumerate()
        .map(|(index, name)| match std::str::from_utf8(name) {
            Ok(name) => name.to_owned(),
            Err(_) if name.contains(&b'\n') => listed(index),
            Err(_) => match lines.next() {
                Some(line) if likely => line.to_owned(),
                _ => listed(index),
            },
        })
        .collect()
}
