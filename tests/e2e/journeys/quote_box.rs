//! The box that a quote is clipped in holds still, loses nothing when it is left, and what it
//! clips leads back from the note without taking the keyboard out of it.

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};
use serde_json::{Value, json};

use crate::steps::{
    TITLE, drop_on_list, leave_field, open_article, run_command, search, wait_until_saved,
};

const WORDS: &str = "firm solidarity";

#[test]
fn quote_box() {
    journey("quote_box", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        app.wait_for_text("Import finished")?;
        app.click("button", "Hide the tray")?;
        holds_still(desk, &app)?;
        app.resize(1024, 700)?;
        keeps_what_was_typed(desk, &app)?;
        app.resize(1280, 800)?;
        all_of_it(desk, &app)?;
        from_the_note(desk, &app)?;
        read_through(desk, &app)?;
        app.close()
    });
}

fn open_box(app: &App<'_>) -> Result<(), Failure> {
    let text = open_article(app, TITLE)?;
    app.select_words(&text, WORDS)?;
    app.press("q")?;
    app.get("dialog", "Clip a quote").map(drop)
}

/// Where the box and its button stand.
fn places(app: &App<'_>) -> Result<Value, Failure> {
    let body = "const box = document.querySelector('[role=dialog][aria-label=\"Clip a quote\"]');
        const button = [...box.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Clip');
        return [box, button].map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; });";
    app.session().script(body, &[])
}

fn holds_still(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    open_box(app)?;
    // Its proposal is there.
    app.wait_for_text("from “in Monday's message”")?;
    let before = places(app)?;
    app.click("combobox", "Insert in")?;
    app.get("option", "A new note")?;
    both(desk, app, "insert-open")?;
    let after = places(app)?;
    if before != after {
        return Err(Failure::Expected(format!(
            "the box moved: {before} {after}"
        )));
    }
    app.press("Escape")?;
    app.press("Escape")
}

fn keeps_what_was_typed(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    open_box(app)?;
    app.click("textbox", "Comment")?;
    app.type_text("ask the ministry")?;
    app.click("tab", "Article")?;
    app.wait_for_text("Not clipped yet")?;
    both(desk, app, "left")?;
    app.click("button", "Go on")?;
    comment_is(app, "ask the ministry")?;
    both(desk, app, "gone-on")?;
    app.press("Escape")?;
    open_box(app)?;
    app.wait_for_text("As you left it.")?;
    comment_is(app, "ask the ministry")?;
    app.click("combobox", "Insert in")?;
    app.click("option", "A new note")?;
    app.press("Control+Enter")?;
    app.wait_for_text("Clipped “firm solidarity”")
}

fn comment_is(app: &App<'_>, wanted: &str) -> Result<(), Failure> {
    wait_for(&format!("the comment {wanted:?}"), PATIENCE, || {
        let body = "return document.querySelector('input[aria-label=Comment]')?.value ?? null;";
        let found = app.session().script(body, &[])?;
        Ok((found == json!(wanted)).then_some(()))
    })
}

/// Behind a search, all that is selected is clipped; and the field that was searched in stays in its place.
fn all_of_it(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    run_command(app, "Close the pane beside")?;
    app.press("Control+Shift+f")?;
    app.get_holding("combobox", "Search")?;
    let field = "return document.querySelector('[role=search] input').getBoundingClientRect().y;";
    let before = app.session().script(field, &[])?;
    app.picture(&desk.picture("search-before"))?;
    search(app, "solidarity agency")?;
    app.get_holding("option", TITLE)?;
    both(desk, app, "search-after")?;
    let after = app.session().script(field, &[])?;
    if before != after {
        return Err(Failure::Expected(format!(
            "the field moved: {before} {after}"
        )));
    }
    app.press("Enter")?;
    app.get("document", TITLE)?;
    let text = app.get("document", TITLE)?;
    app.session()
        .script("arguments[0].focus();", &[text.as_argument()])?;
    app.press("Control+a")?;
    app.press("q")?;
    app.wait_for_text("a quote of each")?;
    app.picture(&desk.picture("all-of-it"))?;
    app.press("Escape")
}

/// A press on the card shows its passage; what is typed then is words of the note.
fn from_the_note(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.press("g")?;
    app.press("n")?;
    app.click_on(|| {
        let list = app.get("listbox", "Notes")?;
        app.get_inside(&list, "option", "Jong Un")
    })?;
    app.click_on(|| app.get_holding("link", "firm solidarity"))?;
    app.get("document", TITLE)?;
    app.type_text("Next, ask again: n g q. @Victory")?;
    app.get_holding("option", "Victory Day suggested")?;
    both(desk, app, "card-and-proposed")?;
    app.press("ArrowDown")?;
    app.press("Enter")?;
    app.get_holding("link", "Victory Day, event")?;
    app.wait_for_text("Next, ask again: n g q.")?;
    wait_until_saved(app)?;
    app.picture(&desk.picture("accepted"))
}

/// In a dossier, the note is read as it was written, and an entity has a line of its names.
fn read_through(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    for line in ["", "", "A first line", "and a second", "", "1. One", "Two"] {
        app.type_text(line)?;
        app.press("Enter")?;
    }
    wait_until_saved(app)?;
    add_to_dossier(app, "Make the dossier")?;
    leave_field(app)?;
    app.press("g")?;
    app.press("e")?;
    app.click_on(|| app.get_holding("option", "Victory Day"))?;
    app.get("heading", "Victory Day")?;
    add_to_dossier(app, "Island letters")?;
    leave_field(app)?;
    app.press("g")?;
    app.press("d")?;
    app.click_on(|| app.get_holding("button", "Island letters"))?;
    app.get("heading", "Island letters")?;
    app.click("tab", "Read")?;
    app.wait_for_text("and a second")?;
    app.wait_for_text("matches the text")?;
    app.wait_for_text(" more")?;
    both(desk, app, "read")?;
    let body = "const lines = [...document.querySelectorAll('.note p')].map((p) => [p.textContent.trim(), p.dataset.number ?? '']);
        return [lines.some(([words]) => words === 'A first line\\nand a second'), lines.filter(([, number]) => number !== '').length];";
    let read = app.session().script(body, &[])?;
    if read != json!([true, 2]) {
        return Err(Failure::Expected(format!("it is read as {read}")));
    }
    Ok(())
}

fn add_to_dossier(app: &App<'_>, offered: &str) -> Result<(), Failure> {
    run_command(app, "Add to a dossier")?;
    app.get("dialog", "Add to a dossier")?;
    app.type_text("Island letters")?;
    app.get_holding("option", offered)?;
    app.press("Enter")?;
    app.wait_for_text("Added to Island letters")
}

/// A picture in light and one in dark.
fn both(desk: &Desk, app: &App<'_>, name: &str) -> Result<(), Failure> {
    for colours in ["dark", "light"] {
        let theme = "document.documentElement.dataset.theme = arguments[0];";
        app.session().script(theme, &[json!(colours)])?;
        app.picture(&desk.picture(&format!("{name}-{colours}")))?;
    }
    Ok(())
}
