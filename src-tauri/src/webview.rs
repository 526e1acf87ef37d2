//! What the system's web view may do, beyond what the page's policy says.

use tauri::WebviewWindow;

/// Switches off what a notebook never needs and what could reach the network.
#[cfg(target_os = "linux")]
pub fn harden(window: &WebviewWindow) -> tauri::Result<()> {
    let app = tauri::Manager::app_handle(window).clone();
    window.with_webview(move |webview| {
        let view = webview.inner();
        linux::switch_off(&view);
        linux::reload_after_crash(&view);
        crate::drops::keep_dragged_addresses(&app, &view);
    })
}

#[cfg(not(target_os = "linux"))]
pub fn harden(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use webkit2gtk::{CacheModel, SettingsExt, WebContextExt, WebView, WebViewExt};

    pub fn switch_off(view: &WebView) {
        if let Some(settings) = WebViewExt::settings(view) {
            settings.set_enable_dns_prefetching(false);
            settings.set_enable_webrtc(false);
            settings.set_enable_media_stream(false);
            settings.set_enable_media(false);
            settings.set_enable_webaudio(false);
            settings.set_enable_webgl(false);
            settings.set_enable_html5_database(false);
            settings.set_javascript_can_open_windows_automatically(false);
            settings.set_enable_page_cache(false);
        }
        if let Some(context) = view.context() {
            context.set_spell_checking_enabled(false);
            // One page that never goes back or forward needs no cache of pages.
            context.set_cache_model(CacheModel::DocumentViewer);
        }
    }

    /// The page's process is not ours: when it dies, the notebook is whole and
    /// the page starts again.
    pub fn reload_after_crash(view: &WebView) {
        view.connect_web_process_terminated(|view, reason| {
            tracing::error!(
                ?reason,
                "the web view's process ended; the page starts again"
            );
            view.reload();
        });
    }
}
