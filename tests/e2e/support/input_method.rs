//! An input method of the desktop: ibus with its Korean engine, as a Korean reporter has it.

use std::process::Stdio;
use std::time::Duration;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::process::{Running, run, wait_for};

/// How long the daemon may take to answer.
const STARTING: Duration = Duration::from_secs(20);

/// Runs until it is dropped.
pub struct InputMethod {
    _daemon: Running,
}

impl InputMethod {
    /// Starts it on the desk's display, for the windows that are opened from now on.
    pub fn start(desk: &Desk) -> Result<Self, Failure> {
        let mut daemon = desk.display().command("ibus-daemon");
        daemon
            .args(["--panel=disable", "--emoji-extension=disable", "--replace"])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let daemon = Running::start(daemon)?;
        wait_for("the Korean input method", STARTING, || {
            let mut choice = desk.display().command("ibus");
            choice.args(["engine", "hangul"]).stderr(Stdio::null());
            Ok(run(choice).ok())
        })?;
        desk.compose();
        Ok(Self { _daemon: daemon })
    }
}
