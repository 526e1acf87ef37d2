//! Which declared titles, authors and dates mean something. Many are left by programs.

/// What programs call a document that nobody named.
const UNNAMED: &[&str] = &[
    "untitled",
    "unbenannt",
    "sans titre",
    "sin título",
    "sin titulo",
    "senza titolo",
    "sem título",
    "без имени",
    "без названия",
    "無題",
    "无标题",
    "document",
    "document1",
    "doc1",
    "dokument1",
    "print",
    "printing",
    "pdf",
    "new document",
    "title",
    "layout 1",
    "slide 1",
    "powerpoint presentation",
    "präsentation",
    "about:blank",
    "blank",
    "scan",
    "scanned document",
    "page 1",
    "template",
    "book1",
];
/// Ends of file names.
const ENDINGS: &[&str] = &[
    ".doc", ".docx", ".rtf", ".odt", ".pdf", ".indd", ".qxd", ".qxp", ".ppt", ".pptx", ".xls",
    ".xlsx", ".tex", ".dvi", ".ps", ".txt", ".html", ".htm", ".pub", ".pages", ".wpd", ".eps",
    ".ai", ".cdr", ".pm6", ".p65", ".fm", ".jpg", ".tif", ".tiff", ".md",
];
/// What programs put before a title.
const PREFIXES: &[&str] = &[
    "Microsoft Word - ",
    "Microsoft PowerPoint - ",
    "Microsoft Excel - ",
    "PowerPoint Presentation - ",
];

/// A title that a person gave.
pub(super) fn title(text: &str) -> Option<String> {
    let bare = PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix));
    let text = bare.unwrap_or(text).trim();
    let lower = text.to_lowercase();
    let file = ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let address = lower.starts_with("http") || lower.starts_with("file:") || lower.contains('\\');
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // `report_final_v3`, `IMG20220510`: names of files without their end.
    let one_word = !text.contains(' ');
    let technical =
        one_word && text.is_ascii() && text.contains(|c: char| c == '_' || c.is_ascii_digit());
    let unnamed = UNNAMED.contains(&lower.as_str()) || lower.starts_with("untitled-");
    (letters >= 2 && !file && !address && !technical && !unnamed).then(|| text.to_owned())
}

/// Names of software, machines and accounts in the place of an author.
const NO_PEOPLE: &[&str] = &[
    "adobe",
    "acrobat",
    "microsoft",
    "windows",
    "user",
    "admin",
    "owner",
    "scanner",
    "itext",
    "word",
    "office",
    "indesign",
    "quark",
    "chrome",
    "mozilla",
    "default",
    "unknown",
    "anonymous",
    "author",
    "root",
    "guest",
    "test",
    "pdf",
    "canon",
    "xerox",
    "ricoh",
    "dell",
    "lenovo",
    "desktop",
    "laptop",
    "pc",
    "macbook",
    "computer",
    "editor",
    "production",
    "prepress",
    "layout",
    "webmaster",
    "typst",
    "libreoffice",
    "openoffice",
    "latex",
    "tcpdf",
    "wordpress",
    "utilisateur",
    "benutzer",
    "usuario",
    "utente",
    "пользователь",
];

/// The people in a declared author, apart.
pub(super) fn people(text: &str) -> Vec<String> {
    let parts = text
        .split([';', '\n', '|'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| {
            // `Smith, Anna` is one person, `Anna Smith, Bo Li` are two.
            let names: Vec<&str> = part.split(", ").collect();
            match names.as_slice() {
                [last, first] if !last.trim().contains(' ') && !first.trim().is_empty() => {
                    vec![format!("{} {}", first.trim(), last.trim())]
                }
                many => many.iter().map(|name| (*name).to_owned()).collect(),
            }
        });
    let parts = parts.map(|name| name.trim().trim_start_matches("By ").to_owned());
    parts.filter(|name| is_person(name)).take(20).collect()
}

fn is_person(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let cased = name.chars().any(char::is_lowercase) || name.chars().any(char::is_uppercase);
    // Names in scripts without capitals may be one word; else an account is one.
    let named = match cased {
        true => (2..=6).contains(&words.len()) && name.chars().any(char::is_uppercase),
        false => (2..=30).contains(&letters) && words.len() <= 5,
    };
    named
        && name.chars().count() <= 60
        && !name.contains(['@', '/', '\\', '_', ':', '<', '>'])
        && !name.chars().any(|c| c.is_ascii_digit())
        && !words.iter().any(|word| NO_PEOPLE.contains(word))
}

/// `D:20220510161400+01'00'` as ISO 8601, no more precise than it is.
pub(super) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, zone) = text.split_at_checked(digits)?;
    let part = |from: usize, to: usize, least: u32, most: u32| {
        let text = digits.get(from..to)?;
        let number: u32 = text.parse().ok()?;
        (least..=most).contains(&number).then_some(text)
    };
    let year = part(0, 4, 1980, 2200)?;
    let Some(month) = part(4, 6, 1, 12) else {
        return Some(year.to_owned());
    };
    let Some(day) = part(6, 8, 1, 31) else {
        return Some(format!("{year}-{month}"));
    };
    let (Some(hour), Some(minute)) = (part(8, 10, 0, 23), part(10, 12, 0, 59)) else {
        return Some(format!("{year}-{month}-{day}"));
    };
    let second = part(12, 14, 0, 59).unwrap_or("00");
    let zone = offset(zone).unwrap_or_default();
    Some(format!(
        "{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"
    ))
}

/// `+01'00'`, `-05'00`, `Z`.
fn offset(zone: &str) -> Option<String> {
    let mut chars = zone.chars();
    let sign = match chars.next()? {
        'Z' => return Some("Z".to_owned()),
        sign @ ('+' | '-') => sign,
        _ => return None,
    };
    let digits: String = chars.filter(char::is_ascii_digit).take(4).collect();
    let hour: u32 = digits.get(..2)?.parse().ok()?;
    let minute: u32 = digits.get(2..4).unwrap_or("00").parse().ok()?;
    (hour <= 14 && minute < 60).then(|| format!("{sign}{hour:02}:{minute:02}"))
}

/// A language tag such as `en-GB`.
pub(super) fn language(text: &str) -> Option<String> {
    let text = text.trim().replace('_', "-");
    let first = text.split('-').next().unwrap_or_default();
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let tag = (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_alphabetic());
    (plain && tag && text.len() <= 35 && !matches!(first, "x" | "und" | "zxx")).then_some(text)
}
