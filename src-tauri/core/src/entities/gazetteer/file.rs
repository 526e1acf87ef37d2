//! The gazetteer's file: lines of text, each with a sign that says what it is,
//! its parts separated by tabs (four spaces here).
//!
//! ```text
//! dragoman-gazetteer    1    spring 2026
//! @cldr    Unicode CLDR 48.2    Unicode-3.0    2025-10
//! !country:KP    place    cldr    KP    39.034,125.754    100
//! =North Korea
//! ~Corea
//! ?North Korean
//! -North Korean won
//! ```
//!
//! The first line has the version of the format and what this edition is called, or nothing.
//! `@` is a source: its short name, name, licence, date.
//! `!` is an entry: key, kind, source, country, place, weight. Its names follow: `=` strong,
//! `~` weak, `?` searched only; the first is the English one.
//! `-` are words that hold a name and don't mean it.

use std::io::Read;
use std::ops::Range;

use foldhash::HashMap;

use super::entry::{GazetteerEntry, GazetteerSource};
use super::strength_of;
use crate::domain::{EntityKind, GazetteerInUse, GazetteerRefusal, NameSource, NameStrength};

/// How the first line begins, with the version of the format.
const HEAD: &str = "dragoman-gazetteer\t1";
/// Letters of an edition's name that are kept.
const LONGEST_EDITION: usize = 80;
/// The bytes that a Zstandard frame begins with (RFC 8878).
const ZSTANDARD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];
/// The longest text that is read, in bytes; the one that ships has a tenth of it.
const LONGEST: u64 = 128 << 20;
const MOST_SOURCES: usize = 1_000;
const MOST_ENTRIES: usize = 1_000_000;
/// Names, and words that hold one and don't mean it.
const MOST_NAMES: usize = 2_000_000;
/// Bytes of a line.
const LONGEST_LINE: usize = 1_000;

/// Why a gazetteer's file can't be used.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    #[error("it is not a gazetteer of version 1")]
    Version,
    #[error("it can't be unpacked: {0}")]
    Packed(std::io::Error),
    #[error("it is no UTF-8 text")]
    Encoding,
    #[error(
        "it has more than {LONGEST} bytes, {MOST_SOURCES} sources, {MOST_ENTRIES} entries or \
         {MOST_NAMES} names"
    )]
    TooMuch,
    #[error("it has no entries")]
    Empty,
    #[error(transparent)]
    Unreadable(Box<crate::Error>),
    #[error("line {line}: {why}")]
    Line { line: usize, why: &'static str },
}

impl From<GazetteerError> for crate::Error {
    fn from(error: GazetteerError) -> Self {
        match error {
            GazetteerError::Unreadable(error) => *error,
            error => Self::InvalidInput {
                what: "the gazetteer".into(),
                why: error.to_string(),
            },
        }
    }
}

impl From<crate::Error> for GazetteerError {
    fn from(error: crate::Error) -> Self {
        Self::Unreadable(Box::new(error))
    }
}

impl GazetteerError {
    /// Why the file was refused, as the window says it; nothing when it could not be read.
    pub fn refusal(&self) -> Option<GazetteerRefusal> {
        Some(match self {
            Self::Version => GazetteerRefusal::Version,
            Self::Packed(_) | Self::Encoding => GazetteerRefusal::Damaged,
            Self::TooMuch => GazetteerRefusal::TooMuch,
            Self::Empty => GazetteerRefusal::Empty,
            Self::Line { line, .. } => GazetteerRefusal::Line {
                line: u32::try_from(*line).unwrap_or(u32::MAX),
            },
            Self::Unreadable(_) => return None,
        })
    }
}

/// What the file says, as places in its text.
#[derive(Debug, Default)]
pub(super) struct Records {
    text: String,
    edition: Option<String>,
    sources: Vec<Source>,
    /// Places of the sources by their short names.
    by_short: HashMap<String, usize>,
    pub entries: Vec<Record>,
    pub names: Vec<Name>,
    /// Words that hold a name and don't mean it.
    pub others: Vec<Range<usize>>,
    /// Numbers of the entries, in the order of their keys.
    by_key: Vec<u32>,
}

#[derive(Debug)]
struct Source {
    source: GazetteerSource,
    date: String,
}

#[derive(Debug)]
pub(super) struct Record {
    key: Range<usize>,
    kind: EntityKind,
    source: usize,
    country: Range<usize>,
    place: Option<(f32, f32)>,
    /// How likely a text means this one among those of its name.
    pub weight: u16,
    names: Range<usize>,
}

#[derive(Debug)]
pub(super) struct Name {
    pub entry: u32,
    pub strength: NameStrength,
    text: Range<usize>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Records, GazetteerError> {
    let text = if bytes.starts_with(&ZSTANDARD) {
        unpacked(bytes)?
    } else if bytes.len() as u64 > LONGEST {
        return Err(GazetteerError::TooMuch);
    } else {
        bytes.to_vec()
    };
    let text = String::from_utf8(text).map_err(|_| GazetteerError::Encoding)?;
    let mut records = Records::default();
    let mut at = 0;
    for (number, whole) in text.split('\n').enumerate() {
        let line = whole.strip_suffix('\r').unwrap_or(whole);
        match number {
            0 => records.edition = edition(line)?,
            _ => records.take(line, at).map_err(|why| GazetteerError::Line {
                line: number + 1,
                why,
            })?,
        }
        at += whole.len() + 1;
        if records.is_too_much() {
            return Err(GazetteerError::TooMuch);
        }
    }
    records.text = text;
    records.sort_keys()?;
    Ok(records)
}

/// What the first line says after the version.
fn edition(line: &str) -> Result<Option<String>, GazetteerError> {
    let rest = line.strip_prefix(HEAD).ok_or(GazetteerError::Version)?;
    if rest.is_empty() {
        return Ok(None);
    }
    let name = rest.strip_prefix('\t').ok_or(GazetteerError::Version)?;
    let letters = name.trim().chars().filter(|c| !c.is_control());
    Ok(Some(letters.take(LONGEST_EDITION).collect()))
}

fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, GazetteerError> {
    let mut text = Vec::new();
    zstd::Decoder::new(bytes)
        .and_then(|decoder| decoder.take(LONGEST + 1).read_to_end(&mut text))
        .map_err(GazetteerError::Packed)?;
    if text.len() as u64 > LONGEST {
        return Err(GazetteerError::TooMuch);
    }
    Ok(text)
}

impl Records {
    fn is_too_much(&self) -> bool {
        self.sources.len() > MOST_SOURCES
            || self.entries.len() > MOST_ENTRIES
            || self.names.len() + self.others.len() > MOST_NAMES
    }

    /// Reads a line that begins at byte `at`.
    fn take(&mut self, line: &str, at: usize) -> Result<(), &'static str> {
        if line.len() > LONGEST_LINE {
            return Err("it is too long");
        }
        let Some(sign) = line.bytes().next() else {
            return Ok(());
        };
        match sign {
            b'@' => self.take_source(&line[1..]),
            b'!' => self.take_entry(line, at),
            b'-' => {
                self.others.push(at + 1..at + line.len());
                Ok(())
            }
            _ => self.take_name(sign, at + 1..at + line.len()),
        }
    }

    fn take_source(&mut self, line: &str) -> Result<(), &'static str> {
        let mut parts = line.split('\t').map(str::to_owned);
        let mut next = || parts.next().ok_or("a source has four parts");
        let short = next()?;
        self.by_short.entry(short).or_insert(self.sources.len());
        self.sources.push(Source {
            source: GazetteerSource {
                name: next()?,
                licence: next()?,
            },
            date: next()?,
        });
        Ok(())
    }

    fn take_entry(&mut self, line: &str, at: usize) -> Result<(), &'static str> {
        let mut from = 1;
        let mut next = || {
            let rest = line.get(from..).ok_or("an entry has six parts")?;
            let part = rest.split('\t').next().unwrap_or_default();
            let place = at + from..at + from + part.len();
            from += part.len() + 1;
            Ok::<_, &'static str>((part, place))
        };
        let ((key_text, key), (kind, _), (source, _)) = (next()?, next()?, next()?);
        let ((_, country), (place, _), (weight, _)) = (next()?, next()?, next()?);
        if key_text.is_empty() {
            return Err("an entry needs a key");
        }
        self.entries.push(Record {
            key,
            kind: EntityKind::ALL
                .into_iter()
                .find(|known| known.as_str() == kind)
                .ok_or("its kind is unknown")?,
            source: (self.by_short.get(source).copied()).ok_or("its source is unknown")?,
            country,
            place: place_of(place)?,
            weight: weight.parse().map_err(|_| "its weight is no number")?,
            names: self.names.len()..self.names.len(),
        });
        Ok(())
    }

    fn take_name(&mut self, sign: u8, text: Range<usize>) -> Result<(), &'static str> {
        let strength = strength_of(sign).ok_or("it begins with none of @!=~?-")?;
        let number = self.entries.len();
        let entry = self.entries.last_mut().ok_or("a name needs an entry")?;
        self.names.push(Name {
            entry: u32::try_from(number - 1).map_err(|_| "there are too many entries")?,
            strength,
            text,
        });
        entry.names.end = self.names.len();
        Ok(())
    }

    fn sort_keys(&mut self) -> Result<(), GazetteerError> {
        let count = u32::try_from(self.entries.len()).map_err(|_| GazetteerError::TooMuch)?;
        let mut by_key: Vec<u32> = (0..count).collect();
        by_key.sort_by_key(|index| self.key(*index));
        self.by_key = by_key;
        Ok(())
    }

    fn key(&self, index: u32) -> &str {
        let record = self.entries.get(index as usize);
        record.map_or("", |record| self.words(&record.key))
    }

    pub fn index_of(&self, key: &str) -> Option<u32> {
        let at = (self.by_key).binary_search_by(|index| self.key(*index).cmp(key));
        self.by_key.get(at.ok()?).copied()
    }

    pub fn country(&self, index: u32) -> &str {
        let record = self.entries.get(index as usize);
        record.map_or("", |record| self.words(&record.country))
    }

    pub fn words(&self, place: &Range<usize>) -> &str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    pub fn name_text(&self, name: &Name) -> &str {
        self.words(&name.text)
    }

    /// How much there is, and of what.
    pub fn about(&self) -> GazetteerInUse {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let mut of: Vec<usize> = vec![0; self.sources.len()];
        for entry in &self.entries {
            if let Some(entries) = of.get_mut(entry.source) {
                *entries += 1;
            }
        }
        let sources = self.sources.iter().zip(of);
        GazetteerInUse {
            file: None,
            edition: self.edition.clone(),
            since: None,
            entries: count(self.entries.len()),
            names: count(self.names.len()),
            sources: sources
                .map(|(known, entries)| NameSource {
                    name: known.source.name.clone(),
                    licence: known.source.licence.clone(),
                    as_of: known.date.clone(),
                    entries: count(entries),
                })
                .collect(),
        }
    }

    pub fn entry(&self, index: u32) -> Option<GazetteerEntry> {
        let record = self.entries.get(index as usize)?;
        let names: Vec<(String, NameStrength)> = (self.names.get(record.names.clone())?.iter())
            .map(|name| (self.name_text(name).to_owned(), name.strength))
            .collect();
        let source = self.sources.get(record.source)?;
        let country = self.country(index);
        Some(GazetteerEntry {
            key: self.key(index).to_owned(),
            kind: record.kind,
            name: names
                .first()
                .map(|(text, _)| text.clone())
                .unwrap_or_default(),
            names,
            place: record.place,
            country: (!country.is_empty()).then(|| country.to_owned()),
            source: source.source.clone(),
            as_of: source.date.clone(),
        })
    }
}

fn place_of(text: &str) -> Result<Option<(f32, f32)>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    const WHY: &str = "its place is no latitude and longitude";
    let (latitude, longitude) = text.split_once(',').ok_or(WHY)?;
    let place: (f32, f32) = (
        latitude.parse().map_err(|_| WHY)?,
        longitude.parse().map_err(|_| WHY)?,
    );
    let on_earth = (-90.0..=90.0).contains(&place.0) && (-180.0..=180.0).contains(&place.1);
    if on_earth { Ok(Some(place)) } else { Err(WHY) }
}
