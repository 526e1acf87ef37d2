//! A part of a note becomes a note of its own, and goes back, beside the page of an entity.

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, journey};
use serde_json::json;

use crate::steps::{leave_field, link, run_command, start_note, wait_until_saved};

/// What is selected in the note and becomes one of its own.
const PART: &str = "A part of it.";

#[test]
fn a_part_of_a_note_is_taken_back_where_it_was_written() {
    journey("splitting", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        app.press("g")?;
        app.press("e")?;
        app.click("button", "New entity")?;
        app.get("dialog", "New entity")?;
        app.type_text("Kang Mun Ho")?;
        app.press("Enter")?;
        app.get("heading", "Kang Mun Ho")?;
        start_note(&app, "Whole")?;
        app.type_text(&format!("Before.\n\n{PART}\n\nAfter, "))?;
        link(&app, "Kang", "Kang Mun Ho")?;
        wait_until_saved(&app)?;

        // The page of the entity stands beside, and gives way to the new note.
        app.press("Control+Shift+Enter")?;
        app.get("region", "Beside")?;
        app.get("heading", "Kang Mun Ho")?;
        two_panes(desk, &app, "entity-beside")?;
        split(&app)?;
        writes_in(&app, ".pane-main", "Whole")?;
        shows(&app, ".beside", PART)?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Made a note of A part of it.")?;
        app.get("heading", "Kang Mun Ho")?;
        writes_in(&app, ".pane-main", "Whole")?;
        holds(&app, PART)?;
        app.press("Control+Shift+z")?;
        app.wait_for_text("Done again: Made a note of A part of it.")?;
        shows(&app, ".beside", PART)?;
        app.press("Control+z")?;
        app.get("heading", "Kang Mun Ho")?;

        // The note stands beside the page.
        run_command(&app, "Exchange the two panes")?;
        two_panes(desk, &app, "note-beside")?;
        split(&app)?;
        writes_in(&app, ".beside", PART)?;
        app.get("heading", "Kang Mun Ho")?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Made a note of A part of it.")?;
        writes_in(&app, ".beside", "Whole")?;
        holds(&app, PART)?;
        app.wait_for_no_text("This note is deleted.")?;
        leave_field(&app)?;
        app.close()
    });
}

/// Whatever they show, the sidebar makes room for them.
fn two_panes(desk: &Desk, app: &App<'_>, name: &str) -> Result<(), Failure> {
    for colours in ["dark", "light"] {
        let theme = "document.documentElement.dataset.theme = arguments[0];";
        app.session().script(theme, &[json!(colours)])?;
        for (width, height) in [(1024, 700), (1280, 800)] {
            app.resize(width, height)?;
            let rail = "return document.querySelector('[data-pane=sidebar]').offsetWidth === 44;";
            until(app, "a rail beside two panes", rail, "", "")?;
            app.picture(&desk.picture(&format!("{name}-{colours}-{width}x{height}")))?;
        }
    }
    Ok(())
}

fn split(app: &App<'_>) -> Result<(), Failure> {
    let body = app.get("textbox", "Text of the note")?;
    app.session()
        .script("arguments[0].focus();", &[body.as_argument()])?;
    app.select_words(&body, PART)?;
    app.press("Control+Shift+n")?;
    app.wait_for_text("Made a note of A part of it.")
}

/// A pane shows this note.
fn shows(app: &App<'_>, pane: &str, title: &str) -> Result<(), Failure> {
    let script = "const field = document.querySelector(`${arguments[0]} .title`);
        return field?.value === arguments[1];";
    until(app, &format!("{title:?} in {pane}"), script, pane, title)
}

/// A pane shows this note, and its text has the keyboard.
fn writes_in(app: &App<'_>, pane: &str, title: &str) -> Result<(), Failure> {
    let script = "const field = document.querySelector(`${arguments[0]} .title`);
        const text = document.querySelector(`${arguments[0]} .cm-content`);
        return field?.value === arguments[1] && text === document.activeElement;";
    until(
        app,
        &format!("{title:?} written in {pane}"),
        script,
        pane,
        title,
    )
}

fn holds(app: &App<'_>, words: &str) -> Result<(), Failure> {
    let script = "return document.querySelector('.cm-content').innerText.includes(arguments[1])
        && !document.querySelector('.cm-content').textContent.includes('note:');";
    until(app, &format!("{words:?} in the note"), script, "", words)
}

fn until(app: &App<'_>, what: &str, script: &str, one: &str, other: &str) -> Result<(), Failure> {
    wait_for(what, PATIENCE, || {
        let there = app.session().script(script, &[json!(one), json!(other)])?;
        Ok((there == json!(true)).then_some(()))
    })
}
