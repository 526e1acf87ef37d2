//! Rows offer what can be done with them, notes are found in their list, and dates are typed.

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{TITLE, drop_on_list, leave_field, open_article, row, run_command, start_note};

/// The same in both themes, and in a small window.
fn pictures(desk: &Desk, app: &App<'_>, name: &str) -> Result<(), Failure> {
    app.picture(&desk.picture(&format!("{name}-light")))?;
    app.resize(1024, 700)?;
    app.picture(&desk.picture(&format!("{name}-small")))?;
    app.resize(1280, 800)
}

#[test]
fn a_row_offers_what_can_be_done_with_it() {
    journey("row-menu", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        open_article(&app, TITLE)?;
        app.click_on(|| row(&app, TITLE))?;
        app.press("Shift+F10")?;
        let menu = app.get("menu", "What to do with it")?;
        app.get_inside(&menu, "menuitem", "Add to a dossier")?;
        pictures(desk, &app, "row-menu")?;
        app.press("Escape")?;
        run_command(&app, "Dark colours")?;
        app.click_on(|| row(&app, TITLE))?;
        app.press("Shift+F10")?;
        let menu = app.get("menu", "What to do with it")?;
        app.picture(&desk.picture("row-menu-dark"))?;
        app.click_on(|| app.get_inside(&menu, "menuitem", "Star"))?;
        app.wait_for_text("Starred North Korea")?;

        app.press("Delete")?;
        app.wait_for_text("Deleted North Korea")?;
        app.press("g")?;
        app.press("x")?;
        open_article(&app, TITLE)?;
        pictures(desk, &app, "trash-head")?;
        app.click("button", "Empty…")?;
        app.get("dialog", "Empty the trash")?;
        app.click("button", "Empty the trash")?;
        app.wait_for_text("Trash is empty")?;
        app.wait_for_text("This article was deleted for good")?;
        app.picture(&desk.picture("trash-emptied"))?;
        app.close()
    });
}

#[test]
fn notes_are_ordered_and_found_in_their_list_and_dates_are_typed() {
    journey("note-list", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        for title in ["Ports of Rason", "Interview with the mayor", "Grain"] {
            start_note(&app, title)?;
            app.type_text("Some words of it.")?;
            app.wait_for_text("Saved")?;
            leave_field(&app)?;
        }
        app.press("g")?;
        app.press("n")?;
        let list = app.get("listbox", "Notes")?;
        app.get_inside(&list, "option", "Grain")?;
        pictures(desk, &app, "note-list")?;
        app.click("searchbox", "Filter by title")?;
        app.type_text("may int")?;
        app.wait_for_no_text("Ports of Rason")?;
        app.get_inside(&list, "option", "Interview with the mayor")?;
        app.press("Escape")?;
        app.wait_for_text("Ports of Rason")?;
        app.click("button", "Edited")?;
        app.click("menuitemradio", "Title")?;
        app.get_inside(&list, "option", "Ports of Rason")?;
        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("note-list-dark"))?;

        run_command(&app, "Go to Quotes")?;
        app.click("textbox", "From")?;
        app.type_text("10 May 2022")?;
        app.wait_for_text("10 May 2022")?;
        app.click("textbox", "Until")?;
        app.type_text("soon")?;
        app.wait_for_text("Not a date. For example")?;
        pictures(desk, &app, "typed-dates")?;
        app.close()
    });
}

#[test]
fn what_keys_do_stands_in_one_column() {
    journey("all-keys", |desk| {
        let app = desk.open_window()?;
        app.resize(1024, 700)?;
        app.wait_for_text("Nothing in the Inbox")?;
        run_command(&app, "All keys")?;
        app.get("dialog", "All keys")?;
        app.picture(&desk.picture("all-keys-small"))?;
        let out = "return [...document.querySelectorAll('dialog[open] dl > div')].filter((row) => {
            const [keys, label] = row.children;
            return label.offsetLeft - keys.offsetLeft > 127 || keys.scrollWidth > keys.clientWidth;
        }).map((row) => row.textContent);";
        let found = app.session().script(out, &[])?;
        if found != serde_json::json!([]) {
            return Err(Failure::Expected(format!("out of their column: {found}")));
        }
        app.close()
    });
}
