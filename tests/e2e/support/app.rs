//! The running program, seen as a person sees it: by roles, names and text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::driver::Driver;
use crate::failure::Failure;
use crate::process::{descendants, run, runs, wait_for};
use crate::webdriver::{Element, Session};

/// How long anything in the window may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

const FIND: &str = include_str!("find.js");

/// The open window. Dropped before [`App::close`] or [`App::kill`], it leaves a picture
/// of how far the journey came.
pub struct App<'d> {
    desk: &'d Desk,
    session: Session,
    _driver: Driver,
    process: u32,
    ended: bool,
}

/// Has the page draw for some seconds, without anything that can be seen.
const FRAMES: &str = "
    let left = 300;
    const root = document.documentElement;
    const draw = () => {
        left -= 1;
        root.style.outlineOffset = left % 2 ? '1px' : '';
        if (left > 0) requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);";

impl<'d> App<'d> {
    /// Starts the program under a driver and waits for its window.
    pub(crate) fn open(desk: &'d Desk, trap: Option<&Path>) -> Result<Self, Failure> {
        let driver = Driver::start(desk)?;
        let program = desk.program("dragoman-desktop");
        let mut arguments = vec![
            "--notebook".to_owned(),
            desk.notebook().display().to_string(),
        ];
        let started = match trap {
            None => program.clone(),
            Some(log) => {
                let mut before = crate::connections::trap_arguments(log);
                before.push(program.display().to_string());
                arguments = [before, arguments].concat();
                PathBuf::from("/usr/bin/strace")
            }
        };
        let session = Session::open(driver.port(), &started, &arguments)?;
        let process = wait_for("the program among the driver's children", PATIENCE, || {
            Ok(descendants(driver.id())
                .into_iter()
                .find(|pid| runs(*pid, &program)))
        })?;
        Ok(Self {
            desk,
            session,
            _driver: driver,
            process,
            ended: false,
        })
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The program's process.
    pub fn process(&self) -> u32 {
        self.process
    }

    /// Where the web view answers its driver: the driver tells it through this variable,
    /// and nothing else of the program ever knows the number.
    pub fn driver_address(&self) -> Result<String, Failure> {
        let path = format!("/proc/{}/environ", self.process);
        let environment = fs::read(&path).map_err(Failure::file(&path))?;
        let text = String::from_utf8_lossy(&environment);
        let value = text
            .split('\0')
            .find_map(|pair| pair.strip_prefix("WEBKIT_INSPECTOR_SERVER="));
        value.map(str::to_owned).ok_or_else(|| {
            Failure::Expected("the driver did not tell the web view where it is".to_owned())
        })
    }

    /// Closes the window as a person does, and waits for the program to end.
    pub fn close(mut self) -> Result<(), Failure> {
        self.ended = true;
        let window = self.window_id()?;
        run(self.tool(
            "xdotool",
            &["key", "--window", &window, "--clearmodifiers", "ctrl+q"],
        ))?;
        let mut closing = self.desk.display().command("xdotool");
        closing.args(["windowclose", &window]);
        // The shortcut may have closed it already.
        drop(run(closing));
        self.wait_for_end()
    }

    /// `kill -9`: nothing in the program gets to say goodbye.
    pub fn kill(mut self) -> Result<(), Failure> {
        self.ended = true;
        let mut kill = Command::new("kill");
        kill.args(["-9", &self.process.to_string()]);
        run(kill)?;
        self.wait_for_end()
    }

    fn wait_for_end(&self) -> Result<(), Failure> {
        let folder = PathBuf::from(format!("/proc/{}", self.process));
        wait_for("the program to end", PATIENCE, || {
            let state = fs::read_to_string(folder.join("stat")).unwrap_or_default();
            let gone = state.is_empty() || state.contains(") Z ");
            Ok(gone.then_some(()))
        })
    }

    /// Waits for the first visible element with this role and exactly this name.
    pub fn get(&self, role: &str, name: &str) -> Result<Element, Failure> {
        self.get_in(None, role, Some(name), true)
    }

    /// Waits for the first visible element with this role whose name holds `part`.
    pub fn get_holding(&self, role: &str, part: &str) -> Result<Element, Failure> {
        self.get_in(None, role, Some(part), false)
    }

    /// Like [`App::get_holding`], inside another element.
    pub fn get_inside(&self, root: &Element, role: &str, part: &str) -> Result<Element, Failure> {
        self.get_in(Some(root), role, Some(part), false)
    }

    fn get_in(
        &self,
        root: Option<&Element>,
        role: &str,
        name: Option<&str>,
        whole: bool,
    ) -> Result<Element, Failure> {
        let what = format!("{role} {:?}", name.unwrap_or("of any name"));
        let waited = wait_for(&what, PATIENCE, || {
            Ok(self.find(root, role, name, whole)?.into_iter().next())
        });
        waited.map_err(|failure| self.with_what_is_there(failure))
    }

    /// Visible elements with this role, and this name if one is given, as they are now.
    pub fn find(
        &self,
        root: Option<&Element>,
        role: &str,
        name: Option<&str>,
        whole: bool,
    ) -> Result<Vec<Element>, Failure> {
        let root = root.map_or(Value::Null, Element::as_argument);
        let found = self
            .session
            .script(FIND, &[json!(role), json!(name), json!(whole), root])?;
        let list = found.as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(list.iter().filter_map(Element::from_answer).collect())
    }

    /// Waits until the window has opened its notebook and hears keys.
    pub fn wait_until_ready(&self) -> Result<(), Failure> {
        self.wait_for_text("Index current")
    }

    /// Waits until the window's text holds `part`.
    pub fn wait_for_text(&self, part: &str) -> Result<(), Failure> {
        let waited = wait_for(&format!("the words {part:?}"), PATIENCE, || {
            Ok(self.page_text()?.contains(part).then_some(()))
        });
        waited.map_err(|failure| self.with_what_is_there(failure))
    }

    /// Waits until the window's text no longer holds `part`.
    pub fn wait_for_no_text(&self, part: &str) -> Result<(), Failure> {
        wait_for(&format!("the words {part:?} to go"), PATIENCE, || {
            Ok((!self.page_text()?.contains(part)).then_some(()))
        })
    }

    /// All text as rendered, white space collapsed.
    pub fn page_text(&self) -> Result<String, Failure> {
        let body = "return document.body.innerText.replace(/\\s+/g, ' ');";
        Ok(self
            .session
            .script(body, &[])?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    pub fn click(&self, role: &str, name: &str) -> Result<(), Failure> {
        self.click_on(|| self.get(role, name))
    }

    /// Clicks what `find` gives. A list that is drawn anew between finding and clicking holds
    /// the same row as another element; a person clicks on what stands there, so it is found again.
    pub fn click_on(
        &self,
        mut find: impl FnMut() -> Result<Element, Failure>,
    ) -> Result<(), Failure> {
        wait_for("something to click that stays", PATIENCE, || {
            match find().and_then(|element| self.session.click(&element)) {
                Ok(()) => Ok(Some(())),
                Err(failure) if failure.is_stale() => Ok(None),
                Err(failure) => Err(failure),
            }
        })
    }

    pub fn press(&self, chord: &str) -> Result<(), Failure> {
        self.session.press(chord)
    }

    pub fn type_text(&self, text: &str) -> Result<(), Failure> {
        self.session.type_text(text)
    }

    /// Selects the first place inside `root` where exactly `words` stand, as a mouse would.
    pub fn select_words(&self, root: &Element, words: &str) -> Result<(), Failure> {
        let body = include_str!("select_words.js");
        let done = self
            .session
            .script(body, &[root.as_argument(), json!(words)])?;
        if done == Value::Bool(true) {
            return Ok(());
        }
        Err(Failure::Expected(format!(
            "the words {words:?} are not there to be selected"
        )))
    }

    /// Gives the window's page this size.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Failure> {
        let window = self.window_id()?;
        let chrome = self.height_above_page(&window)?;
        let tall = (height + chrome).to_string();
        run(self.tool("xdotool", &["windowmove", &window, "0", "0"]))?;
        run(self.tool(
            "xdotool",
            &["windowsize", &window, &width.to_string(), &tall],
        ))?;
        wait_for(
            &format!("the page to be {width} x {height}"),
            PATIENCE,
            || {
                let size = self
                    .session
                    .script("return [innerWidth, innerHeight];", &[])?;
                Ok((size == json!([width, height])).then_some(()))
            },
        )
    }

    /// Middle of an element on the screen.
    pub fn on_screen(&self, element: &Element) -> Result<(i32, i32), Failure> {
        let window = self.window_id()?;
        let geometry = self.geometry(&window)?;
        let above = self.height_above_page(&window)?;
        let rect = self.session.rect(element)?;
        // xdotool adds the frame's edges twice, and the frame stands in the corner.
        let (left, top) = (f64::from(geometry.x) / 2.0, f64::from(geometry.y) / 2.0);
        let x = left + rect.x + rect.width / 2.0;
        let y = top + f64::from(above) + rect.y + rect.height / 2.0;
        Ok((x as i32, y as i32))
    }

    /// Gives the window the keyboard, for keys that come from the display.
    pub fn focus(&self) -> Result<(), Failure> {
        let window = self.window_id()?;
        run(self.tool("xdotool", &["windowactivate", "--sync", &window])).map(drop)
    }

    /// Writes a picture of the window.
    ///
    /// The driver takes it with the next frame, and a page that stands still after a change
    /// of size may never draw one: so some are asked for.
    pub fn picture(&self, path: &Path) -> Result<(), Failure> {
        self.session.script(FRAMES, &[])?;
        self.session.screenshot(path)
    }

    /// X11's id of the program's window.
    pub fn window_id(&self) -> Result<String, Failure> {
        wait_for("the program's window on the display", PATIENCE, || {
            let process = self.process.to_string();
            let search = ["search", "--onlyvisible", "--pid", &process, "--name", "."];
            let found = run(self.tool("xdotool", &search)).unwrap_or_default();
            Ok(found.lines().last().map(str::to_owned))
        })
    }

    pub(crate) fn tool(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = self.desk.display().command(program);
        command.args(arguments);
        command
    }

    fn height_above_page(&self, window: &str) -> Result<u32, Failure> {
        let inner = self.session.script("return innerHeight;", &[])?;
        let page = inner.as_u64().and_then(|height| u32::try_from(height).ok());
        Ok(self
            .geometry(window)?
            .height
            .saturating_sub(page.unwrap_or_default()))
    }

    fn geometry(&self, window: &str) -> Result<Geometry, Failure> {
        let text = run(self.tool("xdotool", &["getwindowgeometry", "--shell", window]))?;
        let number = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|value| value.parse::<i32>().ok())
                .unwrap_or_default()
        };
        Ok(Geometry {
            x: number("X="),
            y: number("Y="),
            height: u32::try_from(number("HEIGHT=")).unwrap_or_default(),
        })
    }

    fn with_what_is_there(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Waited { what, time, .. } => Failure::Waited {
                what,
                time,
                seen: self.page_text().ok(),
            },
            other => other,
        }
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if !self.ended {
            // Nothing can be done about a picture that fails, and the journey's own failure is told.
            drop(self.picture(&self.desk.picture("stopped-here")));
            drop(self.session.end());
        }
    }
}

struct Geometry {
    x: i32,
    y: i32,
    height: u32,
}
