//! What an RTF file says of itself in its `\info` group.

use super::super::people;
use super::destination::InfoField;
use crate::domain::{DocumentLine, Facts};
use crate::extract::collapse;

/// Longest value that is kept, in bytes.
const LONGEST: usize = 1000;

#[derive(Debug, Default)]
pub(super) struct Information {
    title: String,
    author: String,
    operator: String,
    created: Time,
    revised: Time,
}

#[derive(Debug, Default)]
struct Time {
    year: i32,
    month: i32,
    day: i32,
    hour: i32,
    minute: i32,
}

impl Information {
    /// A field that is written twice counts once, as it was written last.
    pub(super) fn begin(&mut self, field: InfoField) {
        match field {
            InfoField::Title => self.title.clear(),
            InfoField::Author => self.author.clear(),
            InfoField::Operator => self.operator.clear(),
            InfoField::Created | InfoField::Revised => {}
        }
    }

    pub(super) fn text(&mut self, field: InfoField, text: &str) {
        let value = match field {
            InfoField::Title => &mut self.title,
            InfoField::Author => &mut self.author,
            InfoField::Operator => &mut self.operator,
            InfoField::Created | InfoField::Revised => return,
        };
        if value.len() < LONGEST {
            value.push_str(text);
        }
    }

    pub(super) fn part_of_time(&mut self, field: InfoField, part: &str, number: i32) {
        if !field.is_time() {
            return;
        }
        let time = if field == InfoField::Created {
            &mut self.created
        } else {
            &mut self.revised
        };
        match part {
            "yr" => time.year = number,
            "mo" => time.month = number,
            "dy" => time.day = number,
            "hr" => time.hour = number,
            _ => time.minute = number,
        }
    }

    /// When the file was made is not when its text was published.
    pub(super) fn facts(&self, lines: &[DocumentLine]) -> Facts {
        let operator = collapse(&self.operator);
        Facts {
            title: Some(collapse(&self.title)).filter(|title| !title.is_empty()),
            byline: people::believable(&self.author, Some(operator.as_str()), lines),
            saved: self.revised.iso().or_else(|| self.created.iso()),
            ..Facts::default()
        }
    }
}

impl Time {
    fn iso(&self) -> Option<String> {
        let known = (1980..2200).contains(&self.year)
            && (1..=12).contains(&self.month)
            && (1..=31).contains(&self.day);
        known.then(|| {
            format!(
                "{:04}-{:02}-{:02}T{:02}:{:02}",
                self.year, self.month, self.day, self.hour, self.minute
            )
        })
    }
}
