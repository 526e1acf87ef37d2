//! Parts of the Rust toolchain that a minimal installation lacks.

use crate::failure::Failure;
use crate::process::Call;

/// Makes sure that `cargo COMMAND` works, adding the rustup component behind it.
pub fn ensure_component(component: &str, command: &str) -> Result<(), Failure> {
    if Call::cargo().args([command, "--version"]).succeeds() {
        return Ok(());
    }
    if Call::new("rustup").arg("--version").succeeds() {
        println!("adding {component} to the Rust toolchain");
        return Call::new("rustup")
            .args(["component", "add", component])
            .run();
    }
    Err(Failure::Missing {
        what: format!("{component} (cargo {command})"),
        command: format!("rustup component add {component}"),
    })
}
