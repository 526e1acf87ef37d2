use dragoman_core::search::query::{Clause, Prefix, Query, parse};

use super::{Library, article};

fn word(text: &str) -> Clause {
    prefixed(text, Prefix::No)
}

fn prefixed(text: &str, prefix: Prefix) -> Clause {
    Clause::Word {
        text: text.to_owned(),
        prefix,
    }
}

fn phrase(text: &str) -> Clause {
    Clause::Phrase(text.to_owned())
}

fn wanted(clauses: Vec<Clause>) -> Query {
    Query {
        wanted: clauses,
        unwanted: Vec::new(),
    }
}

#[test]
fn words_phrases_and_operators() {
    assert_eq!(
        parse("north korea "),
        wanted(vec![word("north"), word("korea")])
    );
    assert_eq!(
        parse("“Kim Jong Un” missile "),
        wanted(vec![phrase("Kim Jong Un"), word("missile")])
    );
    assert_eq!(parse("「金正恩」"), wanted(vec![phrase("金正恩")]));
    assert_eq!(
        parse("kim OR xi OR putin "),
        wanted(vec![Clause::Or(vec![
            word("kim"),
            word("xi"),
            word("putin")
        ])])
    );
    assert_eq!(
        parse("(kim xi) summit "),
        wanted(vec![
            Clause::Group(wanted(vec![word("kim"), word("xi")])),
            word("summit")
        ])
    );
    assert_eq!(
        parse("kim -missile -\"test site\" "),
        Query {
            wanted: vec![word("kim")],
            unwanted: vec![word("missile"), phrase("test site")],
        }
    );
}

#[test]
fn the_last_word_may_go_on_until_a_space() {
    assert_eq!(
        parse("north kor"),
        wanted(vec![word("north"), prefixed("kor", Prefix::Typing)])
    );
    assert_eq!(
        parse("north kor "),
        wanted(vec![word("north"), word("kor")])
    );
    assert_eq!(parse("kor?"), wanted(vec![word("kor?")]));
    assert_eq!(
        parse("kor* north "),
        wanted(vec![prefixed("kor", Prefix::Asked), word("north")])
    );
}

#[test]
fn what_is_no_operator_is_text() {
    assert_eq!(
        parse("Kim Jong-un "),
        wanted(vec![word("Kim"), word("Jong-un")])
    );
    assert_eq!(parse("by:kim "), wanted(vec![word("by:kim")]));
    assert_eq!(parse("or "), wanted(vec![word("or")]));
    assert_eq!(parse("OR kim OR "), wanted(vec![word("kim")]));
    assert_eq!(
        parse("\"never closed"),
        wanted(vec![phrase("never closed")])
    );
    assert_eq!(parse("a) b "), wanted(vec![word("a"), word("b")]));
    for nothing in [
        "",
        "  ",
        "-",
        "\"",
        "()",
        "((((",
        "* ? !",
        "OR OR",
        "-()",
        "\"\" -\"\"",
    ] {
        assert_eq!(parse(nothing), Query::default(), "{nothing:?}");
    }
}

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
        "~10",
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
