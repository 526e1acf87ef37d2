//! Text without a page around it must lose nothing; other pages saved as text must shed theirs.

use dragoman_core::domain::{BlockKind, Fate, RemovalReason};
use dragoman_core::extract::{self, MediaType};

use super::{hints, removed_for, shown, text};

/// Fails when a line of `source` is neither shown nor a field.
pub fn assert_nothing_lost(source: &str) {
    let parts = text(source);
    let lost: Vec<_> = parts
        .pieces
        .iter()
        .filter(|piece| matches!(piece.fate, Fate::Removed { .. }))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    let shown = format!(
        "{}\n{}\n{:?}",
        shown(&parts),
        parts.byline.join("\n"),
        parts.published
    );
    for line in source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let as_field = parts.pieces.iter().any(|piece| {
            piece.text.contains(line) && matches!(piece.fate, Fate::Byline | Fate::Published)
        });
        assert!(
            as_field || shown.contains(line),
            "{line:?} is gone from {shown}"
        );
    }
}

#[test]
fn a_note_of_two_lines_stays_whole() {
    assert_nothing_lost("Call Ivan tomorrow\nabout the visa");
}

#[test]
fn one_paragraph_keeps_its_text_and_gets_a_title() {
    let source = "The ministry said on Monday that talks would resume. No date was given.";
    let parts = text(source);
    assert_eq!(parts.body_text(), source);
    assert!(!parts.title.is_empty());
}

#[test]
fn a_poem_keeps_every_line_in_the_body() {
    let source = "Я вас любил: любовь ещё, быть может,\nВ душе моей угасла не совсем;\nНо пусть она вас больше не тревожит;\nЯ не хочу печалить вас ничем.";
    let parts = text(source);
    assert_eq!(parts.blocks.len(), 4);
    assert_eq!(parts.blocks[0].text, "Я вас любил: любовь ещё, быть может,");
    assert_eq!(parts.language.as_deref(), Some("ru"));
}

#[test]
fn a_refrain_is_not_a_repetition_in_clean_text() {
    assert_nothing_lost(
        "And the night was dark and cold\nThe river ran below\nAnd the night was dark and cold\nThe river ran below\n",
    );
}

#[test]
fn chinese_without_spaces_stays_whole() {
    let source = "金正恩致电普京祝贺卫国战争胜利日\n\n据朝中社报道，朝鲜领导人金正恩九日致电俄罗斯总统普京，祝贺卫国战争胜利七十七周年。\n\n金正恩在贺电中表示，朝鲜人民坚决支持俄罗斯人民的事业。\n";
    assert_nothing_lost(source);
    let parts = text(source);
    assert_eq!(parts.title, "金正恩致电普京祝贺卫国战争胜利日");
    assert_eq!(parts.language.as_deref(), Some("zh"));
    assert_eq!(parts.blocks.len(), 2);
}

#[test]
fn quotations_survive_even_when_they_sound_like_furniture() {
    let source = "Minister faces questions\n\n“Sign up for the army,” he told the crowd, and nobody moved for a long while.\n\n“Read more books,” she said.\n\n“Follow us,” the soldiers shouted at the people on the bridge.\n";
    let parts = text(source);
    assert!(shown(&parts).contains("Read more books"), "{parts:#?}");
    assert!(shown(&parts).contains("Sign up for the army"));
    assert!(shown(&parts).contains("Follow us"));
}

#[test]
fn wrapped_paragraphs_are_joined() {
    let source = "SEOUL TALKS RESUME\n\nThe two delegations met in the border village on Tuesday for the first\ntime in eleven months, officials in both capitals said, and agreed to\nmeet again before the end of the summer in a place that was not named.\n\nNeither side gave any details of what was said behind the closed doors,\nbut a person briefed on the talks called them polite and without result.\n";
    let parts = text(source);
    assert_eq!(parts.blocks.len(), 2, "{:#?}", parts.blocks);
    assert!(
        parts.blocks[0]
            .text
            .contains("for the first time in eleven months")
    );
    assert_eq!(parts.blocks[0].line, 3);
}

#[test]
fn another_outlets_page_sheds_its_furniture() {
    let source = "Skip to content\nMenu\nWorld\nEurope\nSubscribe\nSign in\nPutin à Minsk pour des entretiens sur la sécurité\nLe président russe a été accueilli par son homologue biélorusse\nPar Marie Dupont\nPublié le 19 décembre 2022 à 18h05\nLe président russe Vladimir Poutine est arrivé lundi à Minsk pour des entretiens avec son allié Alexandre Loukachenko.\nLes deux hommes ont discuté de la coopération militaire et des exercices conjoints, selon le Kremlin.\nVladimir Poutine à Minsk, le 19 décembre 2022. (AFP)\nAucune annonce n’a été faite à l’issue de la rencontre, qui a duré plus de deux heures.\nLire aussi : L’Ukraine craint une nouvelle offensive\nPartager\nNewsletters\n© 2022 Le Journal\n";
    let parts = text(source);
    assert_eq!(
        parts.title,
        "Putin à Minsk pour des entretiens sur la sécurité"
    );
    assert_eq!(parts.byline, ["Marie Dupont"]);
    assert_eq!(parts.published.as_ref().unwrap().iso, "2022-12-19T18:05");
    assert_eq!(parts.language.as_deref(), Some("fr"));
    let body: Vec<_> = parts
        .blocks
        .iter()
        .filter(|b| b.kind != BlockKind::Caption)
        .collect();
    assert_eq!(body.len(), 3, "{body:#?}");
    assert_eq!(removed_for(&parts, RemovalReason::Related).len(), 1);
}

#[test]
fn markdown_keeps_its_structure() {
    let source = "---\ntitle: Notes from Minsk\ndate: 2022-12-20\nauthor: Marie Dupont\nsource: https://example.org/minsk\n---\n\nFirst *paragraph*.\n\n## A heading\n\n> A quotation\n\n- one\n- two\n";
    let parts = extract::article(source.as_bytes(), &hints(MediaType::Markdown));
    assert_eq!(parts.title, "Notes from Minsk");
    assert_eq!(parts.byline, ["Marie Dupont"]);
    assert_eq!(parts.published.as_ref().unwrap().iso, "2022-12-20");
    assert_eq!(
        parts.canonical_url.as_deref(),
        Some("https://example.org/minsk")
    );
    let kinds: Vec<BlockKind> = parts.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Paragraph,
            BlockKind::Heading,
            BlockKind::Quote,
            BlockKind::ListItem,
            BlockKind::ListItem
        ]
    );
    assert_eq!(parts.blocks[0].text, "First paragraph.");
    assert_eq!(parts.blocks[0].line, 8);
}

#[test]
fn a_markdown_heading_is_the_title() {
    let parts = extract::article(
        b"# Talks resume\n\nThey met.\n",
        &hints(MediaType::Markdown),
    );
    assert_eq!(parts.title, "Talks resume");
    assert_eq!(parts.body_text(), "They met.");
}
