//! Where extraction fails, a person types the text, or points at it in the original.

use std::fs;
use std::path::PathBuf;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, journey};
use serde_json::json;

use crate::steps::{drop_on_list, open_article, run_command};

/// Nothing can be read of it: the text is in a picture.
const SCAN: &str = "<html><head><title>Page 4</title></head><body><img src=scan.png></body></html>";

const QUAY: [&str; 3] = [
    "The harbour office said on Monday that the quay would be widened in the coming year, and that the county would pay for the work.",
    "Ann Poe, who has worked on the quay since she was a girl, said that nobody had asked the people who load the ships by hand.",
    "The work is to begin in the spring, when the ice has gone, and is to take two summers, the office said in a statement.",
];
const BRIDGE: [&str; 3] = [
    "The bridge over the narrows was closed on Friday after a crack was found in one of its piers, the mayor of the town said.",
    "Boats may pass below it, he said, but no more than one at a time, and not at all while the tide is running out.",
    "A ferry will take people over the water every half hour until the pier has been mended, he said, and will cost nothing.",
];
const COMMENT: &str = "I have said for years that this would happen, and nobody in the council has ever listened to a word of it.";

/// A page with an article that no name tells from the letters above it.
fn page(path: &str, title: &str, paragraphs: &[&str]) -> String {
    let text: String = paragraphs
        .iter()
        .map(|text| format!("<div>{text}</div>"))
        .collect();
    let letters = format!("<p>{COMMENT}</p>").repeat(3);
    format!(
        "<html lang=en><head><title>{title}</title>\
         <link rel=canonical href='https://www.example.org/{path}'></head><body>\
         <h1>{title}</h1><div class=kommentar>{letters}</div>\
         <div class='lesetext css-1x2y3z'>{text}</div></body></html>"
    )
}

fn write(desk: &Desk, name: &str, html: &str) -> Result<PathBuf, Failure> {
    let path = desk.folder("saved")?.join(name);
    fs::write(&path, html).map_err(Failure::file(&path))?;
    Ok(path)
}

fn window(desk: &Desk) -> Result<App<'_>, Failure> {
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.wait_for_text("Nothing in the Inbox")?;
    Ok(app)
}

#[test]
fn a_text_is_typed_for_a_page_that_holds_none() {
    journey("type-text", |desk| {
        desk.look_into_frames();
        let app = window(desk)?;
        let file = write(desk, "scan.html", SCAN)?;
        drop_on_list(desk, &app, &Load::Files(vec![file]))?;
        app.wait_for_text("1 need attention")?;
        app.click("button", "Hide the tray")?;
        app.press("g")?;
        app.press("p")?;
        app.wait_for_text("No running text found")?;
        app.click("button", "Type text")?;
        app.get("dialog", "Type the text")?;
        // The title has the keyboard.
        app.type_text("The ferry stops")?;
        app.press("Tab")?;
        app.type_text("The ferry will not run on Sunday, the captain said.\n\nIt is the engine.")?;
        picture_both(desk, &app, "type-text")?;
        app.press("Control+Enter")?;
        app.wait_for_text("Typed the text of The ferry stops")?;
        app.wait_for_text("No import problems")?;
        app.press("g")?;
        app.press("l")?;
        open_article(&app, "The ferry stops")?;
        app.wait_for_text("It is the engine.")?;
        app.wait_for_text("typed by you")?;
        app.picture(&desk.picture("typed"))?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Typed the text of")?;
        app.press("g")?;
        app.press("p")?;
        app.wait_for_text("No running text found")?;
        app.close()
    });
}

#[test]
fn the_article_is_pointed_at_and_found_on_the_next_page() {
    journey("pick-text", |desk| {
        desk.look_into_frames();
        let app = window(desk)?;
        let file = write(
            desk,
            "quay.html",
            &page("quay", "Quay to be widened", &QUAY),
        )?;
        drop_on_list(desk, &app, &Load::Files(vec![file]))?;
        app.wait_for_text("Import finished: 1 imported")?;
        app.click("button", "Hide the tray")?;
        open_article(&app, "Quay to be widened")?;
        app.click("button", "More")?;
        app.click("button", "Pick the text in the original…")?;
        app.get("group", "Original, to point at")?;

        // A click takes the block under the pointer; a second one takes it out again.
        let paragraph = place_of(&app, QUAY[1])?;
        desk.pointer().click(paragraph)?;
        app.wait_for_text("1 paragraph, ")?;
        desk.pointer().click(paragraph)?;
        app.wait_for_text("Nothing picked yet.")?;
        // What is around it holds the whole article.
        app.press("ArrowUp")?;
        app.press("Enter")?;
        app.wait_for_text("3 paragraphs, ")?;
        picture_both(desk, &app, "pick-text")?;
        app.press("Control+Enter")?;
        app.wait_for_text("Picked the text of Quay to be widened")?;
        app.wait_for_text("picked by you")?;
        app.click("tab", "Article")?;
        app.wait_for_no_text("I have said for years")?;

        let file = write(
            desk,
            "bridge.html",
            &page("bridge", "Bridge closed", &BRIDGE),
        )?;
        drop_on_list(desk, &app, &Load::Files(vec![file]))?;
        app.wait_for_text("Imported bridge.html")?;
        app.click("button", "Hide the tray")?;
        open_article(&app, "Bridge closed")?;
        app.wait_for_text("A ferry will take people over the water")?;
        app.wait_for_text("picked for example.org")?;
        app.wait_for_no_text("I have said for years")?;
        app.picture(&desk.picture("picked-for"))?;
        // A headline of one's own stays whatever is read again.
        rename(&app, "The narrows cannot be crossed")?;
        app.click("button", "Forget")?;
        app.wait_for_text("Forgot where example.org")?;
        run_command(&app, "Read all originals again")?;
        app.click("button", "Read all again")?;
        app.wait_for_text("Read The narrows cannot be crossed again")?;
        open_article(&app, "The narrows cannot be crossed")?;
        app.wait_for_text("I have said for years")?;
        app.wait_for_no_text("picked for example.org")?;
        app.close()
    });
}

/// Writes another headline in the inspector.
fn rename(app: &App<'_>, to: &str) -> Result<(), Failure> {
    app.click("button", "Edit")?;
    app.click("textbox", "Title")?;
    app.press("Control+a")?;
    app.type_text(to)?;
    app.press("Enter")?;
    app.click("button", "Done")?;
    app.get("document", to).map(drop)
}

/// Where on the screen the block stands that holds these words and no smaller one does.
fn place_of(app: &App<'_>, words: &str) -> Result<(i32, i32), Failure> {
    let body = "const frame = document.querySelector('dialog iframe');
        const holds = (e) => e.textContent.includes(arguments[0]);
        const all = [...(frame?.contentDocument?.querySelectorAll('[data-block]') ?? [])];
        const found = all.filter(holds).at(-1);
        if (!found) return null;
        const [a, b] = [frame.getBoundingClientRect(), found.getBoundingClientRect()];
        return [a.x + b.x + b.width / 2, a.y + b.y + b.height / 2];";
    let inside = wait_for("the words in the frame", PATIENCE, || {
        let answer = app.session().script(body, &[json!(words)])?;
        Ok(answer[0].as_f64().zip(answer[1].as_f64()))
    })?;
    let group = app.get("group", "Original, to point at")?;
    let (middle, rect) = (app.on_screen(&group)?, app.session().rect(&group)?);
    let x = inside.0 - (rect.x + rect.width / 2.0);
    let y = inside.1 - (rect.y + rect.height / 2.0);
    Ok((middle.0 + x as i32, middle.1 + y as i32))
}

/// The open dialog in light and dark, large and small.
fn picture_both(desk: &Desk, app: &App<'_>, name: &str) -> Result<(), Failure> {
    for colours in ["dark", "light"] {
        let theme = "document.documentElement.dataset.theme = arguments[0];";
        app.session().script(theme, &[json!(colours)])?;
        for (width, height) in [(1024, 700), (1280, 800)] {
            app.resize(width, height)?;
            app.picture(&desk.picture(&format!("{name}-{colours}-{width}x{height}")))?;
        }
    }
    Ok(())
}
