//! What the system's web view may do, beyond what the page's policy says.

use tauri::WebviewWindow;

/// Switches off what a notebook never needs and what could reach the network, and on what
/// writing needs.
#[cfg(target_os = "linux")]
pub fn set_up(window: &WebviewWindow) -> tauri::Result<()> {
    let app = tauri::Manager::app_handle(window).clone();
    window.with_webview(move |webview| {
        let view = webview.inner();
        linux::switch_off(&view);
        linux::compose_in_place(&view);
        linux::reload_after_crash(&view);
        crate::drops::keep_dragged_addresses(&app, &view);
    })
}

#[cfg(not(target_os = "linux"))]
pub fn set_up(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use webkit2gtk::{
        CacheModel, InputMethodContextExt, SettingsExt, WebContextExt, WebView, WebViewExt,
    };

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

    /// A syllable that an input method is still composing stands in the text, where the person
    /// looks. wry switches this off: it would stand in a window of the input method's own, or,
    /// where that has none, nowhere.
    pub fn compose_in_place(view: &WebView) {
        if let Some(context) = view.input_method_context() {
            context.set_enable_preedit(true);
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
