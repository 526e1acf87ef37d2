//! A page of every format, each dropped into an empty Inbox, so that none is hidden as the
//! duplicate of another file that says the same.

use std::time::Duration;

use dragoman_e2e::pointer::Load;
use dragoman_e2e::process::wait_for;
use dragoman_e2e::{App, Desk, Failure, fixtures, journey};

use crate::steps::{drop_on_list, open_article};

/// Reading a book or a page of a PDF takes a debug build a while.
const PATIENCE: Duration = Duration::from_secs(60);

const BORDER: &str = "Border opens after eleven days";
const CROSSING: &str = "River states agree to reopen crossing";
const FERRY: &str = "Ferry crosses the strait again after nine weeks";

/// A file or folder below the formats' fixtures, the headline of an article in it, and words
/// of that article's text.
const PAGES: &[(&str, &str, &str)] = &[
    ("article.md", BORDER, "a queue of nine kilometres"),
    (
        "obsidian",
        "Lighthouse keepers end their strike",
        "Nobody had expected the strike to last so long, he added.",
    ),
    ("docx/pandoc.docx", BORDER, "a queue of nine kilometres"),
    (
        "docx/libreoffice-russian.docx",
        "Граница открыта после одиннадцати дней",
        "спора о таможенных бумагах",
    ),
    ("odt/pandoc.odt", BORDER, "a queue of nine kilometres"),
    ("odt/libreoffice.fodt", BORDER, "a queue of nine kilometres"),
    ("rtf/libreoffice.rtf", BORDER, "a queue of nine kilometres"),
    ("epub/pandoc.epub", "The agreement", "slept in our lorries"),
    ("eml/newsletter.eml", BORDER, "a queue of nine kilometres"),
    (
        "mbox/python.mbox",
        "Grain ships leave port",
        "Parliaments in both capitals",
    ),
    ("articles/articles.jsonl", CROSSING, "agreed a timetable"),
    (
        "articles/table-1251.csv",
        "Договор о переправе подписан",
        "комиссия осмотрит мост",
    ),
    ("feeds/atom.xml", CROSSING, "two of its piers"),
    ("feeds/rss.xml", CROSSING, "Traders on the quay"),
    (
        "instapaper/instapaper-export.csv",
        "Why the ferry vote was delayed",
        "The vote was put off twice",
    ),
    (
        "readwise/readwise-data.csv",
        "The Slow Border",
        "Attention is trained, not given.",
    ),
    ("omnivore/export", CROSSING, "Traders on the quay"),
    (
        "zotero/library.bib",
        "River states agree to reopen Varna crossing",
        "The café at the border",
    ),
    ("zotero/library.json", CROSSING, "Trains could run again"),
    ("zotero/library.ris", CROSSING, "Ask the ministry"),
    (
        "saved/chromium.mhtml",
        FERRY,
        "a storm had torn its landing stage",
    ),
    (
        "saved/chromium",
        "Island school opens with eleven pupils",
        "three more than the law asks for",
    ),
    (
        "saved/single-file.html",
        "Ministers set a new tariff on dried fish",
        "four per cent more at the border",
    ),
    (
        "saved/plistlib.webarchive",
        "Фонари считали лодки",
        "Верхний мост через Сельву",
    ),
    (
        "saved/wget.warc",
        "Inspectors close the upper bridge for a month",
        "two of its nine bearings",
    ),
    (
        "saved/wget",
        "Harbour town counts its boats by lantern",
        "older than the harbour register",
    ),
    (
        "saved/7z.zip",
        "Notes: Harbour town counts its boats by lantern",
        "two lie on the bottom of the bay",
    ),
    (
        "pdf/newspaper-reportlab.pdf",
        "Harbour to reopen after a settlement on overtime",
        "The harbour authority of Port Velden",
    ),
    (
        "pdf/table-typst.pdf",
        "Ships waiting by week",
        "counted at anchor",
    ),
    (
        "pdf/arabic-libreoffice.pdf",
        "الميناء يعيد فتح المحطة الشرقية",
        "أربعين سفينة حاويات",
    ),
    (
        "pdf/japanese-vertical-chromium.pdf",
        "港湾当局、東ターミナルを再開へ",
        "二週間以内に再開すると発表した",
    ),
];

/// Files that hold links and no article.
const LINKS: &[&str] = &[
    "links",
    "bookmarks/firefox.html",
    "pocket/ril_export.html",
    "instapaper/instapaper-export.html",
];

#[test]
fn a_page_of_every_format_can_be_read() {
    journey("format-pages", |desk| {
        let app = desk.open_window()?;
        app.resize(1280, 800)?;
        for (file, title, words) in PAGES {
            empty_inbox(&app)?;
            drop_on_list(desk, &app, &file_of(file))?;
            let text = wait_for(file, PATIENCE, || Ok(open_article(&app, title).ok()))?;
            let shown = app.session().text(&text)?;
            if !shown.contains(words) {
                return Err(Failure::Expected(format!("{words} in {file}: {shown}")));
            }
            app.picture(&picture_of(desk, file))?;
            take_back(&app)?;
        }
        for file in LINKS {
            empty_inbox(&app)?;
            drop_on_list(desk, &app, &file_of(file))?;
            wait_for(file, PATIENCE, || {
                Ok(app.page_text()?.contains("need attention").then_some(()))
            })?;
            app.picture(&picture_of(desk, file))?;
            take_back(&app)?;
        }
        app.close()
    });
}

fn file_of(file: &str) -> Load {
    Load::Files(vec![fixtures::fixture("formats").join(file)])
}

fn picture_of(desk: &Desk, file: &str) -> std::path::PathBuf {
    desk.picture(&file.replace(['/', '.'], "-"))
}

fn empty_inbox(app: &App<'_>) -> Result<(), Failure> {
    app.wait_for_text("Nothing in the Inbox")
}

/// A whole import goes only when the offer is taken.
fn take_back(app: &App<'_>) -> Result<(), Failure> {
    app.press("Control+z")?;
    app.click("button", "Undo")?;
    app.wait_for_text("Undone: Imported")
}
