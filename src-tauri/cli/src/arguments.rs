//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use dragoman_core::domain::{
    ClippingSort, EntityKind, EntityListFormat, QuoteListFormat, SearchSort,
};

/// Keep, read and search articles offline: the notebook without its window.
#[derive(Parser)]
#[command(name = "dragoman", version, max_term_width = 100)]
pub struct Arguments {
    /// The notebook's folder [default: Dragoman/Notebook in the documents folder]
    #[arg(long, short, global = true, env = "DRAGOMAN_NOTEBOOK", default_value_os_t = default_notebook(), hide_default_value = true)]
    pub notebook: PathBuf,

    /// Print one JSON object a line
    #[arg(long, global = true)]
    pub json: bool,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Import files, folders, links, or what comes on standard input
    Import(ImportArguments),
    /// Show an article
    Show {
        /// The article's id, or the id that it was imported under
        id: String,
    },
    /// Search articles, notes, entities and quotes
    Search(SearchArguments),
    /// Print who and what is named in texts, one JSON object a line, without keeping anything
    Tag(TagArguments),
    /// Print what extraction makes of pages or texts, without keeping anything
    Extract {
        /// Files, or folders of .html, .htm, .xhtml, .txt and .md files
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print the blocks of a folder's pages with what is measured of them
    #[command(hide = true)]
    Blocks {
        /// A folder of .html files
        folder: PathBuf,
    },
    /// Check the hashes of originals, the database, and that the index agrees
    Verify,
    /// Say what is in the trash, or empty it for good
    Trash {
        #[command(subcommand)]
        action: Option<TrashAction>,
    },
    /// Write a note from standard input, saved while it comes
    Note {
        /// What it is called
        title: String,
    },
    /// Say which names are known from the start, and use those of a file instead
    Gazetteer {
        #[command(subcommand)]
        action: Option<GazetteerAction>,
    },
    /// Take entities in from a list, or write them out as one
    Entities {
        #[command(subcommand)]
        action: EntitiesAction,
    },
    /// List dossiers, or write one as Markdown
    Dossiers {
        #[command(subcommand)]
        action: DossiersAction,
    },
    /// Write quotes out as a list
    Quotes {
        #[command(subcommand)]
        action: QuotesAction,
    },
    /// Write everything as Markdown with the originals into an empty folder
    Export {
        /// The folder to write to
        folder: PathBuf,
    },
}

#[derive(Clone, Copy, Subcommand)]
pub enum TrashAction {
    /// Remove its articles and the originals that nothing else came from; nothing brings them back
    Empty,
}

#[derive(Subcommand)]
pub enum GazetteerAction {
    /// Use the names of a file; what was proposed before stays
    Use {
        /// A gazetteer, plain or packed with Zstandard
        file: PathBuf,
    },
    /// Use the names that come with the program again
    Reset,
}

#[derive(Subcommand)]
pub enum DossiersAction {
    /// Print the dossiers with how much is in them, the last edited first
    List,
    /// Print the outline of one as Markdown
    Export {
        /// Its id or its name
        dossier: String,
    },
}

#[derive(Subcommand)]
pub enum EntitiesAction {
    /// Keep the entities of a table (CSV), of JSON lines (FollowTheMoney), or of a list with a name a line
    Import {
        /// The list, or - for standard input
        file: PathBuf,

        /// The kind of those that don't say theirs
        #[arg(long, value_enum, default_value_t = Kind::Person)]
        kind: Kind,

        /// Make new entities of those that may be one of several kept ones; they are left out otherwise
        #[arg(long)]
        make_doubtful: bool,

        /// Say what would be made, linked and doubtful, and keep nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Write all entities with all their names
    Export {
        /// The file to write, or - for standard output
        file: PathBuf,

        /// csv, or ftm for JSON lines of FollowTheMoney
        #[arg(long, value_enum, default_value_t = ListFormat::Csv)]
        format: ListFormat,
    },
}

#[derive(Subcommand)]
pub enum QuotesAction {
    /// Write quotes with who said them, through whom, when and where
    Export {
        /// The file to write, or - for standard output
        file: PathBuf,

        /// csv, or markdown to be read
        #[arg(long, value_enum, default_value_t = QuoteFormat::Csv)]
        format: QuoteFormat,

        /// Only those of a speaker, by any name of an entity
        #[arg(long, value_name = "NAME")]
        speaker: Option<String>,

        /// Only those of an outlet, by its name as it is kept
        #[arg(long)]
        outlet: Option<String>,

        /// Only those said, or else published, in or after this year, month or day
        #[arg(long, value_name = "DATE")]
        from: Option<String>,

        /// Only those said, or else published, in or before it
        #[arg(long, value_name = "DATE")]
        until: Option<String>,

        /// The order of the list
        #[arg(long, value_enum, default_value_t = QuoteSort::Made)]
        sort: QuoteSort,
    },
}

/// How a list of quotes is written.
#[derive(Clone, Copy, ValueEnum)]
pub enum QuoteFormat {
    Csv,
    Markdown,
}

impl From<QuoteFormat> for QuoteListFormat {
    fn from(format: QuoteFormat) -> Self {
        match format {
            QuoteFormat::Csv => Self::Csv,
            QuoteFormat::Markdown => Self::Markdown,
        }
    }
}

/// The order of quotes.
#[derive(Clone, Copy, ValueEnum)]
pub enum QuoteSort {
    Made,
    Speaker,
    Said,
    Outlet,
}

impl From<QuoteSort> for ClippingSort {
    fn from(sort: QuoteSort) -> Self {
        match sort {
            QuoteSort::Made => Self::Made,
            QuoteSort::Speaker => Self::Speaker,
            QuoteSort::Said => Self::Said,
            QuoteSort::Outlet => Self::Outlet,
        }
    }
}

/// The kind of an entity.
#[derive(Clone, Copy, ValueEnum)]
pub enum Kind {
    Person,
    Organisation,
    Place,
    Event,
}

impl From<Kind> for EntityKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Organisation => Self::Organisation,
            Kind::Place => Self::Place,
            Kind::Event => Self::Event,
        }
    }
}

/// How a list of entities is written.
#[derive(Clone, Copy, ValueEnum)]
pub enum ListFormat {
    Csv,
    Ftm,
}

impl From<ListFormat> for EntityListFormat {
    fn from(format: ListFormat) -> Self {
        match format {
            ListFormat::Csv => Self::Csv,
            ListFormat::Ftm => Self::FollowTheMoney,
        }
    }
}

#[derive(Args)]
pub struct ImportArguments {
    /// Files, folders, http(s) links, or - for standard input
    #[arg(required_unless_present = "jsonl")]
    pub sources: Vec<OsString>,

    /// A file of ready articles, one JSON object a line: id, lang, title, text, published, outlet, url
    #[arg(long, value_name = "FILE")]
    pub jsonl: Vec<PathBuf>,
}

#[derive(Args)]
pub struct TagArguments {
    /// A file of texts, one JSON object a line: id, text
    #[arg(long, value_name = "FILE", required = true)]
    pub jsonl: Vec<PathBuf>,

    /// A file of entities that are kept, one JSON object a line: entity, type, names
    #[arg(long, value_name = "FILE")]
    pub kb: Option<PathBuf>,
}

#[derive(Args)]
pub struct SearchArguments {
    /// Words; "a phrase", "near words"~10, -not, OR, ( ), pre*, fuzzy~ and fields are understood:
    /// title: by: in: lang: type: tag: dossier: person: org: place: event: speaker: before: after:
    /// on: has: is:
    #[arg(required_unless_present = "queries", allow_hyphen_values = true)]
    pub query: Vec<String>,

    /// A file of queries, one JSON object a line: id, query
    #[arg(long, value_name = "FILE", conflicts_with = "query")]
    pub queries: Option<PathBuf>,

    /// Print how the query is understood, as JSON, and search nothing
    #[arg(long, conflicts_with = "queries")]
    pub explain: bool,

    /// Print how many results there are by type, language, outlet, entity, state and month, as JSON
    #[arg(long, conflicts_with_all = ["queries", "explain"])]
    pub facets: bool,

    /// The order of results
    #[arg(long, value_enum, default_value_t = Sort::Relevance)]
    pub sort: Sort,

    /// At most this many results
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub limit: u32,
}

/// The order of results.
#[derive(Clone, Copy, ValueEnum)]
pub enum Sort {
    Relevance,
    Newest,
    Oldest,
    Outlet,
}

impl From<Sort> for SearchSort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Relevance => Self::Relevance,
            Sort::Newest => Self::Newest,
            Sort::Oldest => Self::Oldest,
            Sort::Outlet => Self::Outlet,
        }
    }
}

/// The one that the window opens first.
fn default_notebook() -> PathBuf {
    dirs::document_dir()
        .or_else(|| dirs::home_dir().map(|home| home.join("Documents")))
        .unwrap_or_default()
        .join("Dragoman")
        .join("Notebook")
}

/// Puts the options of `search` before its words: among words that may begin with
/// a hyphen (`-not`), those after the first would be taken for words too.
pub fn options_first(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.collect();
    let Some(search) = arguments.iter().position(|argument| argument == "search") else {
        return arguments;
    };
    let mut rest = arguments.split_off(search + 1).into_iter();
    let mut words = Vec::new();
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--") => {
                words.push(argument);
                break;
            }
            Some("--limit" | "--queries" | "--notebook" | "-n" | "--sort") => {
                arguments.push(argument);
                arguments.extend(rest.next());
            }
            Some(option) if option.starts_with("--") => arguments.push(argument),
            _ => words.push(argument),
        }
    }
    arguments.extend(words);
    arguments.extend(rest);
    arguments
}
