//! Lists of articles in general: CSV and JSON with columns that can be guessed.

mod csv;
mod json;
mod names;

use std::ops::ControlFlow;

pub(super) use csv::{is as is_csv, read as read_csv};
pub(super) use json::{is as is_json, read as read_json};

use super::{FormatError, Found, Held};

/// Rows without text or link at the start after which a list is none of articles.
const HOPELESS: usize = 50;

/// Holds back what can't be read until the first article or link: a table of something
/// else then ends with one outcome, not with one for each row.
struct Sieve<'a, 'found> {
    found: &'a mut Found<'found>,
    useful: bool,
    held_back: Vec<Held>,
}

impl<'a, 'found> Sieve<'a, 'found> {
    fn new(found: &'a mut Found<'found>) -> Self {
        Self {
            found,
            useful: false,
            held_back: Vec::new(),
        }
    }

    fn take(&mut self, held: Held) -> ControlFlow<()> {
        if self.useful {
            return (self.found)(held);
        }
        if matches!(held, Held::Unread { .. }) {
            self.held_back.push(held);
            return if self.held_back.len() < HOPELESS {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            };
        }
        self.useful = true;
        std::mem::take(&mut self.held_back)
            .into_iter()
            .try_for_each(&mut *self.found)?;
        (self.found)(held)
    }

    fn end(self, what: &'static str) -> Result<(), FormatError> {
        if self.useful {
            Ok(())
        } else {
            Err(FormatError::NoText { what })
        }
    }
}
