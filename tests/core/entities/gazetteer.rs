//! The gazetteer: its file, and what it finds.

use dragoman_core::domain::{EntityKind, NameStrength};
use dragoman_core::entities::{Gazetteer, GazetteerError};

const SMALL: &str = "dragoman-gazetteer\t1\n\
    @here\tMade up\tCC0-1.0\t2026\n\
    !country:XK\tplace\there\tXK\t42.6,21.2\t100\n\
    =Kosovo\n~Amselfeld\n?Kosovar\n";

#[test]
fn a_file_is_read_as_it_says() {
    let gazetteer = Gazetteer::read(SMALL.as_bytes()).unwrap();
    let entry = gazetteer.by_key("country:XK").unwrap();
    assert_eq!(entry.kind, EntityKind::Place);
    assert_eq!(entry.name, "Kosovo");
    assert_eq!(entry.names[1], ("Amselfeld".into(), NameStrength::Weak));
    assert_eq!(entry.place, Some((42.6, 21.2)));
    assert_eq!(entry.source.licence, "CC0-1.0");
    assert_eq!(entry.as_of, "2026");
    assert!(gazetteer.by_key("country:KP").is_none());
}

#[test]
fn what_is_no_gazetteer_is_refused_with_its_reason() {
    let refused = |text: &str| Gazetteer::read(text.as_bytes()).unwrap_err();
    assert!(matches!(refused(""), GazetteerError::Version));
    assert!(matches!(
        refused("dragoman-gazetteer\t2\n"),
        GazetteerError::Version
    ));
    assert!(matches!(
        Gazetteer::read(&[0x28, 0xB5, 0x2F, 0xFD, 1, 2, 3]).unwrap_err(),
        GazetteerError::Packed(_)
    ));
    assert!(matches!(
        Gazetteer::read(b"dragoman-gazetteer\t1\n=\xFF").unwrap_err(),
        GazetteerError::Encoding
    ));
    for (from, to) in [
        ("\tplace\t", "\tplanet\t"),
        ("\there\tXK", "\tthere\tXK"),
        ("42.6,", "142.6,"),
        ("42.6,", "NaN,"),
        ("\t100\n", "\n"),
        ("=Kosovo", "Kosovo"),
        ("!country:XK", ""),
    ] {
        let error = refused(&SMALL.replace(from, to));
        assert!(
            matches!(error, GazetteerError::Line { .. }),
            "{to}: {error}"
        );
    }
}

#[test]
fn a_file_that_unpacks_without_end_is_refused() {
    let mut text = b"dragoman-gazetteer\t1\n".to_vec();
    text.resize(130 << 20, b'\n');
    let packed = zstd::encode_all(text.as_slice(), 1).unwrap();
    assert!(packed.len() < 1 << 20);
    assert!(matches!(
        Gazetteer::read(&packed).unwrap_err(),
        GazetteerError::TooMuch
    ));
}

#[test]
fn what_ships_knows_the_countries_of_the_world() {
    let gazetteer = Gazetteer::shipped();
    assert!(gazetteer.len() > 240);
    for (text, key) in [
        ("North Korea said", "country:KP"),
        ("Россия заявила", "country:RU"),
        ("قالت أوكرانيا", "country:UA"),
        ("朝鲜宣布", "country:KP"),
        ("미국은 밝혔다", "country:US"),
    ] {
        let found = gazetteer.find(text);
        let keys: Vec<String> = (found.iter())
            .map(|found| gazetteer.entry(found.entry).key)
            .collect();
        assert_eq!(keys, [key], "{text}");
    }
}
