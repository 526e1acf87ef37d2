//! A story in the making: gathered, ordered, asked about, read through, found again.

use std::fs;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::webdriver::Element;
use dragoman_e2e::{App, Desk, Failure, journey};

use crate::steps::{drop_on_list, leave_field, run_command, search, start_note, wait_until_saved};

/// Made up, as are their outlets.
const LIBRARY: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "Harbour Post",
        "Envoy arrives for talks",
        "Orlan came to the harbour at noon.\nShe spoke of a ship that was turned away near the island.",
    ),
    (
        "ru",
        "Вечерняя газета",
        "Министр прибыл в порт",
        "Встречу с Орланом провели в порту.\nО судне у острова говорили до вечера.",
    ),
    (
        "ar",
        "صوت الميناء",
        "الوزيرة تصل إلى الميناء",
        "وصلت الوزيرة إلى الميناء صباح اليوم.\nتحدثت عن سفينة قرب الجزيرة قبل المحادثات.",
    ),
    (
        "ko",
        "새벽일보",
        "항구에서 장관 회담 열려",
        "오를란 장관은 항구에서 무역 회담을 가졌다.",
    ),
];

#[test]
fn a_story_in_the_making() {
    journey("dossier", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        import(desk, &app)?;

        go(&app, "No dossiers")?;
        app.picture(&desk.picture("empty"))?;
        run_command(&app, "New dossier")?;
        app.get("dialog", "New dossier")?;
        app.type_text("The ship off the island")?;
        app.press("Enter")?;
        app.get("heading", "The ship off the island")?;

        add(&app, "Who turned it away", "Heading")?;
        add(&app, "Министр", "Министр прибыл в порт")?;
        add(&app, "الوزيرة", "الوزيرة تصل إلى الميناء")?;
        // Beneath the heading that was chosen.
        level(&app, "Министр прибыл в порт", "2")?;
        level(&app, "الوزيرة تصل إلى الميناء", "2")?;

        // All that a search finds; what is there already is not added twice.
        search(&app, "lang:en OR lang:ru OR lang:ko")?;
        app.get_holding("option", "Envoy arrives")?;
        run_command(&app, "Add all results to a dossier")?;
        app.get("dialog", "Add all results to a dossier")?;
        app.get_holding("option", "The ship off the island")?;
        app.press("Enter")?;
        app.wait_for_text("Added to The ship off the island (2)")?;

        // By keyboard: nested, moved, a status, a question.
        open(&app)?;
        choose(&app, "الوزيرة تصل إلى الميناء")?;
        app.press("Shift+Tab")?;
        level(&app, "الوزيرة تصل إلى الميناء", "1")?;
        app.press("Tab")?;
        level(&app, "الوزيرة تصل إلى الميناء", "2")?;
        app.press("Alt+ArrowUp")?;
        order(
            &app,
            &[
                "Who turned it away",
                "الوزيرة تصل إلى الميناء",
                "Министр прибыл в порт",
            ],
        )?;
        app.press("s")?;
        app.click("menuitemradio", "need second source")?;
        app.press("q")?;
        app.type_text("Who saw it")?;
        app.press("Enter")?;
        app.wait_for_text("Who saw it")?;
        choose(&app, "Envoy arrives for talks")?;
        app.press("Shift+F10")?;
        app.get_holding("menuitem", "Write the question")?;
        app.picture(&desk.picture("row-menu"))?;
        app.click_on(|| app.get_holding("menuitem", "Set the status"))?;
        app.click("menuitemradio", "on record")?;
        app.wait_for_text("on record")?;

        // By the pointer: under the heading.
        let from = item(&app, "Envoy arrives for talks")?;
        let to = item(&app, "Who turned it away")?;
        let (x, y) = app.on_screen(&grip(&app, &from)?)?;
        let (_, over) = app.on_screen(&to)?;
        desk.pointer().drag_within((x, y), (x + 120, over))?;
        level(&app, "Envoy arrives for talks", "2")?;
        app.picture(&desk.picture("outline"))?;
        app.picture(&desk.shot("dossier"))?;

        app.session()
            .click(&app.get_holding("button", "need second source")?)?;
        app.wait_for_text("1 of 4 items")?;
        app.click("button", "All")?;

        // Taken back, and done again.
        choose(&app, "Who turned it away")?;
        app.press("Delete")?;
        app.wait_for_text("Took Who turned it away out")?;
        app.press("Control+z")?;
        item(&app, "Envoy arrives for talks")?;

        // A note with marks, read with them.
        start_note(&app, "What was said")?;
        app.type_text("The **minister** spoke of ==three== ships: `IMO 1`, *far* out.")?;
        wait_until_saved(&app)?;
        leave_field(&app)?;
        open(&app)?;
        choose(&app, "Who turned it away")?;
        add(&app, "What was", "What was said")?;

        app.click("tab", "Read")?;
        app.get_holding("mark", "three")?;
        app.wait_for_text("She spoke of a ship that was turned away")?;
        app.wait_for_text("تحدثت عن سفينة")?;
        app.picture(&desk.picture("read"))?;
        let to_marks = "document.querySelector('mark').scrollIntoView({ block: 'center' });";
        app.session().script(to_marks, &[])?;
        app.picture(&desk.picture("read-marks"))?;
        run_command(&app, "Dark colours")?;
        app.picture(&desk.picture("read-dark"))?;
        app.click("tab", "Outline")?;
        item(&app, "Envoy arrives for talks")?;
        app.picture(&desk.picture("outline-dark"))?;
        app.picture(&desk.shot("dossier-dark"))?;
        app.resize(1024, 700)?;
        app.picture(&desk.shot("dossier-small-dark"))?;
        run_command(&app, "Light colours")?;
        app.picture(&desk.shot("dossier-small"))?;
        app.resize(1280, 800)?;

        // A search beside it: what it finds is dragged to its place.
        choose(&app, "항구에서 장관 회담 열려")?;
        app.press("Delete")?;
        app.wait_for_text("Took 항구에서 장관 회담 열려 out")?;
        run_command(&app, "Search in the pane beside")?;
        app.get_holding("combobox", "Search")?;
        app.type_text("lang:ko")?;
        let hit = app.get_holding("option", "항구에서")?;
        let to = item(&app, "Envoy arrives for talks")?;
        app.picture(&desk.picture("search-beside"))?;
        desk.pointer()
            .drag_within(app.on_screen(&hit)?, app.on_screen(&to)?)?;
        item(&app, "항구에서 장관 회담 열려")?;
        app.picture(&desk.picture("dragged"))?;
        leave_field(&app)?;
        run_command(&app, "Close the pane beside")?;

        // Its own search scope.
        search(&app, "dossier:ship ")?;
        app.wait_for_text("5 results")?;
        app.picture(&desk.picture("scope"))?;
        leave_field(&app)?;

        // An article beside it, and a second tab; all of it is there the next morning.
        open(&app)?;
        choose(&app, "Envoy arrives for talks")?;
        app.press("Control+Enter")?;
        app.get("document", "Envoy arrives for talks")?;
        choose(&app, "Envoy arrives for talks")?;
        run_command(&app, "New tab")?;
        run_command(&app, "Go to Library")?;
        app.get("tab", "Library")?;
        app.picture(&desk.picture("tabs"))?;
        // Steps are kept when none has followed for a moment.
        std::thread::sleep(std::time::Duration::from_secs(1));
        app.close()?;

        let app = desk.open_window()?;
        app.wait_until_ready()?;
        app.click("tab", "The ship off the island")?;
        item(&app, "Envoy arrives for talks")?;
        app.get("document", "Envoy arrives for talks")?;
        app.picture(&desk.picture("next-morning"))?;
        app.close()
    });
}

#[test]
fn who_makes_a_dossier_adds_to_it_next() {
    journey("new-dossier", |desk| {
        let app = desk.open_window()?;
        app.resize(1024, 700)?;
        app.wait_for_text("Nothing in the Inbox")?;
        go(&app, "No dossiers")?;
        run_command(&app, "New dossier")?;
        app.get("dialog", "New dossier")?;
        app.type_text("Harbour")?;
        app.press("Enter")?;
        app.get("heading", "Harbour")?;
        wait_for("the field that adds to have the keyboard", PATIENCE, || {
            let there = "return document.activeElement?.getAttribute('role') === 'combobox'
                && document.activeElement.closest('[data-dossier-pane]') !== null;";
            Ok((app.session().script(there, &[])? == true).then_some(()))
        })?;
        app.type_text("Berths")?;
        app.get_holding("option", "Heading")?;
        app.press("Enter")?;
        item(&app, "Berths")?;
        app.picture(&desk.picture("made"))?;
        app.close()
    });
}

fn import(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let lines = LIBRARY.iter().map(|(lang, outlet, title, text)| {
        serde_json::json!({ "lang": lang, "outlet": outlet, "title": title, "text": text })
            .to_string()
    });
    let path = desk.folder("lists")?.join("library.jsonl");
    fs::write(&path, lines.collect::<Vec<_>>().join("\n")).map_err(Failure::file(&path))?;
    drop_on_list(desk, app, &Load::Files(vec![path]))?;
    app.wait_for_text("Import finished")?;
    app.click("button", "Hide the tray")
}

fn go(app: &App<'_>, wanted: &str) -> Result<(), Failure> {
    run_command(app, "Go to Dossiers")?;
    app.wait_for_text(wanted)
}

fn open(app: &App<'_>) -> Result<(), Failure> {
    go(app, "No dossier is open")?;
    app.session()
        .click(&app.get_holding("button", "The ship off the island")?)?;
    app.get("heading", "The ship off the island").map(drop)
}

fn add(app: &App<'_>, typed: &str, wanted: &str) -> Result<(), Failure> {
    app.session()
        .click(&app.get("combobox", "Add an article, quote, note or entity")?)?;
    app.type_text(typed)?;
    app.get_holding("option", wanted)?;
    app.press("Enter")?;
    let tree = app.get("tree", "Outline")?;
    let title = if wanted == "Heading" { typed } else { wanted };
    app.get_inside(&tree, "treeitem", title).map(drop)
}

fn item(app: &App<'_>, title: &str) -> Result<Element, Failure> {
    let tree = app.get("tree", "Outline")?;
    app.get_inside(&tree, "treeitem", title)
}

fn choose(app: &App<'_>, title: &str) -> Result<(), Failure> {
    app.click_on(|| item(app, title))?;
    let body = "document.querySelector('[role=tree]').focus();";
    app.session().script(body, &[]).map(drop)
}

fn grip(app: &App<'_>, item: &Element) -> Result<Element, Failure> {
    let body = "return arguments[0].querySelector('.grip');";
    let found = app.session().script(body, &[item.as_argument()])?;
    Element::from_answer(&found).ok_or_else(|| Failure::Expected("a grip".to_owned()))
}

fn level(app: &App<'_>, title: &str, wanted: &str) -> Result<(), Failure> {
    wait_for(&format!("{title} at level {wanted}"), PATIENCE, || {
        let body = "return arguments[0].getAttribute('aria-level');";
        let found = app
            .session()
            .script(body, &[item(app, title)?.as_argument()]);
        Ok(found.is_ok_and(|level| level == wanted).then_some(()))
    })
}

fn order(app: &App<'_>, wanted: &[&str]) -> Result<(), Failure> {
    wait_for("the outline in order", PATIENCE, || {
        let body = "return [...document.querySelectorAll('[role=treeitem] .t')].map((t) => t.textContent);";
        let found = app.session().script(body, &[])?;
        let titles: Vec<&str> = found
            .as_array()
            .map(|titles| titles.iter().filter_map(|title| title.as_str()).collect())
            .unwrap_or_default();
        Ok(titles.starts_with(wanted).then_some(()))
    })
}
