//! `cargo xtask`: everything a developer or CI does with Dragoman, set-up included.

mod bench;
mod bundle;
mod e2e;
mod failure;
mod lint;
mod process;
mod project;
mod run;
mod setup;
mod test;
mod types;
mod ui;

use std::env;
use std::process::ExitCode;

use failure::Failure;
use project::Project;

const USAGE: &str = "\
cargo xtask COMMAND

  run [--release] [-- ARGS]   build and open the window
  test                        everything CI runs
  lint                        format, clippy, size budgets, arrows between rooms
  types                       write ui/src/api/generated.ts from the Rust types
  e2e [FILTER]                journeys through the real window
  bench [SECTION]             speed and memory, release build
  bundle [--try]              make the .deb; --try installs, starts and removes it

Each installs what it needs and says so; where it may not, it prints the command to run.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            failure.exit_code()
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let Some((command, rest)) = arguments.split_first() else {
        return Err(Failure::Usage(USAGE.to_owned()));
    };
    let asks_help = |word: &str| matches!(word, "--help" | "-h");
    if command == "help" || asks_help(command) || rest.first().is_some_and(|word| asks_help(word)) {
        println!("{USAGE}");
        return Ok(());
    }
    if matches!(command.as_str(), "test" | "lint" | "types") && !rest.is_empty() {
        let why = format!("`{command}` takes nothing after it\n\n{USAGE}");
        return Err(Failure::Usage(why));
    }
    let project = Project::find()?;
    match command.as_str() {
        "run" => run::run(&project, rest),
        "test" => test::test(&project),
        "lint" => lint::lint(&project),
        "types" => types::write(&project),
        "e2e" => e2e::e2e(&project, rest.first().map(String::as_str)),
        "bench" => bench::bench(&project, rest),
        "bundle" => bundle::bundle(&project, rest),
        unknown => Err(Failure::Usage(format!("no command `{unknown}`\n\n{USAGE}"))),
    }
}
