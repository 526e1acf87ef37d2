//! BibTeX and BibLaTeX, as Zotero, JabRef and databases write them.
//!
//! Fields: the BibLaTeX manual, <https://ctan.org/pkg/biblatex>, section 2.2, and
//! <https://github.com/zotero/translators/blob/master/BibTeX.js>. Entries are taken one
//! by one: a damaged one costs only itself.

use std::collections::HashMap;
use std::io::BufRead;

use biblatex::{ParseErrorKind, RawBibliography, RawChunk, RawEntry};

use super::super::languages::language;
use super::super::record::{Record, date, inverted, words};
use super::super::stream::{self, TextStream, next_line};
use super::super::{FormatError, Found, Held, Input};
use super::address_by_doi;
use super::tex::plain;
use crate::domain::{BlockKind, OutcomeCode};

const WHAT: &str = "the BibTeX file";

/// Kinds of entries that are none.
const APART: &[&str] = &["comment", "preamble", "string", "set", "control"];

/// The longest text that an abbreviation may stand for.
const LONGEST_STRING: usize = 10_000;

#[rustfmt::skip]
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether the line begins with `@article{` or the like.
fn begins_entry(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('@') else {
        return false;
    };
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    end > 1 && rest[end..].trim_start().starts_with('{')
}

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut text = TextStream::new(input)?;
    let allowance = text.allowance();
    let mut abbreviations = HashMap::new();
    let mut line = None;
    loop {
        allowance.renew();
        let entry =
            next_entry(&mut text, &mut line).map_err(|error| stream::failed(error, WHAT))?;
        let Some(entry) = entry else {
            return Ok(());
        };
        let held = match RawBibliography::parse(&entry) {
            Ok(parsed) => {
                for pair in &parsed.abbreviations {
                    let text = joined(&pair.value.v, &abbreviations);
                    if text.len() <= LONGEST_STRING {
                        abbreviations.insert(pair.key.v.to_lowercase(), text);
                    }
                }
                let mut entries = parsed.entries.iter().map(|entry| &entry.v);
                let entry = entries.find(|entry| is_entry(entry.kind.v));
                entry.map(|entry| record(entry, &abbreviations).held(name))
            }
            Err(error) => Some(Held::Unread {
                name: words(entry.lines().next().unwrap_or(name)).unwrap_or_default(),
                code: OutcomeCode::NotReadable,
                detail: Some(fault(&error.kind)),
            }),
        };
        if held.is_some_and(|held| found(held).is_break()) {
            return Ok(());
        }
    }
}

fn is_entry(kind: &str) -> bool {
    !APART.iter().any(|apart| kind.eq_ignore_ascii_case(apart))
}

/// The lines from one `@` to the brace that closes it, or to the next `@`. `line` is
/// the first line of the entry after that, once it has been read.
fn next_entry(
    text: &mut impl BufRead,
    line: &mut Option<String>,
) -> std::io::Result<Option<String>> {
    while !line
        .as_deref()
        .is_some_and(|line| begins_entry(line.trim_start()))
    {
        *line = next_line(text)?;
        if line.is_none() {
            return Ok(None);
        }
    }
    let mut entry = String::new();
    let mut depth = 0_i64;
    while let Some(now) = line.take() {
        if !entry.is_empty() && begins_entry(now.trim_start()) {
            // The one before was never closed.
            *line = Some(now);
            break;
        }
        depth += balance(&now);
        entry.push_str(&now);
        entry.push('\n');
        if depth <= 0 {
            break;
        }
        *line = next_line(text)?;
    }
    Ok(Some(entry))
}

/// Braces opened less braces closed.
fn balance(line: &str) -> i64 {
    let mut escaped = false;
    let mut depth = 0;
    for byte in line.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// The value of a field; abbreviations stand for what was defined above.
fn joined(
    value: &[biblatex::Spanned<RawChunk<'_>>],
    abbreviations: &HashMap<String, String>,
) -> String {
    let mut text = String::new();
    for chunk in value {
        match chunk.v {
            RawChunk::Normal(part) => text.push_str(part),
            RawChunk::Abbreviation(name) => {
                let name = name.to_lowercase();
                text.push_str(abbreviations.get(&name).unwrap_or(&name));
            }
        }
    }
    text
}

fn record(entry: &RawEntry<'_>, abbreviations: &HashMap<String, String>) -> Record {
    let raw = |names: &[&str]| {
        names.iter().find_map(|name| {
            let field = entry
                .fields
                .iter()
                .find(|field| field.key.v.eq_ignore_ascii_case(name))?;
            Some(joined(&field.value.v, abbreviations)).filter(|text| !text.trim().is_empty())
        })
    };
    let text = |names: &[&str]| raw(names).map(|text| plain(&text));
    let line = |names: &[&str]| text(names).and_then(|text| words(&text));
    let mut record = Record::default();
    let facts = &mut record.facts;
    facts.title = line(&["title"]);
    facts.byline = raw(&["author"])
        .map(|names| people(&names))
        .unwrap_or_default();
    facts.outlet = line(&[
        "journaltitle",
        "journal",
        "titleaddon",
        "booktitle",
        "howpublished",
        "organization",
        "institution",
        "publisher",
    ])
    .filter(|outlet| !outlet.starts_with("http"));
    facts.published = published(&line);
    facts.saved = line(&["urldate"]).and_then(|text| date(&text));
    facts.language = line(&["langid", "language", "hyphenation"]).and_then(|name| language(&name));
    // Verbatim: a per cent sign or an underline in an address is none of LaTeX's.
    facts.url = raw(&["url"])
        .or_else(|| raw(&["howpublished"]))
        .map(|url| url.replace("\\", "").replace("{", "").replace("}", ""))
        .map(|url| url.trim_start_matches("url").trim().to_owned())
        .filter(|url| url.starts_with("http"));
    facts.section = line(&["section"]);
    record.kept_in = line(&["keywords"]);
    let doi = line(&["doi"]);
    address_by_doi(&mut record, doi.as_deref());
    for name in ["abstract", "annotation", "annote"] {
        if let Some(text) = text(&[name]) {
            record.say(BlockKind::Paragraph, &text);
        }
    }
    for name in ["note", "file"] {
        if let Some(text) = text(&[name]) {
            record.beside(&text);
        }
    }
    record
}

/// BibLaTeX has one `date`, BibTeX a `year` with a `month` in letters or digits.
fn published(line: &dyn Fn(&[&str]) -> Option<String>) -> Option<String> {
    if let Some(whole) = line(&["date"]) {
        // The first day of a range.
        return date(whole.split('/').next().unwrap_or(&whole));
    }
    let year = line(&["year"])?;
    let Some(month) = line(&["month"]) else {
        return date(&year);
    };
    let letters = month.to_lowercase();
    let number = MONTHS
        .iter()
        .position(|name| letters.starts_with(name))
        .map(|at| at + 1)
        .or_else(|| {
            letters
                .parse()
                .ok()
                .filter(|number| (1..=12).contains(number))
        });
    let day = line(&["day"]).and_then(|day| day.parse::<u8>().ok());
    match (number, day) {
        (Some(month), Some(day)) => date(&format!("{year}-{month:02}-{day:02}")),
        (Some(month), None) => date(&format!("{year}-{month:02}")),
        _ => date(&year),
    }
}

/// `Quill, Ada and {Example Agency} and Sam Roe`. An `and` inside braces is a name's own.
fn people(names: &str) -> Vec<String> {
    let mut people = vec![String::new()];
    let mut depth = 0_i64;
    for word in names.split_whitespace() {
        if depth == 0 && word == "and" {
            people.push(String::new());
            continue;
        }
        depth += balance(word);
        if let Some(name) = people.last_mut() {
            name.push(' ');
            name.push_str(word);
        }
    }
    people
        .iter()
        .map(|name| name.trim())
        .filter(|name| *name != "others")
        .filter_map(|name| {
            let whole = name.starts_with('{') && name.ends_with('}');
            let name = plain(name);
            if whole { words(&name) } else { inverted(&name) }
        })
        .collect()
}

/// What is wrong with an entry, in a person's words.
fn fault(error: &ParseErrorKind) -> String {
    match error {
        ParseErrorKind::UnexpectedEof => "it ends before it should".to_owned(),
        ParseErrorKind::UnknownAbbreviation(name) => {
            format!("nothing says what “{name}” stands for")
        }
        _ => "it is not written as BibTeX is".to_owned(),
    }
}
