//! Queries that nobody means: pasted pages, random signs, what breaks parsers.

use dragoman_core::search::query::{NoNames, tokens};
use jiff::civil::{Date, date};

use super::{Library, article};

const TODAY: Date = date(2026, 11, 26);

/// No text makes parsing, planning, searching or marking fail.
#[test]
fn any_text_is_a_query() {
    const PARTS: &[&str] = &[
        "kim",
        "Korea's",
        "Jong-un",
        "U.S.",
        "AT&T",
        "\"",
        "“",
        "”",
        "«",
        "(",
        ")",
        "-",
        "--",
        "OR",
        "AND",
        "*",
        "k*",
        ":",
        "by:",
        "in:",
        "on:last",
        "before:2022",
        "person:\"",
        "is:unread",
        "month",
        "~10",
        "~",
        "\u{202E}",
        "金正恩",
        "金",
        "กรุงเทพ",
        "ก",
        "대통령은",
        "은",
        "العراق",
        "لِ",
        "Пам'ять",
        "צה\"ל",
        "\u{200C}",
        "\u{301}",
        "😀",
        "\0",
        " ",
        "  ",
        "\n",
        "\u{3000}",
        "1,000",
        "ﷺ",
        "½",
        "'",
        "''",
        "İ",
        "ǅ",
        "\u{10FFFF}",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];
    let library = Library::of(vec![
        ("en", article("en", "Kim Jong-un said the U.S. must not…")),
        ("zh", article("zh", "金正恩说")),
        ("th", article("th", "กรุงเทพมหานคร")),
    ]);
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for round in 0..3_000 {
        let length = next(if round % 100 == 0 { 400 } else { 9 });
        let text: String = (0..length).map(|_| PARTS[next(PARTS.len())]).collect();
        let found = library.search(&text);
        assert!(found.total <= 3, "{text:?}");
        for token in tokens(&text, TODAY) {
            assert!(token.start < token.end, "{text:?}");
            assert!(token.end as usize <= text.chars().count(), "{text:?}");
        }
        library.index.read_query(&text, &NoNames);
        for (start, end) in found.marker.mark(&text, None) {
            assert!(
                start < end && end as usize <= text.chars().count(),
                "{text:?}"
            );
        }
        let snippet = found.marker.snippet(&[text.as_str()], Some("en"), next(40));
        assert!(snippet.is_none_or(|(_, block, (start, end))| block == 0 && start < end));
    }
}

#[test]
fn deep_parentheses_are_read() {
    let text = format!("{}kim{}", "(".repeat(10_000), ")".repeat(10_000));
    let library = Library::of(vec![("en", article("en", "Kim spoke"))]);
    library.search(&text);
    let text = format!("{}kim", "-(".repeat(500));
    library.search(&text);
}

/// Whatever is pasted is answered: long, many words, unbalanced, invisible, empty.
#[test]
fn hostile_queries_are_answered() {
    let library = Library::of(vec![("en", article("en", "Kim spoke to the press"))]);
    let queries = [
        "kim ".repeat(25_600),
        "x".repeat(100_000),
        (0..10_000).map(|n| format!("word{n} ")).collect(),
        "\"".repeat(10_000),
        "(".repeat(50_000) + &")".repeat(50_000),
        "-".repeat(100_000),
        "OR ".repeat(30_000),
        "kim AND NOT (a|b)+.*?[^c]{2,}$ ".repeat(3_000),
        "\u{0}\u{1b}\u{202E}\u{2066}\u{FFFD}".repeat(5_000),
        "e\u{301}".repeat(30_000),
        "\u{301}".repeat(100_000),
        "金正恩".repeat(30_000),
        "กรุงเทพ".repeat(10_000),
        "in:".repeat(30_000),
        "on:last month ".repeat(5_000),
        "\"a b c\"~999999999999 ".repeat(1_000),
        "k~ ".repeat(30_000),
        "k* ".repeat(30_000),
        ":".repeat(100_000),
        "부산시장".repeat(10_000),
        "the of and when ".to_owned(),
        "*".to_owned(),
        "-".to_owned(),
        "\"\"".to_owned(),
        "~".to_owned(),
    ];
    for text in &queries {
        let start: String = text.chars().take(20).collect();
        let found = library.search(text);
        assert!(found.total <= 1, "{start}");
        library.index.read_query(text, &NoNames);
        found.marker.mark("Kim spoke to the press", Some("en"));
    }
    assert_eq!(
        library.search("the of ").total,
        1,
        "only function words are words"
    );
}
