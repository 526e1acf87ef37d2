//! Scripts other than Latin, and codes other than Unicode.

use dragoman_core::domain::LineStyle;

use super::{assert_paragraphs, of_style, paragraphs_of, read};

#[test]
fn arabic_comes_in_the_order_of_speaking_and_in_plain_letters() {
    for name in ["arabic-chromium.pdf", "arabic-libreoffice.pdf"] {
        let document = read(name);
        assert_paragraphs(&document, &paragraphs_of("arabic.txt"));
        assert_eq!(
            of_style(&document, LineStyle::Title),
            ["الميناء يعيد فتح المحطة الشرقية"]
        );
    }
}

#[test]
fn hebrew_keeps_its_numbers_brackets_and_foreign_names() {
    assert_paragraphs(
        &read("hebrew-libreoffice.pdf"),
        &paragraphs_of("hebrew.txt"),
    );
}

#[test]
fn chinese_without_an_embedded_font_is_read_by_its_collection() {
    assert_paragraphs(
        &read("chinese-unembedded.pdf"),
        &paragraphs_of("chinese.txt"),
    );
}

#[test]
fn korean_keeps_the_spaces_at_the_ends_of_lines() {
    assert_paragraphs(&read("korean-unembedded.pdf"), &paragraphs_of("korean.txt"));
}

#[test]
fn japanese_in_shift_jis_is_read() {
    assert_paragraphs(
        &read("japanese-shift-jis.pdf"),
        &paragraphs_of("japanese.txt"),
    );
}

#[test]
fn japanese_from_top_to_bottom_is_read_column_by_column() {
    let sentence = "港湾当局は火曜日、東ターミナルを二週間以内に再開すると発表した。".repeat(3);
    assert_paragraphs(
        &read("japanese-vertical-chromium.pdf"),
        &[sentence.clone(), sentence],
    );
}

#[test]
fn cyrillic_in_fonts_that_say_they_are_western_is_read() {
    for name in ["cyrillic-windows-1251.pdf", "cyrillic-koi8-r.pdf"] {
        assert_paragraphs(&read(name), &paragraphs_of("russian.txt"));
    }
}
