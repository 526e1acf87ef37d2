//! What a person waits for in the window.

use std::fs;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, fixtures};
use serde_json::{Value, json};

use crate::figures::{Limit, Series};
use crate::memory;

const STARTS: usize = 5;
const OPENINGS: usize = 40;
const IMPORTS: usize = 10;
/// How long the program is left alone before its memory is looked at.
const IDLE: Duration = Duration::from_secs(15);

/// Typed letter by letter; each letter is one measurement.
const QUERIES: &[&str] = &[
    "ceasefire",
    "sanctions",
    "corridor",
    "Genf",
    "перемирии",
    "휴전",
    "制裁",
    "العاصمة",
];

/// Measures on the notebook of this desk.
pub fn measure(desk: &Desk, articles: u32) -> Result<Vec<Series>, Failure> {
    let mut start = series(
        "window usable after start",
        "ms",
        if articles > 10_000 { 1500.0 } else { 1000.0 },
    );
    let mut idle = series("memory, idle, with the web view", "MB", 400.0);
    for round in 0..STARTS {
        let app = desk.open_window()?;
        start.values.push(usable(&app)?);
        if round + 1 == STARTS {
            thread::sleep(IDLE);
            idle.values.push(memory::megabytes(app.process())?);
        }
        app.close()?;
    }
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    usable(&app)?;
    let opening = openings(&app)?;
    let keystroke = keystrokes(&app)?;
    let (listed, searchable) = imports(&app)?;
    app.close()?;
    Ok(vec![start, keystroke, opening, listed, searchable, idle])
}

pub fn series(name: &'static str, unit: &'static str, limit: f64) -> Series {
    Series {
        name,
        unit,
        limit: Limit::AtMost(limit),
        values: Vec::new(),
    }
}

/// Milliseconds from the start of the process until the first rows were painted.
/// The window marks that moment itself, so the driver's own delays don't count.
fn usable(app: &App<'_>) -> Result<f64, Failure> {
    let painted = wait_for("the first rows", PATIENCE, || {
        let mark = "const m = performance.getEntriesByName('usable')[0];
            return m ? performance.timeOrigin + m.startTime : null;";
        Ok(app.session().script(mark, &[])?.as_f64())
    })?;
    Ok(painted - started(app.process())?)
}

/// When a process started, in milliseconds since 1970. The kernel counts in
/// hundredths of a second since boot (proc(5), field 22 of stat).
fn started(process: u32) -> Result<f64, Failure> {
    let path = format!("/proc/{process}/stat");
    let stat = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let after_name = stat
        .rsplit_once(") ")
        .map(|(_, after)| after)
        .unwrap_or_default();
    let ticks: Option<f64> = after_name
        .split(' ')
        .nth(19)
        .and_then(|field| field.parse().ok());
    let uptime = fs::read_to_string("/proc/uptime").map_err(Failure::file("/proc/uptime"))?;
    let up: Option<f64> = uptime
        .split(' ')
        .next()
        .and_then(|seconds| seconds.parse().ok());
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs_f64();
    match (ticks, up) {
        (Some(ticks), Some(up)) => Ok((now - up + ticks / 100.0) * 1000.0),
        _ => Err(Failure::Expected(format!("{path} can't be read"))),
    }
}

/// Installs `window.__watch`: after it, the next key's time is taken, and the time of the
/// frame that shows what the key changed in the pane (all of it, or one attribute that says
/// what the pane shows). The frame after the change is the one that holds it; a timer set
/// inside that frame runs once it is painted. Not a message between two ports: WebKit takes
/// each through its network process, which adds milliseconds that nobody waits for, and more
/// with each port that was ever made (measured: 1 ms in a new window, 14 ms after a thousand).
pub const WATCH: &str = r#"
window.__watch = (selector, attribute) => {
  window.__result = null;
  const pane = document.querySelector(selector);
  if (!pane) throw new Error("no " + selector);
  let from = null;
  addEventListener("keydown", (e) => { from ??= e.timeStamp; }, { capture: true, once: true });
  const seen = new MutationObserver(() => {
    if (from === null) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => { window.__result = performance.now() - from; });
    });
  });
  seen.observe(pane, attribute
    ? { attributeFilter: [attribute] }
    : { subtree: true, childList: true, characterData: true });
};
"#;

/// Presses a key and gives the time until the pane showed what it asked for.
pub fn key_to_paint(
    app: &App<'_>,
    pane: &str,
    attribute: Option<&str>,
    press: impl FnOnce() -> Result<(), Failure>,
) -> Result<f64, Failure> {
    let arguments = [json!(pane), json!(attribute)];
    app.session()
        .script("window.__watch(arguments[0], arguments[1]);", &arguments)?;
    press()?;
    wait_for("a change in the pane", PATIENCE, || {
        Ok(app
            .session()
            .script("return window.__result;", &[])?
            .as_f64())
    })
}

fn openings(app: &App<'_>) -> Result<Series, Failure> {
    let mut opening = series("opening an article", "ms", 50.0);
    app.session().script(WATCH, &[])?;
    app.press("g")?;
    app.press("l")?;
    let list = app.get("listbox", "Articles")?;
    app.session().click(&list)?;
    for _ in 0..OPENINGS {
        opening
            .values
            .push(key_to_paint(app, "[data-pane=reader]", None, || {
                app.press("j")
            })?);
    }
    Ok(opening)
}

fn keystrokes(app: &App<'_>) -> Result<Series, Failure> {
    let mut keystroke = series("keystroke to painted results", "ms", 50.0);
    for query in QUERIES {
        app.press("Control+Shift+f")?;
        app.get_holding("combobox", "Search")?;
        app.press("Control+a")?;
        app.press("Backspace")?;
        for letter in query.chars() {
            let pressed = || app.type_text(&letter.to_string());
            keystroke.values.push(key_to_paint(
                app,
                "[data-scope=search] main",
                Some("data-answered"),
                pressed,
            )?);
        }
    }
    Ok(keystroke)
}

/// Pastes the sample, each time in words of its own, so that none is a duplicate or a copy.
fn imports(app: &App<'_>) -> Result<(Series, Series), Failure> {
    let mut listed = series("importing the sample until listed", "ms", 50.0);
    let mut searchable = series("importing the sample until searchable", "ms", 1000.0);
    let path = fixtures::sample();
    let sample = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    for round in 0..IMPORTS {
        let word = format!("benchword{round}");
        let text = unlike(&sample, round).replacen("\n\n", &format!("\n\n{word} "), 1);
        let times = app
            .session()
            .script_async(include_str!("import.js"), &[json!(text), json!(word)])?;
        match (times["listed"].as_f64(), times["searchable"].as_f64()) {
            (Some(first), Some(second)) => {
                listed.values.push(first);
                searchable.values.push(second);
            }
            _ => {
                return Err(Failure::Expected(format!(
                    "importing the sample, round {round}: {}",
                    problem(&times)
                )));
            }
        }
    }
    Ok((listed, searchable))
}

/// The sample with the letters of its long words moved on, each round further: as long, as
/// many words, and no copy of another.
fn unlike(sample: &str, round: usize) -> String {
    let by = u8::try_from(round % 26).unwrap_or_default();
    let moved = |c: char| match c {
        'a'..='z' => char::from((c as u8 - b'a' + by) % 26 + b'a'),
        other => other,
    };
    let turned = |word: &str| -> String {
        let long = word.len() > 3;
        word.chars()
            .map(|c| if long { moved(c) } else { c })
            .collect()
    };
    let lines = sample.lines().map(|line| {
        let words: Vec<String> = line.split(' ').map(turned).collect();
        words.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn problem(times: &Value) -> String {
    times["problem"].as_str().unwrap_or("no answer").to_owned()
}
