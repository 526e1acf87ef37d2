//! Child processes that end with the value that holds them, and those below a process.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::Failure;

/// How long a program may take to say that it is ready.
const READY: Duration = Duration::from_secs(20);

/// A running program; killed on drop.
pub struct Running {
    child: Child,
}

impl Running {
    /// Starts `command` without waiting for anything.
    pub fn start(mut command: Command) -> Result<Self, Failure> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .map_err(|source| Failure::Start { program, source })?;
        Ok(Self { child })
    }

    /// Starts `command`, waits for its first line of output and gives both.
    /// What it prints later is read and forgotten, so that it never blocks.
    pub fn start_and_hear(mut command: Command) -> Result<(Self, String), Failure> {
        let program = command.get_program().to_string_lossy().into_owned();
        command.stdout(Stdio::piped());
        let mut running = Self::start(command)?;
        let Some(output) = running.child.stdout.take() else {
            return Err(Failure::NotReady { program });
        };
        let (send, receive) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                let Ok(line) = line else { break };
                // Nobody listens after the first line.
                drop(send.send(line));
            }
        });
        match receive.recv_timeout(READY) {
            Ok(line) => Ok((running, line)),
            Err(_) => Err(Failure::NotReady { program }),
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is what is wanted.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Runs a short program to its end and gives what it printed.
pub fn run(mut command: Command) -> Result<String, Failure> {
    let program = format!("{command:?}");
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|source| Failure::Start {
            program: program.clone(),
            source,
        })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let words = [output.stdout, output.stderr].concat();
    Err(Failure::Program {
        program,
        output: String::from_utf8_lossy(&words).into_owned(),
    })
}

/// Asks `look` again and again until it gives something.
pub fn wait_for<T>(
    what: &str,
    time: Duration,
    mut look: impl FnMut() -> Result<Option<T>, Failure>,
) -> Result<T, Failure> {
    let end = Instant::now() + time;
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if Instant::now() >= end {
            return Err(Failure::Waited {
                what: what.to_owned(),
                time,
                seen: None,
            });
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// All processes below `ancestor`.
pub fn descendants(ancestor: u32) -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let numbers = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let parents: Vec<(u32, u32)> = numbers
        .filter_map(|pid| Some((pid, parent(pid)?)))
        .collect();
    let mut found = vec![ancestor];
    let mut at = 0;
    while at < found.len() {
        let above = found[at];
        found.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == above)
                .map(|(pid, _)| *pid),
        );
        at += 1;
    }
    found.split_off(1)
}

/// The parent is the second field after the name, which may hold anything but its last `)`.
fn parent(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, after) = stat.rsplit_once(") ")?;
    after.split(' ').nth(1)?.parse().ok()
}

/// Whether the process runs this program.
pub(crate) fn runs(pid: u32, program: &Path) -> bool {
    let wanted = program
        .canonicalize()
        .unwrap_or_else(|_| program.to_owned());
    fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|running| running == wanted)
}
