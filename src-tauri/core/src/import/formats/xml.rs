//! XML as the readers of documents need it: tags and text in order, whatever state the file is in.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::extract::{self, MediaType, SourceHints};

/// Elements inside each other beyond which a file is no document.
const DEPTH: usize = 512;

/// One step through a document. Names are without their prefix.
pub(super) enum Step<'x> {
    Open(Tag<'x>),
    Close(String),
    Text(String),
}

/// A start tag.
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The prefix with which the tag is written, empty without one.
    pub(super) fn prefix(&self) -> &str {
        let prefix = self.0.name().prefix();
        prefix.map_or("", |prefix| prefix.into_inner())
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)
            .map(|attribute| match unescape(&attribute.value) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.into_owned(),
            })
    }
}

/// Walks through an XML text. Ends where the text ends or stops being XML: what was
/// read before stays. Declared entities are never expanded.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    /// The text was not read to its end.
    pub(super) broken: bool,
}

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            depth: 0,
            broken: false,
        }
    }

    /// Passes over everything up to the end of the element that was just opened.
    pub(super) fn skip_element(&mut self) {
        let floor = self.depth;
        while self.depth >= floor {
            if self.next().is_none() {
                return;
            }
        }
    }

    /// The text inside the element that was just opened.
    pub(super) fn text_of_element(&mut self) -> String {
        let floor = self.depth;
        let mut out = String::new();
        while self.depth >= floor {
            match self.next() {
                Some(Step::Text(text)) => out.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        out
    }
}

impl<'x> Iterator for Xml<'x> {
    type Item = Step<'x>;

    fn next(&mut self) -> Option<Step<'x>> {
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(_) => {
                    self.broken = true;
                    return None;
                }
            };
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        self.broken = true;
                        return None;
                    }
                    return Some(Step::Open(Tag(tag)));
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Step::Close(tag.local_name().into_inner().to_owned()));
                }
                Event::Text(text) => return Some(Step::Text(text.into_inner().into_owned())),
                Event::CData(text) => return Some(Step::Text(text.into_inner().into_owned())),
                Event::GeneralRef(name) => {
                    let character = name.resolve_char_ref().ok().flatten();
                    let text = match character {
                        Some(c) => c.to_string(),
                        None => resolve_predefined_entity(&name)
                            .unwrap_or_default()
                            .to_owned(),
                    };
                    return Some(Step::Text(text));
                }
                Event::Eof => {
                    self.broken = self.broken || self.depth > 0;
                    return None;
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }
}

/// The text of an XML file, in the encoding that it declares.
pub(super) fn decode(bytes: &[u8]) -> String {
    extract::decode(bytes, &SourceHints::of(MediaType::Html)).text
}
