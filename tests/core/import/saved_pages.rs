//! Pages as browsers and crawlers save them: with their address and the time of saving.

use std::io::Write;

use dragoman_core::domain::{Article, Candidate, Field, Origin, OutcomeCode};

use super::{gzip, outcomes, page, story, zip_of};
use crate::support::{Bench, bench};

fn only(bench: &Bench, name: &str, bytes: impl AsRef<[u8]>) -> Article {
    let items = bench.import(&bench.file(name, bytes));
    assert_eq!(items.len(), 1, "{:?}", outcomes(&items));
    bench.get(items[0].article.unwrap())
}

fn file_dates(article: &Article) -> Vec<&Candidate> {
    article
        .provenance
        .iter()
        .filter(|known| known.field == Field::Published)
        .flat_map(|known| &known.candidates)
        .filter(|candidate| candidate.origin == Origin::FileDate && !candidate.value.is_empty())
        .collect()
}

#[test]
fn a_page_saved_as_one_message() {
    let bench = bench();
    let body = page(1)
        .replace('=', "=3D")
        .replace("Minister visits", "Ministr=C3=A9 vis=\r\nits");
    let message = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/world/port\r\n\
         Subject: Minister\r\nDate: Tue, 2 Jan 2024 10:11:12 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"--b--\"\r\n\r\n\
         ----b--\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\n\
         Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://gazette.example/world/port\r\n\r\n\
         {body}\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Location: https://gazette.example/p.png\r\n\r\niVBORw0KGgo=\r\n----b----\r\n"
    );
    // Whatever its name says.
    let article = only(&bench, "page.html", message);
    assert_eq!(article.title, "Ministré visits port 1");
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://gazette.example/world/port")
    );
    assert_eq!(article.published, None);
    assert_eq!(file_dates(&article)[0].value, "2024-01-02T10:11:12+01:00");
    let original = bench.notebook.articles().original(article.id).unwrap();
    assert!(
        original.html.contains("Ministré visits port 1") && !original.html.contains("boundary")
    );
}

#[test]
fn a_page_saved_by_safari() {
    let bench = bench();
    let mut resource = plist::Dictionary::new();
    let text = page(2).replace("Minister visits", "Чиновник visits");
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    resource.insert("WebResourceData".into(), plist::Value::Data(bytes.to_vec()));
    resource.insert("WebResourceMIMEType".into(), "text/html".into());
    resource.insert("WebResourceTextEncodingName".into(), "windows-1251".into());
    resource.insert("WebResourceURL".into(), "https://gazette.example/b".into());
    let mut list = plist::Dictionary::new();
    list.insert("WebMainResource".into(), plist::Value::Dictionary(resource));
    let list = plist::Value::Dictionary(list);
    let mut binary = Vec::new();
    list.to_writer_binary(&mut binary).unwrap();
    let article = only(&bench, "page.webarchive", &binary);
    assert_eq!(article.title, "Чиновник visits port 2");
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://gazette.example/b")
    );
    let mut xml = Vec::new();
    list.to_writer_xml(&mut xml).unwrap();
    let items = bench.import(&bench.file("again.webarchive", &xml));
    assert_eq!(items[0].code, OutcomeCode::SameBytes);
}

#[test]
fn a_page_saved_by_single_file_tells_where_and_when() {
    let bench = bench();
    let note = "<!--\n Page saved with SingleFile \n url: https://gazette.example/c \n saved date: Tue Jan 02 2024 10:11:12 GMT+0530 (India Standard Time)\n-->";
    let saved = page(3).replace("<head>", &format!("{note}<head>"));
    let article = only(&bench, "c.html", &saved);
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://gazette.example/c")
    );
    assert_eq!(file_dates(&article)[0].value, "2024-01-02T10:11:12+05:30");
    let note = "<!-- saved from url=(0025)https://gazette.example/d -->";
    let article = only(&bench, "d.html", format!("{note}{}", page(4)));
    assert_eq!(
        article.canonical_url.as_deref(),
        Some("https://gazette.example/d")
    );
}

#[test]
fn the_date_of_a_file_is_offered_and_never_used() {
    let bench = bench();
    let path = bench.file("plain.txt", story(5));
    let article = bench.get(bench.import(&path)[0].article.unwrap());
    assert_eq!(article.published, None);
    assert_eq!(file_dates(&article).len(), 1);
}

fn record(kind: &str, address: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let mut record = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-01-02T09:11:12Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        head.len() + body.len()
    )
    .into_bytes();
    record.extend_from_slice(head.as_bytes());
    record.extend_from_slice(body);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

fn chunked(bytes: &[u8]) -> Vec<u8> {
    let mut chunks = Vec::new();
    for chunk in bytes.chunks(200) {
        write!(chunks, "{:x}\r\n", chunk.len()).unwrap();
        chunks.extend_from_slice(chunk);
        chunks.extend_from_slice(b"\r\n");
    }
    chunks.extend_from_slice(b"0\r\n\r\n");
    chunks
}

fn crawl() -> Vec<Vec<u8>> {
    let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
    vec![
        record(
            "response",
            "https://gazette.example/1",
            &format!("{html}\r\n"),
            page(1).as_bytes(),
        ),
        record(
            "response",
            "https://gazette.example/2",
            &format!("{html}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"),
            &chunked(&gzip(page(2).as_bytes())),
        ),
        // A crawler that undid the encodings and kept the head.
        record(
            "response",
            "https://gazette.example/3",
            &format!("{html}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"),
            page(3).as_bytes(),
        ),
        record(
            "response",
            "https://gazette.example/p.png",
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
            b"\x89PNG",
        ),
        record(
            "response",
            "https://gazette.example/gone",
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n",
            page(9).as_bytes(),
        ),
        record(
            "revisit",
            "https://gazette.example/1",
            &format!("{html}\r\n"),
            b"",
        ),
        record(
            "request",
            "https://gazette.example/1",
            "GET / HTTP/1.1\r\n\r\n",
            b"",
        ),
    ]
}

#[test]
fn the_pages_of_a_crawl_with_what_was_left_out() {
    let expected = |name: &str| {
        [
            (
                format!("{name} › https://gazette.example/1"),
                OutcomeCode::Imported,
            ),
            (
                format!("{name} › https://gazette.example/2"),
                OutcomeCode::Imported,
            ),
            (
                format!("{name} › https://gazette.example/3"),
                OutcomeCode::Imported,
            ),
            (name.to_owned(), OutcomeCode::LeftOut),
        ]
    };
    let packed: Vec<u8> = crawl().iter().flat_map(|record| gzip(record)).collect();
    for (name, bytes) in [("crawl.warc", crawl().concat()), ("crawl.warc.gz", packed)] {
        let bench = bench();
        let items = bench.import(&bench.file(name, &bytes));
        let found: Vec<(String, OutcomeCode)> = items
            .iter()
            .map(|item| (item.name.clone(), item.code))
            .collect();
        assert_eq!(found, expected(name));
        assert_eq!(items[3].detail.as_deref(), Some("3"));
        let second = bench.get(items[1].article.unwrap());
        assert_eq!(second.title, "Minister visits port 2");
        assert_eq!(
            second.canonical_url.as_deref(),
            Some("https://gazette.example/2")
        );
        assert_eq!(file_dates(&second)[0].value, "2024-01-02T09:11:12+00:00");
        let original = bench.notebook.articles().original(second.id).unwrap();
        assert!(original.html.contains("port number 2"));
    }
}

#[test]
fn a_crawl_that_was_cut_gives_what_it_holds() {
    let bench = bench();
    let mut bytes = crawl().concat();
    bytes.truncate(bytes.len() * 2 / 5);
    let items = bench.import(&bench.file("crawl.warc", &bytes));
    assert_eq!(items[0].code, OutcomeCode::Imported);
    assert_eq!(items.last().unwrap().code, OutcomeCode::Damaged);
}

#[test]
fn a_page_with_its_folder_in_an_archive_is_one_article() {
    let bench = bench();
    let archive = zip_of(&[
        ("news/Port.html", page(1).as_bytes()),
        ("news/Port_files/frame.html", page(2).as_bytes()),
    ]);
    let items = bench.import(&bench.file("news.zip", &archive));
    let codes: Vec<OutcomeCode> = items.iter().map(|item| item.code).collect();
    assert_eq!(codes, [OutcomeCode::Imported, OutcomeCode::PartOfPage]);
}
