use dragoman_core::search::Seen;

use super::{Library, article};

/// Indexes `body`, asks `query` and shows what is marked, in `[ ]`.
fn marked(language: &'static str, body: &str, query: &str) -> String {
    let library = Library::of(vec![("it", article(language, body))]);
    let found = library.search(query);
    assert_eq!(found.total, 1, "{query} finds {body}");
    show(&found.marker.marked(body, Some(language)))
}

fn show(runs: &[String]) -> String {
    runs.iter()
        .enumerate()
        .map(|(index, run)| match index % 2 {
            1 => format!("[{run}]"),
            _ => run.clone(),
        })
        .collect()
}

#[test]
fn marks_what_was_found_in_every_script() {
    for (language, body, query, shown) in [
        (
            "en",
            "North Korean leader Kim Jong-un has",
            "kim jong un ",
            "North Korean leader [Kim Jong-un] has",
        ),
        (
            "en",
            "Negotiators negotiated the hostages' release",
            "negotiate hostage ",
            "[Negotiators negotiated] the [hostages]' release",
        ),
        ("en", "The U.S. Treasury", "us ", "The [U.S]. Treasury"),
        (
            "en",
            "the country’s dignity",
            "dig",
            "the country’s [dignity]",
        ),
        (
            "en",
            "the city of Kharkiv",
            "kharkov ",
            "the city of [Kharkiv]",
        ),
        (
            "en",
            "The Al-Jazeera crew",
            "aljazeera ",
            "The [Al-Jazeera] crew",
        ),
        (
            "fr",
            "L’Élysée a démenti",
            "elysee ",
            "L’[Élysée] a démenti",
        ),
        (
            "ru",
            "при участии президента Зеленского.",
            "зеленский ",
            "при участии президента [Зеленского].",
        ),
        (
            "ar",
            "قالَ المُتَحَدِّثُ إنَّ المعبر",
            "المتحدث ",
            "قالَ [المُتَحَدِّثُ] إنَّ المعبر",
        ),
        (
            "ar",
            "اجتمع الوزراء في القاهرة أمس",
            "قاهرة ",
            "اجتمع الوزراء في [القاهرة] أمس",
        ),
        (
            "zh",
            "据报道，习近平主席抵达",
            "习近平",
            "据报道，[习近平]主席抵达",
        ),
        ("zh", "臺灣總統會見", "台湾", "[臺灣]總統會見"),
        (
            "ja",
            "ﾛｼｱ大使館は声明",
            "ロシア大使館 ",
            "[ﾛｼｱ大使館]は声明",
        ),
        (
            "ko",
            "윤석열 대통령은 국회에서",
            "대통령 ",
            "윤석열 [대통령]은 국회에서",
        ),
        ("th", "ไปกรุงเทพมหานคร", "กรุงเทพ", "ไป[กรุงเทพ]มหานคร"),
        (
            "he",
            "נסע לירושלים בבוקר",
            "ירושלים ",
            "נסע [לירושלים] בבוקר",
        ),
    ] {
        assert_eq!(marked(language, body, query), shown, "{query}");
    }
}

#[test]
fn a_phrase_is_marked_only_as_a_whole() {
    assert_eq!(
        marked(
            "en",
            "Korea and North Korea, north of Korea",
            "\"north korea\""
        ),
        "Korea and [North Korea], north of Korea"
    );
    assert_eq!(
        marked("zh", "河内抵达，抵达河内", "\"抵达河内\""),
        "河内抵达，[抵达河内]"
    );
}

#[test]
fn what_is_left_out_is_not_marked() {
    assert_eq!(marked("en", "Kim met Xi", "kim -putin "), "[Kim] met Xi");
}

#[test]
fn the_snippet_is_where_most_words_are() {
    let library = Library::of(vec![("it", article("en", "Korea dignity"))]);
    let found = library.search("north korea dignity ");
    let long = format!(
        "{} Korea was quiet. {} The leader of North Korea spoke of dignity. {}",
        "Much was said about other things. ".repeat(6),
        "And nothing more happened. ".repeat(12),
        "Then all went home. ".repeat(12),
    );
    let blocks = ["Nothing of that here.", "Only Korea here.", long.as_str()];
    let (snippet, block, (start, end)) = found
        .marker
        .snippet(&blocks, Some("en"), 240)
        .expect("a passage");
    let shown = show(&snippet);
    assert_eq!(block, 2);
    assert!(
        shown.contains("of [North Korea] spoke of [dignity]."),
        "{shown}"
    );
    assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
    assert!(
        shown.starts_with("…And") || shown.starts_with("…The"),
        "a sentence: {shown}"
    );
    assert!(snippet.concat().chars().count() <= 242, "{shown}");
    let first: String = long
        .chars()
        .skip(start as usize)
        .take((end - start) as usize)
        .collect();
    assert_eq!(first, "North Korea");
}

#[test]
fn words_that_stand_far_apart_are_both_in_the_snippet() {
    let library = Library::of(vec![("it", article("en", "solidarity Volodin"))]);
    let marker = library.search("solidarity volodin ").marker;
    let much = "Much was said about other things. ".repeat(8);
    let one = format!("{much}It promised firm solidarity to its ally. {much}");
    let other = format!("{much}Then Volodin spoke. {much}");
    let of = |blocks: &[&str]| {
        let (snippet, block, (start, _)) = marker.snippet(blocks, Some("en"), 240).unwrap();
        assert!(snippet.concat().chars().count() <= 248, "{snippet:?}");
        let first = blocks[block].chars().nth(start as usize);
        (show(&snippet), first)
    };
    for blocks in [
        [one.as_str(), "Nothing here.", other.as_str()],
        [other.as_str(), "Nothing here.", one.as_str()],
    ] {
        let (shown, first) = of(&blocks);
        assert!(shown.contains("[solidarity]"), "{shown}");
        assert!(shown.contains("[Volodin]"), "{shown}");
        // It is opened at what is shown first.
        let at = |word: &str| shown.find(word).unwrap();
        let begins = at("[solidarity]") < at("[Volodin]");
        assert_eq!(first, Some(if begins { 's' } else { 'V' }));
    }
    let (short, _) = of(&["Firm solidarity", "Volodin"]);
    assert_eq!(short, "Firm [solidarity] … [Volodin]");
    // What has all of it stays one passage.
    let both = format!("{one} Solidarity with Volodin. {much}");
    let (whole, _) = of(&[one.as_str(), both.as_str()]);
    assert!(whole.contains("[Solidarity] with [Volodin]."), "{whole}");
}

/// Half a passage has room for fewer words: two of them are shown only when they have more
/// of the query's words than one whole passage, and none of them twice.
#[test]
fn a_passage_is_torn_only_for_more_words() {
    let words = "harbour treaty volodin solidarity";
    let library = Library::of(vec![("it", article("en", words))]);
    let marker = library.search(&format!("{words} ")).marker;
    let much = "Much was said about other things. ".repeat(8);
    let three = format!(
        "Firm solidarity was promised on that day to an old and trusted ally by the envoys, and \
         then Volodin himself rose to speak of the new border treaty. {much}"
    );
    let text = [three.as_str(), &much, "In the harbour nothing moved."];
    let (snippet, ..) = marker.snippet(&text, Some("en"), 240).unwrap();
    let shown = show(&snippet);
    for word in ["[solidarity]", "[Volodin]", "[treaty]"] {
        assert!(shown.contains(word), "{shown}");
    }
    // In one block, near each other.
    let two = format!(
        "{much}They met at the harbour, where it was cold and the sea was rough on \
         that day in the north, and went on to the hall for the solidarity dinner. {much}"
    );
    for length in (160..=240).step_by(8) {
        let (snippet, ..) = marker.snippet(&[two.as_str()], Some("en"), length).unwrap();
        let shown = snippet.concat();
        assert!(shown.matches("harbour").count() <= 1, "{shown}");
        assert!(shown.matches("the sea was").count() <= 1, "{shown}");
    }
}

#[test]
fn a_match_at_the_end_of_a_text_stands_early_in_its_passage() {
    let library = Library::of(vec![("it", article("en", "a coup"))]);
    let marker = library.search("coup ").marker;
    let before = "The envoys spoke of many other things that week and of none of this ";
    // Short enough to be shown whole, and not.
    for text in [before.repeat(3) + "coup.", before.repeat(9) + "coup."] {
        let (snippet, ..) = marker
            .snippet(&[text.as_str()], Some("en"), 240)
            .expect("a passage");
        assert_eq!(snippet[1], "coup", "{snippet:?}");
        let lead = snippet[0].chars().count();
        assert!((40..=92).contains(&lead), "{snippet:?}");
        assert!(snippet[0].starts_with('…'), "{snippet:?}");
    }
}

#[test]
fn the_words_that_a_result_has_are_listed_from_all_of_it() {
    let library = Library::of(vec![
        ("it", article("en", "Kim")),
        ("zh", article("zh", "习近平主席抵达")),
    ]);
    let of = |query: &str, title: &str, texts: &[&str]| {
        let marker = library.search(query).marker;
        let mut seen = Seen::default();
        // Shown again with what is known by then, it is the same.
        let mut show = || marker.show((title, Some("en")), texts, (None, 240), &mut seen);
        let (first, again) = (show(), show());
        assert_eq!((&first.title, &first.words), (&again.title, &again.words));
        assert_eq!(first.snippet, again.snippet);
        first.words
    };
    assert_eq!(
        of(
            "+sanctions +Ukraine +Kim ",
            "Kim’s visit",
            &["A sanction on Kim.", "Much else.", "To Ukraine, ukraine."],
        ),
        ["sanction", "Ukraine", "Kim"]
    );
    assert_eq!(of("习近平主席 ", "", &["习近平主席抵达"]), ["习近平主席"]);
    assert!(of("kim ", "Other", &["words"]).is_empty());
}

#[test]
fn snippets_of_unspaced_and_right_to_left_text() {
    let library = Library::of(vec![("it", article("zh", "习近平"))]);
    let text = format!(
        "{}习近平主席抵达{}",
        "其他的事情很多。".repeat(40),
        "以后没有别的。".repeat(40)
    );
    let (snippet, ..) = library
        .search("习近平")
        .marker
        .snippet(&[text.as_str()], Some("zh"), 60)
        .expect("a passage");
    assert!(snippet.concat().chars().count() <= 62);
    assert_eq!(snippet[1], "习近平");

    let library = Library::of(vec![("it", article("ar", "العراق"))]);
    let text = format!(
        "{} وقع العراق اتفاقا. {}",
        "كلام كثير هنا. ".repeat(30),
        "ثم انتهى. ".repeat(30)
    );
    let (snippet, ..) = library
        .search("العراق ")
        .marker
        .snippet(&[text.as_str()], Some("ar"), 100)
        .expect("a passage");
    assert_eq!(snippet[1], "العراق");
    assert!(snippet.concat().chars().count() <= 102);
}

#[test]
fn nothing_to_mark_gives_no_snippet() {
    let library = Library::of(vec![("it", article("en", "Kim spoke"))]);
    let marker = library.search("kim ").marker;
    assert!(marker.snippet(&["other words"], Some("en"), 240).is_none());
    assert!(marker.snippet(&[], None, 240).is_none());
    assert!(marker.mark("", None).is_empty());
    assert_eq!(marker.marked("other", None), ["other"]);
    assert!(library.search("").marker.mark("Kim", None).is_empty());
}
