//! `cargo xtask run`: from a fresh clone to the open window.

use crate::failure::Failure;
use crate::process::Call;
use crate::project::{Profile, Project};
use crate::{setup, ui};

/// Builds what is stale and opens the window; `arguments` after `--` go to the program.
pub fn run(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let (ours, theirs) = split_at_dashes(arguments);
    let profile = match ours {
        [] => Profile::Dev,
        [flag] if flag == "--release" => Profile::Release,
        _ => {
            return Err(Failure::Usage(
                "cargo xtask run [--release] [-- ARGUMENTS FOR DRAGOMAN]".to_owned(),
            ));
        }
    };
    setup::for_building(project)?;
    ui::install(project)?;
    ui::build_if_stale(project)?;
    project.build_programs(profile)?;
    Call::new(project.binary(profile, "dragoman-desktop"))
        .args(theirs)
        .run()
}

fn split_at_dashes(arguments: &[String]) -> (&[String], &[String]) {
    match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[]),
    }
}
