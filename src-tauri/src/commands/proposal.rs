//! Names proposed in articles.

use dragoman_core::domain::{
    AcceptProposals, EntityKind, ProposalId, ProposalOutcome, ProposalPage, ProposalPlace,
    ProposalsMeant, ProposedCandidate, ReadingStatus, Span, UndoStep,
};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

/// The names to review over the notebook, those in most articles first.
#[tauri::command]
pub async fn proposal_list(
    shell: State<'_, Shell>,
    offset: u32,
    limit: u32,
) -> Answer<ProposalPage> {
    shell
        .ask(move |notebook| notebook.proposals().groups(offset, limit))
        .await
}

/// Where the first of the names stands that a step brought back or changed.
#[tauri::command]
pub async fn proposal_place_of_step(
    shell: State<'_, Shell>,
    step: i64,
) -> Answer<Option<ProposalPlace>> {
    shell
        .ask(move |notebook| notebook.proposals().place_of_step(step))
        .await
}

/// Names to review that go on from what was typed.
#[tauri::command]
pub async fn proposal_named(
    shell: State<'_, Shell>,
    text: String,
    limit: u32,
) -> Answer<Vec<ProposedCandidate>> {
    shell
        .ask(move |notebook| notebook.proposals().named(&text, limit))
        .await
}

#[tauri::command]
pub async fn proposal_accept(
    shell: State<'_, Shell>,
    request: AcceptProposals,
) -> Answer<ProposalOutcome> {
    shell
        .ask(move |notebook| notebook.proposals().accept(&request))
        .await
}

#[tauri::command]
pub async fn proposal_reject(shell: State<'_, Shell>, which: ProposalsMeant) -> Answer<UndoStep> {
    shell
        .ask(move |notebook| notebook.proposals().reject(&which))
        .await
}

#[tauri::command]
pub async fn proposal_set_kind(
    shell: State<'_, Shell>,
    which: ProposalsMeant,
    kind: EntityKind,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.proposals().set_kind(&which, kind))
        .await
}

/// Corrects which words a proposal is about.
#[tauri::command]
pub async fn proposal_set_span(
    shell: State<'_, Shell>,
    id: ProposalId,
    from: Span,
    to: Span,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.proposals().set_span(id, from, to))
        .await
}

/// How far the reading of articles for names is.
#[tauri::command]
pub async fn proposal_status(shell: State<'_, Shell>) -> Answer<ReadingStatus> {
    shell.ask(|notebook| notebook.proposals().status()).await
}

/// Switches the reading of articles on or off.
#[tauri::command]
pub async fn proposal_set_reading(shell: State<'_, Shell>, on: bool) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.proposals().set_reading(on))
        .await
}
