//! Lines of a note stand where they stood, whatever they become.

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{Failure, journey};
use serde_json::{Value, json};

use crate::steps::start_note;

#[test]
fn the_first_line_stays_in_its_place() {
    journey("first-line", |desk| {
        let app = desk.open_window()?;
        app.resize(1024, 700)?;
        app.wait_for_text("Nothing in the Inbox")?;
        start_note(&app, "Ports")?;
        let top = "return document.querySelector('.cm-cursor-primary')?.getBoundingClientRect().top ?? 0;";
        let empty = wait_for("the caret", PATIENCE, || {
            let at = app.session().script(top, &[])?;
            Ok((at.as_f64() > Some(0.0)).then_some(at))
        })?;
        for words in ["Grain", "# Grain", "## Grain", "- grain", "곡물"] {
            app.type_text(words)?;
            let typed = app.session().script(top, &[])?;
            app.press("Control+a")?;
            app.press("Backspace")?;
            let emptied = app.session().script(top, &[])?;
            let moved =
                |at: &Value| (at.as_f64().unwrap_or(0.0) - empty.as_f64().unwrap_or(0.0)).abs();
            if moved(&typed) > 4.0 || moved(&emptied) > 0.0 {
                return Err(Failure::Expected(format!(
                    "{words:?}: the caret of {empty} is at {typed}, then at {emptied}"
                )));
            }
        }
        app.picture(&desk.picture("emptied"))?;
        let left = app.session().script(
            "return document.querySelector('.cm-line').textContent;",
            &[],
        )?;
        if left == json!("") {
            return Err(Failure::Expected("no hint in an empty note".to_owned()));
        }
        app.close()
    });
}
