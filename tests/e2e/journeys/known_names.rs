//! A list of entities is dropped on its dialog, their places are seen on a map, and what is
//! known from the start says where it is from.

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{drop_names, drop_on_list, run_command};

const LIST: &str = "kind,name\nperson,Vladimir Putin\nperson,Kim Jong Un\nplace,Russia\n\
                    place,North Korea\nplace,Ukraine\nplace,Moscow\nplace,United States\n";

#[test]
fn a_list_of_entities_and_their_places() {
    journey("known-names", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        app.wait_for_text("Import finished")?;
        app.click("button", "Hide the tray")?;

        drop_list(desk, &app)?;
        on_map(desk, &app)?;

        run_command(&app, "Known names")?;
        app.get("dialog", "Known names")?;
        app.wait_for_text("The names that come with Dragoman")?;
        app.wait_for_text("GeoNames")?;
        app.picture(&desk.shot("known-names-dark-1280x800"))?;
        app.press("Escape")?;
        app.close()
    });
}

fn drop_list(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    drop_names(desk, app, LIST)?;
    app.wait_for_text("7 new, 0 kept already, 0 doubtful.")?;
    app.picture(&desk.shot("list-dropped-1280x800"))?;
    app.click("button", "Import 7 new")?;
    app.wait_for_no_text("0 doubtful")?;
    app.wait_for_text("Imported: 7 new, 0 kept already")?;
    app.click_on(|| {
        let list = app.get("listbox", "Entities")?;
        app.get_inside(&list, "option", "Vladimir Putin")
    })?;
    app.get_holding("heading", "Vladimir Putin").map(drop)
}

fn on_map(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.click("tab", "Map")?;
    app.get("link", "Moscow, 1 article")?;
    app.get("link", "North Korea, 1 article")?;
    app.picture(&desk.shot("map-1280x800"))?;
    run_command(app, "Dark colours")?;
    app.picture(&desk.shot("map-dark-1280x800"))
}
