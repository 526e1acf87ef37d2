//! `dragoman entities`.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use dragoman_core::domain::{EntityKind, EntityListFormat, EntityListPlan, ListedFate};
use dragoman_core::{CancelToken, Entities, Notebook};

use crate::arguments::EntitiesAction;
use crate::failure::Failure;
use crate::output::{self, counted};

/// The longest list that is read, in bytes: as the core has it.
const MAX_LIST: u64 = 64 << 20;
/// Doubtful entries that are named.
const NAMED: usize = 20;

pub fn run(folder: &Path, action: EntitiesAction, json: bool) -> Result<ExitCode, Failure> {
    match action {
        EntitiesAction::Import {
            file,
            kind,
            make_doubtful,
            dry_run,
        } => {
            let text = read(&file)?;
            let notebook = Notebook::create(folder)?;
            match dry_run {
                true => plan(&notebook, &text, kind.into(), json),
                false => import(&notebook, &text, kind.into(), make_doubtful, json),
            }
        }
        EntitiesAction::Export { file, format } => {
            export(&Notebook::open(folder)?, &file, format.into(), json)
        }
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    let unreadable = |source| Failure::Unreadable {
        path: file.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    let source: Box<dyn Read> = match file == Path::new("-") {
        true => Box::new(io::stdin().lock()),
        false => Box::new(File::open(file).map_err(unreadable)?),
    };
    source
        .take(MAX_LIST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(Entities::list_text(&bytes))
}

fn plan(
    notebook: &Notebook,
    text: &str,
    kind: EntityKind,
    json: bool,
) -> Result<ExitCode, Failure> {
    let plan = notebook.entities().plan_list(text, kind)?;
    if json {
        output::json_line(&plan)?;
        return Ok(ExitCode::SUCCESS);
    }
    output::line(&format!(
        "{} would be made, {} linked to kept ones, {} left out as doubtful; {} repeated, {}",
        plan.made,
        plan.linked,
        plan.doubtful,
        plan.repeated,
        unread(&plan),
    ))?;
    name_unclosed(&plan);
    name_doubtful(&plan);
    Ok(ExitCode::SUCCESS)
}

fn name_unclosed(plan: &EntityListPlan) {
    if let Some(line) = plan.unclosed_quote {
        output::remark(&format!(
            "a quotation mark in line {line} is not closed: what stands behind it, up to the \
             next one, is not read"
        ));
    }
}

fn name_doubtful(plan: &EntityListPlan) {
    let doubtful = plan
        .rows
        .iter()
        .filter(|row| row.fate == ListedFate::Doubtful);
    for row in doubtful.take(NAMED) {
        let name = output::inline(&row.name);
        let why = match (&row.unknown_kind, &row.kept) {
            (Some(kind), _) => format!("its kind is not known: {}", output::inline(kind)),
            (None, kept) => format!(
                "kept: {}",
                output::inline(kept.as_deref().unwrap_or_default())
            ),
        };
        output::remark(&format!("doubtful: {name} ({why})"));
    }
}

/// `2 lines that are no entity (lines 4, 7)`
fn unread(plan: &EntityListPlan) -> String {
    let lines = plan.unread_lines.iter().take(NAMED);
    let lines: Vec<String> = lines.map(ToString::to_string).collect();
    let more = match plan.unread_lines.len() > NAMED {
        true => ", …",
        false => "",
    };
    let which = match lines.len() {
        0 => String::new(),
        1 => format!(" (line {})", lines.join(", ")),
        _ => format!(" (lines {}{more})", lines.join(", ")),
    };
    let count = counted(
        plan.unread,
        "line that is no entity",
        "lines that are no entity",
    );
    format!("{count}{which}")
}

fn import(
    notebook: &Notebook,
    text: &str,
    kind: EntityKind,
    make_doubtful: bool,
    json: bool,
) -> Result<ExitCode, Failure> {
    let plan = notebook.entities().plan_list(text, kind)?;
    let cancel = CancelToken::new();
    let report =
        notebook
            .entities()
            .import_list(text, kind, make_doubtful, &cancel, &mut |_| {})?;
    notebook.finish_matching();
    notebook.finish_indexing()?;
    if json {
        output::json_line(&report)?;
    } else {
        output::line(&format!(
            "{} made, {} linked to kept ones, {} left out as doubtful; {}",
            counted(report.made, "entity", "entities"),
            report.linked,
            report.left_out,
            unread(&plan)
        ))?;
        name_unclosed(&plan);
        if !make_doubtful {
            name_doubtful(&plan);
        }
    }
    Ok(match report.left_out {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    })
}

fn export(
    notebook: &Notebook,
    file: &Path,
    format: EntityListFormat,
    json: bool,
) -> Result<ExitCode, Failure> {
    let entities = notebook.entities();
    let cancel = CancelToken::new();
    if file == Path::new("-") {
        let mut out = BufWriter::new(io::stdout().lock());
        entities.write_list(format, &mut out, &cancel)?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let written = entities.export_list(format, file, &cancel)?;
    if json {
        output::json_line(&written)?;
    } else {
        let merged = match written.merged {
            0 => String::new(),
            merged => format!(" and {merged} merged into them"),
        };
        let kept = counted(written.entities, "entity", "entities");
        output::line(&format!("{kept}{merged} written to {}", file.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}
