//! One man under two names: merged, split, and that taken back.

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Failure, fixtures, journey};

use crate::steps::{Kind, TITLE, drop_on_list, open_article, run_command, tag};

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
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", "Mr Jong Un")?;
        app.press("Control+z")?;
        app.get("region", "Merged into it")?;

        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("merged-dark"))?;
        app.click("tab", "Graph")?;
        app.wait_for_text("Named with Kim Jong Un")?;
        app.picture(&desk.shot("graph-dark-1280x800"))?;
        app.close()
    });
}

fn choose(app: &App<'_>, name: &str) -> Result<(), Failure> {
    let list = app.get("listbox", "Entities")?;
    let row = app.get_inside(&list, "option", name)?;
    app.session().click(&row)?;
    app.get_holding("heading", name).map(drop)
}
