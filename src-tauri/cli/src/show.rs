//! `dragoman show`.

use std::path::Path;
use std::process::ExitCode;
use std::str::FromStr;

use dragoman_core::domain::{
    Article, ArticleId, Block, BlockKind, Fate, FieldProvenance, RemovalReason, body_text,
};
use dragoman_core::{Notebook, extract};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct ShownArticle<'a> {
    id: String,
    title: &'a str,
    standfirst: Option<&'a str>,
    byline: &'a [String],
    published: Option<&'a str>,
    zone: Option<&'a str>,
    updated: Option<&'a str>,
    outlet: Option<&'a str>,
    language: Option<&'a str>,
    url: Option<&'a str>,
    text: String,
    captions: Vec<ShownCaption<'a>>,
    html: String,
    removed: Vec<ShownRemoval<'a>>,
    entities: Vec<&'a str>,
    provenance: &'a [FieldProvenance],
    sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct ShownCaption<'a> {
    text: &'a str,
    credit: Option<&'a str>,
}

#[derive(Serialize)]
struct ShownRemoval<'a> {
    line: u32,
    text: &'a str,
    reason: RemovalReason,
    repeats: Option<u32>,
}

pub fn run(folder: &Path, id: &str, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::open(folder)?;
    // An id given at import may look like one of ours.
    let article_id = notebook
        .articles()
        .find_external(id)?
        .or_else(|| ArticleId::from_str(id).ok())
        .ok_or_else(|| Failure::NoSuchArticle(id.to_owned()))?;
    let article = notebook.articles().get(article_id)?;
    if json {
        output::json_line(&shown(&article))?;
    } else {
        output::line(&as_text(&article))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn shown(article: &Article) -> ShownArticle<'_> {
    let time = article.published.as_ref();
    ShownArticle {
        id: article.id.to_string(),
        title: &article.title,
        standfirst: article.standfirst.as_deref(),
        byline: &article.byline,
        published: time.map(|time| time.iso.as_str()),
        zone: time.and_then(|time| time.zone.as_deref()),
        updated: article.updated.as_ref().map(|time| time.iso.as_str()),
        outlet: article.outlet.as_deref(),
        language: article.language.as_deref(),
        url: article.canonical_url.as_deref(),
        text: body_text(&article.blocks),
        captions: captions(&article.blocks),
        html: extract::render_html(
            &article.title,
            article.standfirst.as_deref(),
            &article.blocks,
        ),
        removed: removed(article),
        entities: article
            .entities
            .iter()
            .map(|chip| chip.name.as_str())
            .collect(),
        provenance: &article.provenance,
        sha256: article
            .original
            .as_ref()
            .map(|original| original.sha256.as_str()),
    }
}

fn captions(blocks: &[Block]) -> Vec<ShownCaption<'_>> {
    blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Caption)
        .map(|block| ShownCaption {
            text: &block.text,
            credit: block.credit.as_deref(),
        })
        .collect()
}

fn removed(article: &Article) -> Vec<ShownRemoval<'_>> {
    article
        .pieces
        .iter()
        .filter_map(|piece| match &piece.fate {
            Fate::Removed { reason, repeats } => Some(ShownRemoval {
                line: piece.line,
                text: &piece.text,
                reason: *reason,
                repeats: *repeats,
            }),
            _ => None,
        })
        .collect()
}

fn as_text(article: &Article) -> String {
    let mut lines = vec![article.title.clone()];
    lines.extend(article.standfirst.clone());
    let published = article.published.as_ref().map(|time| match &time.zone {
        Some(zone) => format!("{} ({zone})", time.iso),
        None => time.iso.clone(),
    });
    let about: Vec<String> = article
        .outlet
        .iter()
        .cloned()
        .chain((!article.byline.is_empty()).then(|| article.byline.join(", ")))
        .chain(published)
        .collect();
    if !about.is_empty() {
        lines.push(about.join(" · "));
    }
    lines.push(String::new());
    for block in &article.blocks {
        lines.push(match block.kind {
            BlockKind::Caption => format!("[Picture: {}]", block.text),
            BlockKind::Heading => format!("## {}", block.text),
            BlockKind::Quote => format!("> {}", block.text),
            BlockKind::ListItem => format!("- {}", block.text),
            BlockKind::Paragraph | BlockKind::TableRow | BlockKind::Code => block.text.clone(),
        });
        lines.push(String::new());
    }
    lines.pop();
    lines.join("\n")
}
