//! Proposed names offered to who writes one of them.

use super::*;

#[test]
fn a_name_that_is_proposed_is_offered_to_who_writes_it_until_it_is_accepted() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    bench.read("Two", &["Kim Jong Un again."]);
    let named = |typed: &str| -> Vec<(String, u32)> {
        let found = bench.notebook.proposals().named(typed, 8).unwrap();
        let shown = found.into_iter().map(|one| (one.name, one.articles));
        shown.collect()
    };
    // From the start of any of its words, and no further than was typed.
    for typed in ["kim", "Jong U", "un"] {
        assert_eq!(named(typed), [("Kim Jong Un".to_owned(), 2)], "{typed}");
    }
    assert!(named("im").is_empty() && named(" ").is_empty());
    bench.accept(&[proposed(&article, "Kim Jong Un")]);
    bench.settle();
    assert!(named("kim").is_empty());
}

/// Proposes every word that begins with a capital as a person.
struct Capitals;

impl NameReader for Capitals {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        _: Kept<'_>,
        _: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        let words = (0..).zip(text.blocks).flat_map(|(block, one)| {
            let words = one.text.split_inclusive(' ').scan(0, move |end, word| {
                let start = *end;
                *end += word.chars().count() as u32;
                Some((block, start, word.trim_end()))
            });
            words.collect::<Vec<_>>()
        });
        let names = words.filter(|(_, _, word)| word.starts_with(char::is_uppercase));
        Ok(names
            .map(|(block, start, word)| ProposedName {
                kind: EntityKind::Person,
                name: word.to_owned(),
                names: ProposedAs::New,
                role: None,
                spans: vec![Span {
                    block,
                    start,
                    end: start + word.chars().count() as u32,
                }],
                confidence: 0.9,
                why: ProposalWhy::Recognised,
            })
            .collect())
    }

    fn rest(&mut self) {}
}

#[test]
fn a_written_name_is_found_behind_many_that_are_common_or_decided() {
    let bench = bench();
    let proposals = bench.notebook.proposals();
    proposals.start(Box::new(Capitals), Arc::new(Countries));
    let many = |start: &str, count: usize| -> String {
        let all: Vec<String> = (0..count).map(|n| format!("{start}{n}")).collect();
        all.join(" ")
    };
    // More than are walked through, each in more articles than what is looked for; and more
    // that are decided than are looked at.
    for part in 0..5 {
        let common = many(&format!("Common{part}n"), 450);
        bench.article(&format!("One {part}"), &[&common, "first"]);
        bench.article(&format!("Two {part}"), &[&common, "second"]);
    }
    for part in 0..2 {
        let decided = many(&format!("Zea{part}n"), 300);
        let decided = bench.read(&format!("Three {part}"), &[&decided]);
        let ids = decided.proposals.iter().map(|one| one.id).collect();
        proposals.reject(&ProposalsMeant::These { ids }).unwrap();
    }
    bench.read("Four", &["Zed"]);
    let named = |typed: &str, most: u32| -> Vec<String> {
        let found = proposals.named(typed, most).unwrap();
        found.into_iter().map(|one| one.name).collect()
    };
    assert_eq!(named("ze", 3), ["Zed"]);
    assert_eq!(named("common3n333", 3), ["Common3n333"]);
    // Those that two kept entities share take no place of others.
    for name in ["Common1n1", "Common1n10", "Common1n100"] {
        for _ in 0..2 {
            let entities = bench.notebook.entities();
            entities.create(EntityKind::Person, name).unwrap();
        }
    }
    bench.settle();
    let others = named("common1n1", 3);
    assert_eq!(others.len(), 3);
    assert!(!others.contains(&"Common1n10".to_owned()), "{others:?}");
}
