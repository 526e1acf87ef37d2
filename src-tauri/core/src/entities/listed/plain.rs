//! A name a line, others of its names after semicolons, bars or tabs.

use super::Listed;
use crate::domain::{ListedEntity, NameStrength};

pub(super) fn read(text: &str) -> Listed {
    let mut listed = Listed::default();
    for (at, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let line = line.trim().trim_start_matches(['-', '*', '•']);
        let mut names = line
            .split([';', '|', '\t'])
            .map(str::trim)
            .filter(|name| name.chars().any(crate::text::is_word_char));
        listed.push(
            at,
            names.next().map(|name| ListedEntity {
                name: name.to_owned(),
                names: names
                    .map(|name| (name.to_owned(), NameStrength::Strong))
                    .collect(),
                ..ListedEntity::default()
            }),
        );
    }
    listed
}
