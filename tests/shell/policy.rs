//! The window's policy as it is shipped. Others have lost such a line in a later
//! change without noticing; here it fails.

use dragoman_desktop::window::is_own_page;
use serde_json::Value;
use url::Url;

fn json(file: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_page_loads_nothing_from_anywhere() {
    let config = json("tauri.conf.json");
    let security = &config["app"]["security"];
    let csp = security["csp"].as_object().unwrap();
    let allowed = [
        "'none'",
        "'self'",
        "'unsafe-inline'",
        "data:",
        "ipc:",
        "http://ipc.localhost",
    ];
    for (directive, sources) in csp {
        for source in sources.as_str().unwrap().split_whitespace() {
            assert!(allowed.contains(&source), "{directive} {source}");
        }
    }
    assert_eq!(csp["default-src"], "'none'");
    assert_eq!(csp["script-src"], "'self'");
    assert_eq!(csp["connect-src"], "ipc: http://ipc.localhost");
    for directive in ["object-src", "base-uri", "form-action", "frame-src"] {
        assert_eq!(csp[directive], "'none'", "{directive}");
    }
    // Nonces in style-src would switch 'unsafe-inline' off; script-src must keep its own.
    assert_eq!(
        security["dangerousDisableAssetCspModification"],
        serde_json::json!(["style-src"])
    );
    assert_eq!(config["app"]["withGlobalTauri"], false);
}

#[test]
fn the_page_may_call_our_commands_and_hear_events_and_nothing_else() {
    let capability = json("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none());
    for permission in capability["permissions"].as_array().unwrap() {
        let permission = permission.as_str().unwrap();
        let event = matches!(
            permission,
            "core:event:allow-listen" | "core:event:allow-unlisten"
        );
        let ours = permission.starts_with("allow-");
        assert!(event || ours, "{permission}");
    }
}

#[test]
fn the_window_goes_nowhere_else() {
    let own = |url: &str| is_own_page(&Url::parse(url).unwrap());
    for url in [
        "tauri://localhost",
        "tauri://localhost/",
        "tauri://localhost/index.html",
        "tauri://localhost/index.html#article",
        "http://tauri.localhost/",
        "about:blank",
        "about:srcdoc",
    ] {
        assert!(own(url), "{url}");
    }
    for url in [
        "https://example.org/",
        "http://tauri.localhost:8080/",
        "http://tauri.localhost.example.org/",
        "tauri://elsewhere/",
        "tauri://localhost/other.html",
        "file:///etc/passwd",
        "data:text/html,x",
        "javascript:alert(1)",
        "blob:tauri://localhost/0",
        "about:config",
    ] {
        assert!(!own(url), "{url}");
    }
}
