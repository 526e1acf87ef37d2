//! Notes that Obsidian and its web clipper wrote.

use dragoman_core::domain::{ArticleParts, BlockKind};
use dragoman_core::extract::{self, MediaType};

use super::hints;

const CLIPPING: &str = include_str!(
    "../../fixtures/formats/obsidian/Clippings/Lighthouse keepers end their strike.md"
);

fn markdown(source: &str) -> ArticleParts {
    extract::article(source.as_bytes(), &hints(MediaType::Markdown))
}

fn texts(source: &str) -> Vec<String> {
    let blocks = markdown(source).blocks;
    blocks.into_iter().map(|block| block.text).collect()
}

#[test]
fn a_clipping_is_read_without_the_marks_of_the_program() {
    let parts = markdown(CLIPPING);
    assert_eq!(parts.title, "Lighthouse keepers end their strike");
    assert_eq!(parts.byline, ["Lena Okafor", "Jonas Weil"]);
    // No name is given: the address is all that is known of where it stood.
    assert_eq!(parts.outlet.as_deref(), Some("gazette.example"));
    let blocks: Vec<_> = parts
        .blocks
        .iter()
        .map(|block| (block.kind, block.text.as_str()))
        .collect();
    assert_eq!(
        blocks[1..4],
        [
            (BlockKind::Quote, "Tomas Brenk"),
            (
                BlockKind::Quote,
                "We asked for two blankets and a radio, and we have both."
            ),
            (
                BlockKind::Paragraph,
                "The harbour master said that no ship had come to harm. Nobody had expected the strike to last so long, he added."
            ),
        ]
    );
    assert_eq!(
        blocks.last(),
        Some(&(
            BlockKind::Paragraph,
            "See also the count of the boats and Island school."
        ))
    );
}

#[test]
fn a_callout_loses_its_mark_and_keeps_its_title_apart() {
    assert_eq!(
        texts("> [!warning]- Shut\n> The pass is shut."),
        ["Shut", "The pass is shut."]
    );
    assert_eq!(
        texts("> [!note]\n> The pass is shut."),
        ["The pass is shut."]
    );
    // A link or a picture is none.
    assert_eq!(
        texts("> [a](https://a.example) said so\n> today."),
        ["a said so today."]
    );
    assert_eq!(texts("> [!] said so"), ["[!] said so"]);
}

#[test]
fn what_only_looks_like_a_mark_stays() {
    for text in [
        "if a == b and b == c",
        "10 ^2 and 10 ^23",
        "a==",
        "==== four",
        "x ^",
        "10 ^123456",
        "E ^two",
        "https://x.example/?id=YWJj==&sig=ZGVm== is long",
        "caret^last",
    ] {
        assert_eq!(texts(text), [text]);
    }
    assert_eq!(texts("`a==b==c` is code"), ["a==b==c is code"]);
    assert_eq!(
        texts("| `a==b` | ==c== |\n|---|---|\n| d | e |")[0],
        "a==b | c"
    );
    assert_eq!(texts("    a ==b== c ^last"), ["a ==b== c ^last"]);
}

#[test]
fn the_name_of_a_block_and_pictures_of_the_vault_are_no_words() {
    assert_eq!(texts("The count. ^37066d\n\n^of-boats"), ["The count."]);
    assert_eq!(
        texts("Before ![[lamp.png|300]] and after."),
        ["Before and after."]
    );
    assert_eq!(
        texts("Before ![[a|![x](y) tail]] and after."),
        ["Before and after."]
    );
    assert_eq!(texts("![[Other note#Part]]\n\nWords."), ["Words."]);
}

#[test]
fn a_callout_is_looked_for_in_one_line_only() {
    let endless = format!("> [!a\n{}", "a\n".repeat(100_000));
    let blocks = texts(&endless);
    assert_eq!(blocks.len(), 1);
    assert!(blocks[0].starts_with("[!a a a"));
    assert_eq!(
        texts("> He said:\n> [!note] this"),
        ["He said: [!note] this"]
    );
}

#[test]
fn the_mark_of_a_footnote_is_no_word_and_its_text_stays() {
    assert_eq!(
        texts(
            "The pass is shut[^1], he said.[^why]\n\n[^1]: Since May.\n[^why]: Of snow.\n\nThe end."
        ),
        [
            "The pass is shut, he said.",
            "Since May.",
            "Of snow.",
            "The end."
        ]
    );
    assert_eq!(
        texts("What [^none] stands for."),
        ["What [^none] stands for."]
    );
}
