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
    /// A text of addresses, one a line, and nothing else.
    LinkList,
}

/// Each format with the media type that its original is kept under, and with the ending of
/// its files where one is written out. Where no type is registered, one that says the same.
/// A desktop does something with a link that it is only shown: it is written out as text.
#[rustfmt::skip]
const MEDIA_TYPES: &[(Format, &str, &str)] = &[
    (Format::Page(MediaType::Html), "text/html", "html"),
    (Format::Page(MediaType::Text), "text/plain", "txt"),
    (Format::Page(MediaType::Markdown), "text/markdown", "md"),
    (Format::Pdf, "application/pdf", "pdf"),
    (Format::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    (Format::Odt, "application/vnd.oasis.opendocument.text", "odt"),
    (Format::Rtf, "application/rtf", "rtf"),
    (Format::Epub, "application/epub+zip", "epub"),
    (Format::Eml, "message/rfc822", "eml"),
    (Format::Mbox, "application/mbox", "mbox"),
    (Format::Mhtml, "multipart/related", "mhtml"),
    (Format::Webarchive, "application/x-webarchive", "webarchive"),
    (Format::Warc, "application/warc", "warc"),
    (Format::Zip, "application/zip", "zip"),
    (Format::Gzip, "application/gzip", "gz"),
    (Format::CslJson, "application/vnd.citationstyles.csl+json", "json"),
    (Format::Ris, "application/x-research-info-systems", "ris"),
    (Format::Bibtex, "application/x-bibtex", "bib"),
    (Format::PocketPage, "text/html; profile=pocket", "html"),
    (Format::InstapaperPage, "text/html; profile=instapaper", "html"),
    (Format::Omnivore, "application/zip; profile=omnivore", "zip"),
    (Format::Bookmarks, "text/html; profile=bookmarks", "html"),
    (Format::Csv, "text/csv", "csv"),
    (Format::Json, "application/json", "json"),
    (Format::Feed, "application/rss+xml", "xml"),
    (Format::InternetShortcut, "application/internet-shortcut", "txt"),
    (Format::Webloc, "application/x-webloc", "txt"),
    (Format::DesktopEntry, "application/x-desktop", "txt"),
    (Format::LinkList, "text/plain; profile=links", "txt"),
];

/// What an original of no known format is kept under.
const UNKNOWN: &str = "application/octet-stream";

impl Format {
    /// The media type that an original of this format is kept under.
    pub(crate) fn media_type(format: Option<Self>) -> &'static str {
        MEDIA_TYPES
            .iter()
            .find(|(known, ..)| Some(*known) == format)
            .map_or(UNKNOWN, |(_, name, _)| name)
    }

    /// The format of an original that was kept under this media type.
    pub(crate) fn of_media_type(name: &str) -> Option<Self> {
        MEDIA_TYPES
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(format, ..)| *format)
    }

    /// How the name of a file ends that was kept under this media type.
    pub(crate) fn file_ending(media_type: &str) -> Option<&'static str> {
        MEDIA_TYPES
            .iter()
            .find(|(_, known, _)| *known == media_type)
            .map(|(_, _, ending)| *ending)
    }
}
