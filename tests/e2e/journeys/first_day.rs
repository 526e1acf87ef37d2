//! A reporter's first day: drop, read, tag, write, find; and all of it is there the next morning.

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Failure, fixtures, journey};

use crate::steps::{
    Kind, TITLE, drop_on_list, leave_field, link, open_article, search, start_note, tag,
    wait_until_saved,
};

#[test]
fn first_day() {
    journey("first-day", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;

        drop_on_list(desk, &app, &Load::Files(vec![fixtures::sample()]))?;
        let text = open_article(&app, TITLE)?;
        read(&app)?;
        app.picture(&desk.picture("read"))?;

        tag(&app, &text, "Kim Jong Un", Kind::Person)?;
        app.picture(&desk.picture("tagged"))?;

        start_note(&app, "Letters on Victory Day")?;
        app.type_text("Kim’s letter, as told in ")?;
        link(&app, "North Korea def", TITLE)?;
        app.type_text(", is by ")?;
        link(&app, "Kim Jong", "Kim Jong Un")?;
        app.type_text(" himself; note the zephyrous tone.")?;
        wait_until_saved(&app)?;
        app.picture(&desk.picture("note"))?;

        everything_is_found(&app)?;
        app.close()?;

        let app = desk.open_window()?;
        app.wait_until_ready()?;
        everything_is_found(&app)?;
        app.press("Enter")?;
        let body = app.get("textbox", "Text of the note")?;
        app.session()
            .script("arguments[0].focus();", &[body.as_argument()])?;
        app.press("Control+End")?;
        app.type_text(" Ask the ministry on Thursday.")?;
        wait_until_saved(&app)?;
        // Durable within a second of the last key; this is that second.
        std::thread::sleep(std::time::Duration::from_secs(1));
        app.kill()?;

        let app = desk.open_window()?;
        app.wait_until_ready()?;
        everything_is_found(&app)?;
        search(&app, "ministry thursday")?;
        app.get_holding("option", "Letters on Victory Day")?;
        leave_field(&app)?;
        app.press("g")?;
        app.press("l")?;
        open_article(&app, TITLE)?;
        read(&app)?;
        app.wait_for_text("Kim Jong Un")?;
        app.picture(&desk.picture("next-morning"))?;
        app.close()
    });
}

/// The reader shows the article's parts, each where it belongs.
fn read(app: &App<'_>) -> Result<(), Failure> {
    for part in [
        "The North Korean leader congratulated his Russian counterpart on Victory Day",
        "Thomas Kingsley",
        "10 May 2022",
        "16:14",
        "BST",
    ] {
        app.wait_for_text(part)?;
    }
    app.wait_for_no_text("Join our commenting forum")
}

/// The article by a word of its headline, the note by a word only it has, the entity by name.
fn everything_is_found(app: &App<'_>) -> Result<(), Failure> {
    search(app, "dignity")?;
    app.get_holding("option", TITLE)?;
    search(app, "Kim Jong Un")?;
    app.get_holding("option", "person")?;
    search(app, "zephyrous")?;
    let note = app.get_holding("option", "Letters on Victory Day")?;
    let words = app.session().text(&note)?;
    if !words.contains("zephyrous") {
        return Err(Failure::Expected(format!(
            "the note's passage is not shown: {words:?}"
        )));
    }
    Ok(())
}
