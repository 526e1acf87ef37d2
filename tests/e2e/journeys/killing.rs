//! `kill -9` of the window while somebody types: at most the last second is missing.

use std::env;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use dragoman_core::Notebook;
use dragoman_core::domain::NoteQuery;
use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, journey};

use crate::steps::{start_note, wait_until_saved};

const TITLE: &str = "Typed until the end";
/// How often the window is killed, unless `DRAGOMAN_KILLS` says another number.
const KILLS: u32 = 3;
/// From one look at the page to the next.
const LOOK: Duration = Duration::from_millis(50);
/// The most that may be missing.
const LOST: Duration = Duration::from_secs(1);

#[test]
fn killed_while_typing() {
    journey("killed-while-typing", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        start_note(&app, TITLE)?;
        app.type_text("begun ")?;
        wait_until_saved(&app)?;
        app.close()?;
        for kill in 0..kills() {
            let seen = type_and_kill(desk, kill)?;
            let kept = kept(desk)?;
            if !kept.starts_with(seen.a_second_before.as_str())
                || !seen.last.starts_with(kept.trim_end())
            {
                return Err(Failure::Expected(format!(
                    "kill {kill}: a second before {:?}, at last {:?}, kept {kept:?}",
                    seen.a_second_before, seen.last
                )));
            }
        }
        let app = open_note(desk)?;
        app.picture(&desk.picture("after-kills"))?;
        app.close()
    });
}

fn kills() -> u32 {
    let told = env::var("DRAGOMAN_KILLS").ok();
    told.and_then(|number| number.parse().ok()).unwrap_or(KILLS)
}

/// What the page showed while it was typed in.
struct Seen {
    /// Typed at least so long before the kill as may be missing.
    a_second_before: String,
    last: String,
}

fn open_note(desk: &Desk) -> Result<App<'_>, Failure> {
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.wait_until_ready()?;
    app.press("Control+o")?;
    app.type_text(TITLE)?;
    app.get_holding("option", TITLE)?;
    app.press("Enter")?;
    app.get("textbox", "Text of the note")?;
    wait_for("the note's text", LOST * 30, || {
        Ok(shown(&app)?.starts_with("begun").then_some(()))
    })?;
    Ok(app)
}

fn type_and_kill(desk: &Desk, kill: u32) -> Result<Seen, Failure> {
    let app = open_note(desk)?;
    let body = app.get("textbox", "Text of the note")?;
    let focus = "arguments[0].focus();";
    app.session().script(focus, &[body.as_argument()])?;
    app.press("Control+End")?;
    let mut typing = type_on(desk, &app, kill)?;
    let mut samples: Vec<(Instant, String)> = Vec::new();
    let until = Instant::now() + Duration::from_millis(2500 + u64::from(kill % 10) * 170);
    while Instant::now() < until {
        let text = shown(&app)?;
        // Shown before this moment, so typed before it.
        samples.push((Instant::now(), text));
        thread::sleep(LOOK);
    }
    let last = shown(&app)?;
    let killed = Instant::now();
    app.kill()?;
    // Ended in the middle of a key, it would leave that key pressed.
    typing.wait().map_err(not_typed)?;
    let before = samples.iter().rev().find(|(at, _)| killed - *at >= LOST);
    let Some((_, a_second_before)) = before.cloned() else {
        return Err(Failure::Expected("nothing was seen in time".into()));
    };
    // Letters still came between the last look and the kill.
    let last = format!("{last}{}", following(&last, kill));
    if a_second_before.len() < "begun ".len() + 10 {
        return Err(Failure::Expected(format!(
            "too little was typed: {a_second_before:?}"
        )));
    }
    Ok(Seen {
        a_second_before,
        last,
    })
}

/// Keys of the display's keyboard, without a pause in which the note would be saved anyway.
fn type_on(desk: &Desk, app: &App<'_>, kill: u32) -> Result<Child, Failure> {
    app.focus()?;
    let mut command = desk.display().command("xdotool");
    command.args(["type", "--delay", "60", &words(kill)]);
    command.spawn().map_err(not_typed)
}

fn not_typed(source: std::io::Error) -> Failure {
    Failure::Start {
        program: "xdotool".into(),
        source,
    }
}

/// Enough to be typed for longer than the window lives.
fn words(kill: u32) -> String {
    (0..32).map(|n| format!("k{kill}w{n} ")).collect()
}

/// What comes after `text` in the words of this kill.
fn following(text: &str, kill: u32) -> String {
    let words = words(kill);
    let typed = text
        .rfind(&format!("k{kill}w0"))
        .map_or("", |at| &text[at..]);
    words.strip_prefix(typed).unwrap_or_default().to_owned()
}

fn shown(app: &App<'_>) -> Result<String, Failure> {
    let script = "return document.querySelector('.cm-content')?.textContent ?? '';";
    let text = app.session().script(script, &[])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn kept(desk: &Desk) -> Result<String, Failure> {
    let expected = |error: dragoman_core::Error| Failure::Expected(error.to_string());
    // Threads of what was killed may hold the lock for some milliseconds yet.
    let notebook = wait_for("the notebook's lock", PATIENCE, || {
        match Notebook::open(desk.notebook()) {
            Ok(notebook) => Ok(Some(notebook)),
            Err(dragoman_core::Error::AlreadyOpen { .. }) => Ok(None),
            Err(error) => Err(expected(error)),
        }
    })?;
    let notes = notebook.notes();
    let row = notes
        .list(&NoteQuery::default(), 0, 1)
        .map_err(expected)?
        .rows
        .remove(0);
    Ok(notes.get(row.id).map_err(expected)?.body)
}
