//! Search over articles, notes and entities.

use dragoman_core::domain::{
    ArticleId, Citation, FieldValue, Marked, NameChoice, QueryField, ReadQuery, SearchFacets,
    SearchHit, SearchQuery, SearchResults, Span,
};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn search_run(shell: State<'_, Shell>, query: SearchQuery) -> Answer<SearchResults> {
    shell.ask(move |notebook| notebook.search(&query)).await
}

/// How a query is understood, for the search box and *Explain*.
#[tauri::command]
pub async fn search_read(shell: State<'_, Shell>, text: String) -> Answer<ReadQuery> {
    shell.ask(move |notebook| notebook.read_query(&text)).await
}

#[tauri::command]
pub async fn search_facets(
    shell: State<'_, Shell>,
    text: String,
    names: Option<NameChoice>,
    asker: Option<String>,
) -> Answer<SearchFacets> {
    let query = SearchQuery {
        text,
        names,
        asker,
        ..SearchQuery::default()
    };
    shell
        .ask(move |notebook| notebook.search_facets(&query))
        .await
}

/// Ends what an asker waits for no longer: it is answered by `cancelled`.
#[tauri::command]
pub async fn search_stop(shell: State<'_, Shell>, asker: String) -> Answer<()> {
    shell
        .ask(move |notebook| {
            notebook.stop_searching(&asker);
            Ok(())
        })
        .await
}

/// Values that a field of a query may be given.
#[tauri::command]
pub async fn search_complete(
    shell: State<'_, Shell>,
    field: QueryField,
    typed: String,
) -> Answer<Vec<FieldValue>> {
    shell
        .ask(move |notebook| notebook.complete_field(field, &typed))
        .await
}

/// Every match of a search in an article.
#[tauri::command]
pub async fn search_marks(
    shell: State<'_, Shell>,
    query: SearchQuery,
    article: ArticleId,
) -> Answer<Vec<Span>> {
    shell
        .ask(move |notebook| notebook.search_marks(&query, article))
        .await
}

/// Texts beside a search's results, with its matches marked.
#[tauri::command]
pub async fn search_mark_texts(
    shell: State<'_, Shell>,
    query: SearchQuery,
    texts: Vec<String>,
    language: Option<String>,
) -> Answer<Vec<Marked>> {
    shell
        .ask(move |notebook| notebook.mark_texts(&query, &texts, language.as_deref()))
        .await
}

/// The articles that a search finds, as sources.
#[tauri::command]
pub async fn search_citations(
    shell: State<'_, Shell>,
    query: SearchQuery,
) -> Answer<Vec<Citation>> {
    shell.ask(move |notebook| notebook.citations(&query)).await
}

/// The article after or before this one among what a search finds.
#[tauri::command]
pub async fn search_next(
    shell: State<'_, Shell>,
    query: SearchQuery,
    article: ArticleId,
    back: bool,
) -> Answer<Option<ArticleId>> {
    shell
        .ask(move |notebook| notebook.next_result(&query, article, back))
        .await
}

/// Articles that the inspector offers as related.
const RELATED: u32 = 6;

#[tauri::command]
pub async fn search_related(shell: State<'_, Shell>, article: ArticleId) -> Answer<Vec<SearchHit>> {
    shell
        .ask(move |notebook| notebook.related(article, RELATED))
        .await
}
