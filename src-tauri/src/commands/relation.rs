//! How entities are related, and what may be the same.

use dragoman_core::domain::{
    AlikeEntity, Entity, EntityField, EntityId, EntityKind, EntityRenaming, NewRelation,
    PlannedRenaming, RelationId, Replacement,
};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn relation_put(
    shell: State<'_, Shell>,
    id: Option<RelationId>,
    relation: NewRelation,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().relate(id, &relation))
        .await
}

#[tauri::command]
pub async fn relation_remove(shell: State<'_, Shell>, id: RelationId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().remove_relation(id))
        .await
}

#[tauri::command]
pub async fn entity_set_fields(
    shell: State<'_, Shell>,
    id: EntityId,
    fields: Vec<EntityField>,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().set_fields(id, &fields))
        .await
}

#[tauri::command]
pub async fn entity_alike(shell: State<'_, Shell>, id: EntityId) -> Answer<Vec<AlikeEntity>> {
    shell
        .ask(move |notebook| notebook.entities().alike(id))
        .await
}

#[tauri::command]
pub async fn entity_tell_apart(
    shell: State<'_, Shell>,
    one: EntityId,
    other: EntityId,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().tell_apart(one, other))
        .await
}

#[tauri::command]
pub async fn entity_set_kinds(
    shell: State<'_, Shell>,
    ids: Vec<EntityId>,
    kind: EntityKind,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().set_kinds(&ids, kind))
        .await
}

#[tauri::command]
pub async fn entity_delete_all(shell: State<'_, Shell>, ids: Vec<EntityId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().delete_all(&ids))
        .await
}

/// What entities would be called.
#[tauri::command]
pub async fn entity_plan_renamings(
    shell: State<'_, Shell>,
    ids: Vec<EntityId>,
    replacement: Replacement,
) -> Answer<Vec<PlannedRenaming>> {
    shell
        .ask(move |notebook| notebook.entities().plan_renamings(&ids, &replacement))
        .await
}

#[tauri::command]
pub async fn entity_rename_all(
    shell: State<'_, Shell>,
    renamings: Vec<EntityRenaming>,
) -> Answer<u32> {
    shell
        .ask(move |notebook| notebook.entities().rename_all(&renamings))
        .await
}

#[tauri::command]
pub async fn entity_scripts(shell: State<'_, Shell>) -> Answer<Vec<String>> {
    shell.ask(|notebook| notebook.entities().scripts()).await
}
