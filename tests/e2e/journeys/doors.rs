//! Every door of the window, each used as a person uses it.

use std::fs;

use dragoman_e2e::clipboard::Clipboard;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::website::Website;
use dragoman_e2e::{App, Desk, Failure, file_dialog, journey};

use crate::steps::{drop_on_list, row};

/// A page of ours, with a headline that says how it came in.
fn page(headline: &str) -> String {
    let sentence = "The delegations met for three hours in the old customs house and agreed to meet again on Friday, officials on both sides said.";
    format!(
        "<!doctype html><html lang=en><head><title>{headline}</title></head><body><article><h1>{headline}</h1>\
         <p>{sentence}</p><p>{sentence} No statement was issued.</p><p>{sentence} The press was not admitted.</p></article></body></html>"
    )
}

/// A text of ours.
fn text(headline: &str) -> String {
    // Other words than the page's: the same would stand in its row, as a copy.
    let sentence = "The ferry left the island at noon with forty passengers, for the first time since the storm tore away the landing stage.";
    format!("{headline}\n\n{sentence}\n\n{sentence} It will sail twice a day.\n")
}

#[test]
fn a_folder_is_dragged() {
    journey("folder", |desk| {
        let folder = desk.folder("clippings/deeper")?;
        write(
            &folder.join("one.html"),
            &page("Talks resume at the customs house"),
        )?;
        write(
            &folder.join("../two.txt"),
            &text("Ferry service to the island restored"),
        )?;
        write(
            &folder.join("../three.rar"),
            "Rar!\u{1a}\u{7}\u{1}\0\u{3}\u{2}\u{1}\0\u{5}\u{4}",
        )?;
        let app = open(desk)?;
        drop_on_list(desk, &app, &Load::Files(vec![desk.folder("clippings")?]))?;
        row(&app, "Talks resume at the customs house")?;
        row(&app, "Ferry service to the island restored")?;
        // Nothing vanishes: the file that can't be read is in the tray, with why.
        app.wait_for_text("three.rar")?;
        app.wait_for_text("This format is not read yet")?;
        app.picture(&desk.picture("tray"))?;
        app.close()
    });
}

#[test]
fn a_link_is_dragged() {
    journey("link", |desk| {
        let site = Website::serve(&[("/story", &page("Harbour talks end without a statement"))])?;
        let app = open(desk)?;
        drop_on_list(desk, &app, &Load::Link(site.link("/story")))?;
        row(&app, "Harbour talks end without a statement")?;
        let visits = site.visits();
        expect(visits.len() == 1, || {
            format!("the page was asked for {} times: {visits:?}", visits.len())
        })?;
        let told = visits
            .iter()
            .flat_map(|visit| &visit.headers)
            .find(|header| {
                let header = header.to_ascii_lowercase();
                header.starts_with("cookie:") || header.starts_with("referer:")
            });
        expect(told.is_none(), || format!("the request told {told:?}"))?;
        app.close()
    });
}

#[test]
fn selected_text_is_dragged() {
    journey("text", |desk| {
        let app = open(desk)?;
        drop_on_list(
            desk,
            &app,
            &Load::Text(text("Strait reopens to coastal traffic")),
        )?;
        row(&app, "Strait reopens to coastal traffic")?;
        app.close()
    });
}

#[test]
fn selected_html_is_dragged() {
    journey("html", |desk| {
        let app = open(desk)?;
        let html = page("Envoy returns with a <em>sealed</em> letter");
        let load = Load::Html {
            html,
            text: "Envoy returns with a sealed letter".to_owned(),
        };
        drop_on_list(desk, &app, &load)?;
        row(&app, "Envoy returns with a sealed letter")?;
        app.close()
    });
}

#[test]
fn html_and_text_are_pasted() {
    journey("paste", |desk| {
        let app = open(desk)?;
        let clipboard = Clipboard::offer(
            desk.display(),
            "text/html",
            &page("Minister pastes a denial"),
        )?;
        app.press_on_display("ctrl+v")?;
        row(&app, "Minister pastes a denial")?;
        drop(clipboard);
        let clipboard = Clipboard::offer(
            desk.display(),
            "UTF8_STRING",
            &text("Plain words from the wire"),
        )?;
        app.press_on_display("ctrl+v")?;
        row(&app, "Plain words from the wire")?;
        drop(clipboard);
        app.close()
    });
}

#[test]
fn the_dialog_chooses_a_file() {
    journey("dialog", |desk| {
        let file = desk.folder("chosen")?.join("chosen.html");
        write(&file, &page("Chosen in the dialog of the desktop"))?;
        let app = open(desk)?;
        let window = app.window_id()?;
        app.press_on_display("ctrl+i")?;
        file_dialog::choose(desk, &app, &window, &file)?;
        row(&app, "Chosen in the dialog of the desktop")?;
        app.close()
    });
}

fn open(desk: &Desk) -> Result<App<'_>, Failure> {
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.wait_for_text("Nothing in the Inbox")?;
    Ok(app)
}

fn write(path: &std::path::Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(Failure::file(path))
}

fn expect(holds: bool, words: impl FnOnce() -> String) -> Result<(), Failure> {
    if holds {
        Ok(())
    } else {
        Err(Failure::Expected(words()))
    }
}
