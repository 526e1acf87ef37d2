//! Names that are suggested: accepted and rejected with keys, corrected, taken back, and
//! reviewed over the notebook.

use std::fs;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{TITLE, drop_on_list, leave_field, open_article, run_command};

/// Made up; the outlet too.
const SECOND: (&str, &str) = (
    "second.jsonl",
    r#"{"lang":"en","outlet":"Harbour Post","title":"Envoy back from talks","text":"The envoy came back from Ukraine on Monday.\nRussia said nothing, and Ukraine would not comment."}"#,
);

#[test]
fn reviewing() {
    journey("reviewing", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_all(desk, &app)?;

        open_article(&app, TITLE)?;
        app.get("button", "Accept: North Korea")?;
        app.get("button", "Accept: Ukraine")?;
        app.picture(&desk.picture("suggested"))?;
        with_keys(&app)?;
        correct(&app)?;
        app.picture(&desk.picture("corrected"))?;

        over_the_notebook(desk, &app)?;
        for pace in [10, 40, 80] {
            in_quick_succession(&app, pace)?;
        }
        app.close()?;

        // What was decided is so the next day, and can still be taken back.
        let app = desk.open_window()?;
        app.wait_until_ready()?;
        run_command(&app, "Dark colours")?;
        app.press("g")?;
        app.press("l")?;
        open_article(&app, TITLE)?;
        app.get("button", "Reject: Russia")?;
        gone(&app, "Accept: North Korea")?;
        app.press("Control+z")?;
        app.wait_for_text("Accepted Ukraine")?;
        all_ticked(desk, &app)?;
        app.close()
    });
}

fn drop_all(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let (name, text) = SECOND;
    let path = desk.folder("desk")?.join(name);
    fs::write(&path, text).map_err(Failure::file(&path))?;
    drop_on_list(desk, app, &Load::Files(vec![path, fixtures::sample()]))?;
    app.wait_for_text("Import finished")?;
    app.click("button", "Hide the tray")
}

/// Waits until there is no such button.
fn gone(app: &App<'_>, button: &str) -> Result<(), Failure> {
    wait_for(&format!("{button:?} to go"), PATIENCE, || {
        let found = app.find(None, "button", Some(button), true)?;
        Ok(found.is_empty().then_some(()))
    })
}

/// `y`, `x` and undo act on the first suggestion of the text, and on the next.
fn with_keys(app: &App<'_>) -> Result<(), Failure> {
    app.press("y")?;
    app.wait_for_text("Accepted North Korea")?;
    gone(app, "Accept: North Korea")?;
    app.press("x")?;
    app.wait_for_text("Rejected Russia")?;
    gone(app, "Accept: Russia")?;
    app.press("Control+z")?;
    app.get("button", "Accept: Russia").map(drop)
}

/// Opens *Correct the words* from the text; false while the name or its menu is not there. The
/// article may be read for names again after an undo: both are drawn anew then.
fn open_correction(app: &App<'_>) -> Result<bool, Failure> {
    let first = |role: &str, name: &str| -> Result<Option<_>, Failure> {
        let found = app.find(None, role, Some(name), false)?;
        Ok(found.into_iter().next())
    };
    if first("dialog", "Correct the words")?.is_some() {
        return Ok(true);
    }
    if first("menu", "Ukraine")?.is_none()
        && let Some(place) = first("link", "Ukraine, place, suggested")?
    {
        app.session()
            .script("arguments[0].focus();", &[place.as_argument()])?;
        app.press("Enter")?;
    }
    if let Some(correct) = first("button", "Correct the words")? {
        app.session().click(&correct)?;
    }
    Ok(first("dialog", "Correct the words")?.is_some())
}

/// The words of a suggestion are corrected from the text, by keys.
fn correct(app: &App<'_>) -> Result<(), Failure> {
    wait_for("the words to correct", PATIENCE, || {
        match open_correction(app) {
            Ok(open) => Ok(open.then_some(())),
            Err(failure) if failure.is_stale() => Ok(None),
            Err(failure) => Err(failure),
        }
    })?;
    app.press("ArrowLeft")?;
    app.press("Enter")?;
    app.wait_for_text("Corrected Ukraine")?;
    gone(app, "Accept: Ukraine")?;
    app.press("Control+z")?;
    app.get("button", "Accept: Ukraine")?;
    has_focus(app, "Ukraine, place, suggested")
}

/// Waits until the name in the text that is called so has the keyboard.
fn has_focus(app: &App<'_>, name: &str) -> Result<(), Failure> {
    wait_for(&format!("the focus on {name:?}"), PATIENCE, || {
        let script = "return document.activeElement?.getAttribute('aria-label') === arguments[0];";
        let there = app.session().script(script, &[name.into()])?;
        Ok((there == true).then_some(()))
    })
}

/// *Review suggestions*: a name goes in all its articles at once.
fn over_the_notebook(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    app.press("Shift+y")?;
    app.click_on(|| {
        let list = app.get("listbox", "Names to review")?;
        app.get_inside(&list, "option", "Ukraine")
    })?;
    app.get_holding("heading", "Ukraine")?;
    app.wait_for_text("The envoy came back from Ukraine")?;
    // No picture after a resize: WebKitWebDriver (2.50) waits for one for ever here, while the
    // window goes on answering keys.
    app.picture(&desk.shot("review-1280x800"))?;
    app.press("y")?;
    app.wait_for_text("Accepted Ukraine")?;
    app.wait_for_text("1 name decided")?;
    app.press("Home")
}

/// Names are decided and taken back without waiting: the last is what Ctrl+Z means, and it is
/// the one that is chosen then.
fn in_quick_succession(app: &App<'_>, pace: u32) -> Result<(), Failure> {
    let script = "return [...document.querySelectorAll('[role=listbox] [role=option] .name')].map((name) => name.textContent);";
    let names = app.session().script(script, &[])?;
    let name = |at: usize| names[at].as_str().unwrap_or_default().to_owned();
    app.get_holding("heading", &name(0))?;
    app.press_all_on_display(&["y", "y", "x", "y", "ctrl+z"], pace)?;
    app.wait_for_text(&format!("Undone: Accepted {}", name(3)))?;
    app.get_holding("heading", &name(3))?;
    app.wait_for_text("4 names decided")?;
    // Also where it goes on meanwhile: the last of these is about the third.
    app.press_all_on_display(&["ctrl+z", "y", "ctrl+z", "ctrl+shift+z", "ctrl+z"], pace)?;
    app.wait_for_text(&format!("Undone: Accepted {}", name(2)))?;
    app.get_holding("heading", &name(2))?;
    app.wait_for_text("3 names decided")?;
    app.press_all_on_display(&["ctrl+z", "ctrl+z"], pace)?;
    app.wait_for_text(&format!("Undone: Accepted {}", name(0)))?;
    app.get_holding("heading", &name(0))?;
    app.wait_for_text("1 name decided")
}

/// All ticked names but one are accepted as one step, and come back as one.
fn all_ticked(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.press("Shift+y")?;
    app.get("listbox", "Names to review")?;
    app.resize(1024, 700)?;
    app.click_on(|| {
        let list = app.get("listbox", "Names to review")?;
        app.get_inside(&list, "option", "Ukraine")
    })?;
    app.get_holding("heading", "Ukraine")?;
    app.picture(&desk.shot("review-dark-1024x700"))?;
    app.press("Space")?;
    app.press("Shift+y")?;
    app.wait_for_text("1 left")?;
    let list = app.get("listbox", "Names to review")?;
    app.get_inside(&list, "option", "Ukraine")?;
    app.press("Control+z")?;
    let list = app.get("listbox", "Names to review")?;
    app.get_inside(&list, "option", "Kim Jong Un").map(drop)
}
