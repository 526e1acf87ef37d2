//! A virtual X11 display with a window manager and a session bus.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Failure;
use crate::process::Running;

/// Room for the window at its largest and a drag source beside it.
const SCREEN: &str = "1720x1000x24";

/// One display; whatever runs on it gets [`Display::apply`].
pub struct Display {
    name: String,
    bus: String,
    home: PathBuf,
    // Dropped in this order: first what draws, then what it draws on.
    _manager: Running,
    _bus: Running,
    _server: Running,
}

impl Display {
    /// Starts Xvfb on a free number, D-Bus and openbox, with `home` as home folder.
    pub fn start(home: &Path) -> Result<Self, Failure> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            SCREEN,
            "-nolisten",
            "tcp",
        ])
        .stderr(Stdio::null());
        let (server, number) = Running::start_and_hear(xvfb)?;
        let name = format!(":{}", number.trim());

        let mut daemon = Command::new("dbus-daemon");
        daemon
            .args(["--session", "--nofork", "--print-address=1"])
            .stderr(Stdio::null());
        home_of(&mut daemon, home);
        let (bus_daemon, bus) = Running::start_and_hear(daemon)?;

        let mut openbox = Command::new("openbox");
        openbox
            .env("DISPLAY", &name)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        home_of(&mut openbox, home);
        let manager = Running::start(openbox)?;

        let home = home.to_owned();
        Ok(Self {
            name,
            bus,
            home,
            _manager: manager,
            _bus: bus_daemon,
            _server: server,
        })
    }

    /// Puts a program on this display, in this home, away from the person's own
    /// settings, portals and graphics card.
    pub fn apply(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("GTK_USE_PORTAL", "0")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_A11Y", "none")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "Europe/London")
            .env_remove("WAYLAND_DISPLAY");
        home_of(command, &self.home);
    }

    /// A command of this display's tools.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        self.apply(&mut command);
        command
    }
}

fn home_of(command: &mut Command, home: &Path) {
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("XDG_DATA_HOME", home.join(".local/share"))
        .env("XDG_STATE_HOME", home.join(".local/state"))
        .env("XDG_CACHE_HOME", home.join(".cache"))
        .env("XDG_RUNTIME_DIR", home.join("run"));
}
