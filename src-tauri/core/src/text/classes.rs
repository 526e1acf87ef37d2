//! What kinds of characters there are, as tables.
//!
//! The standard library finds out by searching, which of texts beyond ASCII takes most of
//! the time that reading them takes; the answers here are its own, kept.

use std::sync::OnceLock;

/// What is known of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Class(u8);

const LETTER: u8 = 1;
const NUMBER: u8 = 2;
const SPACE: u8 = 4;
const UPPER: u8 = 8;
const LOWER: u8 = 16;
/// It is another character in lower case.
const LOWERED: u8 = 32;

/// Characters of one table.
const ROW: usize = 256;

/// The tables of the characters that are written in two bytes of UTF-16, each made when
/// a text first needs it.
static ROWS: [OnceLock<[Class; ROW]>; 256] = [const { OnceLock::new() }; 256];

/// The class of a character.
#[inline]
pub(crate) fn class(c: char) -> Class {
    let code = c as usize;
    match ROWS.get(code / ROW) {
        Some(row) => row.get_or_init(|| row_of(code / ROW))[code % ROW],
        None => Class::of(c),
    }
}

fn row_of(row: usize) -> [Class; ROW] {
    std::array::from_fn(|at| {
        u32::try_from(row * ROW + at)
            .ok()
            .and_then(char::from_u32)
            .map_or(Class(0), Class::of)
    })
}

impl Class {
    fn of(c: char) -> Self {
        let mut lower = c.to_lowercase();
        let same = lower.next() == Some(c) && lower.next().is_none();
        let kinds = [
            (LETTER, c.is_alphabetic()),
            (NUMBER, c.is_numeric()),
            (SPACE, c.is_whitespace()),
            (UPPER, c.is_uppercase()),
            (LOWER, c.is_lowercase()),
            (LOWERED, !same),
        ];
        let bits = kinds.into_iter().filter(|(_, holds)| *holds);
        Self(bits.fold(0, |all, (bit, _)| all | bit))
    }

    fn has(self, bits: u8) -> bool {
        self.0 & bits != 0
    }

    /// As [`char::is_alphabetic`].
    pub(crate) fn is_letter(self) -> bool {
        self.has(LETTER)
    }

    /// As [`char::is_numeric`].
    pub(crate) fn is_number(self) -> bool {
        self.has(NUMBER)
    }

    /// As [`char::is_alphanumeric`].
    pub(crate) fn is_letter_or_number(self) -> bool {
        self.has(LETTER | NUMBER)
    }

    /// As [`char::is_whitespace`].
    pub(crate) fn is_space(self) -> bool {
        self.has(SPACE)
    }

    /// As [`char::is_uppercase`].
    pub(crate) fn is_upper(self) -> bool {
        self.has(UPPER)
    }

    /// As [`char::is_lowercase`].
    pub(crate) fn is_lower(self) -> bool {
        self.has(LOWER)
    }

    /// True where [`char::to_lowercase`] gives something else.
    pub(crate) fn is_lowered(self) -> bool {
        self.has(LOWERED)
    }
}

#[cfg(test)]
mod tests {
    use super::class;

    #[test]
    fn the_tables_say_what_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            let known = class(c);
            let lowered = c.to_lowercase().collect::<String>() != c.to_string();
            let said = [
                known.is_letter(),
                known.is_number(),
                known.is_letter_or_number(),
                known.is_space(),
                known.is_upper(),
                known.is_lower(),
                known.is_lowered(),
            ];
            let right = [
                c.is_alphabetic(),
                c.is_numeric(),
                c.is_alphanumeric(),
                c.is_whitespace(),
                c.is_uppercase(),
                c.is_lowercase(),
                lowered,
            ];
            assert_eq!(said, right, "{c:?}");
        }
    }
}
