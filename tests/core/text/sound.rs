//! Names that sound alike have a key in common, across spellings, orders and scripts.

use dragoman_core::text::sound_keys;

fn meet(one: &str, other: &str) -> bool {
    let others = sound_keys(other);
    sound_keys(one).iter().any(|key| others.contains(key))
}

#[test]
fn spellings_and_scripts_of_one_name_meet() {
    for (one, other) in [
        ("Kim Jong Un", "Kim Chong-un"),
        ("Kim Jong Un", "Ким Чен Ын"),
        ("Kim Jong Un", "김정은"),
        ("Vladimir Putin", "Владимир Путин"),
        ("Putin, Vladimir", "Vladimir Putin"),
        ("Lavrov Sergei", "Сергей Лавров"),
        ("Volodymyr Zelensky", "Володимир Зеленський"),
    ] {
        assert!(
            meet(one, other),
            "{one} and {other}: {:?} {:?}",
            sound_keys(one),
            sound_keys(other)
        );
    }
}

#[test]
fn other_names_do_not_meet() {
    for (one, other) in [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Russia", "Prussia"),
        ("Georgia", "Jordan"),
        ("Putin", "Patton"),
    ] {
        assert!(!meet(one, other), "{one} and {other}");
    }
}

#[test]
fn short_and_strange_names_have_no_sound() {
    for name in ["US", "習近平", "", "…", "Kim"] {
        assert!(
            !sound_keys(name).iter().any(|key| key.starts_with("s:")),
            "{name}"
        );
    }
    assert!(sound_keys(&"ng".repeat(10_000)).len() < 4);
}
