//! The desktop shell: the only code that names tauri or rfd.
//!
//! It opens the window, hands what the window asks for to the core, and hands
//! what the system gives (drops, dialogs, the closing of the window) to both.
//! What the product knows is in `dragoman-core`.

pub mod args;
mod changing;
mod commands;
mod dialogs;
#[cfg(target_os = "linux")]
mod drawing;
pub mod dropped_pictures;
pub mod drops;
mod emptying;
mod entity_lists;
pub mod error;
pub mod events;
mod imports;
pub mod links;
mod logging;
mod long_job;
mod menu;
mod opening;
mod pasted_picture;
pub mod pdf_page;
pub mod problems;
pub mod remembered;
mod rereading;
mod shell;
mod tagging;
mod watching;
mod webview;
pub mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use commands::{
    article, clipping, date, dossier, entities, entity, gazetteer, import, link, log,
    many_articles, mention, note, note_image, note_work, notebook, proposal, relation,
    saved_search, search, setting, tag, text, trash, undo, wire,
};
use tauri::{App, AppHandle, Manager, RunEvent, WindowEvent};

use args::Request;
use shell::Shell;

/// The exit code for arguments that are not understood, as other programs have it.
const MISUSED: u8 = 2;

/// Runs until the window is closed.
pub fn run() -> ExitCode {
    let notebook = match args::parse(std::env::args_os().skip(1)) {
        Ok(Request::Open { notebook }) => notebook,
        Ok(Request::DrawPage { page }) => return pdf_page::run(page),
        Ok(Request::Help) => {
            print!("{}", args::USAGE);
            return ExitCode::SUCCESS;
        }
        Ok(Request::Version) => {
            println!("dragoman-desktop {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprint!("{error}\n\n{}", args::USAGE);
            return ExitCode::from(MISUSED);
        }
    };
    #[cfg(target_os = "linux")]
    drawing::ensure_plain();
    #[cfg(target_os = "linux")]
    if let Err(error) = gtk::init() {
        eprintln!(
            "Dragoman could not open its window: {error}. It needs a display: start it from a \
             desktop, or set DISPLAY or WAYLAND_DISPLAY. Without one, use the `dragoman` command."
        );
        return ExitCode::FAILURE;
    }
    match build(notebook) {
        Ok(app) => {
            app.run(on_run_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            eprintln!("Dragoman could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Makes the list of commands the handler of what the window asks.
macro_rules! commands {
    ($($noun:ident :: $command:ident),* $(,)?) => {
        tauri::generate_handler![$($noun::$command),*]
    };
}

fn build(notebook: Option<PathBuf>) -> tauri::Result<App> {
    tauri::Builder::default()
        .invoke_handler(include!("commands/list.rs"))
        .on_menu_event(|app, event| menu::on_chosen(app, event.id().as_ref()))
        .on_window_event(on_window_event)
        .setup(move |app| Ok(set_up(app, notebook)?))
        .build(tauri::generate_context!())
}

/// Everything before the first paint: nothing here reads a notebook.
fn set_up(app: &mut App, notebook: Option<PathBuf>) -> tauri::Result<()> {
    let handle = app.handle().clone();
    let paths = app.path();
    // Without a log the notebook still works; where it can be said, it is.
    if let Err(error) = logging::start(&paths.app_log_dir()?) {
        eprintln!("Dragoman writes no log: {error}");
    }
    problems::watch_for_panics(&handle);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    app.manage(Shell::new(paths.app_config_dir()?));
    app.manage(drops::Dragging::default());
    app.manage(dropped_pictures::DroppedPictures::default());
    if cfg!(target_os = "macos") {
        app.set_menu(menu::build(&handle)?)?;
    }
    window::open(&handle)?;
    tauri::async_runtime::spawn(watching::follow(handle.clone()));
    tauri::async_runtime::spawn(opening::open_at_start(handle, notebook));
    Ok(())
}

fn on_window_event(window: &tauri::Window, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(event) => drops::on_drag(window.app_handle(), event),
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            window::close_when_saved(window);
        }
        _ => {}
    }
}

fn on_run_event(app: &AppHandle, event: RunEvent) {
    if matches!(event, RunEvent::Exit) {
        app.state::<Shell>().close();
        tracing::info!("ended");
    }
}
