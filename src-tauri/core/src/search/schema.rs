//! The fields of the index.

use tantivy::Index;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Raised whenever fields or analysis change: an index of another version is made anew,
/// and answers meanwhile where its fields are the same.
pub const VERSION: u32 = 11;

/// The tokenizer that reads tokens written by [`TokenText`].
const ANALYSED: &str = "analysed";

/// Handles of the index's fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Kind and id, to find and delete by.
    pub key: Field,
    /// Folded words and character grams of title, names and body, with positions.
    pub exact: Field,
    /// Stems, each with its language before it: `en:negoti`.
    pub stem: Field,
    /// Three letters each of words whose inflection stems don't reach: see
    /// [`word_grams`](super::stem::word_grams).
    pub grams: Field,
    /// As `exact`, of title and names alone.
    pub title: Field,
    /// As `title`, of what is called by the first words of its text: `title:` finds them,
    /// and they rank as the text that they are.
    pub opening: Field,
    /// Languages and scripts that the document has words of.
    pub tag: Field,
    /// Words of the byline, and of the outlet's name.
    pub by: Field,
    pub outlet: Field,
    /// The outlet's name as it is, to count and to sort by.
    pub outlet_name: Field,
    /// ISO 639 code of the text.
    pub language: Field,
    /// Ids of the entities that it mentions; its own, for an entity.
    pub entity: Field,
    /// Ids of the names by which it mentions them; of the entity, where it is tagged by
    /// other words.
    pub named: Field,
    /// Ids of the entities that said a quote, and words of what speakers are called.
    pub speaker: Field,
    pub speaker_words: Field,
    /// A person's own tags, with those that they are parts of.
    pub own_tag: Field,
    /// Ids of the dossiers that it is in.
    pub dossier: Field,
    /// What it is and has: `article`, `person`, `unread`, `wire`, `link` …
    pub state: Field,
    /// Number of the group of wire copies that it is in.
    pub group: Field,
    pub kind: Field,
    pub id_high: Field,
    pub id_low: Field,
    /// Milliseconds since 1970; none for what has no date.
    pub published: Field,
    /// The same, or else when it was imported: what results are sorted by.
    pub listed: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let analysed = |record: IndexRecordOption, norms: bool| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(ANALYSED)
                .set_index_option(record)
                .set_fieldnorms(norms),
        )
    };
    let words = analysed(IndexRecordOption::WithFreqsAndPositions, false);
    let id = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    let label = TextOptions::default()
        .set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_index_option(IndexRecordOption::Basic)
                .set_fieldnorms(false),
        )
        .set_fast("raw");
    let mut builder = Schema::builder();
    let fields = Fields {
        key: builder.add_text_field("key", id.clone()),
        exact: builder.add_text_field(
            "exact",
            analysed(IndexRecordOption::WithFreqsAndPositions, true),
        ),
        stem: builder.add_text_field("stem", analysed(IndexRecordOption::WithFreqs, true)),
        grams: builder.add_text_field("grams", analysed(IndexRecordOption::WithFreqs, true)),
        title: builder.add_text_field(
            "title",
            analysed(IndexRecordOption::WithFreqsAndPositions, true),
        ),
        opening: builder.add_text_field("opening", words.clone()),
        by: builder.add_text_field("by", words.clone()),
        outlet: builder.add_text_field("outlet", words.clone()),
        outlet_name: builder.add_text_field("outlet_name", label.clone()),
        language: builder.add_text_field("language", label.clone()),
        entity: builder.add_text_field("entity", label.clone()),
        named: builder.add_text_field("named", id.clone()),
        speaker: builder.add_text_field("speaker", id),
        speaker_words: builder.add_text_field("speaker_words", words.clone()),
        own_tag: builder.add_text_field("own_tag", label.clone()),
        dossier: builder.add_text_field("dossier", label.clone()),
        state: builder.add_text_field("state", label),
        group: builder.add_u64_field("group", FAST),
        tag: builder.add_text_field("tag", analysed(IndexRecordOption::Basic, false)),
        kind: builder.add_u64_field("kind", FAST),
        id_high: builder.add_u64_field("id_high", FAST),
        id_low: builder.add_u64_field("id_low", FAST),
        published: builder.add_i64_field("published", FAST),
        listed: builder.add_i64_field("listed", FAST),
    };
    (builder.build(), fields)
}

pub(super) fn register_tokenizer(index: &Index) {
    index
        .tokenizers()
        .register(ANALYSED, TokenReader::default());
}

/// Tokens as a text: for each one a step forward in position, the token and a
/// line break. Analysis knows a document's language and makes the tokens of all
/// fields in one pass; tantivy's tokenizers know only a field.
#[derive(Debug, Default)]
pub(super) struct TokenText(String);

impl TokenText {
    /// Adds a token `step` positions after the one before; at most
    /// [`TokenText::FARTHEST`].
    pub fn push(&mut self, step: u8, token: &str) {
        self.0.push(char::from(b'0' + step.min(Self::FARTHEST)));
        self.0.push_str(token);
        self.0.push('\n');
    }

    pub const FARTHEST: u8 = 64;

    pub fn into_text(self) -> String {
        self.0
    }
}

/// Reads [`TokenText`].
#[derive(Debug, Clone, Default)]
struct TokenReader {
    token: Token,
}

impl Tokenizer for TokenReader {
    type TokenStream<'a> = ReadTokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ReadTokens<'a> {
        self.token.reset();
        ReadTokens {
            rest: text,
            token: &mut self.token,
        }
    }
}

struct ReadTokens<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl TokenStream for ReadTokens<'_> {
    fn advance(&mut self) -> bool {
        let Some((line, rest)) = self.rest.split_once('\n') else {
            return false;
        };
        self.rest = rest;
        let (step, text) = line.split_at_checked(1).unwrap_or(("1", line));
        let step = step
            .as_bytes()
            .first()
            .map_or(1, |byte| byte.saturating_sub(b'0'));
        // The first token's step leads from just before the start.
        self.token.position = self.token.position.wrapping_add(usize::from(step));
        self.token.text.clear();
        self.token.text.push_str(text);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
