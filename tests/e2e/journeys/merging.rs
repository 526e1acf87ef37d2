//! One man under two names: merged, split, and that taken back.

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{Kind, TITLE, drop_on_list, has_keyboard, open_article, run_command, tag};

#[test]
fn two_names_of_one_man() {
    journey("merging", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        let text = open_article(&app, TITLE)?;
        tag(&app, &text, "Kim Jong Un", Kind::Person)?;
        tag(&app, &text, "Mr Jong Un", Kind::Person)?;
        tag(&app, &text, "Vladimir Putin", Kind::Person)?;
        tag(&app, &text, "Victory Day", Kind::Event)?;

        app.press("g")?;
        app.press("e")?;
        choose(&app, "Kim Jong Un")?;
        app.press("m")?;
        app.get("dialog", "Merge entities")?;
        app.type_text("Mr Jong")?;
        app.get_holding("option", "Mr Jong Un")?;
        app.press("Enter")?;
        app.wait_for_text("Mr Jong Un becomes a name")?;
        app.picture(&desk.picture("merge"))?;
        app.click("button", "Merge")?;
        app.wait_for_text("Merged Mr Jong Un")?;
        app.get("region", "Merged into it")?;
        app.picture(&desk.picture("merged"))?;

        app.click("button", "Split off Mr Jong Un")?;
        app.wait_for_no_text("Merged into it")?;
        has_keyboard(&app)?;
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", "Mr Jong Un")?;
        app.press("Control+z")?;
        app.get("region", "Merged into it")?;
        has_keyboard(&app)?;
        app.press("Control+Shift+z")?;
        app.wait_for_no_text("Merged into it")?;
        has_keyboard(&app)?;
        app.press("Control+z")?;
        app.get("region", "Merged into it")?;

        a_picture(desk, &app)?;
        many_renamed(desk, &app)?;

        run_command(&app, "Dark colours")?;
        choose(&app, "Chairman Kim")?;
        app.picture(&desk.picture("merged-dark"))?;
        app.click("tab", "Graph")?;
        app.wait_for_text("Named with Chairman Kim")?;
        app.picture(&desk.shot("graph-dark-1280x800"))?;
        app.close()
    });
}

/// Dropped on the head of the page, removed, and brought back.
fn a_picture(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let picture = fixtures::fixture("notes/two-colours.png");
    let head = app.get_holding("heading", "Kim Jong Un")?;
    desk.pointer()
        .drag(&Load::Files(vec![picture]), app.on_screen(&head)?)?;
    app.get("img", "Picture of Kim Jong Un")?;
    app.picture(&desk.picture("picture"))?;
    app.click("button", "Edit")?;
    app.get("group", "Picture")?;
    app.picture(&desk.picture("picture-edit"))?;
    app.click("button", "Remove")?;
    app.wait_for_text("Edited Kim Jong Un")?;
    app.click("button", "Cancel")?;
    app.press("Control+z")?;
    app.get("img", "Picture of Kim Jong Un").map(drop)
}

/// Two of the list, by keys.
fn many_renamed(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    choose(app, "Vladimir Putin")?;
    app.press("Space")?;
    choose(app, "Kim Jong Un")?;
    app.press("Space")?;
    app.press("F2")?;
    app.get("dialog", "Rename 2 entities")?;
    app.type_text("Kim Jong Un")?;
    app.press("Tab")?;
    app.type_text("Vladimir Putin")?;
    app.wait_for_text("Another entity has this name")?;
    app.picture(&desk.picture("rename-doubt"))?;
    app.press("Control+a")?;
    app.type_text("Chairman Kim")?;
    app.wait_for_text("1 is renamed, 1 not")?;
    app.picture(&desk.picture("rename"))?;
    app.press("Enter")?;
    app.wait_for_text("Edited 1 entity")?;
    let list = app.get("listbox", "Entities")?;
    app.get_inside(&list, "option", "Chairman Kim").map(drop)
}

fn choose(app: &App<'_>, name: &str) -> Result<(), Failure> {
    app.click_on(|| {
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", name)
    })?;
    app.get_holding("heading", name).map(drop)
}
