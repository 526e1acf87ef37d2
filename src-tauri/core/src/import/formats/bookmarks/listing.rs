//! Links in a page that a program wrote as a list: headings name folders, lists hold links.

use super::super::markup::{Markup, Piece, attribute};
use super::super::record::{Record, words};
use super::super::stream::{self, TextStream};
use super::super::{FormatError, Found, Held, Input};
use super::{added, path};

const WHAT: &str = "the list of links";

/// Folders inside one another that are named; lists further in belong to the last.
const DEEPEST: usize = 50;

/// Reads every link of the page. A heading of `root` level names no folder.
pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    root: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let text = TextStream::new(input)?;
    let allowance = text.allowance();
    let mut markup = Markup::new(text);
    let mut list = Listing::default();
    loop {
        let piece = markup.next().map_err(|error| stream::failed(error, WHAT))?;
        let more = piece.is_some();
        let ended = match piece {
            Some(piece) => list.take(piece, root),
            None => list.link.take(),
        };
        if let Some(link) = ended {
            allowance.renew();
            if found(link.held(name)).is_break() {
                return Ok(());
            }
        }
        if !more {
            return Ok(());
        }
    }
}

#[derive(Debug, Default)]
struct Listing {
    /// Names of the lists that are open; empty for one without a heading.
    folders: Vec<String>,
    /// Lists that are open inside the last of these.
    deeper: usize,
    /// The heading above the next list.
    heading: String,
    /// The link at hand, until something else begins.
    link: Option<Link>,
    text_of: TextOf,
}

/// What the text at hand belongs to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum TextOf {
    #[default]
    Nothing,
    Heading,
    Title,
    Description,
}

#[derive(Debug, Default)]
struct Link {
    url: String,
    title: String,
    description: String,
    added: Option<String>,
    kept_in: Option<String>,
}

impl Listing {
    /// Takes a piece of the page; gives the link that ends with it.
    fn take(&mut self, piece: Piece, root: &str) -> Option<Link> {
        match piece {
            Piece::Text(text) => {
                self.add(&text);
                None
            }
            Piece::Open {
                name, attributes, ..
            } => match name.as_str() {
                "a" => {
                    let ended = self.link.take();
                    self.link = self.begin(&attributes);
                    self.text_of = TextOf::Title;
                    ended
                }
                "h1" | "h2" | "h3" | "h4" => {
                    self.heading.clear();
                    self.text_of = if name == root {
                        TextOf::Nothing
                    } else {
                        TextOf::Heading
                    };
                    self.link.take()
                }
                "dl" | "ul" | "ol" => {
                    let folder = std::mem::take(&mut self.heading);
                    if self.folders.len() < DEEPEST {
                        self.folders.push(folder);
                    } else {
                        self.deeper += 1;
                    }
                    self.text_of = TextOf::Nothing;
                    self.link.take()
                }
                "dd" => {
                    self.text_of = TextOf::Description;
                    None
                }
                "dt" | "li" => {
                    self.text_of = TextOf::Nothing;
                    self.link.take()
                }
                _ => None,
            },
            Piece::Close(name) => match name.as_str() {
                "a" | "h1" | "h2" | "h3" | "h4" => {
                    self.text_of = TextOf::Nothing;
                    None
                }
                "dl" | "ul" | "ol" => {
                    match self.deeper.checked_sub(1) {
                        Some(left) => self.deeper = left,
                        None => drop(self.folders.pop()),
                    }
                    self.link.take()
                }
                _ => None,
            },
        }
    }

    fn add(&mut self, text: &str) {
        match (self.text_of, &mut self.link) {
            (TextOf::Heading, _) => self.heading.push_str(text),
            (TextOf::Title, Some(link)) => link.title.push_str(text),
            (TextOf::Description, Some(link)) => link.description.push_str(text),
            _ => {}
        }
    }

    fn begin(&self, attributes: &[(String, String)]) -> Option<Link> {
        let url = attribute(attributes, "href")?;
        let folders: Vec<String> = self
            .folders
            .iter()
            .filter_map(|folder| words(folder))
            .collect();
        let tags = attribute(attributes, "tags");
        let kept_in: Vec<String> = path(&folders)
            .into_iter()
            .chain(tags.map(str::to_owned))
            .collect();
        Some(Link {
            url: url.to_owned(),
            added: attribute(attributes, "add_date")
                .or_else(|| attribute(attributes, "time_added"))
                .and_then(added),
            kept_in: words(&kept_in.join("; ")),
            ..Link::default()
        })
    }
}

impl Link {
    fn held(self, name: &str) -> Held {
        let mut record = Record::default();
        // Programs write the address where they know no title.
        record.facts.title = words(&self.title).filter(|title| *title != self.url);
        record.facts.standfirst = words(&self.description);
        record.facts.saved = self.added;
        record.facts.url = Some(self.url);
        record.kept_in = self.kept_in;
        record.held(name)
    }
}
