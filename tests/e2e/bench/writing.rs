//! What a person waits for while writing in the window: opening notes, and typing in long ones.

use dragoman_core::Notebook;
use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure};
use serde_json::json;

use crate::figures::{Limit, Series};
use crate::library::expected;
use crate::window::series;

/// Short notes that are opened, one after another.
const SHORT: usize = 30;
/// Typed at each of three places of a long note.
const TYPED: &str = "the talks went on for a third day in the port ";
/// From one key to the next, in milliseconds: a fast writer.
const PACE: u32 = 80;
/// Pages from the top to a place in the middle.
const PAGES: usize = 30;

/// Measures in a notebook of its own.
pub fn measure(desk: &Desk) -> Result<Vec<Series>, Failure> {
    fill(desk).map_err(expected)?;
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.session().script(WATCH_FOR, &[])?;
    let mut opening = series("opening a note", "ms", 50.0);
    let mut first = series("opening a note of 1 MB", "ms", 50.0);
    let mut largest = free("opening a note of 5 MB");
    let mut bare = free("keystroke to paint in an empty field");
    let mut short = free("keystroke to paint in a short note");
    let mut long = series("keystroke to paint in a note of 1 MB", "ms", 16.0);
    let mut longest = free("keystroke to paint in a note of 5 MB");
    type_in_bare_field(&app, &mut bare)?;
    opening.values.push(open(&app, "Short 0")?);
    type_at_three_places(&app, &mut short)?;
    first.values.push(open(&app, "Megabyte")?);
    type_at_three_places(&app, &mut long)?;
    largest.values.push(open(&app, "Fivefold")?);
    type_at_three_places(&app, &mut longest)?;
    for _ in 0..3 {
        first.values.push(open(&app, "Megabyte")?);
        largest.values.push(open(&app, "Fivefold")?);
    }
    for n in 1..SHORT {
        opening.values.push(open(&app, &format!("Short {n}"))?);
    }
    app.close()?;
    Ok(vec![opening, first, largest, bare, short, long, longest])
}

fn free(name: &'static str) -> Series {
    Series {
        limit: Limit::None,
        ..series(name, "ms", 0.0)
    }
}

fn fill(desk: &Desk) -> dragoman_core::Result<()> {
    let notebook = Notebook::create(desk.notebook())?;
    let notes = notebook.notes();
    let target = notes.create("The port", "")?.id;
    let part = |n: usize| {
        format!(
            "## Day {n}\n\nThe *envoys* met again, and **nothing** was said of [[note:{target}|The port]]. \
             What the ministry had called a breakthrough was, by evening, a misunderstanding.\n\n\
             - [ ] ask the press office for the text of day {n}\n- a second thing, with `code`\n\n\
             > “We did not agree,” one of them said.\n\n"
        )
    };
    let of_size = |bytes: usize| {
        let mut body = String::new();
        for n in 1.. {
            if body.len() >= bytes {
                break;
            }
            body.push_str(&part(n));
        }
        body
    };
    notes.create("Megabyte", &of_size(1_000_000))?;
    notes.create("Fivefold", &of_size(5_000_000))?;
    for n in 0..SHORT {
        notes.create(&format!("Short {n}"), &of_size(2_000))?;
    }
    Ok(())
}

/// Installs `window.__watchFor`: like `__watch`, but from the next Enter until the note with
/// this title is painted with its text.
const WATCH_FOR: &str = r#"
window.__watchFor = (title) => {
  window.__result = null;
  let from = null;
  addEventListener("keydown", (e) => { if (e.key === "Enter") from ??= e.timeStamp; }, { capture: true });
  const shown = () =>
    document.querySelector("textarea.title")?.value === title &&
    document.querySelector(".cm-content")?.textContent.includes("envoys");
  const seen = new MutationObserver(() => {
    if (from === null || !shown()) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => { window.__result = performance.now() - from; });
    });
  });
  seen.observe(document.body, { subtree: true, childList: true, attributes: true });
};
"#;

/// Opens a note from the switcher, and gives the time from Enter until it was painted.
fn open(app: &App<'_>, title: &str) -> Result<f64, Failure> {
    app.press("Control+o")?;
    app.type_text(title)?;
    app.get_holding("option", title)?;
    wait_for("the note in the switcher", PATIENCE, || {
        let first =
            "const e = document.querySelector('[role=dialog] [role=option][aria-selected=true]');
            return e !== null && e.textContent.includes(arguments[0]);";
        let there = app.session().script(first, &[json!(title)])? == json!(true);
        Ok(there.then_some(()))
    })?;
    app.session()
        .script("window.__watchFor(arguments[0]);", &[json!(title)])?;
    app.press("Enter")?;
    wait_for("the note", PATIENCE, || {
        let result = app.session().script("return window.__result;", &[])?;
        Ok(result.as_f64())
    })
}

/// What the machine takes to paint a letter in a field of the browser's own: the others are to
/// be read beside it.
fn type_in_bare_field(app: &App<'_>, times: &mut Series) -> Result<(), Failure> {
    let put = "const field = document.createElement('textarea');
        field.id = 'bare';
        field.style.cssText = 'position: fixed; z-index: 99; top: 100px; left: 600px; width: 500px; height: 500px';
        document.body.append(field);
        field.focus();";
    app.session().script(put, &[])?;
    for _ in 0..3 {
        type_here(app, times)?;
    }
    let gone = "document.getElementById('bare').remove();";
    app.session().script(gone, &[]).map(drop)
}

fn type_at_three_places(app: &App<'_>, times: &mut Series) -> Result<(), Failure> {
    let body = app.get("textbox", "Text of the note")?;
    app.session()
        .script("arguments[0].focus();", &[body.as_argument()])?;
    app.press("Control+Home")?;
    type_here(app, times)?;
    for _ in 0..PAGES {
        app.press("PageDown")?;
    }
    type_here(app, times)?;
    app.press("Control+End")?;
    type_here(app, times)
}

/// Typed with the display's keyboard at a person's pace, saving and all that follows it included.
fn type_here(app: &App<'_>, times: &mut Series) -> Result<(), Failure> {
    app.session().script(WATCH_KEYS, &[])?;
    app.type_on_display(TYPED, PACE)?;
    let keys = wait_for("what was typed to be painted", PATIENCE, || {
        let painted = app.session().script("return window.__keys;", &[])?;
        let painted: Vec<f64> = painted
            .as_array()
            .map(|keys| keys.iter().filter_map(serde_json::Value::as_f64).collect())
            .unwrap_or_default();
        Ok((painted.len() >= TYPED.len()).then_some(painted))
    })?;
    times.values.extend(keys);
    Ok(())
}

/// Installs a list of the times, in milliseconds, from each key until the frame with it was painted.
const WATCH_KEYS: &str = r#"
if (!window.__keys) {
  addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      setTimeout(() => window.__keys.push(performance.now() - timeStamp));
    });
  }, { capture: true });
}
window.__keys = [];
"#;
