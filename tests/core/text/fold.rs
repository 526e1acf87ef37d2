use dragoman_core::text::{Folded, fold, fold_mapped, is_word_char};

/// Spellings that must fold together, by script.
const SAME: &[(&str, &str)] = &[
    // Latin
    ("ERDOĞAN", "erdogan"),
    ("İstanbul", "istanbul"),
    ("ISTANBUL", "istanbul"),
    ("ısparta", "isparta"),
    ("Søren Ågård", "soren agard"),
    ("Đặng Thị", "dang thi"),
    ("Wałęsa", "walesa"),
    ("Straße", "strasse"),
    ("STRASSE", "straße"),
    ("GROẞ", "gross"),
    ("Æthelred Œuvre", "aethelred oeuvre"),
    ("Guðmundur Þórðarson", "gudmundur thordarson"),
    ("Nguyễn Phú Trọng", "nguyen phu trong"),
    ("béninois", "be\u{301}ninois"),
    ("Iași", "iasi"),
    ("Iaşi", "Iași"),
    ("ﬁnance", "finance"),
    ("Əliyev", "eliyev"),
    ("col·lectiu", "collectiu"),
    // Greek
    ("ΠΡΩΘΥΠΟΥΡΓΟΣ", "πρωθυπουργός"),
    ("Κύπρο", "Κυπρο"),
    ("Κύπρος", "κυπροσ"),
    // Cyrillic
    ("Хрущёв", "Хрущев"),
    ("Пам’ять", "Памʼять"),
    ("Пам'ять", "память"),
    ("Київ", "Киів"),
    ("Ґалаґан", "галаган"),
    ("Андрей", "Андреи"),
    // Arabic and Persian
    ("المُتَحَدِّثُ", "المتحدث"),
    ("العـــراق", "العراق"),
    ("غزة", "غزه"),
    ("أحمد", "احمد"),
    ("إلى", "الي"),
    ("آذر", "اذر"),
    ("مسؤول", "مسوول"),
    ("ایران", "ايران"),
    ("کابل", "كابل"),
    ("گفت\u{200C}وگو", "گفتوگو"),
    ("ﷲ", "الله"),
    // Hebrew
    ("שָׁלוֹם", "שלום"),
    ("צה״ל", "צהל"),
    ("צה\"ל", "צהל"),
    ("בני־ברק", "בני ברק"),
    // Indic
    ("फ़िलिस्तीन", "फिलिस्तीन"),
    ("\u{95C}", "\u{921}\u{93C}"),
    ("पहुँचे", "पहुंचे"),
    ("\u{9C7}\u{9BE}", "\u{9CB}"),
    // Chinese, Japanese, Korean
    ("臺灣總統", "台湾总统"),
    ("ﾛｼｱ大使館", "ロシア大使館"),
    ("ｶﾞｽ", "ガス"),
    ("か\u{3099}", "が"),
    ("ＡＰＥＣ", "apec"),
    ("巴拉克・奥巴马", "巴拉克 奥巴马"),
    ("\u{1100}\u{1175}\u{11B7}정은", "김정은"),
    // Thai marks in either order
    ("ก\u{E49}\u{E38}", "ก\u{E38}\u{E49}"),
    // Digits
    ("٢٠٢٤", "2024"),
    ("۲۰۲۴", "2024"),
    ("２０２４", "2024"),
    ("२०२४", "2024"),
    ("๒๕๖๗", "2567"),
    // Hyphens, apostrophes, space
    ("Kim Jong-un", "Kim Jong Un"),
    ("Kim Jong‐un", "Kim Jong–un"),
    ("O’Sullivan", "O'Sullivan"),
    ("OʼSullivan", "OSullivan"),
    ("Sanaʽa", "Sanaa"),
    ("a \u{A0}\u{3000}\t\n b", "a b"),
    ("  a  ", "a"),
    ("co\u{AD}operate", "cooperate"),
    ("zero\u{200B}width", "zerowidth"),
];

/// Spellings that must stay apart.
const APART: &[(&str, &str)] = &[
    ("김정은", "김정운"),
    ("ガス", "カス"),
    ("กุ", "กู"),
    ("कि", "की"),
    ("क्", "क"),
    ("U.S.", "us"),
    ("Kim Jong-un", "Kim Jongun"),
    ("سلام", "سلم"),
];

#[test]
fn folds_spellings_together() {
    for (a, b) in SAME {
        assert_eq!(fold(a), fold(b), "{a} and {b}");
    }
}

#[test]
fn keeps_different_words_apart() {
    for (a, b) in APART {
        assert_ne!(fold(a), fold(b), "{a} and {b}");
    }
}

#[test]
fn hangul_stays_composed() {
    assert_eq!(fold("대통령은"), "대통령은");
    assert_eq!(fold("대통령").chars().count(), 3);
}

#[test]
fn quotes_at_the_edge_of_a_word_stay_plain() {
    assert_eq!(fold("‘safeguard’"), "'safeguard'");
    assert_eq!(fold("“dignity”"), "\"dignity\"");
    assert_eq!(fold("hostages’ release"), "hostages' release");
}

#[test]
fn origin_leads_back() {
    let folded = fold_mapped("L’Œuvre a\u{301}  –B");
    assert_eq!(folded.text, "loeuvre a b");
    assert_eq!(
        folded.origin,
        [
            (0, 2), // L and the apostrophe that fell out
            (2, 3), // Œ gives o
            (2, 3), // and e
            (3, 4),
            (4, 5),
            (5, 6),
            (6, 7),
            (7, 8),
            (8, 10), // a with its accent
            (10, 13),
            (13, 14),
        ]
    );
}

#[test]
fn nothing_stays_of_nothing() {
    assert_eq!(fold_mapped("\u{200B} \u{301}"), Folded::default());
}

/// Strings of odd characters, the same on every run.
fn odd_strings() -> impl Iterator<Item = String> {
    const ALPHABET: &[char] = &[
        'a',
        'Z',
        'É',
        'İ',
        'ı',
        'ß',
        '\u{301}',
        '\u{327}',
        '\'',
        '’',
        '"',
        '-',
        '–',
        ' ',
        '\u{A0}',
        '\u{200C}',
        '\u{AD}',
        'ς',
        'Σ',
        'ё',
        'й',
        'ї',
        'أ',
        'ؤ',
        'ة',
        'ـ',
        '\u{64E}',
        'ﷺ',
        'ך',
        '\u{5B8}',
        'फ',
        '\u{93C}',
        '\u{94D}',
        'क',
        '\u{9C7}',
        '\u{9BE}',
        '\u{1100}',
        '\u{1161}',
        '\u{11A8}',
        '가',
        '각',
        'ㄱ',
        '臺',
        'ｶ',
        'ﾞ',
        'か',
        '\u{3099}',
        'ก',
        '\u{E49}',
        '\u{E38}',
        '\u{E33}',
        '٣',
        '½',
        '…',
        '¨',
        '´',
        '㎏',
        '🇰',
        '😀',
        '\u{FE0F}',
        '\u{10FFFF}',
        '·',
        '・',
        'ﬁ',
        '\u{345}',
        'ᾳ',
        '\0',
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    std::iter::repeat_with(move || {
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as usize
        };
        let length = next() % 12;
        (0..length)
            .map(|_| ALPHABET[next() % ALPHABET.len()])
            .collect()
    })
    .take(20_000)
}

#[test]
fn folding_is_stable_and_mapped_for_any_text() {
    for text in odd_strings() {
        let folded = fold_mapped(&text);
        assert_eq!(folded.text, fold(&text), "{text:?}");
        assert_eq!(fold(&folded.text), folded.text, "twice: {text:?}");
        assert_eq!(folded.origin.len(), folded.text.chars().count(), "{text:?}");
        let length = text.chars().count() as u32;
        let mut before = 0;
        for (start, end) in folded.origin {
            assert!(start < end && end <= length && before <= start, "{text:?}");
            before = start;
        }
        assert!(!folded.text.contains("  ") && folded.text.trim_matches(' ') == folded.text);
        assert!(!folded.text.contains(['’', '\u{200C}']));
    }
}

#[test]
fn apostrophes_go_only_inside_words() {
    for text in odd_strings() {
        let folded: Vec<char> = fold(&text).chars().collect();
        for around in folded.windows(3) {
            assert!(
                !(is_word_char(around[0]) && around[1] == '\'' && is_word_char(around[2])),
                "{text:?}"
            );
        }
    }
}
