//! Paragraph styles of a Word document.

use std::collections::HashMap;

use super::super::style_names::{self, Meaning};
use super::super::xml::{Step, Xml};
use crate::domain::LineStyle;

/// Styles that are based on one another in a longer chain are not followed.
const CHAIN: usize = 12;

/// The styles by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The language that the document declares for its text.
    pub language: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outlined: bool,
}

impl Styles {
    /// What a paragraph of style `id` is.
    pub(super) fn meaning(&self, id: &str) -> Option<Meaning> {
        let mut id = id;
        for _ in 0..CHAIN {
            let Some(style) = self.by_id.get(id) else {
                return style_names::meaning(id);
            };
            if let Some(meaning) =
                style_names::meaning(&style.name).or_else(|| style_names::meaning(id))
            {
                return Some(meaning);
            }
            if style.outlined {
                return Some(Meaning::Line(LineStyle::Heading));
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

/// Reads the part of styles.
pub(super) fn read(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    for step in Xml::new(text) {
        match step {
            Step::Open(tag) => match (tag.name(), &mut open) {
                ("style", _) => {
                    let paragraph = tag.value("type").is_none_or(|kind| kind == "paragraph");
                    open = tag
                        .value("styleId")
                        .filter(|_| paragraph)
                        .map(|id| (id, Style::default()));
                }
                ("name", Some((_, style))) => style.name = tag.value("val").unwrap_or_default(),
                ("basedOn", Some((_, style))) => style.based_on = tag.value("val"),
                ("outlineLvl", Some((_, style))) => {
                    style.outlined = is_outline_level(tag.value("val"));
                }
                ("lang", None) if styles.language.is_none() => styles.language = tag.value("val"),
                _ => {}
            },
            Step::Close(name) if name == "style" => {
                if let Some((id, style)) = open.take() {
                    styles.by_id.insert(id, style);
                }
            }
            _ => {}
        }
    }
    styles
}

/// Levels 0 to 8 are headings, 9 is running text (ECMA-376 part 1, 17.3.1.20).
pub(super) fn is_outline_level(value: Option<String>) -> bool {
    value
        .and_then(|level| level.parse::<u8>().ok())
        .is_some_and(|level| level < 9)
}
