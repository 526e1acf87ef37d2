//! A quote is clipped with its speaker proposed, goes into a note as a card, leads back to
//! its passage, stays while the text around it changes, and says when its words are gone.

use std::fs;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};
use serde_json::json;

use crate::steps::{
    Kind, TITLE, drop_on_list, leave_field, open_article, run_command, search, start_note, tag,
};

const WORDS: &str = "firm solidarity";
const BEFORE: &str = "The report by the Korean Central News Agency didn't include any specific \
    mention of Russia's war on Ukraine.";

#[test]
fn quoting() {
    journey("quoting", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_page(desk, &app, "first", |text| text)?;
        let text = open_article(&app, TITLE)?;
        tag(&app, &text, "Kim Jong Un", Kind::Person)?;
        name(&app)?;
        app.get("link", "Kim Jong Un, person, suggested")?;

        start_note(&app, "What Pyongyang promised")?;
        app.type_text("The words of the message:")?;
        app.wait_for_text("Saved")?;
        leave_field(&app)?;
        app.press("g")?;
        app.press("l")?;

        clip(desk, &app)?;
        card_and_back(desk, &app)?;
        found(desk, &app)?;
        in_dossier(desk, &app)?;

        // Saved again with another paragraph before it: the quote stands.
        let other = "The report by the Korean Central News Agency had no word of Ukraine.";
        drop_page(desk, &app, "second", |text| text.replace(BEFORE, other))?;
        open_article(&app, TITLE)?;
        app.wait_for_text(other)?;
        painted(&app, WORDS)?;

        // Saved with other words in its place: they are no longer found.
        drop_page(desk, &app, "third", |text| {
            text.replace(WORDS, "full support")
        })?;
        open_article(&app, TITLE)?;
        app.wait_for_text("full support")?;
        app.wait_for_text("no longer found")?;
        app.picture(&desk.picture("lost"))?;
        open_note(&app)?;
        app.wait_for_text("no longer found")?;
        app.wait_for_text(WORDS)?;
        app.picture(&desk.picture("lost-in-note"))?;
        open_dossier(&app)?;
        app.wait_for_text("no longer found")?;
        app.picture(&desk.picture("lost-in-dossier"))?;
        app.close()
    });
}

/// The sample as a saved page with a link, so that it can be saved again, changed.
fn drop_page(
    desk: &Desk,
    app: &App<'_>,
    name: &str,
    change: impl Fn(String) -> String,
) -> Result<(), Failure> {
    let sample = fixtures::sample();
    let text = fs::read_to_string(&sample).map_err(Failure::file(&sample))?;
    let body: Vec<&str> = text
        .lines()
        .skip_while(|line| !line.starts_with("North Korean leader Kim Jong Un has"))
        .take_while(|line| !line.starts_with("Join our"))
        .filter(|line| !line.is_empty())
        .collect();
    let paragraphs: String = body.iter().map(|line| format!("<p>{line}</p>")).collect();
    let html = change(format!(
        "<html lang=en><head><meta charset=utf-8><title>{TITLE}</title>\
         <link rel=canonical href='https://www.example.org/dignity'>\
         <meta property=og:site_name content='The Independent'>\
         <meta property=article:published_time content='2022-05-10T16:14:00+01:00'></head>\
         <body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"
    ));
    let path = desk.folder(name)?.join("dignity.html");
    fs::write(&path, html).map_err(Failure::file(&path))?;
    app.press("g")?;
    app.press("l")?;
    drop_on_list(desk, app, &Load::Files(vec![path]))?;
    app.wait_for_text("Imported dignity.html")
        .or_else(|_| app.wait_for_text("Import finished"))?;
    app.click("button", "Hide the tray")
}

/// The text calls him `Mr Jong Un`, and the agency by its name: both are told to be names.
fn name(app: &App<'_>) -> Result<(), Failure> {
    app.get("button", "Accept: Korean Central News Agency")?;
    app.click("button", "Accept: Korean Central News Agency")?;
    app.wait_for_text("Accepted Korean Central News Agency")
}

fn clip(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let text = open_article(app, TITLE)?;
    app.select_words(&text, WORDS)?;
    app.press("q")?;
    app.get("dialog", "Clip a quote")?;
    value(app, "Speaker", "Kim Jong Un")?;
    value(app, "Via", "Korean Central News Agency")?;
    value(app, "Date said", "2022-05-09")?;
    app.wait_for_text("from “in Monday's message”")?;
    // Read by the day of the article; what can't be read is answered with an example.
    let said = app.get("textbox", "Date said")?;
    for (typed, read) in [
        ("Someday", "Not a date. For example"),
        ("Monday", "9 May 2022"),
    ] {
        app.session().click(&said)?;
        app.press("Control+a")?;
        app.type_text(typed)?;
        app.wait_for_text(read)?;
        app.picture(&desk.picture(&format!("date-{}", typed.to_lowercase())))?;
    }
    // A press shows what there is, and what is typed is not added to what stood there.
    app.session().click(&app.get("combobox", "Insert in")?)?;
    app.get("option", "A new note")?;
    app.type_text("What Pyong")?;
    app.get("option", "What Pyongyang promised")?;
    app.press("Enter")?;
    value(app, "Insert in", "What Pyongyang promised")?;
    let body = "document.querySelector('input[aria-label=Speaker]').focus();";
    app.session().script(body, &[])?;
    both(desk, app, "clip")?;
    app.press("Enter")?;
    app.wait_for_text("Clipped “firm solidarity”")?;
    painted(app, WORDS)?;
    app.wait_for_text("via Korean Central News Agency")?;
    both(desk, app, "clipped")?;
    // Another passage is only highlighted.
    let text = open_article(app, TITLE)?;
    app.select_words(&text, "hegemonic policy")?;
    app.press("h")?;
    app.wait_for_text("Highlighted “hegemonic policy”")?;
    painted(app, "hegemonic policy")
}

fn value(app: &App<'_>, field: &str, wanted: &str) -> Result<(), Failure> {
    use dragoman_e2e::app::PATIENCE;
    use dragoman_e2e::process::wait_for;
    wait_for(&format!("{field} to be {wanted:?}"), PATIENCE, || {
        let body = "return document.querySelector(`input[aria-label=\"${arguments[0]}\"]`)?.value ?? null;";
        let found = app.session().script(body, &[json!(field)])?;
        Ok((found == json!(wanted)).then_some(()))
    })
}

/// Waits until exactly these words are painted as one clipping.
fn painted(app: &App<'_>, words: &str) -> Result<(), Failure> {
    use dragoman_e2e::app::PATIENCE;
    use dragoman_e2e::process::wait_for;
    wait_for(&format!("{words:?} to be painted"), PATIENCE, || {
        let body = "const by = new Map();
            for (const mark of document.querySelectorAll('mark[data-clipping]'))
              by.set(mark.dataset.clipping, (by.get(mark.dataset.clipping) ?? '') + mark.textContent);
            return [...by.values()].includes(arguments[0]);";
        let found = app.session().script(body, &[json!(words)])?;
        Ok((found == json!(true)).then_some(()))
    })
}

fn open_note(app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    app.press("g")?;
    app.press("n")?;
    app.click_on(|| {
        let list = app.get("listbox", "Notes")?;
        app.get_inside(&list, "option", "What Pyongyang promised")
    })
}

/// An outlet with a long name, in the small window beside another pane.
fn a_long_source_is_whole(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.resize(1024, 700)?;
    let script = "const source = document.querySelector('.card-source');
        const before = source.textContent;
        source.textContent = 'Quarterly Bulletin of the Harbour and Fisheries Board of the Eastern Islands, 10 May 2022';
        const foot = source.parentElement;
        const cut = [source, foot].some((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible')
            || source.getBoundingClientRect().right > foot.getBoundingClientRect().right;
        return [cut, before];";
    let found = app.session().script(script, &[])?;
    app.picture(&desk.picture("card-long-source"))?;
    let back = "document.querySelector('.card-source').textContent = arguments[0];";
    app.session().script(back, &[found[1].clone()])?;
    app.resize(1280, 800)?;
    if found[0] != json!(false) {
        return Err(Failure::Expected("the card's source is cut".to_owned()));
    }
    Ok(())
}

/// From the card in the note to the passage, and back.
fn card_and_back(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    open_note(app)?;
    app.get("link", "Quote of Kim Jong Un: firm solidarity")?;
    app.wait_for_text("matches the text")?;
    // One picture of each from here: WebKitWebDriver (2.50) waits for ever for a second one.
    app.picture(&desk.picture("card"))?;
    a_long_source_is_whole(desk, app)?;
    let body = app.get("textbox", "Text of the note")?;
    app.session()
        .script("arguments[0].focus();", &[body.as_argument()])?;
    app.press("Control+End")?;
    app.press("ArrowUp")?;
    app.press("Control+Enter")?;
    app.get("document", TITLE)?;
    painted(app, WORDS)?;
    app.press("Alt+ArrowLeft")?;
    app.get("link", "Quote of Kim Jong Un: firm solidarity")
        .map(drop)
}

/// In a dossier: added from the list, opened at its passage, read through, linked from a note.
fn in_dossier(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    app.press("g")?;
    app.press("q")?;
    app.click_on(|| app.get_holding("option", WORDS))?;
    app.wait_for_text("Show the passage")?;
    run_command(app, "Add to a dossier")?;
    app.get("dialog", "Add to a dossier")?;
    app.type_text("Island letters")?;
    app.get_holding("option", "Make the dossier")?;
    app.press("Enter")?;
    app.wait_for_text("Added to Island letters")?;
    app.wait_for_text("dossier, item 1")?;
    app.picture(&desk.picture("quote-in-dossier"))?;

    open_dossier(app)?;
    let item = app.get_holding("treeitem", WORDS)?;
    app.wait_for_text("via Korean Central News Agency")?;
    both(desk, app, "dossier")?;
    app.session().click(&item)?;
    app.session()
        .script("document.querySelector('[role=tree]').focus();", &[])?;
    app.press("Enter")?;
    app.get("document", TITLE)?;
    painted(app, WORDS)?;
    app.press("Alt+ArrowLeft")?;
    app.get_holding("treeitem", WORDS)?;
    app.click("tab", "Read")?;
    app.wait_for_text("matches the text")?;
    both(desk, app, "dossier-read")?;
    app.click("tab", "Outline")?;

    open_note(app)?;
    let body = app.get("textbox", "Text of the note")?;
    app.session()
        .script("arguments[0].focus();", &[body.as_argument()])?;
    app.press("Control+End")?;
    app.press("Enter")?;
    app.type_text("All of them: [[island")?;
    let offers = app.get("listbox", "Link to")?;
    app.get_inside(&offers, "option", "Island letters")?;
    app.picture(&desk.picture("link-to-dossier"))?;
    app.press("Enter")?;
    app.get("link", "Island letters, dossier")?;
    app.wait_for_text("Saved")?;
    open_dossier(app)?;
    app.get_holding("button", "All of them: Island letters")?;

    // The passage beside the dossier; another thing in the main pane leaves it there.
    app.click_on(|| app.get_holding("treeitem", WORDS))?;
    app.session()
        .script("document.querySelector('[role=tree]').focus();", &[])?;
    app.press("Control+Enter")?;
    app.get("document", TITLE)?;
    painted(app, WORDS)?;
    both(desk, app, "split")?;
    app.resize(1024, 700)?;
    both(desk, app, "split-small")?;
    app.resize(1280, 800)?;
    app.session()
        .click(&app.get_holding("button", "All of them: Island letters")?)?;
    app.get("link", "Island letters, dossier")?;
    app.get("document", TITLE)?;
    app.picture(&desk.picture("note-beside"))?;
    run_command(app, "Close the pane beside")
}

fn open_dossier(app: &App<'_>) -> Result<(), Failure> {
    leave_field(app)?;
    app.press("g")?;
    app.press("d")?;
    app.session()
        .click(&app.get_holding("button", "Island letters")?)?;
    app.get("heading", "Island letters").map(drop)
}

/// In search, in the list, on the entity's page.
fn found(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    search(app, "type:quote speaker:\"Kim Jong Un\"")?;
    app.get_holding("option", WORDS)?;
    app.picture(&desk.picture("search"))?;
    leave_field(app)?;
    app.press("g")?;
    app.press("q")?;
    app.get_holding("option", WORDS)?;
    app.press("j")?;
    app.wait_for_text("Show the passage")?;
    app.picture(&desk.picture("list"))?;
    app.press("Shift+F10")?;
    app.get("menuitem", "Copy the quote")?;
    both(desk, app, "row-menu")?;
    app.press("Escape")?;
    app.click("button", "Kim Jong Un")?;
    app.click_on(|| app.get_holding("tab", "Quotes"))?;
    app.wait_for_text("Quotes by")?;
    app.picture(&desk.picture("entity"))
}

/// A picture in light and one in dark.
fn both(desk: &Desk, app: &App<'_>, name: &str) -> Result<(), Failure> {
    for colours in ["dark", "light"] {
        let theme = "document.documentElement.dataset.theme = arguments[0];";
        app.session().script(theme, &[json!(colours)])?;
        app.picture(&desk.picture(&format!("{name}-{colours}")))?;
    }
    Ok(())
}
