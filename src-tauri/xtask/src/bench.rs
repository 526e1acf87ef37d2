//! `cargo xtask bench`: speed and memory of the release build, on what it makes itself.

use crate::failure::Failure;
use crate::process::Call;
use crate::project::{Profile, Project};
use crate::{setup, ui};

/// The libraries that the limits of the window are set for, in articles.
const LIBRARIES: &[&str] = &["10000", "100000"];
/// The library that copies are looked up in, and the pages of the long import.
const IMPORTS: &[&str] = &["100000", "50000"];
/// Notes, and all that a link can lead to.
const NOTES: &[&str] = &["20000", "100000"];

const USAGE: &str = "\
cargo xtask bench [window [ARTICLES...] | writing | imports [ARTICLES PAGES]
  | notes [NOTES TARGETS] | entities ARTICLES TEXTS_FILE | search ARTICLES SENTENCES_FILE
  | hostile ARTICLES SENTENCES_FILE | rows ARTICLES SENTENCES_FILE]
  imports: set DRAGOMAN_BENCH_PAGES to a folder of saved pages to have half of the pages made
  from real ones; the whole of it takes an hour and 10 GB of disk
  entities: names, in the texts of a file (JSON lines with `text`) and in a library
  search: the index alone, of articles made of a file's sentences, one a line
  hostile: what nobody means to ask, of the same index
  rows: the same in a notebook, with the passages that a list of results shows";

/// Builds the release and measures the window, the imports, or both.
pub fn bench(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let usage = || Failure::Usage(USAGE.to_owned());
    let (section, sizes) = match arguments.split_first() {
        None => (None, arguments),
        Some((section, sizes)) => (Some(section.as_str()), sizes),
    };
    if let (Some(section @ ("search" | "hostile" | "rows" | "entities")), [_, _]) = (section, sizes)
    {
        build_alone(project)?;
        return measure(project, section, &[], sizes);
    }
    if sizes.iter().any(|size| size.parse::<u32>().is_err()) {
        return Err(usage());
    }
    match (section, sizes.len()) {
        (None, _) => {
            window(project, "window", LIBRARIES, &[])?;
            measure(project, "writing", &[], &[])?;
            imports(project, &[])?;
            notes(project, &[])
        }
        (Some("window"), _) => window(project, "window", LIBRARIES, sizes),
        (Some("writing"), 0) => window(project, "writing", &[], sizes),
        (Some("imports"), 0 | 2) => imports(project, sizes),
        (Some("notes"), 0 | 2) => notes(project, sizes),
        _ => Err(usage()),
    }
}

/// What needs the window itself.
fn window(
    project: &Project,
    section: &str,
    usual: &[&str],
    sizes: &[String],
) -> Result<(), Failure> {
    setup::for_building(project)?;
    setup::for_window_tests()?;
    ui::install(project)?;
    ui::build(project)?;
    project.build_programs(Profile::Release)?;
    measure(project, section, usual, sizes)
}

/// Imports, names and search need no window, and so nothing but cargo. Built by itself: what
/// the window needs may not be there.
fn imports(project: &Project, sizes: &[String]) -> Result<(), Failure> {
    build_alone(project)?;
    measure(project, "imports", IMPORTS, sizes)
}

fn notes(project: &Project, sizes: &[String]) -> Result<(), Failure> {
    build_alone(project)?;
    measure(project, "notes", NOTES, sizes)
}

fn build_alone(project: &Project) -> Result<(), Failure> {
    project
        .cargo()
        .args(["build", "--release", "--package", "dragoman-e2e", "--bins"])
        .run()
}

fn measure(
    project: &Project,
    section: &str,
    usual: &[&str],
    sizes: &[String],
) -> Result<(), Failure> {
    let call = Call::new(project.binary(Profile::Release, "dragoman-bench"))
        .dir(project.root())
        .env("DRAGOMAN_PROGRAMS", project.target().join("release"))
        .env("DRAGOMAN_E2E_OUT", project.target().join("bench"))
        .arg(section);
    if sizes.is_empty() {
        call.args(usual).run()
    } else {
        call.args(sizes).run()
    }
}
