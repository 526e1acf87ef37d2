//! `dragoman tag`: who and what is named in texts, without keeping anything.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;

use dragoman_core::domain::{EntityId, EntityKind, NameId, NameStrength, ProposedAs, ProposedName};
use dragoman_core::entities::linking::Linker;
use dragoman_core::entities::proposing::{Kept, Recogniser, propose};
use dragoman_core::entities::{Gazetteer, NameMatcher};
use serde::{Deserialize, Serialize};

use crate::arguments::TagArguments;
use crate::failure::Failure;
use crate::output;

#[derive(Deserialize)]
struct TextLine {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct KeptLine {
    entity: String,
    #[serde(rename = "type")]
    kind: Kind,
    names: Vec<String>,
}

/// Kinds as corpora of named entities call them.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
enum Kind {
    #[serde(rename = "PER")]
    Person,
    #[serde(rename = "ORG")]
    Organisation,
    #[serde(rename = "LOC")]
    Place,
    #[serde(rename = "EVT")]
    Event,
    /// Of another kind: it is no entity of a notebook.
    #[serde(other)]
    Other,
}

#[derive(Serialize)]
struct TaggedLine<'a> {
    id: &'a str,
    spans: Vec<TaggedSpan<'a>>,
}

#[derive(Serialize)]
struct TaggedSpan<'a> {
    /// Unicode scalar values.
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'a str>,
    confidence: f32,
}

/// The entities of `--kb`, and what they are called there.
#[derive(Default)]
struct KeptEntities {
    matcher: NameMatcher,
    linker: Linker,
    codes: HashMap<EntityId, String>,
}

pub fn run(arguments: &TagArguments) -> Result<ExitCode, Failure> {
    let kept = match &arguments.kb {
        Some(path) => KeptEntities::read(path)?,
        None => KeptEntities::default(),
    };
    let recogniser = Recogniser::shipped()?;
    for path in &arguments.jsonl {
        for line in lines(path)? {
            let line: TextLine = serde_json::from_str(&line?)?;
            let proposals = propose(
                &[(0, &line.text)],
                kept.borrow(),
                Some(Gazetteer::shipped()),
                Some(&recogniser),
                &|| false,
            )?;
            output::json_line(&TaggedLine {
                id: &line.id,
                spans: spans(&proposals, &kept),
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn spans<'a>(proposals: &[ProposedName], kept: &'a KeptEntities) -> Vec<TaggedSpan<'a>> {
    let mut spans: Vec<TaggedSpan<'a>> = Vec::new();
    for proposal in proposals {
        let entity = match proposal.names {
            ProposedAs::Kept(id) => kept.codes.get(&id).map(String::as_str),
            _ => None,
        };
        spans.extend(proposal.spans.iter().map(|span| TaggedSpan {
            start: span.start,
            end: span.end,
            kind: proposal.kind.into(),
            entity,
            confidence: proposal.confidence,
        }));
    }
    spans.sort_by_key(|span| span.start);
    spans
}

impl KeptEntities {
    fn read(path: &Path) -> Result<Self, Failure> {
        let mut kept = Self::default();
        let mut names = Vec::new();
        for line in lines(path)? {
            let line: KeptLine = serde_json::from_str(&line?)?;
            let Some(kind) = line.kind.of_entity() else {
                continue;
            };
            let id = EntityId::new();
            for name in line.names {
                let strength = NameStrength::Strong;
                kept.matcher.add(NameId::new(), id, &name, strength);
                names.push((id, kind, name));
            }
            kept.codes.insert(id, line.entity);
        }
        kept.linker = Linker::of(names);
        Ok(kept)
    }

    fn borrow(&self) -> Kept<'_> {
        Kept {
            matcher: &self.matcher,
            linker: &self.linker,
        }
    }
}

/// The lines of a file that are not empty.
fn lines(path: &Path) -> Result<impl Iterator<Item = Result<String, Failure>> + '_, Failure> {
    let unreadable = |source| Failure::Unreadable {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(unreadable)?;
    Ok(BufReader::new(file)
        .lines()
        .map(move |line| line.map_err(unreadable))
        .filter(|line| !matches!(line, Ok(line) if line.trim().is_empty())))
}

impl Kind {
    fn of_entity(self) -> Option<EntityKind> {
        match self {
            Self::Person => Some(EntityKind::Person),
            Self::Organisation => Some(EntityKind::Organisation),
            Self::Place => Some(EntityKind::Place),
            Self::Event => Some(EntityKind::Event),
            Self::Other => None,
        }
    }
}

impl From<EntityKind> for Kind {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Place => Self::Place,
            EntityKind::Event => Self::Event,
        }
    }
}
