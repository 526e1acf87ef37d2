//! Names behind Arabic prefixes are drawn as they are written: joined.

use std::fs;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, journey};
use serde_json::{Value, json};

use crate::steps::{drop_on_list, open_article, run_command};

const TITLE: &str = "الوفد يصل إلى العاصمة";
/// Made up. Names behind prefixes that are joined to them.
const ARTICLE: &str = "وصل الوفد أمس، والتقى بموسكو وزراء من عدة دول. وقال البيان إن للعراق ولروسيا ولتركيا موقفا واحدا، وكذلك لفرنسا.";

/// What a paragraph with marks takes on its line, and what the same letters take that are
/// drawn in one piece; and what is copied of it.
const MEASURE: &str = r#"
const block = arguments[0];
const range = document.createRange();
range.selectNodeContents(block);
const width = (element) => [...element.getClientRects()].reduce((sum, box) => sum + box.width, 0);
const plain = document.createElement("span");
plain.textContent = arguments[1];
plain.style.whiteSpace = "nowrap";
block.style.whiteSpace = "nowrap";
block.parentElement.append(plain);
const widths = [range.getBoundingClientRect().width, width(plain)];
plain.remove();
block.style.whiteSpace = "";
getSelection().removeAllRanges();
getSelection().addRange(range);
const data = new DataTransfer();
const handled = !block.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
getSelection().removeAllRanges();
return { widths, handled, copied: data.getData("text/plain"), marks: block.querySelectorAll("[data-mention]").length };
"#;

#[test]
fn names_behind_arabic_prefixes() {
    journey("joined-letters", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        drop_article(desk, &app)?;
        open_article(&app, TITLE)?;
        app.get_holding("link", "Moscow, place, suggested")?;
        let block = app.session().select("[data-block='0']")?;
        let block = block
            .first()
            .ok_or_else(|| Failure::Expected("the first paragraph is not there".into()))?;
        let found = app
            .session()
            .script(MEASURE, &[block.as_argument(), json!(ARTICLE)])?;
        app.picture(&desk.picture("arabic-marks"))?;
        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("arabic-marks-dark"))?;
        joined(&found)?;
        app.close()
    });
}

fn drop_article(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let path = desk.folder("desk")?.join("arabic.jsonl");
    let line = json!({"lang": "ar", "outlet": "بريد الميناء", "title": TITLE, "text": ARTICLE});
    fs::write(&path, line.to_string()).map_err(Failure::file(&path))?;
    drop_on_list(desk, app, &Load::Files(vec![path]))?;
    app.wait_for_text("Import finished")?;
    app.click("button", "Hide the tray")
}

/// Letters that are drawn apart are wider.
fn joined(found: &Value) -> Result<(), Failure> {
    let width = |at: usize| found["widths"][at].as_f64().unwrap_or(0.0);
    let marks = found["marks"].as_u64().unwrap_or(0);
    let as_wide = width(1) > 100.0 && (width(0) - width(1)).abs() < 2.0;
    if marks < 3 || !as_wide {
        return Err(Failure::Expected(format!(
            "the marked letters are not drawn as in one piece: {found}"
        )));
    }
    match found["handled"] == json!(true) && found["copied"] == json!(ARTICLE) {
        true => Ok(()),
        false => Err(Failure::Expected(format!(
            "what is copied is not the text: {found}"
        ))),
    }
}
