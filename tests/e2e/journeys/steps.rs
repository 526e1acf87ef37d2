//! What several journeys do.

use std::fs;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::webdriver::Element;
use dragoman_e2e::{App, Desk, Failure};
use serde_json::json;

/// The sample's headline.
pub const TITLE: &str = "North Korea defends Russia’s right to ‘safeguard the country’s dignity’";

/// Drags `load` out of another program and drops it on the window's article list.
pub fn drop_on_list(desk: &Desk, app: &App<'_>, load: &Load) -> Result<(), Failure> {
    let list = app.get("region", "Articles")?;
    desk.pointer().drag(load, app.on_screen(&list)?)
}

/// Waits until something in the window has the keyboard: else the next key acts on nothing.
pub fn has_keyboard(app: &App<'_>) -> Result<(), Failure> {
    wait_for("something to have the keyboard", PATIENCE, || {
        let script =
            "return document.activeElement !== null && document.activeElement !== document.body;";
        Ok((app.session().script(script, &[])? == true).then_some(()))
    })
}

/// Drags a list of names out of another program onto the window that imports entities.
pub fn drop_names(desk: &Desk, app: &App<'_>, list: &str) -> Result<(), Failure> {
    let path = desk.folder("desk")?.join("names.csv");
    fs::write(&path, list).map_err(Failure::file(&path))?;
    app.press("g")?;
    app.press("e")?;
    app.click("button", "Import entities")?;
    let dialog = app.get("dialog", "Import entities")?;
    let load = Load::Files(vec![path]);
    desk.pointer().drag(&load, app.on_screen(&dialog)?)
}

/// Waits for the row of an article in the list.
pub fn row(app: &App<'_>, title: &str) -> Result<Element, Failure> {
    let list = app.get("listbox", "Articles")?;
    app.get_inside(&list, "option", title)
}

/// Waits for the row of an article, chooses it, and gives the text in the reader.
pub fn open_article(app: &App<'_>, title: &str) -> Result<Element, Failure> {
    app.click_on(|| row(app, title))?;
    app.get("document", title)
}

/// What an entity is; the value is the key that picks it in the tag field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Person = 1,
    Organisation = 2,
    Place = 3,
    Event = 4,
}

/// Selects words of the open article and tags them as a new entity of this kind.
pub fn tag(app: &App<'_>, text: &Element, words: &str, kind: Kind) -> Result<(), Failure> {
    app.select_words(text, words)?;
    app.press("e")?;
    app.get("dialog", "Tag an entity")?;
    app.press(&(kind as u8).to_string())?;
    let name = format!("New {kind:?}").to_lowercase().replacen('n', "N", 1);
    app.get_holding("option", &name)?;
    app.press("Enter")?;
    app.wait_for_text(&format!("Tagged {words}"))
}

/// Starts a note with this title; the keyboard is in its body afterwards.
pub fn start_note(app: &App<'_>, title: &str) -> Result<(), Failure> {
    // In the reader it would be a note on the article.
    leave_field(app)?;
    app.press("n")?;
    // Another note's title may still be on the screen; the new one's is empty and has the keyboard.
    wait_for("the new note's title field", PATIENCE, || {
        let body = "const e = document.activeElement;
            return e?.getAttribute('aria-label') === 'Title' && e.value === '';";
        let there = app.session().script(body, &[])? == json!(true);
        Ok(there.then_some(()))
    })?;
    app.type_text(title)?;
    app.press("Enter")
}

/// Types `[[`, the beginning of a name, and takes the first offer that holds `wanted`.
pub fn link(app: &App<'_>, typed: &str, wanted: &str) -> Result<(), Failure> {
    app.type_text(&format!("[[{typed}"))?;
    let offers = app.get("listbox", "Link to")?;
    app.get_inside(&offers, "option", wanted)?;
    app.press("Enter")?;
    app.get_holding("link", wanted).map(drop)
}

/// Waits until the open note says that it is on disk.
pub fn wait_until_saved(app: &App<'_>) -> Result<(), Failure> {
    app.wait_for_text("Saved")
}

/// Goes to the search, types, and waits for what is found by all that was typed.
pub fn search(app: &App<'_>, text: &str) -> Result<(), Failure> {
    app.press("Control+Shift+f")?;
    app.get_holding("combobox", "Search")?;
    app.press("Control+a")?;
    app.type_text(text)?;
    wait_for(&format!("an answer to {text:?}"), PATIENCE, || {
        let body = "return document.querySelector('[data-answered]')?.dataset.answered ?? null;";
        let answered = app.session().script(body, &[])?;
        Ok((answered == json!(text)).then_some(()))
    })
}

/// Leaves a text field for the pane behind it, so that single letters act again.
pub fn leave_field(app: &App<'_>) -> Result<(), Failure> {
    let body = "document.activeElement?.blur();";
    app.session().script(body, &[]).map(drop)
}

/// Runs a command by its name, through the palette.
pub fn run_command(app: &App<'_>, name: &str) -> Result<(), Failure> {
    app.press("Control+k")?;
    app.get("dialog", "Palette")?;
    app.type_text(&format!(">{name}"))?;
    app.get_holding("option", name)?;
    app.press("Enter")
}
