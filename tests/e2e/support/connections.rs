//! A trap for connections: strace watches the program and all its children from
//! outside, so that nothing inside can talk it away. It needs no rights beyond
//! those of the user who runs the program.

use std::fs;
use std::path::Path;

use crate::Failure;

/// What stands before the program on strace's command line. `connect` is how every TCP
/// connection and every name look-up begins; `sendto` is how a datagram leaves without one.
pub(crate) fn trap_arguments(log: &Path) -> Vec<String> {
    let log = log.display().to_string();
    [
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        "trace=connect,sendto",
        "-e",
        "signal=none",
        "-o",
        &log,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Internet addresses (`1.2.3.4:80`, `[::1]:443`) that were tried so far, in order, but
/// for the one at which the web view answers its own driver. Local sockets (X11, D-Bus)
/// are not in it.
pub fn tried(log: &Path, driver: &str) -> Result<Vec<String>, Failure> {
    let text = fs::read_to_string(log).map_err(Failure::file(log))?;
    let tried = text.lines().filter_map(address);
    Ok(tried.filter(|address| address != driver).collect())
}

/// The address in a line such as
/// `77 connect(9, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("1.2.3.4")}, 16) = 0`.
fn address(line: &str) -> Option<String> {
    if !line.contains("sa_family=AF_INET") {
        return None;
    }
    let port = between(line, "htons(", ")").unwrap_or("?");
    match between(line, "inet_addr(\"", "\"") {
        Some(host) => Some(format!("{host}:{port}")),
        None => {
            let host = between(line, "AF_INET6, \"", "\"").unwrap_or("?");
            Some(format!("[{host}]:{port}"))
        }
    }
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(inside, _)| inside)
}
