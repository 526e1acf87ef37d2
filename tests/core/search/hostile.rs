//! Queries that nobody means: pasted pages, random signs, what breaks parsers.

use dragoman_core::domain::Explained;
use dragoman_core::search::query::{NoNames, parse, tokens};
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

/// Whatever kind of thing is said over and over is looked up once.
#[test]
fn what_is_said_again_is_asked_once() {
    for once in [
        "pre* ",
        "fuzzy~ ",
        "+the ",
        "+pre* ",
        "\"a phrase\" ",
        "\"a b c\"~9 ",
        "-not ",
        "-pre* ",
        "title:the ",
        "lang:en ",
        "(a \"b c\") ",
        "(a OR b) ",
    ] {
        let asked = parse(once, TODAY);
        assert_eq!(parse(&once.repeat(40), TODAY), asked, "{once}");
        let louder = format!("{once}{}", once.to_uppercase());
        assert_eq!(parse(&louder, TODAY), asked, "{louder}");
    }
    let one = parse("kim ", TODAY).wanted;
    assert_eq!(parse("(kim OR KIM) ", TODAY).wanted.len(), 1);
    assert_eq!(parse("kim OR Kim OR kim ", TODAY).wanted, one);
    // What is meant otherwise is another thing.
    assert_eq!(parse("kim* kim~ +kim kim ", TODAY).wanted.len(), 4);
    assert_eq!(parse("\"a b\"~1 \"a b\"~2 ", TODAY).wanted.len(), 2);
}

/// Of what takes long, there is no more than can be looked up at once; what a person types
/// is all there.
#[test]
fn what_takes_long_is_bounded_and_said_to_be() {
    let pairs = || ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| (a, b)));
    let hostile = [
        ('a'..='z').map(|c| format!("{c}* ")).collect(),
        pairs().map(|(a, b)| format!("-{a}{b}* ")).collect(),
        pairs().map(|(a, b)| format!("title:{a}{b}* ")).collect(),
        pairs().map(|(a, b)| format!("{a}{b}~ ")).collect(),
        (1..99).map(|n| format!("\"in the\"~{n} OR ")).collect(),
        pairs()
            .map(|(a, b)| format!("\"the {a}{b}\" "))
            .collect::<String>(),
    ];
    let library = Library::of(Vec::new());
    for text in &hostile {
        let query = parse(text, TODAY);
        let start: String = text.chars().take(40).collect();
        assert!(query.cut_short, "{start}");
        assert!(query.wanted.len() + query.unwanted.len() <= 36, "{start}");
        let asked = library.index.read_query(text, &NoNames).asked;
        assert_eq!(asked.last(), Some(&Explained::LeftOut), "{start}");
    }
    for text in [
        "s* e* h* ",
        "gov* min* pres* parl* sanct* embass* treat* negot* ",
        "\"Kim Jong Un\" OR \"Xi Jinping\" OR \"Vladimir Putin\" OR \"Joe Biden\" OR \"Yoon Suk Yeol\" \
         OR \"Fumio Kishida\" OR \"Olaf Scholz\" OR \"Emmanuel Macron\" OR \"Rishi Sunak\"",
        "\"to be or not to be\" \"of the\"~3 \"grain deal\"~10 ",
        "bejing~ pyongyan~ ministr~ ",
    ] {
        assert!(!parse(text, TODAY).cut_short, "{text}");
    }
}
