//! What is printed: an article, a note and a dossier, black on white and without the window.

use std::fs;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, journey};
use serde_json::json;

use crate::steps::{drop_on_list, leave_field, link, open_article, run_command, start_note};

const TITLE: &str = "الوزيرة تصل إلى الميناء";

#[test]
fn printing() {
    journey("printing", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        let path = desk.folder("lists")?.join("library.jsonl");
        let article = json!({
            "lang": "ar", "outlet": "صوت الميناء", "title": TITLE, "url": "https://harbour.example/visit",
            "text": "وصلت الوزيرة إلى الميناء صباح اليوم.\nتحدثت عن سفينة قرب الجزيرة قبل المحادثات.",
        });
        fs::write(&path, article.to_string()).map_err(Failure::file(&path))?;
        drop_on_list(desk, &app, &Load::Files(vec![path]))?;
        app.wait_for_text("Import finished")?;
        app.click("button", "Hide the tray")?;
        run_command(&app, "Dark colours")?;

        open_article(&app, TITLE)?;
        print(
            desk,
            &app,
            "article",
            TITLE,
            "https://harbour.example/visit",
        )?;

        start_note(&app, "What the harbour said")?;
        app.type_text("Two ships, see [the list](https://lists.example/ships) and ")?;
        link(&app, "الوزيرة", TITLE)?;
        app.wait_for_text("Saved")?;
        let said = "What the harbour said";
        print(desk, &app, "note", said, "(https://lists.example/ships)")?;

        leave_field(&app)?;
        run_command(&app, "Add to a dossier")?;
        app.get("dialog", "Add to a dossier")?;
        app.type_text("Harbour")?;
        app.get_holding("option", "Make the dossier")?;
        app.press("Enter")?;
        app.wait_for_text("Added to Harbour")?;
        run_command(&app, "Go to Dossiers")?;
        app.session()
            .click(&app.get_holding("button", "Harbour")?)?;
        app.get_holding("treeitem", "What the harbour said")?;
        print(desk, &app, "dossier", "Harbour", said)?;
        // The system's dialogs wait for a person, and the window with them.
        app.kill()
    });
}

/// Asks for the page to be printed, and takes a picture of what paper would show.
fn print(desk: &Desk, app: &App<'_>, name: &str, title: &str, wanted: &str) -> Result<(), Failure> {
    leave_field(app)?;
    app.press("Control+p")?;
    wait_for(&format!("{wanted:?} to be printed"), PATIENCE, || {
        let body = "const page = document.querySelector('.on-paper');
            return page?.querySelector('h1')?.textContent === arguments[0]
              && page.textContent.includes(arguments[1]);";
        let found = app.session().script(body, &[json!(title), json!(wanted)])?;
        Ok((found == json!(true)).then_some(()))
    })?;
    // The rules of paper, on the screen for the time of a picture.
    let paper = "const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
          .filter((rule) => rule.media?.mediaText === 'print')
          .flatMap((rule) => [...rule.cssRules]).map((rule) => rule.cssText);
        const style = document.createElement('style');
        style.id = 'paper';
        style.textContent = rules.join('\\n') + ' .on-paper { display: block !important; padding: 40px 60px; }';
        document.head.append(style);";
    app.session().script(paper, &[])?;
    app.picture(&desk.picture(name))?;
    app.session()
        .script("document.querySelector('#paper').remove();", &[])
        .map(drop)
}
