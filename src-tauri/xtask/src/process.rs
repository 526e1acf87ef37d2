//! Running other programs, so that a failure names the line that failed.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// Variables that cargo sets for xtask about xtask. Passed on, they would make build
/// scripts that watch them (ring's does) run again whenever cargo is called the other
/// way, by hand or from here, and with them everything that stands on them.
fn describes_xtask(variable: &str) -> bool {
    [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_CRATE_",
        "CARGO_BIN_",
        "CARGO_PRIMARY_",
    ]
    .iter()
    .any(|beginning| variable.starts_with(beginning))
}

/// A program with its arguments, ready to run.
pub struct Call {
    command: Command,
    line: String,
}

impl Call {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        Self {
            line: program.to_string_lossy().into_owned(),
            command: Command::new(program),
        }
    }

    /// The cargo that runs this xtask.
    pub fn cargo() -> Self {
        let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut call = Self::new(program);
        call.line = "cargo".to_owned();
        for (name, _) in std::env::vars_os() {
            if describes_xtask(&name.to_string_lossy()) {
                call.command.env_remove(&name);
            }
        }
        call
    }

    /// npm, which is a script with another name on Windows.
    pub fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        let argument = argument.as_ref();
        self.line.push(' ');
        self.line.push_str(&argument.to_string_lossy());
        self.command.arg(argument);
        self
    }

    pub fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    pub fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Says the line, then runs it with this terminal.
    pub fn run(mut self) -> Result<(), Failure> {
        println!("    {}", self.line);
        let status = self.command.status();
        self.judge(status)
    }

    /// Like [`Call::run`], but also gives what it said on standard output, which is passed on
    /// while it comes, whether or not it succeeded.
    pub fn run_heard(mut self) -> Result<(Result<(), Failure>, String), Failure> {
        println!("    {}", self.line);
        let mut child = match self.command.stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(source) => {
                return Err(Failure::Start {
                    line: self.line,
                    source,
                });
            }
        };
        let mut heard = String::new();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                heard.push_str(&line);
                heard.push('\n');
            }
        }
        let status = child.wait();
        Ok((self.judge(status), heard))
    }

    /// Runs it without a word; only whether it succeeded counts.
    pub fn succeeds(mut self) -> bool {
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// Runs it and gives what it printed, whether or not it succeeded.
    pub fn text(mut self) -> Result<String, Failure> {
        match self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
        {
            Ok(output) => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            Err(source) => Err(Failure::Start {
                line: self.line,
                source,
            }),
        }
    }

    /// Like [`Call::text`], but a failing program is a failure.
    pub fn checked_text(mut self) -> Result<String, Failure> {
        match self.command.stdin(Stdio::null()).output() {
            Ok(output) if output.status.success() => {
                Ok(String::from_utf8_lossy(&output.stdout).into_owned())
            }
            Ok(output) => {
                eprint!("{}", String::from_utf8_lossy(&output.stderr));
                Err(Failure::Program {
                    line: self.line,
                    status: output.status,
                })
            }
            Err(source) => Err(Failure::Start {
                line: self.line,
                source,
            }),
        }
    }

    fn judge(self, status: std::io::Result<std::process::ExitStatus>) -> Result<(), Failure> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::Program {
                line: self.line,
                status,
            }),
            Err(source) => Err(Failure::Start {
                line: self.line,
                source,
            }),
        }
    }
}
