//! Ctrl+Z takes back what was done last, wherever it is pressed.

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Failure, journey};
use serde_json::json;

use crate::steps::{start_note, wait_until_saved};

#[test]
fn the_last_thing_is_taken_back_beside_a_text_and_in_its_title() {
    journey("undoing", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        start_note(&app, "Part")?;
        app.type_text("Words of it.")?;
        wait_until_saved(&app)?;
        start_note(&app, "Whole")?;
        app.type_text("Before. ")?;
        merge(&app)?;
        app.press("Control+End")?;
        app.type_text("After.")?;

        focus(&app, "button[aria-label='More for this note']")?;
        app.press("Control+z")?;
        note_holds(&app, "After.", false)?;
        note_holds(&app, "Words of it.", true)?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Merged the note Part")?;
        note_holds(&app, "Words of it.", false)?;
        app.press("Control+z")?;
        note_holds(&app, "Before.", false)?;
        app.press("Control+Shift+z")?;
        note_holds(&app, "Before.", true)?;
        app.press("Control+Shift+z")?;
        app.wait_for_text("Done again: Merged the note Part")?;
        note_holds(&app, "Words of it.", true)?;
        app.press("Control+Shift+z")?;
        note_holds(&app, "After.", true)?;

        // A title that is typed in has its own; one that was left is a step of the notebook.
        focus(&app, ".title")?;
        app.press("End")?;
        app.type_text(" of it")?;
        app.press("Control+z")?;
        titled(&app, "Whole")?;
        app.press("Control+Shift+z")?;
        titled(&app, "Whole of it")?;
        app.press("Enter")?;
        wait_until_saved(&app)?;
        focus(&app, ".title")?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Renamed the note to Whole of it")?;
        titled(&app, "Whole")?;
        note_holds(&app, "After.", true)?;
        app.press("Control+Shift+z")?;
        titled(&app, "Whole of it")?;
        app.press("Control+z")?;
        titled(&app, "Whole")?;
        app.press("Control+z")?;
        note_holds(&app, "After.", false)?;
        titled(&app, "Whole")?;
        app.close()
    });
}

fn merge(app: &App<'_>) -> Result<(), Failure> {
    app.click("button", "More for this note")?;
    app.click("button", "Merge a note into this one")?;
    app.get("dialog", "Merge a note into this one")?;
    app.type_text("Part")?;
    app.get_holding("option", "Part")?;
    app.press("Enter")?;
    app.wait_for_text("Merged the note Part")?;
    note_holds(app, "Words of it.", true)
}

fn focus(app: &App<'_>, selector: &str) -> Result<(), Failure> {
    let script = "document.querySelector(arguments[0]).focus();";
    app.session().script(script, &[json!(selector)]).map(drop)
}

fn note_holds(app: &App<'_>, words: &str, there: bool) -> Result<(), Failure> {
    wait_for(&format!("{words:?} in the note: {there}"), PATIENCE, || {
        let script =
            "return document.querySelector('.cm-content').innerText.includes(arguments[0]);";
        Ok((app.session().script(script, &[json!(words)])? == json!(there)).then_some(()))
    })
}

fn titled(app: &App<'_>, title: &str) -> Result<(), Failure> {
    wait_for(&format!("the title {title:?}"), PATIENCE, || {
        let script = "return document.querySelector('.title').value;";
        Ok((app.session().script(script, &[])? == json!(title)).then_some(()))
    })
}
