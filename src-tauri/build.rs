//! Tells the window's build where its capabilities are, and which commands need one.

use std::process::ExitCode;

const CAPABILITY: &str = "src-tauri/capabilities/main.json";

/// Makes the list of commands the names that permissions are made of.
macro_rules! commands {
    ($($noun:ident :: $command:ident),* $(,)?) => {
        &[$(stringify!($command)),*]
    };
}

const COMMANDS: &[&str] = include!("src/commands/list.rs");

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/src/commands/list.rs");
    // The page is embedded: a new one is a new program.
    println!("cargo:rerun-if-changed=ui/dist");
    if let Err(error) = check_capability() {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("{error:#}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// A command without its permission would be refused only when somebody calls it.
fn check_capability() -> Result<(), String> {
    let capability = std::fs::read_to_string(CAPABILITY)
        .map_err(|error| format!("{CAPABILITY} can't be read: {error}"))?;
    let missing: Vec<String> = COMMANDS
        .iter()
        .map(|command| format!("\"allow-{}\"", command.replace('_', "-")))
        .filter(|permission| !capability.contains(permission))
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!("{CAPABILITY} lacks {}", missing.join(", ")))
    }
}
