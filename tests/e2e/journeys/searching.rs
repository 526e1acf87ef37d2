//! Searching as a reporter does: in five scripts, by names, by fields, and again tomorrow.

use std::fs;

use dragoman_e2e::app::PATIENCE;
use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, journey};

use crate::steps::{drop_on_list, has_keyboard, leave_field, search};

/// Made up, as are their outlets.
const LIBRARY: &[(&str, &str, &str, &str)] = &[
    (
        "en",
        "Harbour Post",
        "Envoy arrives for talks",
        "Orlan came to the harbour at noon and spoke of a missile that fell near the island.",
    ),
    (
        "ko",
        "새벽일보",
        "항구에서 장관 회담 열려",
        "오를란 장관은 항구에서 무역 회담을 가졌고 미사일 발사를 언급했다고 관계자가 전했다.",
    ),
    (
        "ru",
        "Вечерняя газета",
        "Министр прибыл в порт",
        "Встречу с Орланом провели в порту; о ракете, упавшей у острова, говорили до вечера.",
    ),
    (
        "ar",
        "صوت الميناء",
        "الوزيرة تصل إلى الميناء",
        "وصلت الوزيرة إلى الميناء صباح اليوم وتحدثت عن إطلاق صاروخ قرب الجزيرة قبل المحادثات.",
    ),
    (
        "zh",
        "晨港报",
        "部长抵达港口会谈",
        "部长在港口谈到边境贸易,会谈之前有导弹落在岛屿附近的海域。",
    ),
];

fn line((lang, outlet, title, text): &(&str, &str, &str, &str)) -> String {
    serde_json::json!({ "lang": lang, "outlet": outlet, "title": title, "text": text }).to_string()
}

fn import(desk: &Desk, app: &App<'_>, name: &str, lines: &[String]) -> Result<(), Failure> {
    let path = desk.folder("lists")?.join(name);
    fs::write(&path, lines.join("\n")).map_err(Failure::file(&path))?;
    drop_on_list(desk, app, &Load::Files(vec![path]))?;
    app.wait_for_text("Import finished")?;
    app.click("button", "Hide the tray")
}

fn open_library<'d>(desk: &'d Desk) -> Result<App<'d>, Failure> {
    let app = desk.open_window()?;
    app.resize(1280, 800)?;
    app.wait_for_text("Nothing in the Inbox")?;
    let lines: Vec<String> = LIBRARY.iter().map(line).collect();
    import(desk, &app, "library.jsonl", &lines)?;
    Ok(app)
}

#[test]
fn words_of_any_script_are_found_by_typing_them() {
    journey("scripts", |desk| {
        let app = open_library(desk)?;
        for (typed, title) in [
            ("미사일", "항구에서 장관 회담 열려"),
            // Another form of the word than the text has.
            ("ракета", "Министр прибыл в порт"),
            ("الوزيره", "الوزيرة تصل إلى الميناء"),
            // Traditional characters for simplified ones.
            ("導彈", "部长抵达港口会谈"),
            ("missiles", "Envoy arrives for talks"),
        ] {
            search(&app, typed)?;
            app.get_holding("option", title)?;
        }
        app.picture(&desk.picture("found"))?;
        app.click("button", "Explain")?;
        app.wait_for_text("Words that begin with “missiles” are found too")?;
        app.press("Escape")?;
        app.press("Escape")?;
        app.wait_for_no_text("Explain")?;
        has_keyboard(&app)?;
        app.close()
    });
}

/// To be laid beside the design's: titles and marks in their script's direction.
#[test]
fn results_of_every_script_stand_in_one_list() {
    journey("every-script", |desk| {
        let app = open_library(desk)?;
        let more = line(&(
            "en",
            "Harbour Post",
            "Ships wait outside",
            "Four ships waited outside the harbour until the evening.",
        ));
        import(desk, &app, "more.jsonl", &[more])?;
        search(&app, "missile 미사일 ракета صاروخ 导弹 ")?;
        for (.., title, _) in LIBRARY {
            app.get_holding("option", title)?;
        }
        app.wait_for_text("5 results")?;
        picture_both(desk, &app, "found")?;

        search(&app, "lang:en harbour missile ")?;
        app.get_holding("option", "Ships wait outside")?;
        app.click("button", "1 with all words")?;
        app.wait_for_no_text("Ships wait outside")?;
        app.get_holding("option", "Envoy arrives for talks")?;
        picture_both(desk, &app, "all-words")?;
        app.close()
    });
}

/// In light and dark, large and small.
fn picture_both(desk: &Desk, app: &App<'_>, name: &str) -> Result<(), Failure> {
    for colours in ["dark", "light"] {
        let theme = "document.documentElement.dataset.theme = arguments[0];";
        app.session().script(theme, &[serde_json::json!(colours)])?;
        for (width, height) in [(1024, 700), (1280, 800)] {
            app.resize(width, height)?;
            app.picture(&desk.picture(&format!("{name}-{colours}-{width}x{height}")))?;
        }
    }
    Ok(())
}

#[test]
fn a_saved_search_counts_what_came_since() {
    journey("saved-search", |desk| {
        let app = open_library(desk)?;
        // A field is completed by keyboard and becomes a chip.
        search(&app, "in:веч")?;
        let values = app.get("listbox", "Values for this field")?;
        app.get_inside(&values, "option", "Вечерняя газета")?;
        app.picture(&desk.picture("completed"))?;
        app.press("Tab")?;
        app.get("button", "Remove in:\"Вечерняя газета\"")?;
        app.type_text("порт")?;
        app.get_holding("option", "Министр прибыл в порт")?;

        app.press("Control+s")?;
        app.get("dialog", "Save search")?;
        app.press("Enter")?;
        let saved = app.get("region", "Saved searches")?;
        app.get_inside(&saved, "button", "Вечерняя газета, порт")?;

        leave_field(&app)?;
        app.press("g")?;
        app.press("l")?;
        let one = line(&(
            "ru",
            "Вечерняя газета",
            "Порт закрыт",
            "Порт закрыли на ночь.",
        ));
        import(desk, &app, "one.jsonl", &[one])?;
        let row = app.get_inside(&saved, "button", "1 new")?;
        app.picture(&desk.picture("one-new"))?;
        app.session().click(&row)?;
        let results = app.get("listbox", "Results")?;
        app.get_inside(&results, "option", "Порт закрыт")?;
        app.wait_for_text("2 results")?;
        app.wait_for_no_text("1 new")?;
        app.close()
    });
}

#[test]
fn names_are_switched_off_for_one_search() {
    journey("names-off", |desk| {
        let app = open_library(desk)?;
        app.press("g")?;
        app.press("e")?;
        app.click("button", "New entity")?;
        app.get("dialog", "New entity")?;
        app.type_text("Orlan")?;
        app.press("Enter")?;
        for name in ["오를란", "Орлан"] {
            app.click("button", "Add…")?;
            app.get("textbox", "A name in any script")?;
            app.type_text(name)?;
            app.press("Enter")?;
            app.get_holding("button", name)?;
        }
        search(&app, "person:Orlan ")?;
        app.wait_for_text("matched via")?;
        app.get_holding("option", "항구에서 장관 회담 열려")?;
        app.get_holding("option", "inflected")?;
        app.wait_for_text("Why this matched")?;
        app.picture(&desk.picture("all-names"))?;

        app.click("checkbox", "오를란")?;
        app.wait_for_no_text("항구에서 장관 회담 열려")?;
        app.get_holding("option", "Министр прибыл в порт")?;
        app.press("Alt+a")?;
        app.wait_for_no_text("Министр прибыл в порт")?;
        app.get_holding("option", "Envoy arrives for talks")?;
        app.close()
    });
}

#[test]
fn a_find_bar_that_was_closed_stays_closed_beside_a_note() {
    journey("find-closed", |desk| {
        let app = open_library(desk)?;
        search(&app, "missile")?;
        app.get_holding("option", "Envoy arrives for talks")?;
        app.press("Enter")?;
        app.get("search", "Find in article")?;
        app.press("Escape")?;
        find_bar_is_closed(&app)?;
        app.press("Control+f")?;
        app.get("search", "Find in article")?;
        app.press("Escape")?;
        find_bar_is_closed(&app)?;
        app.press("n")?;
        app.get("textbox", "Text of the note")?;
        app.type_text("On the envoy")?;
        app.wait_for_text("Saved")?;
        app.picture(&desk.picture("beside-note"))?;
        find_bar_is_closed(&app)?;
        app.close()
    });
}

fn find_bar_is_closed(app: &App<'_>) -> Result<(), Failure> {
    wait_for("no find bar", PATIENCE, || {
        let script = "return document.querySelector('[data-scope=reader] [role=search]') === null;";
        Ok((app.session().script(script, &[])? == true).then_some(()))
    })
}
