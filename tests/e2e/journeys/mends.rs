//! What went wrong is put right by the person, or by itself.

use std::fs;
use std::path::Path;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{TITLE, drop_on_list, open_article, row, search};

#[test]
fn a_removed_line_comes_back_and_goes_again() {
    journey("removed", |desk| {
        let app = with_sample(desk)?;
        open_article(&app, TITLE)?;
        app.click_on(|| app.get_holding("tab", "Removed"))?;
        let grid = app.get("grid", "Removed text")?;
        let line = app.get_inside(&grid, "row", "Thank you for registering")?;
        // A row shows what can be done with it once it is chosen.
        app.session().click(&line)?;
        app.click_on(|| app.get_inside(&line, "button", "Restore"))?;
        app.wait_for_text("Restored text")?;
        app.click("tab", "Article")?;
        app.wait_for_text("Thank you for registering")?;
        app.press("Control+z")?;
        app.wait_for_no_text("Thank you for registering")?;
        app.close()
    });
}

#[test]
fn an_import_that_was_undone_comes_back_until_the_trash_is_emptied() {
    journey("undone-import", |desk| {
        let app = with_sample(desk)?;
        row(&app, TITLE)?;
        // A whole import goes only when the offer is taken.
        app.press("Control+z")?;
        app.wait_for_text("Imported 1 article")?;
        app.click("button", "Undo")?;
        app.wait_for_text("Undone: Imported 1 article")?;
        app.wait_for_text("Nothing in the Inbox")?;
        // Done again, it comes back; and what destroys goes back and forth by keys.
        app.click("button", "Redo")?;
        app.wait_for_text("Done again: Imported 1 article")?;
        open_article(&app, TITLE)?;

        app.press("Delete")?;
        app.wait_for_text("Deleted North Korea")?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Deleted North Korea")?;
        app.press("Control+Shift+z")?;
        app.wait_for_text("Done again: Deleted North Korea")?;
        app.picture(&desk.picture("redone"))?;
        app.press("g")?;
        app.press("x")?;
        row(&app, TITLE)?;
        app.wait_for_text("Deleted last first")?;
        app.click("button", "Empty…")?;
        app.get("dialog", "Empty the trash")?;
        app.wait_for_text("1 article and 1 original (")?;
        app.picture(&desk.picture("empty"))?;
        app.click("button", "Empty the trash")?;
        app.wait_for_text("Trash is empty")?;
        app.wait_for_text("Trash emptied: 1 article removed for good")?;
        let left = walk(&desk.notebook().join("originals"))?;
        if left > 0 {
            return Err(Failure::Expected(format!("{left} originals are left")));
        }
        app.close()
    });
}

/// Files below a folder of folders.
fn walk(folder: &Path) -> Result<usize, Failure> {
    let list = |folder: &Path| fs::read_dir(folder).map_err(Failure::file(folder));
    let mut files = 0;
    for shelf in list(folder)?.flatten() {
        files += list(&shelf.path())?.count();
    }
    Ok(files)
}

#[test]
fn an_index_that_is_deleted_is_written_again() {
    journey("index", |desk| {
        with_sample(desk)?.close()?;
        let index = desk.notebook().join("index");
        fs::remove_dir_all(&index).map_err(Failure::file(&index))?;
        let app = desk.open_window()?;
        app.wait_until_ready()?;
        search(&app, "dignity")?;
        app.get_holding("option", TITLE)?;
        app.close()
    });
}

#[test]
fn a_notebook_that_is_open_is_not_opened_again() {
    journey("lock", |desk| {
        let first = with_sample(desk)?;
        let second = desk.open_window()?;
        second.wait_for_text("The notebook is open in another window or program.")?;
        second.close()?;
        search(&first, "dignity")?;
        first.get_holding("option", TITLE)?;
        first.close()
    });
}

fn with_sample(desk: &Desk) -> Result<App<'_>, Failure> {
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.wait_for_text("Nothing in the Inbox")?;
    drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
    app.wait_for_text("Import finished: 1 imported")?;
    app.click("button", "Hide the tray")?;
    Ok(app)
}
