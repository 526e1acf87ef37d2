//! Nothing that a file holds may break or stall extraction.

use dragoman_core::domain::{Fate, SourcePiece};
use dragoman_core::extract::{self, MediaType};

use super::hints;

const MEDIA: [MediaType; 3] = [MediaType::Html, MediaType::Text, MediaType::Markdown];

/// Small numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

fn read_all(bytes: &[u8]) {
    for media in MEDIA {
        let first = extract::article(bytes, &hints(media));
        let last = first.pieces.iter().map(|piece| piece.line);
        assert!(
            last.clone().zip(last.skip(1)).all(|(a, b)| a < b),
            "lines rise"
        );
        for block in &first.blocks {
            assert!(!block.text.trim().is_empty());
        }
    }
    extract::sanitise_original(&String::from_utf8_lossy(bytes));
    extract::sniff(bytes, Some("a.html"), None);
}

#[test]
fn random_bytes_never_break_it() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for round in 0..150 {
        let length = (numbers.next() % 600) as usize;
        let bytes: Vec<u8> = (0..length).map(|_| (numbers.next() >> 24) as u8).collect();
        read_all(&bytes);
        if round % 10 == 0 {
            read_all(&[b"<html><body>".as_slice(), &bytes].concat());
        }
    }
}

#[test]
fn shuffled_markup_never_breaks_it() {
    const PARTS: &[&str] = &[
        "<p>",
        "</p>",
        "<div class=\"related\">",
        "</div>",
        "<table><tr><td>",
        "</table>",
        "<h1>",
        "</h1>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<figure><figcaption>",
        "</figure>",
        "<a href=\"/x\">",
        "</a>",
        "<li>",
        "<ul>",
        "</ul>",
        "<br><br>",
        "By Ann Smith",
        "10 May 2022 16:14 BST",
        "The two delegations met on Tuesday for the first time in eleven months, officials said. ",
        "Comments",
        "(AP)",
        "&amp;",
        "&#x110000;",
        "\"",
        "'",
        "<svg>",
        "<math>",
        "<template>",
        "<noscript>",
        "<pre>",
        "<blockquote>",
        "İı",
        "\u{202E}",
        "ﬀ",
        "²",
        "٣",
        "金正恩",
        "<time datetime=\"2022-99-99\">",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":5,\"author\":[[]],\"datePublished\":{}}</script>",
    ];
    let mut numbers = Numbers(42);
    for _ in 0..200 {
        let count = numbers.next() % 60;
        let source: String = (0..count)
            .map(|_| PARTS[(numbers.next() % PARTS.len() as u64) as usize])
            .collect();
        read_all(source.as_bytes());
    }
}

#[test]
fn the_same_bytes_give_the_same_parts() {
    let source = "<html><body><h1>Talks</h1><p>By Ann Smith</p><p>The two delegations met on Tuesday for the first time, officials said.</p></body></html>";
    let first = extract::article(source.as_bytes(), &hints(MediaType::Html));
    for _ in 0..5 {
        assert_eq!(
            extract::article(source.as_bytes(), &hints(MediaType::Html)),
            first
        );
    }
}

#[test]
fn nested_and_endless_pages_stay_cheap() {
    // What grows with the square of these does not end in the time of a test run.
    let sources = [
        "<div>".repeat(100_000),
        "<b><i>".repeat(50_000),
        "<p>".repeat(50_000),
        "<table><tr><td>".repeat(5_000),
        "<!--".repeat(50_000),
        "<a href='".repeat(20_000),
        "<ul><li>".repeat(20_000),
        "<script>".repeat(20_000),
        "<div></span>".repeat(50_000),
        "<p><b id=x></i>".repeat(20_000),
        format!("<svg><title>{}</title>", "<div>".repeat(50_000)),
        format!("{}<script ", "<div>".repeat(1_000)).repeat(500),
        (0..50_000).fold("<p ".to_owned(), |tag, n| tag + &format!("a{n} ")) + ">",
        "&".repeat(200_000),
        "(".repeat(100_000),
        "a ".repeat(200_000),
        "1.".repeat(100_000),
        "Comments\n".repeat(20_000),
        "同".repeat(100_000),
    ];
    for source in sources {
        for media in MEDIA {
            extract::article(source.as_bytes(), &hints(media));
        }
    }
}

#[test]
fn endless_plain_text_stays_whole_and_cheap() {
    // What grows with the square of these does not end in the time of a test run.
    let million = 1_000_000;
    let sources = [
        ("a".repeat(10 * million), 1),
        ("/".repeat(10 * million), 1),
        ("the word ".repeat(million), 1),
        ("10 May 2022 ".repeat(million / 2), 1),
        (format!("{}The end.", "\n".repeat(million)), 1),
        ("Menu\nword\n".repeat(million / 20), million / 10),
        // Lines of one length look as if they had been broken.
        (
            "The two delegations met on Tuesday for the first time, he said.\n"
                .repeat(million / 20),
            1,
        ),
    ];
    for (source, pieces) in sources {
        let parts = extract::article_from_text(&source, &hints(MediaType::Text));
        assert_eq!(parts.pieces.len(), pieces, "{}", &source[..8]);
        let removed = |piece: &SourcePiece| matches!(piece.fate, Fate::Removed { .. });
        assert!(!parts.pieces.iter().any(removed), "{}", &source[..8]);
    }
}

#[test]
fn a_source_that_is_too_large_is_cut_and_says_so() {
    let line = "The two delegations met on Tuesday for the first time in eleven months, officials said.\n\n";
    let source = line.repeat(10 * 1024 * 1024 / line.len() + 100);
    let parts = extract::article(source.as_bytes(), &hints(MediaType::Text));
    assert!(
        parts
            .warnings
            .contains(&dragoman_core::domain::Warning::TooLarge)
    );
    assert!(!parts.blocks.is_empty());
}

#[test]
fn a_page_of_endless_tags_is_read_up_to_a_limit() {
    let line = "<p>The two delegations met on Tuesday for the first time in eleven months, officials said.</p>";
    let source = format!(
        "<html><body><h1>Talks resume</h1>{line}{}{line}",
        "<i></i>".repeat(200_000)
    );
    let parts = extract::article(source.as_bytes(), &hints(MediaType::Html));
    assert!(
        parts
            .warnings
            .contains(&dragoman_core::domain::Warning::TooLarge)
    );
    assert_eq!(parts.blocks.len(), 1);
    assert_eq!(parts.title, "Talks resume");
}

#[test]
fn long_values_and_many_closed_elements_are_no_reason_to_give_up() {
    let picture = format!(
        "<img src=data:image/png;base64,{} alt=x>",
        "Ab/+".repeat(20_000)
    );
    let line = "<p>The two delegations met on Tuesday for the first time in eleven months, officials said.</p>";
    let drawing = "<svg><path d='M0 0'/><title>An arrow</title></svg><div><span>x</span></div>";
    let source = format!(
        "<html><body><article><h1>Talks resume</h1>{picture}{line}{}{line}</article></body></html>",
        drawing.repeat(2_000)
    );
    let parts = extract::article(source.as_bytes(), &hints(MediaType::Html));
    assert_eq!(parts.title, "Talks resume");
    assert!(parts.warnings.is_empty(), "{:?}", parts.warnings);
}

#[test]
fn nothing_at_all_is_said_to_be_nothing() {
    for media in MEDIA {
        let parts = extract::article(b"", &hints(media));
        assert!(parts.blocks.is_empty());
        assert_eq!(parts.warnings, [dragoman_core::domain::Warning::NoText]);
    }
}
