use dragoman_core::ErrorCode;
use dragoman_desktop::links::{open_in_browser, web_address};

#[test]
fn web_addresses_pass() {
    for (given, opened) in [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("HTTP://Example.org", "http://example.org/"),
        ("https://日本.jp/", "https://xn--wgv71a.jp/"),
    ] {
        assert_eq!(web_address(given).unwrap().as_str(), opened);
    }
}

/// The kinds of link that have run programs or sent passwords in other note programs.
#[test]
fn everything_else_is_refused() {
    for link in [
        "",
        "example.org",
        "file:///etc/passwd",
        "file://server/share/a.exe",
        "smb://server/share",
        "\\\\server\\share\\a.exe",
        "javascript:alert(1)",
        "data:text/html,x",
        "ms-msdt:/id",
        "mailto:a@example.org",
        "https://",
        "https://name:word@example.org/",
        "-https://example.org/",
    ] {
        assert_eq!(web_address(link), None, "{link}");
        let error = open_in_browser(link).unwrap_err();
        assert_eq!(error.code, ErrorCode::InvalidInput, "{link}");
    }
}
