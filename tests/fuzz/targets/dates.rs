#![no_main]

use dragoman_core::extract::{MediaType, SourceHints, article_from_html};
use libfuzzer_sys::fuzz_target;

// A language, as the name of a tongue, and what a page in it prints as its date.
fuzz_target!(|line: &str| {
    let (language, printed) = line.split_once('\t').unwrap_or(("en", line));
    let page = format!(
        "<html lang=\"{language}\"><meta name=date content=\"{printed}\"><h1>Talks resume</h1>\
         <time>{printed}</time><p class=date>{printed}</p><p>The two delegations met.</p></html>"
    );
    let hints = SourceHints {
        saved: Some("2022-05-12T18:30"),
        url: Some(printed),
        ..SourceHints::of(MediaType::Html)
    };
    article_from_html(&page, &hints);
});
