//! Pictures of every screen, light and dark, in three sizes, to be laid beside the design's.

use std::fs;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{
    Kind, TITLE, drop_on_list, leave_field, link, open_article, run_command, search, start_note,
    tag, wait_until_saved,
};

const SIZES: [(u32, u32); 3] = [(1280, 800), (1024, 700), (900, 600)];

#[test]
fn screens() {
    journey("screens", |desk| {
        desk.look_into_frames();
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        app.wait_for_text("Nothing in the Inbox")?;
        fill(desk, &app)?;
        for colours in ["light", "dark"] {
            choose_colours(&app, colours)?;
            app.wait_for_no_text("Tagged")?;
            for (width, height) in SIZES {
                app.resize(width, height)?;
                let shoot = |screen: &str| {
                    settle(&app)?;
                    app.picture(&desk.shot(&format!("{screen}-{colours}-{width}x{height}")))
                };
                walk(&app, &shoot)?;
            }
        }
        app.close()
    });
}

/// A notebook with the sample, a few articles of ours, entities and two notes.
fn fill(desk: &Desk, app: &App<'_>) -> Result<(), Failure> {
    let folder = desk.folder("desk")?;
    for (name, text) in ARTICLES {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Failure::file(&path))?;
    }
    drop_on_list(desk, app, &Load::Files(vec![folder, fixtures::sample()]))?;
    app.wait_for_text("Import finished")?;
    app.click("button", "Hide the tray")?;
    let text = open_article(app, TITLE)?;
    for (words, kind) in TAGS {
        tag(app, &text, words, *kind)?;
    }
    start_note(app, "Kim’s train, September")?;
    app.type_text("The guests were met by ")?;
    link(app, "Kim Jong", "Kim Jong Un")?;
    app.type_text(" himself.")?;
    wait_until_saved(app)?;
    leave_field(app)?;
    start_note(app, "Letters on Victory Day")?;
    app.type_text("The greeting, as told in ")?;
    link(app, "North Korea def", TITLE)?;
    app.press("Enter")?;
    app.press("Enter")?;
    app.type_text("## What the message says\n\n- It is by ")?;
    link(app, "Kim Jong", "Kim Jong Un")?;
    app.type_text(" himself, and goes to ")?;
    link(app, "Vladimir", "Vladimir Putin")?;
    app.type_text("\nCompare ")?;
    link(app, "Kim’s train", "Kim’s train, September")?;
    wait_until_saved(app)
}

fn walk(app: &App<'_>, shoot: &dyn Fn(&str) -> Result<(), Failure>) -> Result<(), Failure> {
    leave_field(app)?;
    go(app, "l")?;
    open_article(app, TITLE)?;
    shoot("library")?;
    app.click("tab", "Original")?;
    app.get_holding("iframe", "Original")?;
    shoot("original")?;
    app.click_on(|| app.get_holding("tab", "Removed"))?;
    app.get("grid", "Removed text")?;
    shoot("removed")?;
    app.click("tab", "Article")?;
    run_command(app, "Show the last import")?;
    app.get("region", "Import")?;
    shoot("tray")?;
    app.click("button", "Hide the tray")?;
    go(app, "n")?;
    app.click_on(|| app.get_holding("option", "Letters on Victory Day"))?;
    app.get("textbox", "Text of the note")?;
    app.press("Enter")?;
    // The first line ends with the link to the article; it opens beside.
    app.press("Control+Home")?;
    app.press("End")?;
    app.press("Alt+Enter")?;
    app.get("document", TITLE)?;
    let body = app.get("textbox", "Text of the note")?;
    app.session()
        .script("arguments[0].focus();", &[body.as_argument()])?;
    app.press("Control+End")?;
    app.type_text(" [[Kim")?;
    app.get("listbox", "Link to")?;
    shoot("note")?;
    app.press("Escape")?;
    for _ in " [[Kim".chars() {
        app.press("Backspace")?;
    }
    wait_until_saved(app)?;
    leave_field(app)?;
    app.press("Control+Shift+w")?;
    go(app, "e")?;
    app.click_on(|| app.get_holding("option", "Kim Jong Un"))?;
    app.wait_for_text("Mentions by month")?;
    shoot("entity")?;
    search(app, "dignity")?;
    app.get_holding("option", TITLE)?;
    shoot("search")?;
    app.press("Control+k")?;
    app.get("dialog", "Palette")?;
    app.type_text("kim")?;
    app.get_holding("option", "Kim Jong Un")?;
    shoot("palette")?;
    app.press("Escape")
}

fn go(app: &App<'_>, region: &str) -> Result<(), Failure> {
    app.press("g")?;
    app.press(region)
}

fn choose_colours(app: &App<'_>, colours: &str) -> Result<(), Failure> {
    leave_field(app)?;
    let name = if colours == "dark" {
        "Dark colours"
    } else {
        "Light colours"
    };
    run_command(app, name)
}

/// Waits for fonts and for the frame that shows what was asked for.
fn settle(app: &App<'_>) -> Result<(), Failure> {
    let body = "const done = arguments[0];
        document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 250))));";
    app.session().script_async(body, &[]).map(drop)
}

/// What is tagged in the sample.
const TAGS: &[(&str, Kind)] = &[
    ("Kim Jong Un", Kind::Person),
    ("Vladimir Putin", Kind::Person),
    ("Korean Central News Agency", Kind::Organisation),
    ("North Korea", Kind::Place),
    ("Russia", Kind::Place),
    ("Victory Day", Kind::Event),
];

/// Articles of ours, so that lists have more than one row and more than one script.
const ARTICLES: &[(&str, &str)] = &[
    (
        "talks.txt",
        "Talks resume at the customs house\n\nBy Anna Hale\n9 May 2022\n\nThe delegations met for three hours in the old customs house and agreed to meet again on Friday, officials on both sides said.\n\nNo statement was issued, and the press was not admitted.\n",
    ),
    (
        "переговоры.txt",
        "Делегации вернулись к переговорам\n\n9 мая 2022\n\nДелегации провели три часа в здании старой таможни и договорились встретиться в пятницу, сообщили представители обеих сторон.\n\nЗаявления для прессы не было.\n",
    ),
    (
        "المحادثات.txt",
        "الوفود تعود إلى المحادثات في دار الجمارك\n\nالتقت الوفود ثلاث ساعات في دار الجمارك القديمة واتفقت على اللقاء مجددا يوم الجمعة، كما قال مسؤولون من الجانبين.\n\nولم يصدر أي بيان.\n",
    ),
    (
        "회담.txt",
        "대표단, 옛 세관 건물에서 회담 재개\n\n양측 대표단은 옛 세관 건물에서 세 시간 동안 만났으며 금요일에 다시 만나기로 했다고 관계자들이 말했다.\n\n성명은 나오지 않았다.\n",
    ),
];
