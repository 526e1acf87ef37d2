//! Where two texts differ, found in one pass.

/// The bytes of `before` and of `after` between what both begin and what both end
/// with, each cut at whole characters.
pub(crate) fn changed_middle<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    let mut start = common(before.bytes(), after.bytes());
    while !before.is_char_boundary(start) || !after.is_char_boundary(start) {
        start -= 1;
    }
    let (old, new) = (&before[start..], &after[start..]);
    let mut tail = common(old.bytes().rev(), new.bytes().rev());
    while !old.is_char_boundary(old.len() - tail) || !new.is_char_boundary(new.len() - tail) {
        tail -= 1;
    }
    (&old[..old.len() - tail], &new[..new.len() - tail])
}

fn common(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}
