//! What the window found wrong with itself, into the log.

/// Longer messages are cut: the log is for what broke, not for what was shown.
const LONGEST: usize = 500;

#[tauri::command]
pub async fn log_problem(message: String) {
    let message: String = message.chars().take(LONGEST).collect();
    // Written with escapes, so that a message stays one line.
    tracing::error!(?message, "the window reports a problem");
}
