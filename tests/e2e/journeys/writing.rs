//! A day of writing: notes linked, renamed, brought back, split, merged, begun from a
//! template; and what only named a note linked to it.

use std::time::Duration;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::clipboard::Clipboard;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};
use serde_json::json;

use crate::steps::{
    TITLE, drop_on_list, leave_field, link, run_command, start_note, wait_until_saved,
};

#[test]
fn writing() {
    journey("writing", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        app.wait_for_text("Import finished")?;
        app.click("button", "Hide the tray")?;

        links_follow_a_renaming(&app)?;
        a_part_becomes_a_note(desk, &app)?;
        an_earlier_text_comes_back(desk, &app)?;
        a_template(desk, &app)?;
        what_is_typed_by_hand(desk, &app)?;
        pictures_go_into_the_note(desk, &app)?;
        lines_read_in_their_own_direction(desk, &app)?;
        notes_are_merged(desk, &app)?;
        a_mention_is_linked(desk, &app)?;
        templates_are_listed(desk, &app)?;
        app.close()
    });
}

fn links_follow_a_renaming(app: &App<'_>) -> Result<(), Failure> {
    start_note(app, "Train of September")?;
    app.type_text("The guests were met in Khasan.")?;
    wait_until_saved(app)?;
    leave_field(app)?;
    start_note(app, "Victory Day vocabulary")?;
    app.type_text("The greeting, as told in ")?;
    link(app, "North Korea def", TITLE)?;
    app.type_text(". Compare ")?;
    link(app, "Train of", "Train of September")?;
    app.type_text(
        ".\n\nA part to be split off.\n\n전보는 조선말로 되여있다.\n\nنص عربي في سطر خاص به\n",
    )?;
    wait_until_saved(app)?;
    open_by_link(app, "Train of September")?;
    let title = app.get("textbox", "Title")?;
    app.session().script(
        "arguments[0].focus(); arguments[0].select();",
        &[title.as_argument()],
    )?;
    app.type_text("Kim’s train, September 2023")?;
    wait_until_saved(app)?;
    app.press("Alt+ArrowLeft")?;
    app.get_holding("link", "Kim’s train, September 2023")
        .map(drop)
}

fn a_part_becomes_a_note(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let body = app.get("textbox", "Text of the note")?;
    focus(app, &body)?;
    app.select_words(&body, "A part to be split off.")?;
    app.press("Control+Shift+n")?;
    app.wait_for_text("Made a note of A part to be split off.")?;
    app.get_holding("link", "A part to be split off.")?;
    // What is typed next goes on behind the link.
    app.type_text(" See there.")?;
    note_holds(app, "A part to be split off. See there.", true)?;
    app.picture(&desk.picture("split"))?;
    // Ctrl+Z in the text takes back what was typed, and then the step in both notes.
    app.press("Control+z")?;
    app.press("Control+z")?;
    app.wait_for_text("Undone: Made a note of A part to be split off.")?;
    // The pane beside was opened for the part, and goes with it.
    wait_for("the text in place of the link", PATIENCE, || {
        let script = "return document.querySelector('[data-pane=beside]') === null
            && [...document.querySelectorAll('.note-link')].every((link) => !link.textContent.includes('split off'));";
        Ok((app.session().script(script, &[])? == json!(true)).then_some(()))
    })?;
    note_holds(app, "A part to be split off.", true)?;
    app.press("Control+Shift+z")?;
    app.wait_for_text("Done again: Made a note of A part to be split off.")?;
    app.get_holding("link", "A part to be split off.")?;
    app.press("Control+Shift+w")
}

fn an_earlier_text_comes_back(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let body = app.get("textbox", "Text of the note")?;
    focus(app, &body)?;
    app.press("Control+a")?;
    app.type_text("Written over.")?;
    wait_until_saved(app)?;
    app.press("Control+Shift+h")?;
    app.get("dialog", "History")?;
    app.wait_for_text("Since then:")?;
    app.picture(&desk.picture("history"))?;
    app.click("button", "Restore this text")?;
    app.wait_for_text("Restored an earlier text of")?;
    app.get_holding("link", "Kim’s train, September 2023")?;
    // What was typed before it is undone as well, and done again.
    app.press("Control+z")?;
    app.wait_for_text("Undone: Restored an earlier text of")?;
    note_holds(app, "Written over.", true)?;
    app.press("Control+z")?;
    note_holds(app, "Written over.", false)?;
    wait_until_saved(app)?;
    app.press("Control+Shift+z")?;
    note_holds(app, "Written over.", true)?;
    app.press("Control+Shift+z")?;
    app.wait_for_text("Done again: Restored an earlier text of")?;
    note_holds(app, "Written over.", false)?;
    app.get_holding("link", "Kim’s train, September 2023")
        .map(drop)
}

fn a_template(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let body = app.get("textbox", "Text of the note")?;
    focus(app, &body)?;
    app.press("Control+End")?;
    app.press("Control+Shift+t")?;
    app.get("dialog", "Insert a template")?;
    let breaks = "const dialog = document.querySelector('dialog[open]');
        return dialog.scrollWidth <= dialog.clientWidth;";
    if app.session().script(breaks, &[])? != json!(true) {
        return Err(Failure::Expected(
            "a sentence runs out of its dialog".into(),
        ));
    }
    app.picture(&desk.picture("template-choice"))?;
    app.type_text("Chron")?;
    app.get_holding("option", "Chronology")?;
    app.press("Enter")?;
    app.wait_for_text("What happened")?;
    focus(app, &body)?;
    app.press("Control+End")?;
    app.type_text("\n\n- [ ] ask for the full text[^1]\n\n[^1]: KCNA, 9 May 2022\n")?;
    wait_until_saved(app)?;
    app.picture(&desk.picture("template"))
}

/// Titles in brackets, a name behind `@`, marked words, and a list that ends.
fn what_is_typed_by_hand(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    start_note(app, "By hand")?;
    app.type_text("- [ ] ==urgent== and **soon**: [[Kim’s train, September 2023]]")?;
    app.get("link", "Kim’s train, September 2023, note")?;
    app.type_text(" then [[Nowhere yet]]")?;
    app.get_holding("link", "Nowhere yet, no note yet")?;
    app.press("Enter")?;
    app.press("Enter")?;
    app.type_text("Ask @Ann Unknown")?;
    app.wait_for_text("No entity is called “Ann Unknown”.")?;
    app.picture(&desk.picture("no-entity"))?;
    app.press("ArrowDown")?;
    app.press("Enter")?;
    app.get("link", "Ann Unknown, person")?;
    app.type_text(" again.")?;
    wait_until_saved(app)?;
    let script = r"return [...document.querySelectorAll('.cm-line')].map((line) => line.textContent.replace(/\s+/g, ' '));";
    let lines = app.session().script(script, &[])?;
    let wanted = json!([
        "- urgent and soon: Kim’s train, September 2023 then Nowhere yet",
        "Ask Ann Unknown again."
    ]);
    if lines != wanted {
        return Err(Failure::Expected(format!("lines of the note: {lines}")));
    }
    app.picture(&desk.picture("by-hand"))?;
    run_command(app, "Dark colours")?;
    app.picture(&desk.picture("by-hand-dark"))?;
    run_command(app, "Light colours")?;
    app.session()
        .click(&app.get_holding("link", "Nowhere yet, no note yet")?)?;
    app.get("link", "Nowhere yet, note")?;
    wait_until_saved(app)
}

/// Pasted from the desktop’s clipboard and dropped from it; its dialog does not take keys after a drag.
fn pictures_go_into_the_note(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let picture = fixtures::fixture("notes/two-colours.png");
    leave_field(app)?;
    start_note(app, "Flags on the quay")?;
    app.type_text("As it was pasted: ")?;
    let bytes = std::fs::read(&picture).map_err(Failure::file(&picture))?;
    let clipboard = Clipboard::offer_bytes(desk.display(), "image/png", &bytes)?;
    app.press_on_display("ctrl+v")?;
    drawn(app, 1)?;
    drop(clipboard);

    let body = app.get("textbox", "Text of the note")?;
    desk.pointer()
        .drag(&Load::Files(vec![picture.clone()]), app.on_screen(&body)?)?;
    drawn(app, 2)?;
    app.click("button", "More for this note")?;
    app.picture(&desk.picture("note-menu"))?;
    app.get_holding("button", "Insert picture…")?;
    app.press("Escape")?;
    // The note's keys act without a press in the text.
    app.press("Control+Shift+h")?;
    app.get("dialog", "History")?;
    app.press("Escape")?;
    focus(app, &body)?;
    wait_until_saved(app)?;
    app.picture(&desk.picture("pictures"))?;
    // Nothing of it was taken for an import.
    let imported = app.page_text()?.contains("two-colours.png");
    if imported {
        return Err(Failure::Expected("a picture was imported".into()));
    }
    run_command(app, "Dark colours")?;
    app.picture(&desk.picture("pictures-dark"))?;
    run_command(app, "Light colours")
}

/// Lines in Arabic, Korean and English in one note: where each begins, and where the arrows go.
fn lines_read_in_their_own_direction(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    start_note(app, "ثلاث لغات")?;
    app.type_text(
        "## وصل الوفد\n\nوصل الوفد إلى جنيف يوم الاثنين (KCNA)، ثم غادر.\n\n\
         > قال إن المحادثات ستستمر.\n\n전보는 조선말로 되여있다.\n\nThen in English.",
    )?;
    wait_until_saved(app)?;
    app.press("Control+Home")?;
    app.press("ArrowDown")?;
    app.press("ArrowDown")?;
    app.press("Home")?;
    app.press("ArrowLeft")?;
    app.press("ArrowLeft")?;
    caret_stands(app, "وصل الوفد إلى", 2)?;
    app.press("ArrowRight")?;
    caret_stands(app, "وصل الوفد إلى", 1)?;
    app.picture(&desk.picture("right-to-left"))?;
    app.press("Control+End")?;
    app.press("Home")?;
    app.press("ArrowRight")?;
    caret_stands(app, "Then in", 1)?;
    let directions = "return [...document.querySelectorAll('.cm-line')]
        .filter((line) => line.textContent.trim() !== '')
        .map((line) => getComputedStyle(line).direction);";
    let seen = app.session().script(directions, &[])?;
    if seen != json!(["rtl", "rtl", "rtl", "ltr", "ltr"]) {
        return Err(Failure::Expected(format!("directions of lines: {seen}")));
    }
    leave_field(app)?;
    app.press("Alt+ArrowLeft")?;
    app.press("Alt+ArrowLeft")?;
    app.press("Alt+ArrowLeft")?;
    app.wait_for_text("ask for the full text")?;
    app.get_holding("link", "Kim’s train, September 2023")
        .map(drop)
}

/// Waits until the caret stands behind so many letters of the text that begins so.
fn caret_stands(app: &App<'_>, text: &str, letters: u32) -> Result<(), Failure> {
    wait_for("the caret", PATIENCE, || {
        let script = "const { focusNode, focusOffset } = document.getSelection();
            return [focusNode?.textContent.startsWith(arguments[0]), focusOffset];";
        let there = app.session().script(script, &[json!(text)])?;
        Ok((there == json!([true, letters])).then_some(()))
    })
}

/// Waits until the note shows so many pictures, each of them drawn.
fn drawn(app: &App<'_>, count: usize) -> Result<(), Failure> {
    wait_for("the pictures of the note", PATIENCE, || {
        let script = "const all = [...document.querySelectorAll('.note-image img')];
            return all.filter((image) => image.naturalWidth > 0).length;";
        let there = app.session().script(script, &[])?;
        Ok((there == json!(count)).then_some(()))
    })
}

fn notes_are_merged(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    focus(app, &app.get("textbox", "Text of the note")?)?;
    app.type_text("Before. ")?;
    app.click("button", "More for this note")?;
    app.click("button", "Merge a note into this one")?;
    app.get("dialog", "Merge a note into this one")?;
    app.type_text("A part")?;
    app.get_holding("option", "A part to be split off.")?;
    app.press("Enter")?;
    // No letter is lost to the dialog that closes.
    app.type_text("Meanwhile. ")?;
    app.wait_for_text("Merged the note A part to be split off.")?;
    note_holds(app, MERGED, true)?;
    note_holds(app, "Meanwhile.", true)?;
    app.picture(&desk.picture("merged"))?;
    press_until(app, "Control+z", MERGED, false)?;
    app.wait_for_text("Undone: Merged the note A part to be split off.")?;
    app.picture(&desk.picture("unmerged"))?;
    // It is done again also where more was undone, and saved.
    press_until(app, "Control+z", "Before.", false)?;
    wait_until_saved(app)?;
    press_until(app, "Control+Shift+z", MERGED, true)?;
    app.wait_for_text("Done again: Merged the note A part to be split off.")?;
    note_holds(app, "Before.", true)
}

/// Takes back or does again until it does: what was typed meanwhile is before a step or behind it.
fn press_until(app: &App<'_>, keys: &str, words: &str, there: bool) -> Result<(), Failure> {
    for _ in 0..5 {
        app.press(keys)?;
        if holds_within(app, Duration::from_secs(1), words, there).is_ok() {
            return Ok(());
        }
    }
    note_holds(app, words, there)
}

/// The heading of the note that is merged, as the editor has it.
const MERGED: &str = "## A part to be split off.";

/// Waits until a line of the note holds these words, or none does.
fn note_holds(app: &App<'_>, words: &str, there: bool) -> Result<(), Failure> {
    holds_within(app, PATIENCE, words, there)
}

fn holds_within(app: &App<'_>, time: Duration, words: &str, there: bool) -> Result<(), Failure> {
    wait_for("the text of the note", time, || {
        let script =
            "return [...document.querySelector('.note-editor').querySelectorAll('.cm-line')]
            .some((line) => line.textContent.includes(arguments[0]));";
        Ok((app.session().script(script, &[json!(words)])? == json!(there)).then_some(()))
    })
}

fn a_mention_is_linked(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    start_note(app, "Plan for May")?;
    app.type_text("Go on with the Victory Day vocabulary, and write.")?;
    wait_until_saved(app)?;
    leave_field(app)?;
    app.press("g")?;
    app.press("n")?;
    app.click_on(|| {
        let list = app.get("listbox", "Notes")?;
        app.get_inside(&list, "option", "The greeting, as told in")
    })?;
    app.wait_for_text("1 unlinked mention")?;
    app.click("button", "1 unlinked mention")?;
    let beside = "const list = document.querySelector('.bl ul').getBoundingClientRect();
        return list.right - document.querySelector('.bl li .btn').getBoundingClientRect().right >= 22;";
    if app.session().script(beside, &[])? != json!(true) {
        return Err(Failure::Expected("a scrollbar over a button".into()));
    }
    app.picture(&desk.picture("mentions"))?;
    app.click("button", "Link in Plan for May")?;
    app.wait_for_text("Linked Victory Day vocabulary")?;
    app.get_holding("button", "Plan for May")?;
    run_command(app, "Dark colours")?;
    app.picture(&desk.picture("linked-dark"))
}

/// The first templates stand in the list before any was inserted or made; Escape leaves it.
fn templates_are_listed(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.click("button", "Templates")?;
    app.get("heading", "Templates")?;
    let list = app.get("listbox", "Notes")?;
    app.get_inside(&list, "option", "Country profile")?;
    app.wait_for_text("Notes that others begin with")?;
    app.picture(&desk.picture("templates-dark"))?;
    run_command(app, "Light colours")?;
    app.picture(&desk.picture("templates"))?;
    app.session()
        .script("document.querySelector('[role=listbox]').focus();", &[])?;
    app.press("Escape")?;
    let list = app.get("listbox", "Notes")?;
    // Of a note without its marks.
    app.get_inside(
        &list,
        "option",
        "urgent and soon: Kim’s train, September 2023 then Nowhere yet",
    )?;
    app.picture(&desk.picture("list"))
}

fn open_by_link(app: &App<'_>, name: &str) -> Result<(), Failure> {
    app.click_on(|| app.get_holding("link", name))?;
    wait_for("the note's title", PATIENCE, || {
        let script = "return document.querySelector('textarea.title')?.value === arguments[0];";
        let there = app.session().script(script, &[json!(name)])? == json!(true);
        Ok(there.then_some(()))
    })
}

fn focus(app: &App<'_>, element: &dragoman_e2e::webdriver::Element) -> Result<(), Failure> {
    app.session()
        .script("arguments[0].focus();", &[element.as_argument()])
        .map(drop)
}
