//! A machine without a display.

use std::process::Command;

#[test]
fn without_a_display_the_program_says_what_it_needs() {
    let output = Command::new(env!("CARGO_BIN_EXE_dragoman-desktop"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("It needs a display"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}
