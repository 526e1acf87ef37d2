//! The picture on the desktop's clipboard.
//!
//! WebKitGTK hands a page the words of a paste and no picture, so the shell asks the
//! clipboard itself. The other systems' web views hand pictures over.

use tauri::AppHandle;

/// The bytes of the picture; nothing when none is there.
#[cfg(target_os = "linux")]
pub async fn read(app: &AppHandle) -> Option<Vec<u8>> {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    // GTK's clipboard is asked on the window's thread, and answers there later.
    let asked = app.run_on_main_thread(move || gtk_clipboard::ask(sender));
    if let Err(error) = asked {
        tracing::warn!(%error, "the clipboard could not be asked");
        return None;
    }
    match tokio::time::timeout(gtk_clipboard::PATIENCE, receiver).await {
        Ok(Ok(bytes)) => bytes,
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
pub async fn read(_app: &AppHandle) -> Option<Vec<u8>> {
    None
}

#[cfg(target_os = "linux")]
mod gtk_clipboard {
    use std::time::Duration;

    use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
    use tokio::sync::oneshot::Sender;

    /// The program that holds the clipboard may be gone or busy.
    pub const PATIENCE: Duration = Duration::from_secs(5);
    /// In bytes: what a note keeps at the most.
    const LARGEST: usize = 20 << 20;
    /// What a note keeps, the form that loses nothing first.
    const TYPES: [&str; 4] = ["image/png", "image/webp", "image/jpeg", "image/gif"];

    /// Asks what the clipboard offers, then for the first of [`TYPES`] among it. The file
    /// itself is asked for, never a drawn picture: nothing is decoded here.
    pub fn ask(sender: Sender<Option<Vec<u8>>>) {
        let clipboard = gtk::Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern("TARGETS"), move |clipboard, offered| {
            let offered: Vec<Atom> = offered.targets().unwrap_or_default();
            let found = TYPES.into_iter().map(Atom::intern);
            let Some(wanted) = found.into_iter().find(|wanted| offered.contains(wanted)) else {
                return answer(sender, None);
            };
            clipboard.request_contents(&wanted, move |_, contents| {
                // Not copied only to be refused: no note keeps a larger one.
                if usize::try_from(contents.length()).map_or(true, |length| length > LARGEST) {
                    return answer(sender, None);
                }
                let bytes = contents.data();
                answer(sender, (!bytes.is_empty()).then_some(bytes));
            });
        });
    }

    fn answer(sender: Sender<Option<Vec<u8>>>, bytes: Option<Vec<u8>>) {
        if sender.send(bytes).is_err() {
            tracing::debug!("the clipboard answered after nobody waited any more");
        }
    }
}
