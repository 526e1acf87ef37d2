//! Articles out of documents whose format knows its parts: PDF, Word, OpenDocument, RTF, EPUB, mail.

mod head;
mod lines;
mod pieces;

use head::Head;
use lines::Line;

use super::dates::{self, DateHints, Order};
use super::provenance::Fields;
use super::{SourceHints, byline, language, outlet, text, warnings, words};
use crate::domain::{ArticleParts, Document, Facts, Field, Origin, PrintedTime};

/// How much of a text is looked at to tell its language, in bytes.
const LANGUAGE_SAMPLE: usize = 20_000;

/// Reads an article out of a document. What the file declares is one source among
/// others: titles and authors that a template or another program left are outweighed
/// by what the text prints.
pub fn article_from_document(document: &Document, hints: &SourceHints) -> ArticleParts {
    let facts = &document.facts;
    let lines = lines::read(&document.lines);
    let mut fields = Fields::default();
    let sample = language_sample(&lines);
    let detected = language::detect(&sample);
    let date_hints = DateHints {
        order: date_order(&lines, detected.map(|(code, _)| code)),
        language: detected.map(|(code, _)| code),
        saved: dates::saved_at(hints),
    };
    let head = head::read(&lines, facts, &date_hints);

    offer_title(&lines, &head, facts, hints, &mut fields);
    offer_standfirst(&lines, &head, facts, &mut fields);
    let people = offer_people(&head, facts, &mut fields);
    offer_times(&head, facts, hints, &mut fields);
    offer_address(facts, hints, &mut fields);
    offer_outlet(&lines, facts, hints, &mut fields);
    offer_language(&sample, detected, facts, &mut fields);
    if let Some(section) = facts.section.as_deref() {
        fields.offer(Field::Section, &words::collapse(section), Origin::Import);
    }

    let (blocks, pieces) = pieces::sort(&lines, &head);
    let mut parts = ArticleParts {
        title: fields.value(Field::Title).unwrap_or_default(),
        standfirst: fields.value(Field::Standfirst),
        byline: people,
        outlet: fields.value(Field::Outlet),
        published: fields.time(Field::Published),
        updated: fields.time(Field::Updated),
        language: fields.value(Field::Language),
        canonical_url: fields.value(Field::CanonicalUrl),
        section: fields.value(Field::Section),
        blocks,
        pieces,
        provenance: fields.finish(),
        ..ArticleParts::default()
    };
    warnings::add(&mut parts, false);
    super::finish(parts, hints)
}

fn at_line(at: usize) -> Origin {
    Origin::Line {
        line: lines::number(at),
    }
}

fn offer_title(
    lines: &[Line],
    head: &Head,
    facts: &Facts,
    hints: &SourceHints,
    fields: &mut Fields,
) {
    let printed = head.title.first().map(|&first| {
        let whole: Vec<&str> = head.title.iter().map(|&at| lines[at].text).collect();
        (whole.join(" "), at_line(first))
    });
    let declared = facts
        .title
        .as_deref()
        .map(|title| words::collapse(outlet::without_site(title, facts.outlet.as_deref())))
        .filter(|title| says_something(title))
        .map(|title| (title, Origin::Import));
    let in_order = if head.title_certain {
        [printed, declared]
    } else {
        [declared, printed]
    };
    for (title, origin) in in_order.into_iter().flatten() {
        fields.offer(Field::Title, &title, origin);
    }
    let first = lines.iter().find(|line| line.is_text() && line.words > 0);
    if let Some(line) = first.filter(|_| head.title.is_empty()) {
        let title = first_sentence(line.text);
        let from = words::shorten(&title, 60);
        fields.offer(Field::Title, &title, Origin::Inferred { from });
    }
    if let Some(title) = hints.file_name.and_then(text::title_from_file_name) {
        fields.offer(Field::Title, &title, Origin::FileName);
    }
}

/// False for what programs write into the title of a file by themselves.
fn says_something(title: &str) -> bool {
    let key = words::cue_key(title);
    let file = title.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && (2..=5).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
            && !title.contains(' ')
    });
    let own = [
        "",
        "untitled",
        "untitled document",
        "document",
        "document#",
        "document #",
        "dokument",
        "dokument#",
        "documento",
        "документ",
        "microsoft word",
        "powerpoint presentation",
        "presentation",
        "slide #",
        "no title",
        "unknown",
        "print",
        "layout #",
        "title",
        "без имени",
        "без названия",
        "ohne titel",
        "unbenannt",
        "sans titre",
        "sin título",
        "无标题",
        "無題",
        "제목 없음",
        "no subject",
    ];
    !file && !key.starts_with("microsoft word ") && !own.contains(&key.as_str())
}

/// The first words of a text without a headline.
fn first_sentence(text: &str) -> String {
    let end = text
        .char_indices()
        .find(|&(at, c)| at > 20 && matches!(c, '.' | '!' | '?' | '。' | '！' | '？'))
        .map_or(text.len(), |(at, c)| at + c.len_utf8());
    words::shorten(text.get(..end).unwrap_or(text), 100)
}

fn offer_standfirst(lines: &[Line], head: &Head, facts: &Facts, fields: &mut Fields) {
    if let Some(at) = head.standfirst {
        fields.offer(Field::Standfirst, lines[at].text, at_line(at));
    }
    // A description that is the text's own first paragraph stays in the text.
    let own = facts
        .standfirst
        .as_deref()
        .map(words::collapse)
        .filter(|text| {
            let key = words::same_key(text);
            !lines.iter().take(40).any(|line| line.key == key)
        });
    if let Some(standfirst) = own {
        fields.offer(Field::Standfirst, &standfirst, Origin::Import);
    }
}

fn offer_people(head: &Head, facts: &Facts, fields: &mut Fields) -> Vec<String> {
    let mut declared: Vec<String> = Vec::new();
    for name in facts
        .byline
        .iter()
        .filter_map(|name| byline::declared(name))
    {
        if !declared.contains(&name) {
            declared.push(name);
        }
    }
    let printed = (!head.people.is_empty())
        .then(|| head.byline.map(|at| (head.people.clone(), at_line(at))))
        .flatten();
    let declared = (!declared.is_empty()).then(|| {
        // Printed as well: then the line is where a person can see it.
        let origin = head
            .byline
            .filter(|_| head.people.is_empty())
            .map_or(Origin::Import, at_line);
        (declared, origin)
    });
    let in_order = if head.says_by {
        [printed, declared]
    } else {
        [declared, printed]
    };
    for (people, origin) in in_order.iter().flatten() {
        fields.offer(Field::Byline, &people.join(", "), origin.clone());
    }
    let best = in_order.into_iter().flatten().next();
    best.map(|(people, _)| people).unwrap_or_default()
}

fn offer_times(head: &Head, facts: &Facts, hints: &SourceHints, fields: &mut Fields) {
    let declared = facts.published.as_deref().and_then(dates::from_machine);
    let printed = head.published.as_ref();
    let offer_printed = |fields: &mut Fields| {
        if let Some((at, time)) = printed {
            fields.offer_time(Field::Published, time, at_line(*at));
        }
    };
    let first = declared
        .as_ref()
        .is_some_and(|declared| printed.is_none_or(|(_, time)| outweighs(declared, time)));
    if !first {
        offer_printed(fields);
    }
    if let Some(time) = &declared {
        fields.offer_time(Field::Published, time, Origin::Import);
    }
    offer_printed(fields);
    if let Some(time) = hints.address().and_then(dates::from_address) {
        fields.offer_time(Field::Published, &time, Origin::Url);
    }
    if let Some(time) = hints.file_name.and_then(dates::from_address) {
        fields.offer_time(Field::Published, &time, Origin::FileName);
    }
    if let Some((at, time)) = &head.updated {
        fields.offer_time(Field::Updated, time, at_line(*at));
    }
    if let Some(time) = facts.updated.as_deref().and_then(dates::from_machine) {
        fields.offer_time(Field::Updated, &time, Origin::Import);
    }
}

/// True when what the file declares is more exact than what is printed, or when what
/// is printed is still to come and so tells of something else.
fn outweighs(declared: &PrintedTime, printed: &PrintedTime) -> bool {
    let day = |time: &PrintedTime| time.iso.get(..10).map(str::to_owned);
    match (day(declared), day(printed)) {
        (Some(declared_day), Some(printed_day)) if declared_day == printed_day => {
            declared.iso.len() >= printed.iso.len()
        }
        (Some(declared_day), Some(printed_day)) => printed_day > declared_day,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

fn offer_address(facts: &Facts, hints: &SourceHints, fields: &mut Fields) {
    for address in [hints.address(), facts.url.as_deref()]
        .into_iter()
        .flatten()
    {
        let web =
            url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if web {
            fields.offer(Field::CanonicalUrl, address, Origin::Import);
        }
    }
}

fn offer_outlet(lines: &[Line], facts: &Facts, hints: &SourceHints, fields: &mut Fields) {
    let addresses = [hints.address(), facts.url.as_deref()];
    for name in addresses
        .iter()
        .flatten()
        .filter_map(|url| outlet::of_address(url))
    {
        fields.offer(Field::Outlet, name, Origin::Url);
    }
    if let Some(name) = facts.outlet.as_deref().map(words::collapse) {
        let known = outlet::of_name(&name).map_or(name.as_str(), |known| known);
        fields.offer(Field::Outlet, known, Origin::Import);
    }
    for line in lines.iter().filter(|line| line.words <= 25) {
        if let Some((name, said)) = outlet::of_words(line.text) {
            fields.offer(Field::Outlet, &name, Origin::Inferred { from: said });
        }
    }
    if let Some(name) = hints.file_name.and_then(outlet::of_file_name) {
        fields.offer(Field::Outlet, name, Origin::FileName);
    }
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.words <= 4) {
        if let Some(name) = outlet::of_name(line.text) {
            fields.offer(Field::Outlet, name, at_line(at));
        }
    }
    for host in addresses
        .iter()
        .flatten()
        .filter_map(|url| text::host_name(url))
    {
        fields.offer(Field::Outlet, &host, Origin::Url);
    }
}

/// Declared languages are often a template's, so a certain reading of the text comes first.
fn offer_language(
    sample: &str,
    detected: Option<(&'static str, bool)>,
    facts: &Facts,
    fields: &mut Fields,
) {
    let declared = facts.language.as_deref().and_then(language::primary);
    let from = words::shorten(sample.lines().next().unwrap_or_default(), 60);
    if let Some((code, _)) = detected.filter(|(_, certain)| *certain) {
        fields.offer(
            Field::Language,
            code,
            Origin::Inferred { from: from.clone() },
        );
    }
    if let Some(code) = declared {
        fields.offer(Field::Language, &code, Origin::Import);
    }
    if let Some((code, _)) = detected {
        fields.offer(Field::Language, code, Origin::Inferred { from });
    }
}

/// The beginning of the running text, or of all lines where none runs.
fn language_sample(lines: &[Line]) -> String {
    let collect = |only_running: bool| {
        let mut sample = String::new();
        for line in lines
            .iter()
            .filter(|l| l.is_text() && (l.running || !only_running))
        {
            sample.push_str(line.text);
            sample.push('\n');
            if sample.len() > LANGUAGE_SAMPLE {
                break;
            }
        }
        sample
    };
    let running = collect(true);
    if running.is_empty() {
        collect(false)
    } else {
        running
    }
}

/// Whether `5/10/2022` is October or May.
fn date_order(lines: &[Line], language: Option<&str>) -> Order {
    let short = lines.iter().filter(|line| line.words <= 16);
    Order::of_text(language, short.map(|line| line.text))
}
