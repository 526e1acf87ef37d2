//! A day of reading: stars and the archive, many rows at once, a wrong word set right, tags
//! put in order, and reading on where one stopped.

use std::fs;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, journey};
use serde_json::json;

use crate::steps::{drop_on_list, leave_field, open_article, row, run_command, search};

/// Made up, as are their outlets.
const LIBRARY: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "Harbour Post",
        "Envoy arrives for talks",
        "Orlan came to the harbour at noon and spok of a treaty. The ferry waited.\nNo statement was made in the evening, and the press was not admitted.",
    ),
    (
        "en",
        "Harbour Post",
        "Grain prices rise",
        "Grain rose again on the coast, traders said, and the treaty was not mentioned once.",
    ),
    (
        "ko",
        "새벽일보",
        "항구에서 장관 회담 열려",
        "오를란 장관은 항구에서 무역 회담을 가졌고 미사일 발사를 언급했다고 관계자가 전했다.",
    ),
    (
        "ar",
        "صوت الميناء",
        "الوزيرة تصل إلى الميناء",
        "وصلت الوزيرة إلى الميناء صباح اليوم وتحدثت عن إطلاق صاروخ قرب الجزيرة قبل المحادثات.",
    ),
];

fn line((lang, outlet, title, text): &(&str, &str, &str, &str)) -> String {
    serde_json::json!({ "lang": lang, "outlet": outlet, "title": title, "text": text }).to_string()
}

/// An article of which the window shows a small part.
fn long() -> String {
    let paragraphs: Vec<String> = (1..=60)
        .map(|n| {
            format!(
                "Paragraph {n} of the inquiry says what was heard on day {n}, by whom and in \
                 which of the rooms, and which papers were laid on the table for it."
            )
        })
        .collect();
    json!({ "lang": "en", "outlet": "Gazette", "title": "The inquiry in full",
            "text": paragraphs.join("\n") })
    .to_string()
}

fn open_library<'d>(desk: &'d Desk) -> Result<App<'d>, Failure> {
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.wait_for_text("Nothing in the Inbox")?;
    let mut lines: Vec<String> = LIBRARY.iter().map(line).collect();
    lines.push(long());
    let path = desk.folder("lists")?.join("library.jsonl");
    fs::write(&path, lines.join("\n")).map_err(Failure::file(&path))?;
    drop_on_list(desk, &app, &Load::Files(vec![path]))?;
    app.wait_for_text("Import finished")?;
    app.click("button", "Hide the tray")?;
    Ok(app)
}

fn go(app: &App<'_>, key: &str) -> Result<(), Failure> {
    app.press("g")?;
    app.press(key)
}

#[test]
fn stars_archive_and_many_at_once() {
    journey("reading", |desk| {
        let app = open_library(desk)?;
        app.session()
            .click(&row(&app, "Envoy arrives for talks")?)?;
        app.press("f")?;
        app.wait_for_text("Starred Envoy arrives for talks")?;
        app.click_on(|| row(&app, "Grain prices rise"))?;
        app.press("a")?;
        app.wait_for_text("Archived Grain prices rise")?;
        go(&app, "a")?;
        row(&app, "Grain prices rise")?;
        app.picture(&desk.picture("archive"))?;
        go(&app, "s")?;
        row(&app, "Envoy arrives for talks")?;
        go(&app, "l")?;
        app.wait_for_no_text("Grain prices rise")?;

        // All of the list, as one step.
        app.session()
            .click(&row(&app, "Envoy arrives for talks")?)?;
        app.press("Control+a")?;
        app.wait_for_text("4 articles chosen")?;
        app.picture(&desk.picture("chosen"))?;
        app.press("t")?;
        app.get("dialog", "Tag the chosen articles")?;
        app.type_text("region/koreas")?;
        app.press("Enter")?;
        app.wait_for_text("Tagged with region/koreas (4)")?;

        app.session()
            .click(&row(&app, "Envoy arrives for talks")?)?;
        // It is the last row of the list.
        app.press("Shift+ArrowUp")?;
        app.wait_for_text("2 articles chosen")?;
        app.press("Delete")?;
        app.wait_for_text("Deleted 2 articles")?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Deleted 2 articles")?;
        row(&app, "Envoy arrives for talks")?;

        run_command(&app, "Dark colours")?;
        app.press("Control+a")?;
        app.picture(&desk.picture("chosen-dark"))?;
        app.resize(1024, 700)?;
        app.picture(&desk.picture("chosen-narrow"))?;
        app.close()
    });
}

#[test]
fn a_wrong_word_is_set_right() {
    journey("reading-correct", |desk| {
        let app = open_library(desk)?;
        let text = open_article(&app, "Envoy arrives for talks")?;
        app.select_words(&text, "spok of")?;
        app.press("c")?;
        app.get("textbox", "The words of this paragraph")?;
        app.picture(&desk.picture("correcting"))?;
        app.press("Control+a")?;
        app.type_text("Orlan came to the harbour at noon and spoke of a treaty.")?;
        app.press("Control+Enter")?;
        app.wait_for_text("Corrected Envoy arrives for talks")?;
        app.wait_for_text("spoke of a treaty")?;
        app.picture(&desk.picture("corrected"))?;

        app.click_on(|| app.get_holding("tab", "Versions"))?;
        // What a closed list of choices holds is no text of the page.
        dragoman_e2e::process::wait_for("a version by hand", dragoman_e2e::app::PATIENCE, || {
            let script = "return [...document.querySelectorAll('option')]
                .some((one) => one.textContent.includes('corrected by hand'));";
            Ok((app.session().script(script, &[])? == true).then_some(()))
        })?;
        app.picture(&desk.picture("versions"))?;
        app.click("tab", "Article")?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Corrected Envoy arrives for talks")?;
        app.wait_for_text("spok of a treaty")?;

        let arabic = open_article(&app, "الوزيرة تصل إلى الميناء")?;
        app.select_words(&arabic, "صباح اليوم")?;
        app.press("c")?;
        app.get("textbox", "The words of this paragraph")?;
        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("correcting-dark"))?;
        app.close()
    });
}

#[test]
fn tags_are_put_in_order() {
    journey("reading-tags", |desk| {
        let app = open_library(desk)?;
        for (title, tag) in [
            ("Envoy arrives for talks", "koreas"),
            ("Grain prices rise", "food"),
            ("항구에서 장관 회담 열려", "dprk"),
        ] {
            open_article(&app, title)?;
            app.press("t")?;
            app.get("combobox", "Add a tag")?;
            app.type_text(tag)?;
            app.press("Enter")?;
            app.wait_for_text(&format!("Tagged with {tag}"))?;
            leave_field(&app)?;
        }
        // The list has found its order.
        app.get("button", "What can be done with the tag dprk")?;
        let tags = app.get("region", "Tags")?;
        let koreas = app.get_inside(&tags, "button", "koreas")?;
        app.session()
            .click(&app.get("button", "What can be done with the tag koreas")?)?;
        app.click("menuitem", "Rename or move…")?;
        app.get("dialog", "Rename koreas")?;
        app.press("Control+a")?;
        app.type_text("region/koreas")?;
        app.press("Enter")?;
        app.wait_for_text("Renamed the tag koreas → region/koreas")?;
        drop(koreas);
        app.get_holding("button", "Hide the parts of region")?;
        app.click("button", "What can be done with the tag dprk")?;
        app.click("menuitem", "Rename or move…")?;
        app.press("Control+a")?;
        app.type_text("region/koreas")?;
        app.wait_for_text("The two become one")?;
        app.picture(&desk.picture("merge"))?;
        app.click("button", "Merge")?;
        app.wait_for_text("Merged the tag dprk → region/koreas")?;
        app.picture(&desk.picture("tree"))?;
        app.press("Control+z")?;
        app.wait_for_text("Undone: Merged the tag")?;
        app.get("button", "What can be done with the tag dprk")?;
        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("tree-dark"))?;
        app.close()
    });
}

#[test]
fn reading_goes_on_where_it_stopped() {
    journey("reading-place", |desk| {
        let app = open_library(desk)?;
        open_article(&app, "The inquiry in full")?;
        let script = "const block = [...document.querySelectorAll('[data-block]')].find((one) => one.textContent.startsWith('Paragraph 30 '));
            block.scrollIntoView({ block: 'start' });";
        app.session().script(script, &[])?;
        let top = |app: &App<'_>| -> Result<String, Failure> {
            let script = "const paper = document.querySelector('[data-pane=reader] .paper');
                const edge = paper.getBoundingClientRect().top;
                const seen = [...paper.querySelectorAll('[data-block]')].find((one) => one.getBoundingClientRect().bottom > edge + 4);
                return seen.textContent.split(' ').slice(0, 2).join(' ');";
            let found = app.session().script(script, &[])?;
            Ok(found.as_str().unwrap_or_default().to_owned())
        };
        wait_for_top(&app, &top, "scrolled to")?;
        // Larger letters and narrower lines leave it where it is.
        for _ in 0..4 {
            run_command(&app, "Larger reading text")?;
        }
        run_command(&app, "Narrower lines")?;
        wait_for_top(&app, &top, "with larger letters")?;
        app.picture(&desk.picture("large"))?;
        app.press("Control+0")?;
        wait_for_top(&app, &top, "with the usual letters")?;
        // So does a window of another width.
        app.resize(1024, 700)?;
        wait_for_top(&app, &top, "in a narrow window")?;
        app.resize(1280, 800)?;
        wait_for_top(&app, &top, "in a wide window")?;

        open_article(&app, "Grain prices rise")?;
        open_article(&app, "The inquiry in full")?;
        wait_for_top(&app, &top, "opened again")?;
        app.close()?;
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        go(&app, "l")?;
        open_article(&app, "The inquiry in full")?;
        wait_for_top(&app, &top, "the next day")?;

        // On from article to article, in the reader and by what was found.
        open_article(&app, "Envoy arrives for talks")?;
        app.press("Enter")?;
        let before = app.session().script(
            "return document.querySelector('[data-pane=reader] h1').textContent",
            &[],
        )?;
        app.press("k")?;
        dragoman_e2e::process::wait_for("another article", dragoman_e2e::app::PATIENCE, || {
            let now = app.session().script(
                "return document.querySelector('[data-pane=reader] h1').textContent",
                &[],
            )?;
            Ok((now != before).then_some(()))
        })?;
        search(&app, "treaty")?;
        app.get_holding("option", "Grain prices rise")?;
        app.press("Enter")?;
        app.get("search", "Find in article")?;
        app.press("Control+F3")?;
        app.press("F3")?;
        app.picture(&desk.picture("next-hit"))?;
        app.close()
    });
}

fn wait_for_top(
    app: &App<'_>,
    top: &impl Fn(&App<'_>) -> Result<String, Failure>,
    when: &str,
) -> Result<(), Failure> {
    let mut last = String::new();
    let what = format!("the place in the text {when}");
    let waited = dragoman_e2e::process::wait_for(&what, dragoman_e2e::app::PATIENCE, || {
        last = top(app)?;
        Ok((last == "Paragraph 30").then_some(()))
    });
    waited.map_err(|failure| Failure::Expected(format!("{failure}; at the top stands {last:?}")))
}
