//! `dragoman`: the same notebook without a window.
//!
//! Exit codes: 0 all went well; 1 something was not imported or not found;
//! 2 the command line was wrong (clap's own); 3 the notebook can't be used;
//! 4 `verify` found problems.

mod arguments;
mod blocks;
mod dossiers;
mod entities;
mod export;
mod extract;
mod failure;
mod gazetteer;
mod import;
mod note;
mod output;
mod quotes;
mod search;
mod show;
mod tag;
mod trash;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(arguments::options_first(std::env::args_os()));
    match run(arguments) {
        Ok(code) => code,
        // The reader of a pipe has had enough: that is no failure of ours.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("dragoman: {}", output::harmless(&failure.to_string()));
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let json = arguments.json;
    let notebook = arguments.notebook;
    match arguments.command {
        Command::Import(command) => import::run(&notebook, command, json),
        Command::Show { id } => show::run(&notebook, &id, json),
        Command::Search(command) => search::run(&notebook, command, json),
        Command::Extract { paths } => extract::run(&paths, json),
        Command::Blocks { folder } => blocks::run(&folder),
        Command::Tag(command) => tag::run(&command),
        Command::Verify => verify::run(&notebook, json),
        Command::Trash { action } => trash::run(&notebook, action, json),
        Command::Note { title } => note::run(&notebook, &title, json),
        Command::Gazetteer { action } => gazetteer::run(&notebook, action.as_ref(), json),
        Command::Entities { action } => entities::run(&notebook, action, json),
        Command::Dossiers { action } => dossiers::run(&notebook, &action, json),
        Command::Quotes { action } => quotes::run(&notebook, action, json),
        Command::Export { folder } => export::run(&notebook, &folder, json),
    }
}
