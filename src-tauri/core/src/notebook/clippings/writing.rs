//! Quotes on their way out: as a table, as Markdown, as W3C annotations.

use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use super::{Clippings, shown};
use crate::domain::{
    Clipping, ClippingQuery, Party, PassageState, QuoteListFormat, QuoteType, cells_in_line,
};
use crate::notebook::markdown::{line, lines, title};
use crate::store::clipping_table;
use crate::{Error, Result};

impl Clippings<'_> {
    /// The whole list that is asked for, as the text of a file; and how many it has.
    pub fn export_list(
        &self,
        query: &ClippingQuery,
        format: QuoteListFormat,
    ) -> Result<(String, u32)> {
        let mut out = match format {
            // Programs that open tables take UTF-8 for what it is only with this mark.
            QuoteListFormat::Csv => format!("\u{FEFF}{}\r\n", COLUMNS.join(",")),
            QuoteListFormat::Markdown => String::from("# Quotes\n"),
        };
        self.0.shared().store.read("export quotes", |conn| {
            let (total, rows) = clipping_table::list(conn, query, 0, u32::MAX)?;
            for row in rows {
                let clipping = shown(conn, row)?;
                match format {
                    QuoteListFormat::Csv => out.push_str(&csv_row(&clipping)),
                    QuoteListFormat::Markdown => out.push_str(&markdown(&clipping)),
                }
            }
            Ok((out, total))
        })
    }
}

impl Clippings<'_> {
    /// Writes the whole list that is asked for to a file, whole or not at all; returns how
    /// many quotes it has.
    pub fn export_file(
        &self,
        query: &ClippingQuery,
        format: QuoteListFormat,
        path: &Path,
    ) -> Result<u32> {
        let (text, written) = self.export_list(query, format)?;
        let failed = |error| Error::io("write quotes", path, error);
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let mut beside = NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(failed)?;
        beside.write_all(text.as_bytes()).map_err(failed)?;
        beside.as_file().sync_all().map_err(failed)?;
        beside.persist(path).map_err(|error| failed(error.error))?;
        Ok(written)
    }
}

const COLUMNS: &[&str] = &[
    "words",
    "speaker",
    "called",
    "via",
    "type",
    "original",
    "said",
    "said_from",
    "comment",
    "title",
    "outlet",
    "published",
    "url",
    "passage",
    "colour",
    "made",
    "id",
];

fn csv_row(clipping: &Clipping) -> String {
    let quote = clipping.quote.as_ref();
    let speaker = quote.and_then(|quote| quote.speaker.as_ref());
    let via = quote.and_then(|quote| quote.via.as_ref());
    let said = quote.and_then(|quote| quote.said.as_ref());
    let source = &clipping.source;
    let published = source.published.as_ref();
    let words = shown_words(clipping);
    let cells = [
        words.as_str(),
        speaker.map_or("", |party| &party.name),
        speaker.map_or("", |party| &party.words),
        via.map_or("", |party| &party.name),
        quote.map_or("", |quote| type_word(quote.quote_type)),
        quote
            .and_then(|quote| quote.original.as_deref())
            .unwrap_or_default(),
        said.map_or("", |said| &said.time.iso),
        said.and_then(|said| said.phrase.as_deref())
            .unwrap_or_default(),
        &clipping.comment,
        &source.title,
        source.outlet.as_deref().unwrap_or_default(),
        published.map_or("", |time| &time.iso),
        source.url.as_deref().unwrap_or_default(),
        passage_word(clipping.passage),
        colour_word(clipping),
        &clipping.made_at,
        &clipping.id.to_string(),
    ];
    let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell as RFC 4180 has it. What a spreadsheet would take for a formula is led by an
/// apostrophe: the words come from outside.
fn csv_cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = match formula {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

fn colour_word(clipping: &Clipping) -> &'static str {
    use crate::domain::ClippingColour::{Blue, Green, Pink, Yellow};
    match clipping.colour {
        Yellow => "yellow",
        Green => "green",
        Blue => "blue",
        Pink => "pink",
    }
}

fn type_word(quote_type: QuoteType) -> &'static str {
    match quote_type {
        QuoteType::Direct => "direct",
        QuoteType::Partial => "partial",
        QuoteType::Paraphrase => "paraphrase",
        QuoteType::Translation => "translation",
    }
}

fn passage_word(passage: PassageState) -> &'static str {
    match passage {
        PassageState::There => "found",
        PassageState::Lost => "no longer found",
        PassageState::ArticleInTrash => "article in the trash",
        PassageState::ArticleGone => "article gone",
    }
}

/// A quote as a block quotation, with who said it below.
fn markdown(clipping: &Clipping) -> String {
    let mut out = format!("\n> {}\n", line(&quoted(clipping)));
    if let Some(original) = clipping
        .quote
        .as_ref()
        .and_then(|quote| quote.original.as_deref())
    {
        let lines = lines(original).replace('\n', "\n> ");
        out.push_str(&format!(">\n> {lines}\n"));
    }
    let attribution = attribution(clipping, &title(&clipping.source.title));
    out.push_str(&format!("\n— {attribution}\n"));
    if !clipping.comment.is_empty() {
        out.push_str(&format!("\n{}\n", lines(&clipping.comment)));
    }
    out
}

/// Marks that open a quotation; the window knows the same ones (`quotedWords`).
const OPENING: [char; 9] = ['“', '"', '«', '»', '„', '‚', '「', '『', '‘'];

/// The words with quotation marks where they are the speaker's.
pub(crate) fn quoted(clipping: &Clipping) -> String {
    let words = shown_words(clipping);
    let quote_type = clipping.quote.as_ref().map(|quote| quote.quote_type);
    let marked = words.starts_with(OPENING) || clipping.row;
    match quote_type {
        Some(QuoteType::Direct | QuoteType::Partial | QuoteType::Translation) if !marked => {
            format!("“{words}”")
        }
        _ => words,
    }
}

/// The words as they are read: nobody wrote the bars between the cells of a table's row.
pub(super) fn shown_words(clipping: &Clipping) -> String {
    match clipping.row {
        true => cells_in_line(&clipping.anchor.exact),
        false => clipping.anchor.exact.trim().to_owned(),
    }
}

/// `Kim Jong Un, via KCNA, 2022-05-09. Title, The Independent, 2022-05-10`
pub(crate) fn attribution(clipping: &Clipping, titled: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    if let Some(quote) = &clipping.quote {
        let name = |party: &Option<Party>| party.as_ref().map(|party| line(&party.name));
        said.extend(name(&quote.speaker));
        said.extend(name(&quote.via).map(|via| format!("via {via}")));
        said.extend(quote.said.as_ref().map(|said| line(&said.time.iso)));
        match quote.quote_type {
            QuoteType::Paraphrase => said.push("paraphrase".into()),
            QuoteType::Translation => said.push("translation".into()),
            QuoteType::Direct | QuoteType::Partial => {}
        }
    }
    let source = &clipping.source;
    let mut printed: Vec<String> = vec![titled.to_owned()];
    printed.extend(source.outlet.as_deref().map(line));
    printed.extend(source.published.as_ref().map(|time| {
        let day: String = time.iso.chars().take(10).collect();
        day
    }));
    printed.retain(|part| !part.is_empty());
    let mut out = said.join(", ");
    if !out.is_empty() && !printed.is_empty() {
        out.push_str(". ");
    }
    out.push_str(&printed.join(", "));
    match clipping.passage {
        PassageState::There => {}
        other => out.push_str(&format!(" ({})", passage_word(other))),
    }
    out
}

/// A clipping as a W3C annotation (<https://www.w3.org/TR/annotation-model/>), with what
/// that has no words for under our own.
pub(crate) fn exported(clipping: &Clipping) -> Value {
    let anchor = &clipping.anchor;
    let target = json!({
        "source": clipping.source.url,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": anchor.span.start,
                "end": anchor.span.end,
            },
        ],
    });
    let body = (!clipping.comment.is_empty()).then(
        || json!({ "type": "TextualBody", "value": clipping.comment, "purpose": "commenting" }),
    );
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:uuid:{}", clipping.id),
        "type": "Annotation",
        "motivation": match clipping.quote { Some(_) => "describing", None => "highlighting" },
        "created": clipping.made_at,
        "modified": clipping.edited_at,
        "body": body,
        "target": target,
        "dragoman": {
            "article": clipping.article,
            "source": clipping.source,
            "block": anchor.span.block,
            "paragraph": clipping.paragraph,
            "passage": clipping.passage,
            "colour": clipping.colour,
            "quote": clipping.quote,
        },
    })
}
