//! Formats that are text: told apart by how they begin.

use memchr::memmem;

use super::format::Format;
use super::recognise::HEAD;
use super::{bookmarks, feed, instapaper, links, pocket};

/// The first lines of a file as text, whatever its encoding: the marks looked for are ASCII.
pub(super) struct Beginning {
    text: String,
    lower: String,
    /// No byte is zero: each letter of ASCII is one byte, whatever the encoding.
    plain: bool,
    /// It is as long as what is looked at: the file goes on.
    cut: bool,
}

impl Beginning {
    pub(super) fn read(head: &[u8]) -> Self {
        let wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
        let bytes: Vec<u8> = if wide {
            head.iter().filter(|&&byte| byte != 0).copied().collect()
        } else {
            head.to_vec()
        };
        let text = String::from_utf8_lossy(&bytes)
            .trim_start_matches(['\u{FEFF}', '\u{FFFD}'])
            .trim_start()
            .to_owned();
        let lower = text.to_ascii_lowercase();
        Self {
            text,
            lower,
            plain: memchr::memchr(0, head).is_none(),
            cut: head.len() as u64 >= HEAD,
        }
    }

    fn starts(&self, mark: &str) -> bool {
        self.lower.starts_with(mark)
    }

    fn has(&self, mark: &str) -> bool {
        memmem::find(self.lower.as_bytes(), mark.as_bytes()).is_some()
    }

    /// False where certainly none of the marks stands there.
    fn may_have(&self, marks: &[&str]) -> bool {
        !self.plain || marks.iter().any(|mark| self.has(mark))
    }
}

/// The text format that `beginning` shows; `None` when it may be a page or plain text.
pub(super) fn recognise(beginning: &Beginning, extension: Option<&str>) -> Option<Format> {
    link(beginning)
        .or_else(|| exported_page(beginning))
        .or_else(|| mail(beginning, extension))
        .or_else(|| references(beginning, extension))
        .or_else(|| json(beginning))
        .or_else(|| (is_table(beginning, extension)).then_some(Format::Csv))
        .or_else(|| links::is_list(&beginning.text, beginning.cut).then_some(Format::LinkList))
}

fn link(beginning: &Beginning) -> Option<Format> {
    if beginning.starts("[internetshortcut]") || beginning.has("\n[internetshortcut]") {
        return Some(Format::InternetShortcut);
    }
    if beginning.starts("[desktop entry]") || beginning.has("\n[desktop entry]") {
        return Some(Format::DesktopEntry);
    }
    let list = beginning.starts("<?xml") || beginning.starts("<!doctype plist");
    if !list || !beginning.has("<plist") {
        return None;
    }
    if beginning.has("webmainresource") {
        Some(Format::Webarchive)
    } else {
        beginning.has("<key>url</key>").then_some(Format::Webloc)
    }
}

/// Pages and feeds that programs write: told by more than their titles, since an article
/// may be called the same.
fn exported_page(beginning: &Beginning) -> Option<Format> {
    let head = beginning.text.as_bytes();
    if !beginning.starts("<") {
        None
    } else if beginning.may_have(&["netscape-bookmark"]) && bookmarks::is_netscape(head, "") {
        Some(Format::Bookmarks)
    } else if beginning.may_have(&["pocket export"]) && pocket::is_page(head, "") {
        Some(Format::PocketPage)
    } else if beginning.may_have(&["instapaper: export"]) && instapaper::is_page(head, "") {
        Some(Format::InstapaperPage)
    } else {
        let feed = beginning.may_have(&["<rss", "<rdf:", "<feed", "<atom:"]) && feed::is(head, "");
        feed.then_some(Format::Feed)
    }
}

/// Header fields that any message may have (RFC 5322).
const MAIL_FIELDS: &[&str] = &[
    "from", "to", "cc", "subject", "date", "sender", "reply-to", "list-id",
];
/// Header fields that programs write and people do not.
const MACHINE_FIELDS: &[&str] = &[
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "content-type",
    "content-transfer-encoding",
    "dkim-signature",
    "x-mailer",
    "arc-seal",
    "authentication-results",
    "snapshot-content-location",
];

fn mail(beginning: &Beginning, extension: Option<&str>) -> Option<Format> {
    let mut lines = beginning.text.lines();
    if beginning.text.starts_with("From ") {
        // Each message of a mailbox begins with a line `From address date` (RFC 4155).
        let first = lines.next().unwrap_or_default();
        let dated = first.bytes().filter(u8::is_ascii_digit).count() >= 4;
        let (written, by_machine) = header_fields(lines);
        return (dated && written + by_machine >= 2).then_some(Format::Mbox);
    }
    let (written, by_machine) = header_fields(lines);
    let named = matches!(extension, Some("eml" | "mht" | "mhtml"));
    if by_machine == 0 && !(named && written >= 2) || written + by_machine < 2 {
        return None;
    }
    let page = beginning.has("\nsnapshot-content-location:")
        || beginning.starts("from: <saved by")
        || beginning.starts("from: \"saved by")
        || matches!(extension, Some("mht" | "mhtml"))
        || (beginning.has("multipart/related") && !beginning.has("\nto:") && !received(beginning));
    Some(if page { Format::Mhtml } else { Format::Eml })
}

fn received(beginning: &Beginning) -> bool {
    beginning.starts("received:") || beginning.has("\nreceived:")
}

/// How many header fields stand before the first empty line: those that people could
/// have written, and those that only programs write.
fn header_fields<'a>(lines: impl Iterator<Item = &'a str>) -> (usize, usize) {
    let (mut written, mut by_machine) = (0, 0);
    for line in lines.take(200) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((field, _)) = line.split_once(':') else {
            break;
        };
        if field.is_empty() || !field.bytes().all(|b| b.is_ascii_graphic()) {
            break;
        }
        let field = field.to_ascii_lowercase();
        written += usize::from(MAIL_FIELDS.contains(&field.as_str()));
        by_machine += usize::from(MACHINE_FIELDS.contains(&field.as_str()));
    }
    (written, by_machine)
}

fn references(beginning: &Beginning, extension: Option<&str>) -> Option<Format> {
    let first = beginning.text.lines().next().unwrap_or_default();
    // A record begins with its type: `TY  - NEWS`.
    if first.starts_with("TY  -") {
        return Some(Format::Ris);
    }
    let entry = beginning.text.strip_prefix('@').is_some_and(|rest| {
        let kind: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        !kind.is_empty() && rest[kind.len()..].trim_start().starts_with(['{', '('])
    });
    let inside = extension == Some("bib") && beginning.has("\n@");
    (entry || inside).then_some(Format::Bibtex)
}

fn json(beginning: &Beginning) -> Option<Format> {
    let mut marks = beginning.text.chars().filter(|c| !c.is_whitespace());
    let opens = (marks.next()?, marks.next()?);
    if !matches!(opens, ('[', '{') | ('[', ']') | ('{', '"')) {
        return None;
    }
    let csl = ["\"issued\"", "\"container-title\"", "\"citation-key\""];
    let is_csl = beginning.has("\"type\"") && csl.iter().any(|mark| beginning.has(mark));
    Some(if is_csl {
        Format::CslJson
    } else {
        Format::Json
    })
}

/// A table whose first line names a column of addresses.
fn is_table(beginning: &Beginning, extension: Option<&str>) -> bool {
    if matches!(extension, Some("csv" | "tsv")) {
        return true;
    }
    let first = beginning.lower.lines().next().unwrap_or_default();
    let columns: Vec<&str> = first
        .split([',', ';', '\t'])
        .map(|name| name.trim().trim_matches('"'))
        .collect();
    columns.len() >= 3 && columns.contains(&"url") && columns.contains(&"title")
}
