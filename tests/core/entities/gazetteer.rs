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
fn a_file_whose_lines_end_with_two_characters_says_the_same() {
    let text =
        format!("{SMALL}!city:1\tplace\there\tXK\t42.6,21.1\t80\n=Pristina\n-Kosovo Polje\n");
    let plain = Gazetteer::read(text.as_bytes()).unwrap();
    let other = Gazetteer::read(text.replace('\n', "\r\n").as_bytes()).unwrap();
    assert_eq!(plain.entry(1).name, "Pristina");
    for index in 0..2 {
        assert_eq!(other.entry(index), plain.entry(index));
    }
    assert_eq!(other.by_key("city:1"), Some(plain.entry(1)));
    let said = "Pristina is in Kosovo, and so is Kosovo Polje.";
    assert_eq!(plain.find(said).len(), 2);
    assert_eq!(other.find(said), plain.find(said));
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
fn a_file_of_more_sources_or_other_words_than_anybody_needs_is_refused() {
    let sources = |many: usize| -> String {
        let lines = (0..many).map(|n| format!("@s{n}\tMade up {n}\tCC0-1.0\t2026\n"));
        let entry = "!city:1\tplace\ts999\tXK\t42.6,21.1\t80\n=Pristina\n";
        format!(
            "dragoman-gazetteer\t1\n{}{entry}",
            lines.collect::<String>()
        )
    };
    let most = Gazetteer::read(sources(1_000).as_bytes()).unwrap();
    assert_eq!(most.entry(0).source.name, "Made up 999");
    assert!(matches!(
        Gazetteer::read(sources(1_001).as_bytes()).unwrap_err(),
        GazetteerError::TooMuch
    ));
    let others = format!("{SMALL}{}", "-a\n".repeat(2_000_000));
    assert!(matches!(
        Gazetteer::read(others.as_bytes()).unwrap_err(),
        GazetteerError::TooMuch
    ));
}

#[test]
fn of_a_name_that_very_many_share_only_some_are_looked_at() {
    let text = |many: usize| -> String {
        let entries =
            (0..many).map(|n| format!("!city:{n}\tplace\there\tXK\t42.6,21.1\t80\n=Oldbridge\n"));
        format!("{SMALL}{}", entries.collect::<String>())
    };
    let found = |many: usize| {
        let gazetteer = Gazetteer::read(text(many).as_bytes()).unwrap();
        gazetteer.find("They met in Oldbridge.")
    };
    assert_eq!(found(64).len(), 64);
    assert_eq!(found(500).len(), 64);
    assert!(found(500).iter().all(|found| found.ambiguous));
    // Words that are said to mean no name are not crowded out by it.
    let other = format!("{}-Oldbridge\n", text(500));
    let gazetteer = Gazetteer::read(other.as_bytes()).unwrap();
    assert!(gazetteer.find("They met in Oldbridge.").is_empty());
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

/// The keys of what is found, each once, in the order of the text.
fn keys(text: &str) -> Vec<String> {
    let gazetteer = Gazetteer::shipped();
    let mut keys: Vec<String> = Vec::new();
    for found in gazetteer.find(text) {
        let key = gazetteer.entry(found.entry).key;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

#[test]
fn what_an_article_names_is_found_and_nothing_else() {
    let text = "The North Korean leader, Kim Jong-un, wrote to Vladimir Putin on Victory Day, \
        when Russia remembers how the Soviet Union beat Nazi Germany in World War II, the \
        Korean Central News Agency said (AP). The US would answer at the UN Security Council, \
        a diplomat said in Moscow; Ukraine’s seat in Nato was its own affair, the foreign \
        ministry said. He told us that the west and the turkey on the island were reading.";
    assert_eq!(
        keys(text),
        [
            "person:kim-jong-un",
            "person:vladimir-putin",
            "event:victory-day",
            "country:RU",
            "state:soviet-union",
            "state:nazi-germany",
            "event:world-war-ii",
            "org:kcna",
            "org:associated-press",
            "country:US",
            "org:un-security-council",
            "city:524901",
            "country:UA",
            "org:nato",
        ]
    );
}

#[test]
fn names_are_known_in_many_scripts() {
    for (text, expected) in [
        (
            "Встреча Владимира Путина с Ким Чен Ыном в Пхеньяне",
            vec![
                "person:vladimir-putin",
                "person:kim-jong-un",
                "city:1871859",
            ],
        ),
        (
            "金正恩在平壤會見俄羅斯總統普京",
            vec![
                "person:kim-jong-un",
                "city:1871859",
                "country:RU",
                "person:vladimir-putin",
            ],
        ),
        (
            "김정은은 유엔 안보리를 비난했다",
            vec!["person:kim-jong-un", "org:un-security-council"],
        ),
        (
            "قال فلاديمير بوتين لمجلس الأمن الدولي",
            vec!["person:vladimir-putin", "org:un-security-council"],
        ),
        (
            "Prezydent Zełenski rozmawiał w Kijowie z Władimirem Putinem o Radzie Bezpieczeństwa ONZ, \
             a nie jest to pierwszy raz, że tak się stało",
            vec![
                "person:volodymyr-zelenskyy",
                "city:703448",
                "person:vladimir-putin",
                "org:un-security-council",
            ],
        ),
    ] {
        assert_eq!(keys(text), expected, "{text}");
    }
}

#[test]
fn what_else_is_said_tells_which_of_two_is_meant() {
    let meant = |text: &str| -> Vec<(String, bool)> {
        let gazetteer = Gazetteer::shipped();
        (gazetteer.find(text).into_iter())
            .map(|found| (gazetteer.entry(found.entry).key, found.ambiguous))
            .filter(|(key, _)| key == "country:GE" || key == "region:US-GA")
            .collect()
    };
    let both = [("country:GE".into(), true), ("region:US-GA".into(), true)];
    assert_eq!(meant("Georgia voted."), both);
    assert_eq!(
        meant("Georgia voted; Tbilisi was quiet."),
        [("country:GE".into(), false)]
    );
    assert_eq!(
        meant("Georgia voted; the United States counted."),
        [("region:US-GA".into(), false)]
    );
}

#[test]
fn nationality_words_are_no_countries_but_speak_of_them() {
    let gazetteer = Gazetteer::shipped();
    assert!(
        gazetteer
            .find("a North Korean soldier, the French")
            .is_empty()
    );
    let strength = |text: &str| {
        let found = gazetteer.find(text);
        found.last().map(|found| found.strength)
    };
    assert_eq!(strength("Turkey voted."), Some(NameStrength::Weak));
    assert_eq!(
        strength("A Turkish court ruled, and Turkey voted."),
        Some(NameStrength::Strong)
    );
}

#[test]
fn every_entry_says_where_it_is_from() {
    let gazetteer = Gazetteer::shipped();
    let mut keys = std::collections::HashSet::new();
    for index in 0..u32::try_from(gazetteer.len()).unwrap() {
        let entry = gazetteer.entry(index);
        assert!(!entry.source.licence.is_empty() && !entry.as_of.is_empty());
        assert!(!entry.name.is_empty(), "{}", entry.key);
        assert_eq!(gazetteer.by_key(&entry.key).as_ref(), Some(&entry));
        assert!(
            keys.insert(entry.key.clone()),
            "{} is there twice",
            entry.key
        );
    }
}

#[test]
fn a_word_for_a_people_is_no_place_though_another_language_calls_the_country_so() {
    let gazetteer = Gazetteer::shipped();
    let found = |text: &str| -> Vec<String> {
        let names = gazetteer.find(text);
        let keys = names.iter().map(|name| gazetteer.entry(name.entry).key);
        keys.collect()
    };
    for text in [
        "Israeli soldiers",
        "a Pakistani minister",
        "the Yemeni coast",
    ] {
        assert_eq!(found(text), [] as [&str; 0], "{text}");
    }
    assert_eq!(
        found("Israel and New Zealand"),
        ["country:IL", "country:NZ"]
    );
    // Its ministries are named by the word.
    assert_eq!(found("the Israeli Foreign Ministry").len(), 1);
}
