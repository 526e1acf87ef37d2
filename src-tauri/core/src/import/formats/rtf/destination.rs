//! Where the text of an RTF group goes.

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    Text,
    Notes,
    /// Running heads and feet, comments.
    Beside,
    Fonts,
    Styles,
    Info,
    InfoField(InfoField),
    Nowhere,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InfoField {
    Title,
    Author,
    Operator,
    Created,
    Revised,
}

/// The destination that a control word opens; `starred` after `\*`, which asks readers
/// that don't know the word to drop the group.
pub(super) fn of_word(word: &str, starred: bool, now: Destination) -> Option<Destination> {
    let field = match (now, word) {
        (Destination::Info, "title") => Some(InfoField::Title),
        (Destination::Info, "author") => Some(InfoField::Author),
        (Destination::Info, "operator") => Some(InfoField::Operator),
        (Destination::Info, "creatim") => Some(InfoField::Created),
        (Destination::Info, "revtim") => Some(InfoField::Revised),
        _ => None,
    };
    if let Some(field) = field {
        return Some(Destination::InfoField(field));
    }
    match word {
        "fonttbl" => Some(Destination::Fonts),
        "stylesheet" => Some(Destination::Styles),
        "info" => Some(Destination::Info),
        "footnote" => Some(Destination::Notes),
        "annotation" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl"
        | "footerr" | "footerf" => Some(Destination::Beside),
        "shptxt" => Some(Destination::Text),
        // Known words that starred groups may begin with and that change nothing.
        "shpinst" | "ud" => None,
        "colortbl" | "pict" | "objdata" | "listtext" | "pntext" | "pntxta" | "pntxtb"
        | "shprslt" | "sp" | "sn" | "sv" | "xe" | "tc" | "rxe" | "txe" | "nonesttables"
        | "fldinst" | "filetbl" | "nonshppict" | "do" | "ftnsep" | "ftnsepc" | "aftnsep"
        | "aftnsepc" => Some(Destination::Nowhere),
        "subject" | "doccomm" | "keywords" | "company" | "manager" | "category" | "hlinkbase"
        | "comment" | "printim" | "buptim"
            if now == Destination::Info =>
        {
            Some(Destination::Nowhere)
        }
        _ if starred => Some(Destination::Nowhere),
        _ => None,
    }
}

/// The character that a control word stands for.
pub(super) fn character(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" | "emspace" | "enspace" | "qmspace" | "nestcell" => " ",
        "line" | "lbr" | "softline" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "zwj" => "\u{200D}",
        "zwnj" => "\u{200C}",
        _ => return None,
    })
}
