//! Foreign names in Chinese texts, as no table of names has them.

use dragoman_core::domain::{EntityId, EntityKind};
use dragoman_core::entities::linking::Linker;

/// Whose a name is for a notebook that keeps these, and which one it was told is in the article.
fn whose(kept: &[&str], present: Option<usize>, name: &str, alone: bool) -> Option<usize> {
    let ids: Vec<EntityId> = kept.iter().map(|_| EntityId::new()).collect();
    let all = ids.iter().zip(kept);
    let linker = Linker::of(all.map(|(id, name)| (*id, EntityKind::Person, *name)));
    let is_present = |id| present.is_some_and(|at| ids[at] == id);
    let found = linker
        .article()
        .whose(name, EntityKind::Person, &is_present, alone);
    found.map(|found| ids.iter().position(|id| *id == found).unwrap())
}

#[test]
fn a_foreign_name_in_han_is_linked_by_its_sound() {
    for (kept, name) in [
        ("Erik Solheim", "埃里克·索尔海姆"),
        ("Ernest Shackleton", "欧内斯特·沙克尔顿爵士"),
        ("Martin Winterkorn", "马丁·温特科恩"),
        ("Christian Wolmar", "克里斯蒂安·沃尔玛"),
    ] {
        assert_eq!(whose(&[kept], None, name, false), Some(0), "{name}");
    }
}

#[test]
fn one_that_only_sounds_like_it_is_not() {
    for (kept, name) in [
        // The surname is common, and the first name another's.
        ("Alan Johnson", "莱恩·约翰逊"),
        ("Sean Segal", "杰森·西格尔"),
        // A table says who these are: Stein, Biden.
        ("Simon Stone", "西蒙·斯坦"),
        ("Joe Barton", "乔·拜登"),
        // Two consonants are a surname of many.
        ("James Tapie", "詹姆斯·塔布"),
        ("Erik Solheim", "埃里克·索尔"),
        // A Chinese name is no foreign one.
        ("Kirsten Lixon", "李克强"),
        ("Peter Lehman", "李明"),
    ] {
        assert_eq!(whose(&[kept], None, name, true), None, "{name}");
    }
}

#[test]
fn a_surname_alone_in_han_needs_the_person_in_the_article() {
    let kept = ["Erik Solheim", "Ernest Shackleton"];
    assert_eq!(whose(&kept, Some(0), "索尔海姆", false), Some(0));
    assert_eq!(whose(&kept, None, "索尔海姆", true), None);
    assert_eq!(whose(&kept, Some(0), "沙克尔顿", true), None);
}

#[test]
fn whom_a_table_knows_is_not_told_from_others_by_sound() {
    for (kept, name) in [
        (["Joe Biden", "Joe Barton"], "乔·拜登"),
        (["Simon Stone", "Simon Stein"], "西蒙·斯通"),
        (["John Bolton", "John Barton"], "约翰·博尔顿"),
        (["Martin Schulz", "Martin Scholz"], "马丁·舒尔茨"),
    ] {
        assert_eq!(whose(&kept, None, name, false), Some(0), "{name}");
    }
}
