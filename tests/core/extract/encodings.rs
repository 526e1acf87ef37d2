//! Bytes in old encodings: declared, undeclared and wrongly declared, in pages and in
//! plain texts, short and long.

use dragoman_core::domain::Warning;
use dragoman_core::extract::{self, MediaType, SourceHints};
use encoding_rs::{Encoding, KOI8_R, WINDOWS_1251, WINDOWS_1252};

use super::hints;
use super::sentences::{SAMPLES, Sample};

const RUSSIAN: &str = "Ким Чен Ын поздравил Путина с Днём Победы. В послании говорится о поддержке и дружбе народов двух стран.";

fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{text} can't be written in {}", encoding.name());
    bytes.into_owned()
}

fn page(text: &str) -> String {
    format!("<html><head><title>Story</title></head><body><p>{text}</p></body></html>")
}

fn page_declaring(label: &str, text: &str) -> String {
    format!("<html><head><meta charset=\"{label}\"></head><body><p>{text}</p></body></html>")
}

/// Reads every sample, short and long, with what `write` makes of it; fails with all
/// those that come out as something else.
fn each_is_read(
    media: MediaType,
    charset: impl Fn(&Sample) -> Option<&'static str>,
    write: impl Fn(&Sample, &str) -> (Vec<u8>, String),
    unclear: Option<bool>,
) {
    let mut wrong = Vec::new();
    for sample in SAMPLES {
        for text in [sample.short, sample.long] {
            let (bytes, expected) = write(sample, text);
            let hints = SourceHints {
                charset: charset(sample),
                ..hints(media)
            };
            let decoded = extract::decode(&bytes, &hints);
            if decoded.text != expected {
                let start: String = decoded.text.chars().take(160).collect();
                wrong.push(format!("{} as {}: {start}", sample.label, decoded.encoding));
            } else if unclear.is_some_and(|unclear| unclear != decoded.unclear) {
                wrong.push(format!("{}: unclear is {}", sample.label, decoded.unclear));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn declared_pages_are_read_as_declared() {
    let write = |sample: &Sample, text: &str| {
        let source = page_declaring(sample.label, text);
        (encode(&source, sample.encoding), source)
    };
    each_is_read(MediaType::Html, |_| None, write, Some(false));
}

#[test]
fn what_the_server_declares_holds_for_pages_and_texts() {
    let in_page = |sample: &Sample, text: &str| {
        let source = page(text);
        (encode(&source, sample.encoding), source)
    };
    each_is_read(
        MediaType::Html,
        |sample| Some(sample.label),
        in_page,
        Some(false),
    );
    let alone = |sample: &Sample, text: &str| (encode(text, sample.encoding), text.to_owned());
    each_is_read(
        MediaType::Text,
        |sample| Some(sample.label),
        alone,
        Some(false),
    );
}

#[test]
fn undeclared_pages_are_recognised() {
    let write = |sample: &Sample, text: &str| {
        let source = page(text);
        (encode(&source, sample.encoding), source)
    };
    each_is_read(MediaType::Html, |_| None, write, None);
}

#[test]
fn undeclared_texts_are_recognised() {
    let write = |sample: &Sample, text: &str| (encode(text, sample.encoding), text.to_owned());
    each_is_read(MediaType::Text, |_| None, write, None);
}

#[test]
fn pages_that_declare_western_europe_are_read_as_what_they_are() {
    for label in ["windows-1252", "iso-8859-1"] {
        let write = |sample: &Sample, text: &str| {
            let source = page_declaring(label, text);
            (encode(&source, sample.encoding), source)
        };
        each_is_read(MediaType::Html, |_| None, write, Some(true));
    }
}

#[test]
fn pages_that_declare_utf_8_are_read_as_what_they_are() {
    let write = |sample: &Sample, text: &str| {
        let source = page_declaring("utf-8", text);
        (encode(&source, sample.encoding), source)
    };
    each_is_read(MediaType::Html, |_| None, write, Some(true));
    let alone = |sample: &Sample, text: &str| (encode(text, sample.encoding), text.to_owned());
    each_is_read(MediaType::Text, |_| Some("utf-8"), alone, Some(true));
}

#[test]
fn pages_that_declare_an_old_encoding_and_are_utf_8_are_read_as_utf_8() {
    let write = |sample: &Sample, text: &str| {
        let source = page_declaring(sample.label, text);
        (source.clone().into_bytes(), source)
    };
    each_is_read(MediaType::Html, |_| None, write, Some(true));
}

#[test]
fn a_page_that_declares_another_alphabet_is_read_as_what_it_is() {
    let other = |sample: &Sample| match sample.label {
        "windows-1251" => "koi8-r",
        "koi8-r" | "koi8-u" => "windows-1251",
        "shift_jis" | "euc-jp" | "gb18030" | "big5" | "euc-kr" => "windows-1251",
        _ => "windows-1252",
    };
    let write = |sample: &Sample, text: &str| {
        let source = page_declaring(other(sample), text);
        (encode(&source, sample.encoding), source)
    };
    each_is_read(MediaType::Html, |_| None, write, Some(true));
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    let little = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let big = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>()
    };
    for sample in SAMPLES {
        for text in [
            sample.short.to_owned(),
            sample.long.to_owned(),
            page(sample.short),
        ] {
            for (bytes, name) in [
                (
                    [&[0xFF, 0xFE], little(&text).as_slice()].concat(),
                    "UTF-16LE",
                ),
                ([&[0xFE, 0xFF], big(&text).as_slice()].concat(), "UTF-16BE"),
                (little(&text), "UTF-16LE"),
                (big(&text), "UTF-16BE"),
            ] {
                let decoded = extract::decode(&bytes, &hints(MediaType::Text));
                assert_eq!(decoded.text, text, "{name}");
                assert_eq!(decoded.encoding, name);
                assert!(!decoded.unclear, "{name}: {text}");
            }
        }
    }
}

#[test]
fn a_page_that_declares_utf_16_in_ascii_is_read() {
    let source = page_declaring("utf-16", RUSSIAN);
    let decoded = extract::decode(source.as_bytes(), &hints(MediaType::Html));
    assert_eq!(decoded.text, source);
    assert_eq!(decoded.encoding, "UTF-8");
}

#[test]
fn an_article_says_that_its_declaration_was_wrong() {
    let source = format!("<meta charset=windows-1252><p>{RUSSIAN}</p>");
    let parts = extract::article(&encode(&source, WINDOWS_1251), &hints(MediaType::Html));
    assert!(
        parts.body_text().contains("Днём Победы"),
        "{}",
        parts.body_text()
    );
    assert!(parts.warnings.contains(&Warning::EncodingUnclear));
    assert_eq!(parts.encoding.as_deref(), Some("windows-1251"));
}

#[test]
fn the_charset_of_the_answer_outweighs_the_page() {
    let source = format!("<meta charset=windows-1252><p>{RUSSIAN}</p>");
    let hints = SourceHints {
        charset: Some("koi8-r"),
        ..hints(MediaType::Html)
    };
    let decoded = extract::decode(&encode(&source, KOI8_R), &hints);
    assert_eq!(decoded.text, source);
}

#[test]
fn western_pages_are_read_as_declared() {
    for text in [
        "“Élysée” – café à Genève",
        "Größe und Übermut: „Wir laden die Fähre“, sagte der Händler.",
        "O acordo não é ainda público, disse a comissão à imprensa.",
    ] {
        let source = page_declaring("windows-1252", text);
        let decoded = extract::decode(&encode(&source, WINDOWS_1252), &hints(MediaType::Html));
        assert_eq!(decoded.text, source);
        assert!(!decoded.unclear);
    }
}

#[test]
fn one_damaged_byte_does_not_change_the_encoding() {
    let mut bytes = RUSSIAN.as_bytes().to_vec();
    bytes.push(0xD0);
    let decoded = extract::decode(&bytes, &hints(MediaType::Text));
    assert_eq!(decoded.encoding, "UTF-8");
    assert!(decoded.unclear);
    assert!(decoded.text.starts_with("Ким Чен Ын"));
}

#[test]
fn formats_are_told_by_bytes_type_and_name() {
    let sniff = |bytes: &[u8], name| extract::sniff(bytes, Some(name), None);
    assert_eq!(
        sniff(b"<!doctype html><p>x", "a.html"),
        Some(MediaType::Html)
    );
    assert_eq!(
        sniff(b"<!doctype html><p>x", "saved"),
        Some(MediaType::Html)
    );
    assert_eq!(sniff(b"plain words", "a.txt"), Some(MediaType::Text));
    assert_eq!(sniff(b"# Title", "a.md"), Some(MediaType::Markdown));
    assert_eq!(sniff(b"%PDF-1.7", "a.txt"), None);
    assert_eq!(sniff(b"PK\x03\x04....", "a.docx"), None);
    assert_eq!(sniff(b"\x89PNG\r\n", "a.html"), None);
    assert_eq!(sniff(b"\x00\x01\x02\x03binary\x00", "a.txt"), None);
    assert_eq!(extract::sniff(b"{}", None, Some("application/json")), None);
    assert_eq!(
        extract::sniff(b"<p>x", None, Some("text/html; charset=utf-8")),
        Some(MediaType::Html)
    );
}
