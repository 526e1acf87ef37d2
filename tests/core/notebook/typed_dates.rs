//! Dates as they are typed into a field.

use crate::support::bench;

#[test]
fn a_day_a_month_and_a_year_are_read_as_people_write_them() {
    let bench = bench();
    let read = |typed: &str| bench.notebook.read_date(typed, None);
    for (typed, iso) in [
        ("2022", "2022"),
        ("2022-05", "2022-05"),
        ("2022-05-10", "2022-05-10"),
        (" 10 May 2022 ", "2022-05-10"),
        ("May 10, 2022", "2022-05-10"),
        ("10.5.2022", "2022-05-10"),
        ("10. 5. 2022", "2022-05-10"),
        ("5/10/2022", "2022-10-05"),
        ("May 2022", "2022-05"),
        ("5.2022", "2022-05"),
        ("10 \u{43c}\u{430}\u{44f} 2022", "2022-05-10"),
        ("2022\u{5e74}5\u{6708}10\u{65e5}", "2022-05-10"),
    ] {
        assert_eq!(read(typed).as_deref(), Some(iso), "{typed}");
    }
    for none in [
        "",
        "soon",
        "2022-13",
        "31 February 2022",
        "10 May 2022 or so",
        "last 3 days",
        "last week",
    ] {
        assert_eq!(read(none), None, "{none}");
    }
    assert_eq!(read(&"1".repeat(1_000_000)), None);
}

#[test]
fn what_is_counted_from_today_is_the_day_or_the_month_that_it_is() {
    let bench = bench();
    let read = |typed: &str| bench.notebook.read_date(typed, None).unwrap();
    assert!(read("yesterday") < read("today"));
    assert_eq!(read("1 day ago"), read("yesterday"));
    assert_eq!(read("this month"), read("today")[..7]);
    assert_eq!(read("this year"), read("today")[..4]);
    assert!(read("last month") < read("this month"));
}

#[test]
fn what_is_said_of_a_text_is_read_by_the_day_of_the_text() {
    let bench = bench();
    // A Tuesday.
    let read = |typed: &str| {
        bench
            .notebook
            .read_date(typed, Some("2022-05-10T16:14+01:00"))
    };
    for (typed, iso) in [
        ("9 May", "2022-05-09"),
        ("May 9", "2022-05-09"),
        ("Monday", "2022-05-09"),
        ("on Monday", "2022-05-09"),
        ("last Wednesday", "2022-05-04"),
        ("Tuesday", "2022-05-10"),
        ("yesterday", "2022-05-09"),
        ("today", "2022-05-10"),
        ("20 December", "2021-12-20"),
        ("9.5.", "2022-05-09"),
        ("9/5", "2022-05-09"),
        ("lundi", "2022-05-09"),
        ("9 mai", "2022-05-09"),
        ("Montag", "2022-05-09"),
        ("gestern", "2022-05-09"),
        ("9. Mai", "2022-05-09"),
        ("9 de mayo", "2022-05-09"),
        ("9 мая", "2022-05-09"),
        ("вчера", "2022-05-09"),
        ("у понеділок", "2022-05-09"),
        ("الاثنين", "2022-05-09"),
        ("5月9日", "2022-05-09"),
        ("9일", "2022-05-09"),
        ("월요일", "2022-05-09"),
        ("last month", "2022-04"),
        ("8 April 2021", "2021-04-08"),
    ] {
        assert_eq!(read(typed).as_deref(), Some(iso), "{typed}");
    }
    for none in ["Monday or so", "maybe", "9", "31 February", "message"] {
        assert_eq!(read(none), None, "{none}");
    }
}

#[test]
fn of_a_text_without_a_day_only_a_whole_date_is_read() {
    let bench = bench();
    for unknown in ["", "2022", "2022-05"] {
        let read = |typed: &str| bench.notebook.read_date(typed, Some(unknown));
        for open in ["yesterday", "Monday", "9 May", "this year", "2 years ago"] {
            assert_eq!(read(open), None, "{open} of {unknown:?}");
        }
        for (typed, iso) in [
            ("9 May 2022", "2022-05-09"),
            ("2022-05", "2022-05"),
            ("2022", "2022"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(iso), "{typed} of {unknown:?}");
        }
    }
}

#[test]
fn the_time_of_an_article_is_read_as_the_window_shows_it_and_as_pages_print_it() {
    let bench = bench();
    let read = |typed: &str| {
        let time = bench.notebook.read_time(typed)?;
        Some((time.iso, time.zone.unwrap_or_default()))
    };
    for (typed, iso, zone) in [
        ("12 May 2022, 09:05 BST", "2022-05-12T09:05+01:00", "BST"),
        ("12 May 2022, 09:05", "2022-05-12T09:05", ""),
        ("12 May 2022 09:05", "2022-05-12T09:05", ""),
        (
            "12 May 2022, 09:05 UTC+1",
            "2022-05-12T09:05+01:00",
            "UTC+1",
        ),
        ("12 May 2022, 09:05 UTC", "2022-05-12T09:05+00:00", "UTC"),
        ("10 mai 2022 09:05", "2022-05-10T09:05", ""),
        (
            "10 \u{43c}\u{430}\u{44f} 2022, 09:05",
            "2022-05-10T09:05",
            "",
        ),
        ("12.5.2022 09:05", "2022-05-12T09:05", ""),
        ("May 12, 2022 9:05 pm", "2022-05-12T21:05", ""),
        ("12 May 2022", "2022-05-12", ""),
        ("May 2022", "2022-05", ""),
        ("2022", "2022", ""),
    ] {
        assert_eq!(read(typed), Some((iso.into(), zone.into())), "{typed}");
    }
    for none in ["", "09:05", "12 May 2022 09:05 or so", "soon"] {
        assert_eq!(read(none), None, "{none}");
    }
}
