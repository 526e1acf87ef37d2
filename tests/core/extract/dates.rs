//! Dates as pages of many countries print them, read through a dateline.

use super::text;

/// The time read from a dateline under a headline.
fn read(dateline: &str) -> (String, Option<String>) {
    let source = format!(
        "Talks resume in the border village\n\n{dateline}\n\nThe two delegations met on Tuesday for the first time in eleven months, officials said.\n"
    );
    let published = text(&source).published;
    published.map_or_else(|| ("none".to_owned(), None), |time| (time.iso, time.zone))
}

#[test]
fn printed_dates_are_read_in_many_languages() {
    let cases = [
        (
            "Tuesday 10 May 2022 16:14 BST",
            "2022-05-10T16:14+01:00",
            Some("BST"),
        ),
        (
            "May 10, 2022 at 4:14 p.m. EDT",
            "2022-05-10T16:14-04:00",
            Some("EDT"),
        ),
        (
            "Updated 4:14 PM ET, Tue May 10, 2022",
            "2022-05-10T16:14-04:00",
            Some("ET"),
        ),
        ("10th May, 2022", "2022-05-10", None),
        ("Publié le 10 mai 2022 à 16h14", "2022-05-10T16:14", None),
        ("10. Mai 2022, 16:14 Uhr", "2022-05-10T16:14", None),
        (
            "10.05.2022 16:14 MESZ",
            "2022-05-10T16:14+02:00",
            Some("MESZ"),
        ),
        ("10 de mayo de 2022", "2022-05-10", None),
        ("10 de maio de 2022 às 16:14", "2022-05-10T16:14", None),
        ("martedì 10 maggio 2022", "2022-05-10", None),
        (
            "10 мая 2022, 16:14 МСК",
            "2022-05-10T16:14+03:00",
            Some("МСК"),
        ),
        ("10 травня 2022 р., 16:14", "2022-05-10T16:14", None),
        ("10 مايو 2022", "2022-05-10", None),
        ("١٠ أيار/مايو ٢٠٢٢", "2022-05-10", None),
        ("۲۰ اردیبهشت ۱۴۰۱", "2022-05-10", None),
        ("10 במאי 2022", "2022-05-10", None),
        ("10 Mayıs 2022 Salı, 16:14", "2022-05-10T16:14", None),
        ("2022年5月10日 16:14", "2022-05-10T16:14", None),
        ("2022年5月10日 16時14分", "2022-05-10T16:14", None),
        ("입력 2022.05.10 오후 4:14", "2022-05-10T16:14", None),
        ("2022년 5월 10일", "2022-05-10", None),
        ("10 मई 2022", "2022-05-10", None),
        ("2022. gada 10. maijs", "2022-05-10", None),
        ("2022 m. gegužės 10 d.", "2022-05-10", None),
        ("10. aprill 2022", "2022-04-10", None),
        ("10 Machi 2022", "2022-03-10", None),
        ("10 მაისი 2022", "2022-05-10", None),
        ("10 մայիսի 2022", "2022-05-10", None),
        ("10 мамыр 2022", "2022-05-10", None),
        ("10. junij 2022", "2022-06-10", None),
        ("10 ஜூன் 2022", "2022-06-10", None),
        (
            "2022-05-10 16:14 KST",
            "2022-05-10T16:14+09:00",
            Some("KST"),
        ),
        (
            "10 May 2022 16:14 GMT+3",
            "2022-05-10T16:14+03:00",
            Some("GMT+3"),
        ),
        ("10 maja 2022", "2022-05-10", None),
        ("25/12/2022", "2022-12-25", None),
    ];
    let mut wrong = Vec::new();
    for (dateline, iso, zone) in cases {
        let found = read(dateline);
        if (found.0.as_str(), found.1.as_deref()) != (iso, zone) {
            wrong.push(format!("{dateline}: {found:?}, not {iso} {zone:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_ambiguous_date_is_no_date() {
    assert_eq!(read("5/10/2022").0, "none");
}

#[test]
fn days_that_do_not_exist_are_no_dates() {
    assert_eq!(read("31 February 2022").0, "none");
    assert_eq!(read("2022-13-45").0, "none");
}

#[test]
fn machine_dates_of_a_page_keep_offset_and_precision() {
    let published = |value: &str| {
        let html = format!(
            "<html><head><meta property='article:published_time' content='{value}'></head><body><p>x</p></body></html>"
        );
        super::page(&html).published.map(|time| time.iso)
    };
    assert_eq!(
        published("2022-05-10T16:14:30.123+0100").as_deref(),
        Some("2022-05-10T16:14:30+01:00")
    );
    assert_eq!(
        published("2022-05-10T15:14:00Z").as_deref(),
        Some("2022-05-10T15:14:00+00:00")
    );
    assert_eq!(published("2022-05-10").as_deref(), Some("2022-05-10"));
    assert_eq!(
        published("Tue, 10 May 2022 16:14:00 +0100").as_deref(),
        Some("2022-05-10T16:14:00+01:00")
    );
    assert_eq!(published("20220510").as_deref(), Some("2022-05-10"));
    assert_eq!(published("soon"), None);
}
