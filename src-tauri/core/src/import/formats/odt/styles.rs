//! Styles of an OpenDocument text, named ones and those that a person's formatting made.

use std::collections::HashMap;

use super::super::style_names::{self, Meaning};
use super::super::xml::{Step, Xml};

/// Styles that are based on one another in a longer chain are not followed.
const CHAIN: usize = 12;

/// The styles by their name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: HashMap<String, Style>,
    /// The language of the default style.
    pub language: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    shown_as: Option<String>,
    parent: Option<String>,
    bold: Option<bool>,
    hidden: bool,
}

impl Styles {
    /// What a paragraph of a style is.
    pub(super) fn meaning(&self, name: &str) -> Option<Meaning> {
        self.chain(name).find_map(|(name, style)| {
            let shown_as = style.and_then(|style| style.shown_as.as_deref());
            shown_as
                .and_then(style_names::meaning)
                .or_else(|| style_names::meaning(name))
        })
    }

    /// Whether a style writes in bold type, where it says so itself.
    pub(super) fn is_bold(&self, name: &str) -> Option<bool> {
        self.chain(name).find_map(|(_, style)| style?.bold)
    }

    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.by_name.get(name).is_some_and(|style| style.hidden)
    }

    /// A style and those that it is based on.
    fn chain<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'s str, Option<&'s Style>)> {
        let style_of = |name: &'s str| (name, self.by_name.get(name));
        std::iter::successors(Some(style_of(name)), move |(_, style)| {
            style
                .and_then(|style| style.parent.as_deref())
                .map(style_of)
        })
        .take(CHAIN)
    }

    /// Adds the styles that a part defines.
    pub(super) fn read(&mut self, text: &str) {
        let mut open: Option<(String, Style)> = None;
        for step in Xml::new(text) {
            match step {
                Step::Open(tag) => match (tag.name(), &mut open) {
                    ("style", _) => {
                        open = tag.value("name").map(|name| {
                            let style = Style {
                                shown_as: tag.value("display-name"),
                                parent: tag.value("parent-style-name"),
                                ..Style::default()
                            };
                            (name, style)
                        });
                    }
                    ("text-properties", Some((_, style))) => {
                        style.bold = tag.value("font-weight").map(|weight| {
                            weight == "bold"
                                || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
                        });
                        style.hidden = tag.value("display").as_deref() == Some("none");
                    }
                    ("text-properties", None) if self.language.is_none() => {
                        self.language = tag.value("language").filter(|code| code != "none");
                    }
                    ("body", _) => return,
                    _ => {}
                },
                Step::Close(name) if name == "style" => {
                    if let Some((name, style)) = open.take() {
                        self.by_name.insert(name, style);
                    }
                }
                _ => {}
            }
        }
    }
}
