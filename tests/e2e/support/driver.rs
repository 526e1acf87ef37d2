//! WebKitWebDriver, which attaches to the program's web view.

use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::time::Duration;

use crate::Failure;
use crate::desk::Desk;
use crate::process::{Running, wait_for};

/// A running driver; everything that it starts inherits its environment.
pub struct Driver {
    port: u16,
    process: Running,
}

impl Driver {
    /// Starts the driver on a free port of this machine.
    pub fn start(desk: &Desk) -> Result<Self, Failure> {
        let port = free_port()?;
        let mut command = desk.display().command("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            // wry lets itself be driven only when this says so.
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if desk.looks_into_frames() {
            command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
        }
        if desk.composes() {
            command.env("GTK_IM_MODULE", "ibus");
        }
        let process = Running::start(command)?;
        wait_for("WebKitWebDriver to listen", Duration::from_secs(20), || {
            Ok(TcpStream::connect(("127.0.0.1", port)).ok())
        })?;
        Ok(Self { port, process })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }
}

fn free_port() -> Result<u16, Failure> {
    let socket = TcpListener::bind(("127.0.0.1", 0));
    let address = socket.and_then(|socket| socket.local_addr());
    let start = |source| Failure::Start {
        program: "a listener on loopback".to_owned(),
        source,
    };
    address.map(|address| address.port()).map_err(start)
}
