//! Packages of Debian and Ubuntu.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::failure::Failure;
use crate::process::Call;

/// The package lists are brought up to date at most once a run.
static LISTS_ARE_NEW: AtomicBool = AtomicBool::new(false);

/// Who may install here.
enum Right {
    Root,
    /// sudo that asks for no passphrase.
    Sudo,
    None,
}

/// Installs those of `packages` that are not installed yet.
pub fn ensure(packages: &[&str]) -> Result<(), Failure> {
    let missing = missing(packages)?;
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let right = right();
    if matches!(right, Right::None) {
        return Err(Failure::Missing {
            what: format!("system packages {list}"),
            command: format!(
                "sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}"
            ),
        });
    }
    println!("installing system packages with apt-get: {list}");
    if !LISTS_ARE_NEW.swap(true, Ordering::Relaxed) {
        // A list that can't be fetched is no reason to stop: the install may still succeed,
        // and says itself what it can't find.
        if let Err(failure) = apt_get(&right).args(["update", "--quiet=2"]).run() {
            eprintln!("{failure}");
        }
    }
    apt_get(&right)
        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(&missing)
        .run()
}

/// Installs a package file, with what it depends on.
pub fn install_file(package: &Path) -> Result<(), Failure> {
    let right = right();
    if matches!(right, Right::None) {
        return Err(Failure::Missing {
            what: "the right to install a package".to_owned(),
            command: format!("sudo apt-get install {}", package.display()),
        });
    }
    apt_get(&right)
        .args(["install", "--yes", "--reinstall"])
        .arg(package)
        .run()
}

/// Removes an installed package.
pub fn remove(name: &str) -> Result<(), Failure> {
    apt_get(&right()).args(["remove", "--yes", name]).run()
}

/// The version that `apt-get install` would bring, if there is one.
pub fn candidate(package: &str) -> Option<String> {
    let policy = Call::new("apt-cache")
        .args(["policy", package])
        .env("LC_ALL", "C")
        .text()
        .ok()?;
    let line = policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))?;
    (line != "(none)").then(|| line.to_owned())
}

fn missing<'a>(packages: &[&'a str]) -> Result<Vec<&'a str>, Failure> {
    let listing = Call::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\\n"])
        .args(packages)
        .text()?;
    Ok(not_installed(packages, &listing))
}

/// dpkg-query prints a line for each package that it knows, installed or not.
fn not_installed<'a>(packages: &[&'a str], listing: &str) -> Vec<&'a str> {
    let installed: HashSet<&str> = listing
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    packages
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

fn apt_get(right: &Right) -> Call {
    let call = match right {
        Right::Sudo => {
            Call::new("sudo").args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
        }
        Right::Root | Right::None => Call::new("apt-get"),
    };
    call.env("DEBIAN_FRONTEND", "noninteractive")
}

fn right() -> Right {
    if is_root() {
        Right::Root
    } else if Call::new("sudo").args(["-n", "true"]).succeeds() {
        Right::Sudo
    } else {
        Right::None
    }
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    // A process's folder in /proc belongs to the user it runs as.
    fs::metadata("/proc/self").is_ok_and(|metadata| metadata.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_was_removed_but_left_its_settings_is_missing() {
        let listing = "xvfb installed\nopenbox config-files\n";
        assert_eq!(
            not_installed(&["xvfb", "openbox", "xdotool"], listing),
            ["openbox", "xdotool"]
        );
    }
}
