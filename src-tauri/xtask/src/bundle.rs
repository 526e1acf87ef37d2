//! `cargo xtask bundle`: the Debian package, made by Tauri's bundler.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::failure::Failure;
use crate::process::Call;
use crate::project::{Profile, Project};
use crate::{e2e, setup, ui};

/// Files that the package must hold; each is what a person or the desktop starts from.
const EXPECTED: &[&str] = &[
    "/usr/bin/dragoman-desktop",
    "/usr/bin/dragoman",
    "/usr/share/applications/Dragoman.desktop",
    "/usr/share/doc/dragoman/LICENSE-MIT",
    "/usr/share/icons/hicolor/32x32/apps/dragoman-desktop.png",
    "/usr/share/icons/hicolor/128x128/apps/dragoman-desktop.png",
];

/// The journey that only asks for the first window.
const FIRST_WINDOW: &str = "opens";

/// Makes target/release/bundle/deb/*.deb. With `--try` it is also installed on this
/// machine, started under a virtual display, and removed again.
pub fn bundle(project: &Project, arguments: &[String]) -> Result<(), Failure> {
    let trying = match arguments {
        [] => false,
        [flag] if flag == "--try" => true,
        _ => return Err(Failure::Usage("cargo xtask bundle [--try]".to_owned())),
    };
    setup::for_building(project)?;
    if !cfg!(target_os = "linux") {
        return Err(Failure::Missing {
            what: "Debian or Ubuntu: a .deb is made there".to_owned(),
            command: "cargo xtask bundle    # on a Debian or Ubuntu machine".to_owned(),
        });
    }
    ui::install(project)?;
    ui::build(project)?;
    project.build_programs(Profile::Release)?;
    run_bundler(project)?;
    let package = find_package(project)?;
    check_contents(&package)?;
    println!("made {}", package.display());
    if trying {
        try_package(project, &package)
    } else {
        Ok(())
    }
}

/// The command line is named here and not in tauri.conf.json because only cargo
/// knows where it built it.
fn run_bundler(project: &Project) -> Result<(), Failure> {
    let command_line = project.binary(Profile::Release, "dragoman");
    let files = json!({ "/usr/bin/dragoman": command_line });
    let config = json!({ "bundle": { "linux": { "deb": { "files": files } } } });
    Call::new(project.ui().join("node_modules/.bin/tauri"))
        .args([
            "bundle",
            "--bundles",
            "deb",
            "--config",
            &config.to_string(),
        ])
        .dir(project.root())
        .run()
}

/// The newest package in the bundler's folder.
fn find_package(project: &Project) -> Result<PathBuf, Failure> {
    let folder = project.target().join("release/bundle/deb");
    let entries = fs::read_dir(&folder).map_err(Failure::file(&folder))?;
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .max_by_key(|path| {
            fs::metadata(path)
                .and_then(|metadata| metadata.modified())
                .ok()
        })
        .ok_or(Failure::Missing {
            what: format!("a .deb in {}", folder.display()),
            command: "cargo xtask bundle".to_owned(),
        })
}

fn check_contents(package: &Path) -> Result<(), Failure> {
    let listing = Call::new("dpkg-deb")
        .arg("--contents")
        .arg(package)
        .checked_text()?;
    let absent: Vec<&&str> = EXPECTED
        .iter()
        .filter(|file| !holds(&listing, file))
        .collect();
    for file in &absent {
        eprintln!("{}: {file} is not in it", package.display());
    }
    if absent.is_empty() {
        Ok(())
    } else {
        Err(Failure::Findings {
            check: "package contents",
            count: absent.len(),
        })
    }
}

/// `listing` is dpkg-deb's: each line ends with a path, with `./` before it or nothing.
fn holds(listing: &str, file: &str) -> bool {
    let wanted = file.trim_start_matches('/');
    let path = |line: &str| {
        line.rsplit(' ')
            .next()
            .map(|path| path.trim_start_matches("./").to_owned())
    };
    listing.lines().filter_map(path).any(|path| path == wanted)
}

fn try_package(project: &Project, package: &Path) -> Result<(), Failure> {
    setup::for_window_tests()?;
    setup::install_package(package)?;
    let started = e2e::journeys(project, Path::new("/usr/bin"), Some(FIRST_WINDOW));
    let removed = setup::remove_package("dragoman");
    started.and(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_held_only_whole() {
        let listing = "-rwxr-xr-x 0/0 123 2026-01-01 00:00 usr/bin/dragoman-desktop\n";
        assert!(holds(listing, "/usr/bin/dragoman-desktop"));
        assert!(!holds(listing, "/usr/bin/dragoman"));
    }
}
