//! `dragoman import`: prints each thing once it is on disk.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use dragoman_core::domain::{
    ImportDoor, ImportItem, ImportProgress, ImportSource, OutcomeCode, OutcomeKind,
};
use dragoman_core::{CancelToken, Notebook};
use serde::Serialize;

use crate::arguments::ImportArguments;
use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct ItemLine<'a> {
    path: &'a str,
    outcome: String,
    code: OutcomeCode,
    message: String,
    article_id: Option<String>,
}

pub fn run(folder: &Path, arguments: ImportArguments, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::create(folder)?;
    let cancel = CancelToken::new();
    let mut printer = Printer {
        json,
        failed: false,
        output: Ok(()),
        cancel: cancel.clone(),
    };
    let mut totals: Vec<ImportProgress> = Vec::new();
    let sources = arguments
        .sources
        .into_iter()
        .map(source)
        .collect::<Result<Vec<_>, _>>()?;
    if !sources.is_empty() {
        let mut report = |progress: ImportProgress| printer.print(&progress);
        totals.push(
            notebook
                .imports()
                .run(sources, ImportDoor::Command, &cancel, &mut report)?,
        );
    }
    for path in &arguments.jsonl {
        let mut report = |progress: ImportProgress| printer.print(&progress);
        totals.push(notebook.imports().run_ready(path, &cancel, &mut report)?);
    }
    printer.output?;
    notebook.finish_indexing()?;
    if !json {
        let sum = |count: fn(&ImportProgress) -> u32| totals.iter().map(count).sum::<u32>();
        output::remark(&format!(
            "{} imported, {} wire copies, {} new versions, {} duplicates, {} need attention, \
             {} not imported",
            sum(|total| total.imported),
            sum(|total| total.wire_copies),
            sum(|total| total.new_versions),
            sum(|total| total.duplicates),
            sum(|total| total.needs_attention),
            sum(|total| total.not_imported),
        ));
    }
    Ok(if printer.failed {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

fn source(argument: OsString) -> Result<ImportSource, Failure> {
    if argument == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|source| Failure::Unreadable {
                path: "standard input".into(),
                source,
            })?;
        return Ok(ImportSource::Bytes { bytes });
    }
    let link = argument.to_str().filter(|text| {
        let lower = text.to_ascii_lowercase();
        lower.starts_with("http://") || lower.starts_with("https://")
    });
    if let Some(url) = link {
        return Ok(ImportSource::Link {
            url: url.to_owned(),
        });
    }
    // A name may be in any encoding: it is never taken for text.
    let path = std::path::absolute(&argument).unwrap_or_else(|_| argument.into());
    Ok(ImportSource::Path { path })
}

struct Printer {
    json: bool,
    /// Something was not imported that was meant to be, or needs attention.
    failed: bool,
    output: Result<(), Failure>,
    cancel: CancelToken,
}

impl Printer {
    fn print(&mut self, progress: &ImportProgress) {
        for item in &progress.items {
            let meant = !matches!(
                item.code,
                OutcomeCode::SystemFile | OutcomeCode::PartOfPage | OutcomeCode::LeftOut
            );
            self.failed |= meant
                && matches!(
                    item.outcome,
                    OutcomeKind::NeedsAttention | OutcomeKind::NotImported
                );
            if self.output.is_ok() {
                self.output = self.print_item(item);
            }
            if self.output.is_err() {
                // Nobody hears of what is kept: stop at the next safe point.
                self.cancel.cancel();
            }
        }
    }

    fn print_item(&self, item: &ImportItem) -> Result<(), Failure> {
        let path = item.location.as_deref().unwrap_or(&item.name);
        let message = message(item);
        if self.json {
            return output::json_line(&ItemLine {
                path,
                outcome: snake(item.outcome),
                code: item.code,
                message,
                article_id: item.article.map(|id| id.to_string()),
            });
        }
        let (path, message) = (output::inline(path), output::inline(&message));
        output::line(&format!("{}: {path}: {message}", heading(item.outcome)))
    }
}

fn heading(outcome: OutcomeKind) -> &'static str {
    match outcome {
        OutcomeKind::Imported => "Imported",
        OutcomeKind::WireCopy => "Wire copy",
        OutcomeKind::NewVersion => "New version",
        OutcomeKind::Duplicate => "Duplicate",
        OutcomeKind::NeedsAttention => "Needs attention",
        OutcomeKind::NotImported => "Not imported",
    }
}

fn snake(outcome: OutcomeKind) -> String {
    heading(outcome).to_lowercase().replace(' ', "_")
}

/// What happened, in words for people. The window has its own, in its own language.
fn message(item: &ImportItem) -> String {
    let title = item.title.as_deref().unwrap_or("an article kept before");
    let detail = item.detail.as_deref().unwrap_or_default();
    match item.code {
        OutcomeCode::Imported => title.to_owned(),
        OutcomeCode::WireCopy => match &item.copy_of {
            Some(copied) => format!("{title}, the same agency text as {}", copied.title),
            None => title.to_owned(),
        },
        OutcomeCode::NewVersion => format!("another text of {title}; the one before is kept too"),
        OutcomeCode::OtherVersion => {
            format!("another text of {title}, kept beside the one that is shown")
        }
        OutcomeCode::SameBytes => format!("same bytes as {title}"),
        OutcomeCode::SameLink if item.title.is_none() && item.article.is_none() => {
            "same link as one kept to fetch later".into()
        }
        OutcomeCode::SameLink => format!("same link as {title}; this copy is kept too"),
        OutcomeCode::SameText => format!("same text as {title}; this copy is kept too"),
        OutcomeCode::FormatNotRead => "format not read yet; the original is kept".into(),
        OutcomeCode::SystemFile => "left by the system, not an article".into(),
        OutcomeCode::PartOfPage => "part of the saved page beside it".into(),
        OutcomeCode::NoText => "no running text found; the original is kept".into(),
        OutcomeCode::ConsentOnly => "only a cookie notice found; the original is kept".into(),
        OutcomeCode::ErrorPage => "an error page, not an article; the original is kept".into(),
        OutcomeCode::EncodingUnclear => "imported, but its encoding is not certain".into(),
        OutcomeCode::NoTextLayer => "a PDF of pictures, without text; the original is kept".into(),
        OutcomeCode::Encrypted => "it asks for a password; the original is kept".into(),
        OutcomeCode::Damaged => {
            format!("damaged ({detail}); what could be read is kept")
        }
        OutcomeCode::TooLargeUnpacked => {
            "it unpacks to more than is read; what could be read is kept".into()
        }
        OutcomeCode::NestedTooDeep => "an archive in too many archives".into(),
        OutcomeCode::OriginalTooLarge => {
            format!("read, but the file is larger than the {detail} MB that are kept unchanged")
        }
        OutcomeCode::LeftOut => format!("{detail} pictures, scripts and repeats left out"),
        OutcomeCode::LinkSaved => "the link is kept to fetch later".into(),
        OutcomeCode::PageTooLarge => {
            format!("the page is larger than {detail} MB; the link is kept")
        }
        OutcomeCode::Empty => "nothing in it".into(),
        OutcomeCode::TooLarge => format!("larger than {detail} MB"),
        OutcomeCode::NotFound => "no such file".into(),
        OutcomeCode::NotReadable => match detail {
            "" => "can't be read".into(),
            why => format!("can't be read: {why}"),
        },
        OutcomeCode::NotALink => "not an http or https link".into(),
        OutcomeCode::Offline => {
            format!("no connection ({detail}); the link is kept to fetch later")
        }
        OutcomeCode::TimedOut => "no answer in time; the link is kept to fetch later".into(),
        OutcomeCode::HttpStatus => format!("the server answered {detail}; the link is kept"),
        OutcomeCode::Cancelled => "cancelled".into(),
        OutcomeCode::Internal => format!("not kept: {detail}"),
    }
}
