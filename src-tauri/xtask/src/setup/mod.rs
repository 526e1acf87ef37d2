//! Finds out what is missing on this machine and installs it, saying what it does.
//!
//! Nothing is installed behind a person's back that did not come from the
//! distribution's own archive, rustup or npm's lock file; for the rest the exact
//! command is printed.

mod debian;
mod node;
mod rust;

use std::path::Path;

use crate::failure::Failure;
use crate::project::Project;

/// What the shell is linked against, and what compiles the C parts (SQLite, zstd).
const BUILDING: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libssl-dev",
    "libayatana-appindicator3-dev",
];

/// A display, a window manager, a driver for the web view, a drag source, a
/// clipboard, a watch on connections, a Korean input method, and fonts for every script in
/// the fixtures.
const WINDOW_TESTS: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "openbox",
    "xdotool",
    "xclip",
    "strace",
    "ibus",
    "ibus-gtk3",
    "ibus-hangul",
    "dbus",
    "python3-gi",
    "gir1.2-gtk-3.0",
    "fonts-noto-core",
    "fonts-noto-cjk",
];

/// Everything that building the window needs.
pub fn for_building(_project: &Project) -> Result<(), Failure> {
    system_packages(BUILDING)?;
    node::ensure()
}

/// rustfmt and clippy.
pub fn for_linting() -> Result<(), Failure> {
    rust::ensure_component("rustfmt", "fmt")?;
    rust::ensure_component("clippy", "clippy")
}

/// Everything that driving the window under a virtual display needs. Linux only,
/// because WebKitGTK is the one engine of the three with a driver in every distribution.
pub fn for_window_tests() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err(Failure::Missing {
            what: "a Linux machine: the journeys drive WebKitGTK under Xvfb".to_owned(),
            command: "cargo test --workspace    # everything but the journeys".to_owned(),
        });
    }
    system_packages(WINDOW_TESTS)
}

/// Installs a package file made here, with what it depends on.
pub fn install_package(package: &Path) -> Result<(), Failure> {
    debian::install_file(package)
}

/// Removes an installed package by name.
pub fn remove_package(name: &str) -> Result<(), Failure> {
    debian::remove(name)
}

fn system_packages(packages: &[&str]) -> Result<(), Failure> {
    if cfg!(target_os = "macos") {
        return mac_tools();
    }
    if cfg!(windows) {
        // WebView2 is part of Windows 10 and later; cargo itself needs the MSVC tools,
        // so that this program runs at all says that they are there.
        return Ok(());
    }
    if !Path::new("/usr/bin/dpkg-query").exists() {
        return Err(Failure::Missing {
            what: "a Debian or Ubuntu system; on others, what these packages hold".to_owned(),
            command: format!("sudo apt-get install {}", packages.join(" ")),
        });
    }
    debian::ensure(packages)
}

fn mac_tools() -> Result<(), Failure> {
    if crate::process::Call::new("xcode-select")
        .arg("-p")
        .succeeds()
    {
        return Ok(());
    }
    Err(Failure::Missing {
        what: "Apple's command line developer tools".to_owned(),
        command: "xcode-select --install".to_owned(),
    })
}
