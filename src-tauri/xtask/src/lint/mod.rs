//! `cargo xtask lint`: format, clippy, and the rules of the house that no compiler knows.

mod arrows;
mod budgets;
mod code;
mod commands;
mod paths;

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::Project;
use crate::{setup, ui};

/// One text file of the repository.
struct Source {
    /// Relative to the root, with `/` between folders.
    path: String,
    text: String,
}

/// Something that breaks a rule.
struct Finding {
    path: String,
    /// From 1; 0 for the file as a whole.
    line: usize,
    words: String,
}

/// A rule of the house: looks at all sources, gives what breaks it.
type Rule = fn(&[Source]) -> Vec<Finding>;

const RULES: &[Rule] = &[budgets::check, arrows::check, commands::check, paths::check];

/// Everything that is checked without running the program.
pub fn lint(project: &Project) -> Result<(), Failure> {
    setup::for_building(project)?;
    setup::for_linting()?;
    ui::install(project)?;
    ui::build_if_stale(project)?;
    // All of them, so that one round of mending is enough.
    let outcomes = [
        ("format", format(project)),
        ("house rules", house_rules(project)),
        ("clippy", clippy(project)),
    ];
    let mut failed = Vec::new();
    for (name, outcome) in outcomes {
        if let Err(failure) = outcome {
            eprintln!("{name}: {failure}");
            failed.push(name.to_owned());
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::Steps { failed })
    }
}

/// `cargo fmt --check`.
pub fn format(project: &Project) -> Result<(), Failure> {
    project.cargo().args(["fmt", "--all", "--check"]).run()
}

/// clippy on everything, warnings refused. The journeys are named apart because
/// `test = false` keeps them out of `--all-targets`.
pub fn clippy(project: &Project) -> Result<(), Failure> {
    for selection in [&["--all-targets"][..], &["--test", "journeys"]] {
        project
            .cargo()
            .args(["clippy", "--workspace", "--quiet"])
            .args(selection)
            .args(["--", "-D", "warnings"])
            .run()?;
    }
    Ok(())
}

/// File sizes, arrows between rooms, command names, machine paths.
pub fn house_rules(project: &Project) -> Result<(), Failure> {
    let sources = read_sources(project.root(), &project.tracked_files()?)?;
    let findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&sources)).collect();
    for finding in &findings {
        eprintln!("{}:{}: {}", finding.path, finding.line, finding.words);
    }
    println!(
        "{} files looked at, {} findings",
        sources.len(),
        findings.len()
    );
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Failure::Findings {
            check: "house rules",
            count: findings.len(),
        })
    }
}

/// Reads what is text; fixtures are material to work on, not ours to judge.
fn read_sources(root: &Path, files: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    let mut sources = Vec::new();
    for file in files {
        if file.starts_with("tests/fixtures") {
            continue;
        }
        let path = root.join(file);
        let bytes = fs::read(&path).map_err(Failure::file(&path))?;
        if let Ok(text) = String::from_utf8(bytes) {
            let path = file.to_string_lossy().replace('\\', "/");
            sources.push(Source { path, text });
        }
    }
    Ok(sources)
}

/// A source for a rule's own tests.
#[cfg(test)]
fn source(path: &str, text: &str) -> Source {
    Source {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}
