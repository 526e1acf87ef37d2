//! One name that a list has as two kinds: listed with whom it may be the same, chosen with
//! the keys, and merged.

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{drop_names, drop_on_list, has_keyboard, run_command};

const LIST: &str = "kind,name\nperson,Kim Jong Un\norganisation,Kim Jong Un\nperson,王毅\n\
                    organisation,王毅\nperson,Сергей Лавров\nplace,Russia\n";

#[test]
fn one_name_of_two_kinds() {
    journey("alike", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        app.wait_for_text("Import finished")?;
        app.click("button", "Hide the tray")?;
        drop_list(desk, &app)?;

        app.click("button", "Filter")?;
        app.click("checkbox", "May be the same")?;
        app.press("Escape")?;
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", "May be")?;
        app.click_on(|| app.get_inside(&list, "option", "王毅"))?;
        app.get("region", "May be the same")?;
        app.picture(&desk.picture("page"))?;
        app.press("m")?;
        app.get("dialog", "Merge entities")?;
        app.get_holding("option", "王毅")?;
        app.picture(&desk.picture("merge"))?;
        app.press("Escape")?;

        app.press("Control+a")?;
        app.wait_for_text("4 chosen")?;
        app.press("Escape")?;
        app.press("Shift+ArrowDown")?;
        app.wait_for_text("2 chosen")?;
        app.picture(&desk.picture("chosen"))?;
        app.press("Escape")?;
        app.resize(1024, 700)?;
        app.picture(&desk.picture("page-small"))?;
        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("page-small-dark"))?;
        app.resize(1280, 800)?;
        app.picture(&desk.picture("page-dark"))?;

        app.click("button", "王毅 is another one")?;
        app.wait_for_no_text("May be the same as")?;
        has_keyboard(&app)?;
        app.click("button", "Undo")?;
        app.get("region", "May be the same")?;
        has_keyboard(&app)?;

        kind_of_two(&app)?;
        app.close()
    });
}

/// By the bar below the list, which goes with what is chosen.
fn kind_of_two(app: &App<'_>) -> Result<(), Failure> {
    app.click_on(|| {
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", "王毅")
    })?;
    app.press("Shift+ArrowDown")?;
    app.wait_for_text("2 chosen")?;
    app.click("button", "Kind")?;
    app.click("menuitem", "Event")?;
    app.wait_for_text("Edited 2 entities")?;
    app.wait_for_no_text("2 chosen")?;
    has_keyboard(app)
}

fn drop_list(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    drop_names(desk, app, LIST)?;
    app.wait_for_text("Import 6 new")?;
    app.click("button", "Import 6 new")?;
    app.click_on(|| {
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", "王毅")
    })?;
    app.get_holding("heading", "王毅").map(drop)
}
