//! The display's own mouse, for drags that come from another program.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::Failure;
use crate::display::Display;
use crate::process::{Running, run};

/// Where the drag source's window stands: right of the program's window at its widest.
const SOURCE: (i32, i32) = (1400, 200);

/// What another program offers when something is dragged out of it.
#[derive(Debug, Clone)]
pub enum Load {
    /// Files or folders of this machine, as a file manager offers them.
    Files(Vec<PathBuf>),
    /// A link, as a browser's address bar offers it.
    Link(String),
    /// Selected text, as an editor offers it.
    Text(String),
    /// Selected text with its markup, as a browser offers it.
    Html { html: String, text: String },
}

/// The mouse of one display.
pub struct Pointer<'d> {
    display: &'d Display,
}

impl<'d> Pointer<'d> {
    pub(crate) fn new(display: &'d Display) -> Self {
        Self { display }
    }

    /// Drags `load` out of another program's window and drops it at `target` on the screen.
    pub fn drag(&self, load: &Load, target: (i32, i32)) -> Result<(), Failure> {
        let source = self.open_source(load)?;
        self.hold_over(target)?;
        self.release()?;
        // The source answers the receiver's questions after the button is up.
        std::thread::sleep(std::time::Duration::from_millis(400));
        drop(source);
        Ok(())
    }

    /// Opens a window that offers `load`, ready to be dragged from.
    pub fn open_source(&self, load: &Load) -> Result<Running, Failure> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("support/drag_source.py");
        // The system's Python is the one that has the system's GTK.
        let mut command = self.display.command("/usr/bin/python3");
        command
            .arg(script)
            .args([SOURCE.0.to_string(), SOURCE.1.to_string()]);
        match load {
            Load::Files(paths) => command.arg("files").args(paths),
            Load::Link(link) => command.args(["link", link]),
            Load::Text(text) => command.args(["text", text]),
            Load::Html { html, text } => command.args(["html", html, text]),
        };
        command.stderr(Stdio::null());
        let (running, _) = Running::start_and_hear(command)?;
        Ok(running)
    }

    /// Presses the button on the source and moves over `target` without letting go.
    /// In steps: GTK starts a drag only after some movement, and a receiver hears
    /// only of movements.
    pub fn hold_over(&self, target: (i32, i32)) -> Result<(), Failure> {
        let from = (SOURCE.0 + 60, SOURCE.1 + 60);
        let mut moves = Moves::default();
        moves.to(from).pause("0.3").press("mousedown").pause("0.2");
        for step in 1..=16 {
            let along = |from: i32, to: i32| from + (to - from) * step / 16;
            moves
                .to((along(from.0, target.0), along(from.1, target.1)))
                .pause("0.03");
        }
        for nudge in [1, 0, 1, 0] {
            moves.to((target.0 + nudge, target.1)).pause("0.1");
        }
        self.xdotool(&moves.0)
    }

    /// Drags what stands at one place of the window to another place of it.
    pub fn drag_within(&self, from: (i32, i32), to: (i32, i32)) -> Result<(), Failure> {
        let mut moves = Moves::default();
        moves.to((from.0 - 3, from.1)).pause("0.1");
        moves.to(from).pause("0.1").press("mousedown").pause("0.1");
        for step in 1..=8 {
            let along = |from: i32, to: i32| from + (to - from) * step / 8;
            moves
                .to((along(from.0, to.0), along(from.1, to.1)))
                .pause("0.05");
        }
        moves.pause("0.2").press("mouseup");
        self.xdotool(&moves.0)
    }

    /// Moves to `target` on the screen, and clicks there.
    pub fn click(&self, target: (i32, i32)) -> Result<(), Failure> {
        let mut moves = Moves::default();
        // A hand comes from somewhere: a window hears of movements, not of places.
        moves.to((target.0 - 6, target.1 - 2)).pause("0.1");
        moves.to(target).pause("0.1");
        moves.press("mousedown").pause("0.05").press("mouseup");
        self.xdotool(&moves.0)
    }

    /// Lets the button go.
    pub fn release(&self) -> Result<(), Failure> {
        let mut moves = Moves::default();
        moves.press("mouseup");
        self.xdotool(&moves.0)
    }

    fn xdotool(&self, arguments: &[String]) -> Result<(), Failure> {
        let mut command = self.display.command("xdotool");
        command.args(arguments);
        run(command).map(drop)
    }
}

/// A chain of xdotool commands.
#[derive(Default)]
struct Moves(Vec<String>);

impl Moves {
    fn to(&mut self, place: (i32, i32)) -> &mut Self {
        self.0.extend([
            "mousemove".to_owned(),
            place.0.to_string(),
            place.1.to_string(),
        ]);
        self
    }

    fn pause(&mut self, seconds: &str) -> &mut Self {
        self.0.extend(["sleep".to_owned(), seconds.to_owned()]);
        self
    }

    fn press(&mut self, what: &str) -> &mut Self {
        self.0.extend([what.to_owned(), "1".to_owned()]);
        self
    }
}
