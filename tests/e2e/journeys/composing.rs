//! A note in Korean, composed with the desktop's input method: in its place, through saving, in
//! the list that `[[` offers, and with Enter, which ends the syllable and then does its own work.

use dragoman_core::Notebook;
use dragoman_core::domain::NoteQuery;
use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::input_method::InputMethod;
use dragoman_e2e::process::{run, wait_for};
use dragoman_e2e::{App, Desk, Failure, journey};
use serde_json::json;

use crate::steps::{leave_field, start_note, wait_until_saved};

/// Keys of the two-set keyboard: 김정은 is ㄱㅣㅁㅈㅓㅇㅇㅡㄴ, and 왔다 is ㅇㅗㅏㅆㄷㅏ.
const KIM: &str = "rlawjddms";
const CAME: &str = "dhkTek";

#[test]
fn composing() {
    journey("composing", |desk| {
        let _ibus = InputMethod::start(desk)?;
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        start_note(&app, "김정은")?;
        wait_until_saved(&app)?;
        leave_field(&app)?;
        start_note(&app, "Composed")?;
        app.type_text("- [ ] ")?;
        let body = app.get("textbox", "Text of the note")?;
        let focus = "arguments[0].focus();";
        app.session().script(focus, &[body.as_argument()])?;
        app.focus()?;

        // From Latin letters to Korean ones. The last syllable stands there, underlined.
        key(desk, &["shift+space"])?;
        keys(desk, CAME)?;
        line_is(&app, "왔다")?;
        app.picture(&desk.picture("letters"))?;
        // It is saved while 다 is composed, which then goes on to 닥, and back.
        wait_until_saved(&app)?;
        keys(desk, "r")?;
        line_is(&app, "왔닥")?;
        key(desk, &["BackSpace", "space"])?;
        line_is(&app, "왔다 ")?;

        // Names are offered while the last syllable is still composed; one Enter takes the first.
        key(desk, &["bracketleft", "bracketleft"])?;
        keys(desk, KIM)?;
        app.get_holding("option", "김정은")?;
        line_is(&app, "왔다 [[김정은")?;
        app.picture(&desk.picture("completion"))?;
        key(desk, &["Return"])?;
        app.get_holding("link", "김정은")?;
        // One Enter ends a syllable and the line, and the list goes on.
        key(desk, &["space"])?;
        keys(desk, CAME)?;
        key(desk, &["Return"])?;
        keys(desk, CAME)?;
        key(desk, &["period"])?;
        line_is(&app, "왔다.")?;
        wait_until_saved(&app)?;
        app.picture(&desk.picture("linked"))?;
        app.close()?;
        kept(desk)
    });
}

fn kept(desk: &Desk) -> Result<(), Failure> {
    let expected = |error: dragoman_core::Error| Failure::Expected(error.to_string());
    let notebook = Notebook::open(desk.notebook()).map_err(expected)?;
    let notes = notebook.notes();
    let rows = notes
        .list(&NoteQuery::default(), 0, 2)
        .map_err(expected)?
        .rows;
    let of = |title: &str| rows.iter().find(|row| row.title == title).map(|row| row.id);
    let (Some(composed), Some(kim)) = (of("Composed"), of("김정은")) else {
        return Err(Failure::Expected("the two notes are not there".into()));
    };
    let body = notes.get(composed).map_err(expected)?.body;
    let wanted = format!("- [ ] 왔다 [[note:{kim}|김정은]] 왔다\n- [ ] 왔다.");
    if body == wanted {
        return Ok(());
    }
    Err(Failure::Expected(format!("{wanted:?}, but kept {body:?}")))
}

fn keys(desk: &Desk, keys: &str) -> Result<(), Failure> {
    let mut command = desk.display().command("xdotool");
    command.args(["type", "--delay", "90", keys]);
    run(command).map(drop)
}

fn key(desk: &Desk, keys: &[&str]) -> Result<(), Failure> {
    let mut command = desk.display().command("xdotool");
    command.args(["key", "--delay", "120"]).args(keys);
    run(command).map(drop)
}

/// Waits until the line of the caret ends so, what is being composed included.
fn line_is(app: &App<'_>, text: &str) -> Result<(), Failure> {
    wait_for("what was composed", PATIENCE, || {
        let script = "const line = document.querySelector('.cm-activeLine');
            return line !== null && line.textContent.endsWith(arguments[0]);";
        let there = app.session().script(script, &[json!(text)])?;
        Ok((there == json!(true)).then_some(()))
    })
}
