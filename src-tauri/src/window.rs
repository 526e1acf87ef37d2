//! The one window: how large it is, what it may show, how it closes.

use std::time::Duration;

use tauri::webview::{Color, DownloadEvent, NewWindowResponse, PermissionResponse};
use tauri::{
    AppHandle, LogicalSize, Manager, Theme, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
};

use crate::events;
use crate::remembered::{self, Colours, WindowSize};
use crate::shell::Shell;

pub const LABEL: &str = "main";
const NAME: &str = "Dragoman";
const SMALLEST: LogicalSize<f64> = LogicalSize::new(900.0, 600.0);
const DEFAULT: WindowSize = WindowSize {
    width: 1280.0,
    height: 800.0,
    maximised: false,
};
/// What is seen until the page is painted: `--chrome` of the page's two themes.
const LIGHT: Color = Color(0xED, 0xEF, 0xEF, 0xFF);
const DARK: Color = Color(0x14, 0x17, 0x1A, 0xFF);
/// How long the window may take to save what is not saved yet.
const SAVING: Duration = Duration::from_secs(7);
/// Where nothing listens and nothing can: connecting to port 0 always fails.
const NOWHERE: &str = "http://127.0.0.1:0";

/// Makes the window and shows it; the notebook may still be opening.
pub fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let config = &app.state::<Shell>().config;
    let size = remembered::window_size(config).unwrap_or(DEFAULT);
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title(NAME)
        .inner_size(
            size.width.max(SMALLEST.width),
            size.height.max(SMALLEST.height),
        )
        .min_inner_size(SMALLEST.width, SMALLEST.height)
        .maximized(size.maximised)
        .prevent_overflow()
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .on_permission_request(|_, _| PermissionResponse::Deny);
    let window = without_network(builder).build()?;
    crate::webview::set_up(&window)?;
    let dark = match remembered::colours(config) {
        Colours::System => matches!(window.theme(), Ok(Theme::Dark)),
        chosen => chosen == Colours::Dark,
    };
    window.set_background_color(Some(if dark { DARK } else { LIGHT }))?;
    Ok(window)
}

/// A second lock behind the content security policy: what the web view tries to
/// load from the network goes to a proxy that does not exist. Tried on WebKitGTK:
/// with the policy taken away, nothing got out.
fn without_network<'a>(
    builder: WebviewWindowBuilder<'a, tauri::Wry, AppHandle>,
) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    match NOWHERE.parse() {
        // Not tried on the other systems, where the page's own origin may go through the proxy too.
        Ok(proxy) if cfg!(target_os = "linux") => builder.proxy_url(proxy),
        _ => builder,
    }
}

/// The window shows its own page, and frames whose content the page gave them;
/// every other navigation is refused.
pub fn is_own_page(url: &Url) -> bool {
    let own_origin = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // What the same origin is called on Windows.
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        "about" => return matches!(url.path(), "blank" | "srcdoc"),
        _ => false,
    };
    own_origin && matches!(url.path(), "" | "/" | "/index.html")
}

/// Names the notebook in the title bar.
pub fn set_title(app: &AppHandle, notebook: &str) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    if let Err(error) = window.set_title(&format!("{notebook} \u{2014} {NAME}")) {
        tracing::warn!(%error, "the window's title could not be set");
    }
}

/// Lets the page save what it has not saved yet, as far as it does so in time.
pub async fn let_page_save(app: &AppHandle) {
    let saved = app.state::<Shell>().expect_saved();
    events::tell(app, events::CLOSING, ());
    if !matches!(tokio::time::timeout(SAVING, saved).await, Ok(Ok(()))) {
        tracing::warn!("the window did not say that it had saved");
    }
}

/// Gives the page time to save, then closes the window for good. While an import runs, the
/// person is asked first.
pub fn close_when_saved(window: &tauri::Window) {
    if window.state::<Shell>().has_to_ask() {
        events::tell(window.app_handle(), events::CLOSE_ASKED, ());
        return;
    }
    if !window.state::<Shell>().begin_closing() {
        return;
    }
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        let app = window.app_handle();
        let_page_save(app).await;
        remember_size(&window);
        if let Err(error) = window.destroy() {
            tracing::error!(%error, "the window could not be closed");
            app.exit(1);
        }
    });
}

fn remember_size(window: &tauri::Window) {
    let config = &window.state::<Shell>().config;
    let Some(size) = size_now(window, config) else {
        return;
    };
    if let Err(error) = remembered::remember_window_size(config, size) {
        tracing::warn!(%error, "the window's size could not be kept");
    }
}

/// A maximised window keeps the size that it had before.
fn size_now(window: &tauri::Window, config: &std::path::Path) -> Option<WindowSize> {
    let maximised = window.is_maximized().ok()?;
    if maximised {
        let before = remembered::window_size(config).unwrap_or(DEFAULT);
        return Some(WindowSize {
            maximised,
            ..before
        });
    }
    let scale = window.scale_factor().ok()?;
    let size = window.inner_size().ok()?.to_logical::<f64>(scale);
    Some(WindowSize {
        width: size.width,
        height: size.height,
        maximised,
    })
}
