//! What a file format says of what it holds, before extraction reads an article out of it.

/// What a container or a document declares about an article, apart from its text.
/// Extraction takes each as one more candidate for the field of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub title: Option<String>,
    pub standfirst: Option<String>,
    /// People credited, in order.
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    /// ISO 8601, as precise as the format gives it.
    pub published: Option<String>,
    /// ISO 8601.
    pub updated: Option<String>,
    /// When a person or a program saved it, ISO 8601: what `3 hours ago` is counted from.
    pub saved: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    pub section: Option<String>,
    /// Tags that a person gave it in another program.
    pub tags: Vec<String>,
}

/// A text with the structure that its format knows: PDF, Word, OpenDocument, RTF, EPUB, mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub facts: Facts,
    /// In reading order.
    pub lines: Vec<DocumentLine>,
}

/// One paragraph, heading, row or caption; never empty, white space collapsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLine {
    pub text: String,
    pub style: LineStyle,
}

/// What the format says that a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStyle {
    Title,
    Subtitle,
    Heading,
    Paragraph,
    Quote,
    ListItem,
    Caption,
    TableRow,
    Code,
    /// Running heads, page numbers, signatures: shown as removed, never lost.
    Furniture,
}
