//! The display's clipboard, filled as another program fills it.

use std::io::Write;
use std::process::{Child, Stdio};

use crate::Failure;
use crate::display::Display;

/// Holds something on the clipboard until it is dropped.
pub struct Clipboard {
    owner: Child,
}

impl Clipboard {
    /// Offers `content` as one media type: `text/html`, or `UTF8_STRING` for plain text.
    pub fn offer(display: &Display, target: &str, content: &str) -> Result<Self, Failure> {
        Self::offer_bytes(display, target, content.as_bytes())
    }

    /// The same with bytes: `image/png`.
    pub fn offer_bytes(display: &Display, target: &str, content: &[u8]) -> Result<Self, Failure> {
        let mut command = display.command("xclip");
        // -quiet keeps xclip in the foreground, so that it ends with this value.
        command.args(["-selection", "clipboard", "-target", target, "-quiet"]);
        let started = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let mut owner = started.map_err(|source| Failure::Start {
            program: "xclip".to_owned(),
            source,
        })?;
        if let Some(mut input) = owner.stdin.take() {
            input
                .write_all(content)
                .map_err(Failure::file("the clipboard"))?;
        }
        std::thread::sleep(std::time::Duration::from_millis(300));
        Ok(Self { owner })
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        // xclip ends by itself when another program takes the clipboard.
        drop(self.owner.kill());
        drop(self.owner.wait());
    }
}
