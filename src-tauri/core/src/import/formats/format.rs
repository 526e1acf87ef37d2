//! The formats that are told apart, each with the media type that it is kept under.

use crate::extract::MediaType;

/// What a file's bytes are. Which reader takes them is said in [`super::read_format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// One page or text, read by extraction itself.
    Page(MediaType),
    Pdf,
    /// Word since 2007.
    Docx,
    /// OpenDocument text.
    Odt,
    Rtf,
    Epub,
    /// One message.
    Eml,
    /// A folder of messages in one file.
    Mbox,
    /// A page saved as one message with its pictures.
    Mhtml,
    /// A page saved by Safari.
    Webarchive,
    /// A crawl, with or without gzip around each record.
    Warc,
    Zip,
    /// One compressed file.
    Gzip,
    /// Zotero and other reference programs.
    CslJson,
    Ris,
    Bibtex,
    /// The page that Pocket exported.
    PocketPage,
    /// The page that Instapaper exported.
    InstapaperPage,
    /// The archive that Omnivore exported.
    Omnivore,
    /// A browser's bookmarks.
    Bookmarks,
    /// A table with a column of addresses, as Pocket, Instapaper and Readwise export it.
    Csv,
    /// A list of another program, neither CSL nor a single article.
    Json,
    /// RSS or Atom, as saved from an address.
    Feed,
    /// Links to pages: Windows, macOS, Linux.
    InternetShortcut,
    Webloc,
    DesktopEntry,
}

/// Each format with the media type that its original is kept under. Where no type is
/// registered, one that says the same.
#[rustfmt::skip]
const MEDIA_TYPES: &[(Format, &str)] = &[
    (Format::Page(MediaType::Html), "text/html"),
    (Format::Page(MediaType::Text), "text/plain"),
    (Format::Page(MediaType::Markdown), "text/markdown"),
    (Format::Pdf, "application/pdf"),
    (Format::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (Format::Odt, "application/vnd.oasis.opendocument.text"),
    (Format::Rtf, "application/rtf"),
    (Format::Epub, "application/epub+zip"),
    (Format::Eml, "message/rfc822"),
    (Format::Mbox, "application/mbox"),
    (Format::Mhtml, "multipart/related"),
    (Format::Webarchive, "application/x-webarchive"),
    (Format::Warc, "application/warc"),
    (Format::Zip, "application/zip"),
    (Format::Gzip, "application/gzip"),
    (Format::CslJson, "application/vnd.citationstyles.csl+json"),
    (Format::Ris, "application/x-research-info-systems"),
    (Format::Bibtex, "application/x-bibtex"),
    (Format::PocketPage, "text/html; profile=pocket"),
    (Format::InstapaperPage, "text/html; profile=instapaper"),
    (Format::Omnivore, "application/zip; profile=omnivore"),
    (Format::Bookmarks, "text/html; profile=bookmarks"),
    (Format::Csv, "text/csv"),
    (Format::Json, "application/json"),
    (Format::Feed, "application/rss+xml"),
    (Format::InternetShortcut, "application/internet-shortcut"),
    (Format::Webloc, "application/x-webloc"),
    (Format::DesktopEntry, "application/x-desktop"),
];

/// What an original of no known format is kept under.
const UNKNOWN: &str = "application/octet-stream";

impl Format {
    /// The media type that an original of this format is kept under.
    pub(crate) fn media_type(format: Option<Self>) -> &'static str {
        MEDIA_TYPES
            .iter()
            .find(|(known, _)| Some(*known) == format)
            .map_or(UNKNOWN, |(_, name)| name)
    }

    /// The format of an original that was kept under this media type.
    pub(crate) fn of_media_type(name: &str) -> Option<Self> {
        MEDIA_TYPES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(format, _)| *format)
    }
}
