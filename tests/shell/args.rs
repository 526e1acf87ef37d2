use std::ffi::OsString;
use std::path::PathBuf;

use dragoman_desktop::args::{ArgumentError, Request, parse};

fn parsed(arguments: &[&str]) -> Result<Request, ArgumentError> {
    parse(arguments.iter().map(OsString::from))
}

#[test]
fn no_argument_opens_the_last_notebook() {
    assert_eq!(parsed(&[]), Ok(Request::Open { notebook: None }));
}

#[test]
fn a_notebook_is_named_by_its_folder() {
    let notebook = Some(PathBuf::from("/srv/a b/Notizbuch Köln"));
    assert_eq!(
        parsed(&["--notebook", "/srv/a b/Notizbuch Köln"]),
        Ok(Request::Open { notebook })
    );
}

#[test]
fn a_missing_folder_and_an_unknown_argument_are_refused() {
    assert_eq!(parsed(&["--notebook"]), Err(ArgumentError::NoFolder));
    assert_eq!(
        parsed(&["--nonsense"]),
        Err(ArgumentError::Unknown("--nonsense".into()))
    );
    assert_eq!(
        parsed(&["folder"]),
        Err(ArgumentError::Unknown("folder".into()))
    );
}

#[test]
fn a_page_to_be_drawn_is_a_number() {
    assert_eq!(
        parsed(&["--draw-page", "3"]),
        Ok(Request::DrawPage { page: 3 })
    );
    assert_eq!(
        parsed(&["--draw-page", "-1"]),
        Err(ArgumentError::Unknown("-1".into()))
    );
}

#[test]
fn help_and_version_win() {
    assert_eq!(parsed(&["--help"]), Ok(Request::Help));
    assert_eq!(parsed(&["--notebook", "x", "-V"]), Ok(Request::Version));
}
