//! Looks at the watched folders while the window is open.

use std::time::{Duration, Instant};

use dragoman_core::LastLook;
use tauri::{AppHandle, Manager};

use crate::imports;
use crate::shell::Shell;

/// How often the folders are looked at, at most.
const EVERY: Duration = Duration::from_secs(2);
/// A look at large folders may take no more than this share of the time.
const SHARE: u32 = 20;

/// Imports what is new, again and again, into whichever notebook is open.
pub async fn follow(app: AppHandle) {
    let mut last = LastLook::default();
    let mut pause = EVERY;
    loop {
        tokio::time::sleep(pause).await;
        let Some(notebook) = app.state::<Shell>().notebook_now() else {
            continue;
        };
        let begun = Instant::now();
        let app = app.clone();
        let looked = tauri::async_runtime::spawn_blocking(move || {
            imports::import_watched(&app, &notebook, &mut last);
            last
        });
        // A panic in it was told to the window; the next look begins anew.
        last = looked.await.unwrap_or_default();
        pause = EVERY.max(begun.elapsed() * SHARE);
    }
}
