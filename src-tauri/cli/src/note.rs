//! `dragoman note`: writes a note from standard input, saved while it comes.

use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use dragoman_core::Notebook;
use serde_json::json;

use crate::failure::Failure;
use crate::output;

/// The longest that a line waits to be on disk, as in the window.
const LONGEST_WAIT: Duration = Duration::from_millis(900);

pub fn run(folder: &Path, title: &str, json: bool) -> Result<ExitCode, Failure> {
    let notebook = Notebook::create(folder)?;
    let mut note = notebook.notes().create(title, "")?;
    let (send, lines) = channel();
    let reading = thread::spawn(move || -> std::io::Result<()> {
        for line in std::io::stdin().lock().lines() {
            if send.send(line?).is_err() {
                break;
            }
        }
        Ok(())
    });
    let mut due: Option<Instant> = None;
    loop {
        let wait = due.map_or(LONGEST_WAIT, |due| {
            due.saturating_duration_since(Instant::now())
        });
        let ended = match lines.recv_timeout(wait) {
            Ok(line) => {
                note.body.push_str(&line);
                note.body.push('\n');
                due.get_or_insert_with(|| Instant::now() + LONGEST_WAIT);
                false
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => true,
        };
        if due.is_some_and(|due| ended || Instant::now() >= due) {
            due = None;
            let saved = notebook
                .notes()
                .save(note.id, note.revision, title, &note.body)?;
            note.revision = saved.revision;
            if json {
                output::json_line(&json!({ "note": note.id, "bytes": note.body.len() }))?;
            }
        }
        if ended {
            // Read whole: only then it is known what is code.
            let linked = notebook.notes().linked_by_title(&note.body)?;
            if linked != note.body {
                notebook
                    .notes()
                    .save(note.id, note.revision, title, &linked)?;
            }
            break;
        }
    }
    if let Ok(Err(error)) = reading.join() {
        return Err(Failure::Unreadable {
            path: "-".into(),
            source: error,
        });
    }
    if !json {
        output::line(&note.id.to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}
