//! Opening a link in the person's own browser. The window asks first.

use std::process::{Command, Stdio};

use dragoman_core::ErrorCode;
use url::Url;

use crate::error::{Answer, WireError};

/// Reads an address that a browser may be given: http or https with a host, and
/// no name or password in it.
pub fn web_address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.host().is_some();
    let bare = url.username().is_empty() && url.password().is_none();
    (web && bare).then_some(url)
}

/// Gives the address to the system, which knows the browser.
pub fn open_in_browser(text: &str) -> Answer<()> {
    let url = web_address(text).ok_or_else(|| WireError::new(ErrorCode::InvalidInput, "link"))?;
    let mut command = browser();
    // How this window is drawn is nobody else's matter.
    #[cfg(target_os = "linux")]
    command.env_remove(crate::drawing::PLAIN);
    command
        .arg(url.as_str())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().map_err(|error| {
        tracing::warn!(%error, program, "the browser could not be started");
        WireError::new(ErrorCode::NotFound, program)
    })?;
    // Some systems start the browser in this very process: it is waited for
    // elsewhere, so that it does not stay behind as a zombie.
    std::thread::spawn(move || match child.wait() {
        Ok(status) if !status.success() => tracing::warn!(%status, "the browser was not opened"),
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "the browser could not be waited for"),
    });
    Ok(())
}

fn browser() -> Command {
    if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    }
}
