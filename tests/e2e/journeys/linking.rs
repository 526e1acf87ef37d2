//! What only names a note is linked one after the other by its key, and a template stands on
//! lines of its own.

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Failure, journey};
use serde_json::json;

use crate::steps::{has_keyboard, leave_field, start_note, wait_until_saved};

#[test]
fn mentions_are_linked_by_key_until_none_is_left() {
    journey("linking", |desk| {
        let app = desk.open_window()?;
        app.resize(1024, 700)?;
        app.wait_for_text("Nothing in the Inbox")?;
        note(&app, "Ports of Rason", "They were built in the thirties.")?;
        note(&app, "Grain", "As told in Ports of Rason, by rail.")?;
        note(&app, "Ships", "Nothing of Ports of Rason was in the lists.")?;
        app.press("g")?;
        app.press("n")?;
        app.click_on(|| app.get_holding("option", "They were built"))?;
        app.click("button", "2 unlinked mentions")?;
        app.press("Tab")?;
        app.press("l")?;
        app.get("button", "1 unlinked mention")?;
        app.press("l")?;
        app.wait_for_no_text("unlinked mention")?;
        app.get_holding("button", "Nothing of Ports of Rason")?;
        has_keyboard(&app)?;
        app.picture(&desk.picture("linked"))?;
        // The next key is for what links here.
        app.press("Enter")?;
        titled(&app, &["Grain", "Ships"])?;

        let to_text = "document.querySelector('.cm-content').focus();";
        app.session().script(to_text, &[])?;
        app.press("Control+End")?;
        app.press("Control+Shift+t")?;
        app.get("dialog", "Insert a template")?;
        app.type_text("Chron")?;
        app.get_holding("option", "Chronology")?;
        app.press("Enter")?;
        app.wait_for_text("What happened")?;
        let begins = "return [...document.querySelectorAll('.cm-line.md-h')].length === 1;";
        if app.session().script(begins, &[])? != json!(true) {
            return Err(Failure::Expected(
                "a heading on a line of its own".to_owned(),
            ));
        }
        app.picture(&desk.picture("template"))?;
        app.close()
    });
}

fn note(app: &App<'_>, title: &str, text: &str) -> Result<(), Failure> {
    start_note(app, title)?;
    app.type_text(text)?;
    wait_until_saved(app)?;
    leave_field(app)
}

fn titled(app: &App<'_>, titles: &[&str]) -> Result<(), Failure> {
    wait_for(&format!("a note of {titles:?}"), PATIENCE, || {
        let script = "return arguments[0].includes(document.querySelector('.title')?.value);";
        Ok((app.session().script(script, &[json!(titles)])? == json!(true)).then_some(()))
    })
}
