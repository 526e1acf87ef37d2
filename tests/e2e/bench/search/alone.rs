//! The same index, asked through tantivy alone.

use std::path::Path;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, QueryParser, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::tokenizer::{
    Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream,
};
use tantivy::{Index, Searcher, Term};

use super::timing;

/// tantivy's own parser of queries over the field of words as written, its own weights,
/// its own collector.
pub struct Alone {
    searcher: Searcher,
    parser: QueryParser,
    exact: Field,
    stem: Field,
    title: Field,
}

impl Alone {
    pub fn open(folder: &Path) -> tantivy::Result<Self> {
        let index = Index::open_in_dir(folder)?;
        let plain = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser);
        // The product writes and reads this field's words without tantivy's tokenizers.
        index.tokenizers().register("analysed", plain.build());
        let exact = index.schema().get_field("exact")?;
        Ok(Self {
            searcher: index.reader()?.searcher(),
            parser: QueryParser::for_index(&index, vec![exact]),
            exact,
            stem: index.schema().get_field("stem")?,
            title: index.schema().get_field("title")?,
        })
    }

    /// Milliseconds, as [`Row::ratios`](super::Row::ratios) has them.
    pub fn ask(&self, text: &str) -> tantivy::Result<[f64; 3]> {
        let best = || TopDocs::with_limit(20).order_by_score();
        let again = |run: &mut dyn FnMut() -> tantivy::Result<()>| {
            timing::asked(run).map(|took| took.again)
        };
        Ok([
            again(&mut || {
                let query = self.parser.parse_query(text)?;
                self.searcher.search(&query, &best()).map(drop)
            })?,
            again(&mut || {
                let query = self.alike(text)?;
                self.searcher.search(&query, &best()).map(drop)
            })?,
            again(&mut || {
                let query = self.alike(text)?;
                self.searcher.search(&query, &(Count, best())).map(drop)
            })?,
        ])
    }

    /// What a parser makes of words in three fields, of which one has stems.
    fn alike(&self, text: &str) -> tantivy::Result<Box<dyn Query>> {
        if text.contains('"') {
            return self.parser.parse_query(text).map_err(Into::into);
        }
        let stemmer = Stemmer::new(Language::English);
        let stemmed = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser);
        let mut stemmed = stemmed.filter(stemmer).build();
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for word in text.split_whitespace() {
            let written = word.trim_start_matches('+');
            let mut stem = String::from("en:");
            stemmed
                .token_stream(written)
                .process(&mut |token| stem.push_str(&token.text));
            let lower = written.to_lowercase();
            let term = |field, text: &str, weight| -> Box<dyn Query> {
                let term = Term::from_field_text(field, text);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                Box::new(BoostQuery::new(Box::new(query), weight))
            };
            let any = vec![
                term(self.exact, &lower, 0.6),
                term(self.stem, &stem, 2.0),
                term(self.title, &lower, 1.0),
            ];
            match word.starts_with('+') {
                true => clauses.push((Occur::Must, Box::new(BooleanQuery::union(any)))),
                false => clauses.extend(any.into_iter().map(|query| (Occur::Should, query))),
            }
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }
}
