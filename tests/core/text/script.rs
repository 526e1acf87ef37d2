use dragoman_core::text::{is_unspaced_script, is_word_char, script_of};

#[test]
fn names_the_script_of_most_letters() {
    for (text, script) in [
        ("Kim Jong Un", "Latn"),
        ("김정은", "Hang"),
        ("Ким Чен Ын", "Cyrl"),
        ("金正恩", "Hani"),
        ("كيم جونغ أون", "Arab"),
        ("קים ג׳ונג און", "Hebr"),
        ("किम जोंग", "Deva"),
        ("คิม จองอึน", "Thai"),
        ("プーチン", "Kana"),
        ("Κιμ", "Grek"),
        ("2022 — 10%", "Zyyy"),
        ("", "Zyyy"),
        ("Компания AT&T", "Cyrl"),
        ("ab юя", "Latn"),
    ] {
        assert_eq!(script_of(text), script, "{text}");
    }
}

#[test]
fn words_go_on_over_marks_and_digits() {
    for c in ['a', 'é', '\u{301}', '9', '٣', 'ि', '金', '\u{E49}', 'ー'] {
        assert!(is_word_char(c), "{c:?}");
    }
    for c in [' ', '-', '\'', '’', '.', '、', '·', '\u{200C}'] {
        assert!(!is_word_char(c), "{c:?}");
    }
}

#[test]
fn scripts_without_spaces() {
    for c in ['金', '々', 'は', 'ー', 'ロ', 'ก', 'ລ', 'ខ', 'မ'] {
        assert!(is_unspaced_script(c), "{c:?}");
    }
    for c in ['a', '김', 'й', 'ع', 'क', '0', '。', '฿'] {
        assert!(!is_unspaced_script(c), "{c:?}");
    }
}

#[test]
fn letters_that_are_answered_without_a_table_are_letters() {
    for range in [
        '\u{410}'..='\u{44F}',
        '\u{621}'..='\u{64A}',
        '\u{4E00}'..='\u{9FFF}',
        '가'..='힣',
    ] {
        for c in range {
            assert_eq!(is_word_char(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(
                is_unspaced_script(c),
                script_of(&c.to_string()) == "Hani",
                "{c:?}"
            );
        }
    }
    for c in ('\u{3041}'..='\u{3096}').chain('\u{30A1}'..='\u{30FA}') {
        assert!(
            ["Hira", "Kana"].contains(&script_of(&c.to_string())),
            "{c:?}"
        );
    }
}
