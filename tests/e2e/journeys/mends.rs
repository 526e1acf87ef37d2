//! What went wrong is put right by the person, or by itself.

use std::fs;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{TITLE, drop_on_list, open_article, search};

#[test]
fn a_removed_line_comes_back_and_goes_again() {
    journey("removed", |desk| {
        let app = with_sample(desk)?;
        open_article(&app, TITLE)?;
        let tab = app.get_holding("tab", "Removed")?;
        app.session().click(&tab)?;
        let grid = app.get("grid", "Removed text")?;
        let line = app.get_inside(&grid, "row", "Thank you for registering")?;
        // A row shows what can be done with it once it is chosen.
        app.session().click(&line)?;
        let restore = app.get_inside(&line, "button", "Restore")?;
        app.session().click(&restore)?;
        app.wait_for_text("Restored text")?;
        app.click("tab", "Article")?;
        app.wait_for_text("Thank you for registering")?;
        app.press("Control+z")?;
        app.wait_for_no_text("Thank you for registering")?;
        app.close()
    });
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
