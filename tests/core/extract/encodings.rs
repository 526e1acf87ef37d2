//! Bytes in old encodings, declared, undeclared and wrongly declared.

use dragoman_core::domain::Warning;
use dragoman_core::extract::{self, MediaType, SourceHints};
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, ISO_8859_2, KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1256,
};

use super::hints;

const RUSSIAN: &str = "Ким Чен Ын поздравил Путина с Днём Победы. В послании говорится о поддержке и дружбе народов двух стран.";
const KOREAN: &str = "북한이 동해상으로 단거리 탄도미사일 세 발을 발사했다고 합동참모본부가 밝혔다. 일본 정부는 항의했다.";
const JAPANESE: &str =
    "北朝鮮は日本海に向けて弾道ミサイルを発射したと韓国軍が発表しました。政府は抗議しています。";
const CHINESE: &str =
    "朝鲜领导人金正恩致电俄罗斯总统普京，祝贺卫国战争胜利七十七周年，并表示坚决支持。";
const ARABIC: &str = "ألقى الرئيس الروسي خطاب يوم النصر في الساحة الحمراء وسط استمرار الحرب في أوكرانيا وتحدث عن الأمن.";

fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

#[test]
fn undeclared_text_is_recognised() {
    let cases: [(&str, &'static Encoding); 7] = [
        (RUSSIAN, WINDOWS_1251),
        (RUSSIAN, KOI8_R),
        (KOREAN, EUC_KR),
        (JAPANESE, SHIFT_JIS),
        (CHINESE, GB18030),
        (ARABIC, WINDOWS_1256),
        (
            "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr zahraničí v pondělí večer.",
            ISO_8859_2,
        ),
    ];
    for (text, encoding) in cases {
        let decoded = extract::decode(&encode(text, encoding), &hints(MediaType::Text));
        assert_eq!(decoded.text, text, "{}", encoding.name());
    }
}

#[test]
fn declared_pages_are_read_as_declared() {
    let page = |charset: &str, text: &str| {
        format!("<html><head><meta charset=\"{charset}\"></head><body><p>{text}</p></body></html>")
    };
    for (label, encoding, text) in [
        ("windows-1251", WINDOWS_1251, RUSSIAN),
        ("koi8-r", KOI8_R, RUSSIAN),
        ("euc-kr", EUC_KR, KOREAN),
        ("shift_jis", SHIFT_JIS, JAPANESE),
        ("gb2312", GB18030, CHINESE),
        ("windows-1256", WINDOWS_1256, ARABIC),
    ] {
        let source = page(label, text);
        let decoded = extract::decode(&encode(&source, encoding), &hints(MediaType::Html));
        assert_eq!(decoded.text, source, "{label}");
        assert!(!decoded.unclear, "{label}");
    }
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    let text = format!("Victory Day\n\n{RUSSIAN}");
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, name) in [
        ([&[0xFF, 0xFE], little.as_slice()].concat(), "UTF-16LE"),
        ([&[0xFE, 0xFF], big.as_slice()].concat(), "UTF-16BE"),
        (little, "UTF-16LE"),
        (big, "UTF-16BE"),
    ] {
        let decoded = extract::decode(&bytes, &hints(MediaType::Text));
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.encoding, name);
    }
}

#[test]
fn a_wrong_declaration_is_noticed() {
    let utf8_as_latin = format!("<meta charset=iso-8859-1><p>{RUSSIAN}</p>");
    let decoded = extract::decode(utf8_as_latin.as_bytes(), &hints(MediaType::Html));
    assert_eq!(decoded.text, utf8_as_latin);
    assert!(decoded.unclear);

    let source = format!("<meta charset=utf-8><p>{RUSSIAN}</p>");
    let decoded = extract::decode(&encode(&source, WINDOWS_1251), &hints(MediaType::Html));
    assert_eq!(decoded.text, source);
    assert!(decoded.unclear);

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
fn western_and_taiwanese_pages_are_read_as_declared() {
    let source = "<meta charset=windows-1252><p>“Élysée” – café à Genève</p>";
    assert_eq!(
        extract::decode(&encode(source, WINDOWS_1252), &hints(MediaType::Html)).text,
        source
    );
    let source = "<meta charset=big5><p>金正恩致電普京祝賀勝利日</p>";
    assert_eq!(
        extract::decode(&encode(source, BIG5), &hints(MediaType::Html)).text,
        source
    );
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
