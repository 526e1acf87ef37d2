//! Names of elements as numbers, so that looking one up compares no text.

/// The first letters of a name in lower case, one byte each. Names that differ only
/// after sixteen letters are told apart by nobody here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name(u128);

impl Name {
    pub(super) const fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        let mut packed = 0_u128;
        let mut at = 0;
        while at < bytes.len() && at < 16 {
            packed = (packed << 8) | bytes[at].to_ascii_lowercase() as u128;
            at += 1;
        }
        Self(packed)
    }

    /// The name that `text` begins with; `None` when it begins with none.
    pub(super) fn at_start(text: &str) -> Option<Self> {
        if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        let length = text
            .bytes()
            .take(16)
            .take_while(|byte| letter(byte))
            .count();
        text.get(..length).map(Self::of)
    }
}

/// Names in order, for finding one by halving.
pub(super) const fn sorted<const N: usize>(names: [&'static str; N]) -> [(Name, &'static str); N] {
    let mut out = [(Name(0), ""); N];
    let mut filled = 0;
    while filled < N {
        let new = (Name::of(names[filled]), names[filled]);
        let mut place = filled;
        while place > 0 && out[place - 1].0.0 > new.0.0 {
            out[place] = out[place - 1];
            place -= 1;
        }
        out[place] = new;
        filled += 1;
    }
    out
}

/// The name in the list, as it is written there.
pub(super) fn find(list: &[(Name, &'static str)], name: Name) -> Option<&'static str> {
    let at = list.binary_search_by_key(&name, |entry| entry.0).ok()?;
    list.get(at).map(|entry| entry.1)
}
