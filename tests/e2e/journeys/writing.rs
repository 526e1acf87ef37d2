//! A day of writing: notes linked, renamed, brought back, split, merged, begun from a
//! template; and what only named a note linked to it.

use dragoman_e2e::app::PATIENCE;
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
        notes_are_merged(desk, &app)?;
        a_mention_is_linked(desk, &app)?;
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
    app.picture(&desk.picture("split"))?;
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
    app.get_holding("link", "Kim’s train, September 2023")
        .map(drop)
}

fn a_template(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let body = app.get("textbox", "Text of the note")?;
    focus(app, &body)?;
    app.press("Control+End")?;
    app.press("Control+Shift+t")?;
    app.get("dialog", "Insert a template")?;
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

fn notes_are_merged(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.click("button", "More for this note")?;
    app.click("button", "Merge a note into this one")?;
    app.get("dialog", "Merge a note into this one")?;
    app.type_text("A part")?;
    app.get_holding("option", "A part to be split off.")?;
    app.press("Enter")?;
    app.wait_for_text("Merged the note A part to be split off.")?;
    app.picture(&desk.picture("merged"))
}

fn a_mention_is_linked(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    start_note(app, "Plan for May")?;
    app.type_text("Go on with the Victory Day vocabulary, and write.")?;
    wait_until_saved(app)?;
    leave_field(app)?;
    app.press("g")?;
    app.press("n")?;
    let list = app.get("listbox", "Notes")?;
    let row = app.get_inside(&list, "option", "The greeting, as told in")?;
    app.session().click(&row)?;
    app.wait_for_text("1 unlinked mention")?;
    app.click("button", "1 unlinked mention")?;
    app.picture(&desk.picture("mentions"))?;
    app.click("button", "Link in Plan for May")?;
    app.wait_for_text("Linked Victory Day vocabulary")?;
    app.get_holding("button", "Plan for May")?;
    run_command(app, "Dark colours")?;
    app.picture(&desk.picture("linked-dark"))
}

fn open_by_link(app: &App<'_>, name: &str) -> Result<(), Failure> {
    let link = app.get_holding("link", name)?;
    app.session().click(&link)?;
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
