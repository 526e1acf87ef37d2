//! A text with what was typed in it.

use std::borrow::Cow;

use crate::domain::NoteEdits;

/// The text that `edits` make of `text`; `None` where they were not made for it: they reach
/// beyond it or into one another, cut a character, or come to another length.
pub(crate) fn edited<'t>(text: &'t str, edits: &NoteEdits) -> Option<Cow<'t, str>> {
    let mut places = Places::new(text);
    let mut made = String::new();
    let mut kept = 0;
    for edit in &edits.edits {
        let from = places.byte_at(edit.from)?;
        let to = places.byte_at(edit.to)?;
        made.push_str(text.get(kept..from)?);
        made.push_str(&edit.insert);
        kept = to;
    }
    let made = match edits.edits.is_empty() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(made + text.get(kept..)?),
    };
    let length = made.chars().map(char::len_utf16).sum::<usize>();
    (u32::try_from(length) == Ok(edits.length)).then_some(made)
}

/// Finds places counted in UTF-16 units, each behind the one before.
struct Places<'t> {
    rest: std::str::Chars<'t>,
    byte: usize,
    unit: u32,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text.chars(),
            byte: 0,
            unit: 0,
        }
    }

    fn byte_at(&mut self, unit: u32) -> Option<usize> {
        while self.unit < unit {
            let next = self.rest.next()?;
            self.byte += next.len_utf8();
            self.unit += next.len_utf16() as u32;
        }
        (self.unit == unit).then_some(self.byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::TextEdit;

    fn edits(edits: &[(u32, u32, &str)], length: u32) -> NoteEdits {
        let edits = edits.iter().map(|(from, to, insert)| TextEdit {
            from: *from,
            to: *to,
            insert: (*insert).to_owned(),
        });
        NoteEdits {
            edits: edits.collect(),
            length,
        }
    }

    #[test]
    fn places_are_counted_in_utf_16() {
        let text = "a😀б 김";
        let made = edited(
            text,
            &edits(&[(0, 1, ""), (3, 4, "ж\n"), (6, 6, "정은")], 8),
        );
        assert_eq!(made.as_deref(), Some("😀ж\n 김정은"));
        assert_eq!(edited(text, &edits(&[], 6)).as_deref(), Some(text));
    }

    #[test]
    fn edits_of_another_text_make_nothing() {
        let text = "a😀б";
        for (wrong, length) in [
            (&[(2, 2, "x")][..], 5),
            (&[(0, 9, "")], 0),
            (&[(3, 4, "x"), (0, 1, "y")], 4),
            (&[(0, 3, "x"), (2, 4, "y")], 3),
            (&[(1, 0, "x")], 5),
            (&[(4, 4, "x")], 4),
        ] {
            assert_eq!(edited(text, &edits(wrong, length)), None, "{wrong:?}");
        }
    }
}
