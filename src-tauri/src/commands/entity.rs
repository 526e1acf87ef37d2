//! Entities and their names.

use dragoman_core::domain::{
    Entity, EntityCandidate, EntityEdit, EntityId, EntityKind, EntityPage, EntityQuery, EntityRow,
    NameId, NameStrength, Neighbourhood, NeighbourhoodQuery, PlaceOnMap,
};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn entity_list(
    shell: State<'_, Shell>,
    query: EntityQuery,
    offset: u32,
    limit: u32,
) -> Answer<EntityPage> {
    shell
        .ask(move |notebook| notebook.entities().list(&query, offset, limit))
        .await
}

/// Every row of the list, for choosing all.
#[tauri::command]
pub async fn entity_all(shell: State<'_, Shell>, query: EntityQuery) -> Answer<Vec<EntityRow>> {
    shell
        .ask(move |notebook| notebook.entities().all(&query))
        .await
}

#[tauri::command]
pub async fn entity_rows(shell: State<'_, Shell>, ids: Vec<EntityId>) -> Answer<Vec<EntityRow>> {
    shell
        .ask(move |notebook| notebook.entities().rows(&ids))
        .await
}

#[tauri::command]
pub async fn entity_get(shell: State<'_, Shell>, id: EntityId) -> Answer<Entity> {
    shell.ask(move |notebook| notebook.entities().get(id)).await
}

#[tauri::command]
pub async fn entity_neighbourhood(
    shell: State<'_, Shell>,
    id: EntityId,
    query: NeighbourhoodQuery,
) -> Answer<Neighbourhood> {
    shell
        .ask(move |notebook| notebook.entities().neighbourhood(id, &query))
        .await
}

/// The places that it is named with, and where they are.
#[tauri::command]
pub async fn entity_places(shell: State<'_, Shell>, id: EntityId) -> Answer<Vec<PlaceOnMap>> {
    shell
        .ask(move |notebook| notebook.entities().places(id))
        .await
}

#[tauri::command]
pub async fn entity_complete(
    shell: State<'_, Shell>,
    text: String,
    limit: u32,
) -> Answer<Vec<EntityCandidate>> {
    shell
        .ask(move |notebook| notebook.entities().complete(&text, limit))
        .await
}

#[tauri::command]
pub async fn entity_create(
    shell: State<'_, Shell>,
    kind: EntityKind,
    name: String,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().create(kind, &name))
        .await
}

/// What the form of an entity says, as one step.
#[tauri::command]
pub async fn entity_edit(
    shell: State<'_, Shell>,
    id: EntityId,
    edit: EntityEdit,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().edit(id, &edit))
        .await
}

#[tauri::command]
pub async fn entity_add_name(
    shell: State<'_, Shell>,
    id: EntityId,
    text: String,
    strength: NameStrength,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().add_name(id, &text, strength))
        .await
}

#[tauri::command]
pub async fn entity_set_name_strength(
    shell: State<'_, Shell>,
    name: NameId,
    strength: NameStrength,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().set_name_strength(name, strength))
        .await
}

#[tauri::command]
pub async fn entity_prefer_name(shell: State<'_, Shell>, name: NameId) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().prefer_name(name))
        .await
}

#[tauri::command]
pub async fn entity_remove_name(shell: State<'_, Shell>, name: NameId) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().remove_name(name))
        .await
}

#[tauri::command]
pub async fn entity_delete(shell: State<'_, Shell>, id: EntityId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().delete(id))
        .await
}

#[tauri::command]
pub async fn entity_merge(
    shell: State<'_, Shell>,
    into: EntityId,
    others: Vec<EntityId>,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().merge(into, &others))
        .await
}

#[tauri::command]
pub async fn entity_split(shell: State<'_, Shell>, part: EntityId) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().split(part))
        .await
}
