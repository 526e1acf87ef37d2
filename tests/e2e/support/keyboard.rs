//! The keyboard of the display: its keys go the way of a person's, input methods included.

use crate::process::run;
use crate::{App, Failure};

impl App<'_> {
    /// Presses a chord on the display's keyboard, as `xdotool key` names it.
    pub fn press_on_display(&self, chord: &str) -> Result<(), Failure> {
        self.focus()?;
        run(self.tool("xdotool", &["key", "--clearmodifiers", chord])).map(drop)
    }

    /// Presses chords one after another, with so many milliseconds from one to the next.
    pub fn press_all_on_display(&self, chords: &[&str], pace: u32) -> Result<(), Failure> {
        self.focus()?;
        let pace = pace.to_string();
        let keys = [&["key", "--delay", &pace], chords].concat();
        run(self.tool("xdotool", &keys)).map(drop)
    }

    /// Types with the display's keyboard, with so many milliseconds from key to key.
    pub fn type_on_display(&self, text: &str, pace: u32) -> Result<(), Failure> {
        self.focus()?;
        let pace = pace.to_string();
        run(self.tool("xdotool", &["type", "--delay", &pace, text])).map(drop)
    }
}
