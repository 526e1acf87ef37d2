//! The window's web part: npm packages and the Vite build.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;
use crate::process::Call;
use crate::project::Project;

/// Name of our stamp in `node_modules`: the lock file that was last installed.
const STAMP: &str = ".dragoman-installed-lock.json";

/// Installs the npm packages that the lock file names, if it changed since the last time.
pub fn install(project: &Project) -> Result<(), Failure> {
    let lock = project.ui().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(Failure::file(&lock))?;
    let stamp = project.ui().join("node_modules").join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("npm packages are missing or changed: installing what ui/package-lock.json names");
    Call::npm()
        .args(["ci", "--no-audit", "--no-fund"])
        .dir(&project.ui())
        .run()?;
    fs::write(&stamp, &wanted).map_err(Failure::file(&stamp))
}

/// Builds `ui/dist` unless it is newer than all it is made of.
pub fn build_if_stale(project: &Project) -> Result<(), Failure> {
    if is_fresh(&project.ui()) {
        return Ok(());
    }
    build(project)
}

/// Builds `ui/dist`, which the shell embeds.
pub fn build(project: &Project) -> Result<(), Failure> {
    script(project, "build")
}

/// Runs a script of ui/package.json.
pub fn script(project: &Project, name: &str) -> Result<(), Failure> {
    Call::npm()
        .args(["run", "--silent", name])
        .dir(&project.ui())
        .run()
}

fn is_fresh(ui: &Path) -> bool {
    let Some(built) = modified(&ui.join("dist/index.html")) else {
        return false;
    };
    let Ok(entries) = fs::read_dir(ui) else {
        return false;
    };
    entries.flatten().all(|entry| {
        let made = entry.file_name() == "dist" || entry.file_name() == "node_modules";
        made || newest(&entry.path()).is_some_and(|changed| changed <= built)
    })
}

/// When the newest file at or below `path` changed; `None` when that can't be told.
fn newest(path: &Path) -> Option<SystemTime> {
    let mut latest = modified(path)?;
    if path.is_dir() {
        for entry in fs::read_dir(path).ok()? {
            latest = latest.max(newest(&entry.ok()?.path())?);
        }
    }
    Some(latest)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .ok()
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_changed_source_makes_the_build_stale() {
        let folder = tempfile::tempdir().unwrap();
        let ui = folder.path();
        fs::create_dir_all(ui.join("src/views")).unwrap();
        fs::create_dir_all(ui.join("dist")).unwrap();
        let view = ui.join("src/views/Library.svelte");
        fs::write(&view, "<p>one</p>").unwrap();
        assert!(!is_fresh(ui), "nothing is built yet");

        fs::write(ui.join("dist/index.html"), "<html>").unwrap();
        let later = SystemTime::now() + Duration::from_secs(60);
        File::open(ui.join("dist/index.html"))
            .unwrap()
            .set_modified(later)
            .unwrap();
        assert!(is_fresh(ui));

        let latest = later + Duration::from_secs(60);
        File::options()
            .append(true)
            .open(&view)
            .unwrap()
            .set_modified(latest)
            .unwrap();
        assert!(!is_fresh(ui), "a view is newer than the build");
    }
}
