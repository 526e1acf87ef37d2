//! Reads a file of any format, and the files inside it, down to single things.

use std::io::Cursor;
use std::ops::ControlFlow;

use super::format::Format;
use super::held::{FormatError, Found, Held, Input};
use super::recognise::recognise;
use super::saved_page;
use crate::domain::{Facts, OutcomeCode};
use crate::import::faults;

/// Archives inside archives are opened this deep.
const MAX_DEPTH: u32 = 3;
/// Most things that are read of one file.
pub(crate) const MAX_THINGS: u32 = 100_000;
/// Most bytes that are unpacked of one file: so many times its size …
const MAX_RATIO: u64 = 100;
/// … and so many bytes in any case.
const MIN_UNPACKED: u64 = 64 << 20;
/// Never more than this.
const MAX_UNPACKED: u64 = 16 << 30;
/// The largest single thing that is taken into memory, in bytes.
pub(crate) const MAX_THING: u64 = 64 << 20;

/// Stands between the name of an archive and the name of what is in it.
const INSIDE: &str = " › ";

/// One thing of a file, with its place in it.
#[derive(Debug)]
pub(crate) struct Part {
    /// From 1, in the order of the file: the same bytes always give the same numbers.
    pub number: u32,
    /// Where in the file it is: `archive.zip › story.html`.
    pub name: String,
    /// Never [`Held::File`].
    pub held: Held,
    /// SHA-256 of the file inside the file that this is all of, where it is one.
    pub file_sha256: Option<[u8; 32]>,
}

/// Reads what one format holds, one level deep.
pub(super) fn read_format(
    format: Format,
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    match format {
        Format::Page(media) => super::page::read(media, input, found),
        Format::Docx => super::docx::read(input, name, found),
        Format::Odt => super::odt::read(input, name, found),
        Format::Rtf => super::rtf::read(input, name, found),
        Format::Epub => super::epub::read(input, name, found),
        Format::Eml => super::eml::read(input, name, found),
        Format::Mbox => super::mbox::read(input, name, found),
        Format::Pdf => super::pdf::read(input, found),
        Format::CslJson => super::references::read_csl(input, name, found),
        Format::Ris => super::references::read_ris(input, name, found),
        Format::Bibtex => super::references::read_bibtex(input, name, found),
        Format::PocketPage => super::pocket::read_page(input, name, found),
        Format::InstapaperPage => super::instapaper::read_page(input, name, found),
        Format::Omnivore => super::omnivore::read(input, name, found),
        Format::Bookmarks => super::bookmarks::read_netscape(input, name, found),
        Format::Csv => super::lists::read_table(input, name, found),
        Format::Json => super::lists::read_json(input, name, found),
        Format::Feed => super::feed::read(input, name, found),
        Format::InternetShortcut => super::links::read_url(input, name, found),
        Format::Webloc => super::links::read_webloc(input, name, found),
        Format::DesktopEntry => super::links::read_desktop(input, name, found),
        Format::LinkList => super::links::read_list(input, name, found),
        Format::Mhtml => super::mhtml::read(input, name, found),
        Format::Webarchive => super::webarchive::read(input, name, found),
        Format::Warc => super::warc::read(input, name, found),
        Format::Zip => super::zip::read(input, name, found),
        Format::Gzip => super::gzip::read(input, name, found),
    }
}

/// Reads everything in a file, also what is in the files inside it. `take` gets each
/// thing as it is found and may stop the reading with `Break`.
///
/// # Errors
/// Why the file could not be read to its end; what was taken before stays. What goes
/// wrong inside a file inside it is a [`Held::Unread`] instead.
pub(crate) fn read_parts(
    format: Format,
    input: &mut dyn Input,
    name: &str,
    take: &mut dyn FnMut(Part) -> ControlFlow<()>,
) -> Result<(), FormatError> {
    let size = input.seek(std::io::SeekFrom::End(0))?;
    input.seek(std::io::SeekFrom::Start(0))?;
    let unpacked = size.saturating_mul(MAX_RATIO);
    let mut reading = Reading {
        take,
        number: 0,
        file_sha256: None,
        bytes_left: unpacked.clamp(MIN_UNPACKED, MAX_UNPACKED),
        stopped: false,
        exhausted: false,
    };
    reading.open(format, input, name, &Facts::default(), 1)?;
    if reading.exhausted {
        return Err(FormatError::TooLarge { what: "this file" });
    }
    Ok(())
}

struct Reading<'a> {
    take: &'a mut dyn FnMut(Part) -> ControlFlow<()>,
    number: u32,
    /// Of the file inside the file that is being read.
    file_sha256: Option<[u8; 32]>,
    /// Of what is unpacked, over all depths.
    bytes_left: u64,
    /// Whoever takes the parts wants no more.
    stopped: bool,
    /// A limit is reached.
    exhausted: bool,
}

impl Reading<'_> {
    fn open(
        &mut self,
        format: Format,
        input: &mut dyn Input,
        path: &str,
        outer: &Facts,
        depth: u32,
    ) -> Result<(), FormatError> {
        let name = path.rsplit(INSIDE).next().unwrap_or(path).to_owned();
        read_format(format, input, &name, &mut |held| {
            self.found(held, path, outer, depth)
        })
    }

    fn found(&mut self, held: Held, path: &str, outer: &Facts, depth: u32) -> ControlFlow<()> {
        self.bytes_left = match self.bytes_left.checked_sub(weight(&held)) {
            Some(left) => left,
            None => {
                self.exhausted = true;
                return ControlFlow::Break(());
            }
        };
        match held {
            Held::File { name, bytes, facts } => {
                let path = inside(path, Some(&name));
                self.file(bytes, &path, &within(facts, outer), depth)
            }
            other => self.hand_on(other, path, outer),
        }
    }

    /// Opens a file inside the file.
    fn file(&mut self, bytes: Vec<u8>, path: &str, facts: &Facts, depth: u32) -> ControlFlow<()> {
        let name = path.rsplit(INSIDE).next().unwrap_or(path).to_owned();
        let mut input = Cursor::new(bytes);
        let read = match recognise(&mut input, Some(&name), None) {
            Ok(Some(Format::Page(media))) => {
                let page = Held::Page {
                    name: None,
                    bytes: input.into_inner(),
                    media,
                    charset: None,
                    facts: facts.clone(),
                };
                return self.hand_on(page, path, facts);
            }
            // A list of links has no file in it.
            Ok(Some(format)) if depth >= MAX_DEPTH && format != Format::LinkList => {
                Err(FormatError::TooDeep)
            }
            Ok(Some(format)) => {
                let outer = self.file_sha256.replace(sha256(input.get_ref()));
                let read = self.open(format, &mut input, path, facts, depth + 1);
                self.file_sha256 = outer;
                read
            }
            Ok(None) => Err(FormatError::NotRead),
            Err(error) => Err(error.into()),
        };
        if self.stopped || self.exhausted {
            return ControlFlow::Break(());
        }
        match read {
            Ok(()) => ControlFlow::Continue(()),
            Err(why) => {
                let unread = Held::Unread {
                    name: String::new(),
                    code: why.code(),
                    detail: why.detail(),
                };
                self.hand_on(unread, path, facts)
            }
        }
    }

    fn hand_on(&mut self, mut held: Held, path: &str, outer: &Facts) -> ControlFlow<()> {
        if self.number >= MAX_THINGS {
            self.exhausted = true;
            return ControlFlow::Break(());
        }
        self.number += 1;
        let is_whole = match &held {
            Held::Document { name, .. } | Held::Ready { name, .. } => name.is_none(),
            _ => false,
        };
        let name = match &mut held {
            Held::Page {
                name, facts, bytes, ..
            } => {
                // The browser that saved the page knows better than the archive around it.
                let saved = within(std::mem::take(facts), &saved_page::facts(bytes));
                *facts = within(saved, outer);
                inside(path, name.as_deref())
            }
            Held::Document { name, document } => {
                document.facts = within(std::mem::take(&mut document.facts), outer);
                inside(path, name.as_deref())
            }
            Held::Ready { name, .. } => inside(path, name.as_deref()),
            Held::Link { url, facts, .. } => facts.title.clone().unwrap_or_else(|| url.clone()),
            Held::Unread { name, .. } | Held::File { name, .. } => inside(path, Some(name)),
        };
        let part = Part {
            number: self.number,
            name,
            held,
            file_sha256: self.file_sha256.filter(|_| is_whole),
        };
        let flow = (self.take)(part);
        self.stopped |= flow.is_break();
        flow
    }
}

/// What a thing holds in memory, in bytes. A nested file counts at each depth, since
/// each time it is unpacked once more.
fn weight(held: &Held) -> u64 {
    match held {
        Held::Page { bytes, .. } | Held::File { bytes, .. } => bytes.len() as u64,
        Held::Document { document, .. } => document
            .lines
            .iter()
            .map(|line| line.text.len() as u64)
            .sum(),
        Held::Ready { parts, .. } => parts
            .blocks
            .iter()
            .map(|block| block.text.len() as u64)
            .sum(),
        Held::Link { .. } | Held::Unread { .. } => 0,
    }
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).into()
}

fn inside(path: &str, name: Option<&str>) -> String {
    match name {
        Some(name) if !name.is_empty() => format!("{path}{INSIDE}{name}"),
        _ => path.to_owned(),
    }
}

/// What a thing itself declares, and where it is silent what declares it from outside.
/// A message's subject or an archive's date is nobody's language or outlet: only when
/// it was saved, and where it was published, hold for what is inside too.
fn within(mut own: Facts, outer: &Facts) -> Facts {
    own.saved = own.saved.or_else(|| outer.saved.clone());
    own.url = own.url.or_else(|| outer.url.clone());
    own
}

/// Whether the bytes are at fault and not the disk: a decoder says so by these kinds.
fn is_damage(error: &std::io::Error) -> bool {
    use std::io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::UnexpectedEof | Kind::InvalidData | Kind::InvalidInput
    )
}

impl FormatError {
    /// The outcome that a person sees.
    pub(crate) fn code(&self) -> OutcomeCode {
        match self {
            Self::Io(error) if is_damage(error) => OutcomeCode::Damaged,
            Self::Io(_) => OutcomeCode::NotReadable,
            Self::Damaged { .. } => OutcomeCode::Damaged,
            Self::Encrypted { .. } => OutcomeCode::Encrypted,
            Self::TooLarge { .. } => OutcomeCode::TooLargeUnpacked,
            Self::TooDeep => OutcomeCode::NestedTooDeep,
            Self::NoText { .. } => OutcomeCode::NoText,
            Self::NotRead => OutcomeCode::FormatNotRead,
        }
    }

    /// What the code leaves open.
    pub(crate) fn detail(&self) -> Option<String> {
        match self {
            Self::Io(error) => Some(faults::of_reading(error)),
            Self::Damaged { why, .. } => Some(why.clone()),
            Self::TooDeep => Some(MAX_DEPTH.to_string()),
            _ => None,
        }
    }
}
