//! Making an entity and editing it are one step each.

use dragoman_core::Error;
use dragoman_core::domain::{Entity, EntityEdit, EntityForm, EntityKind, UndoAction};

use crate::support::bench;

fn form(entity: &Entity) -> EntityForm {
    EntityForm {
        name: entity.name.clone(),
        kind: entity.kind,
        description: entity.description.clone(),
        picture: entity.picture.clone(),
    }
}

fn edit(before: &Entity, wanted: &EntityForm) -> EntityEdit {
    EntityEdit {
        before: form(before),
        wanted: wanted.clone(),
    }
}

#[test]
fn what_a_form_says_is_one_step() {
    let bench = bench();
    let (notebook, entities) = (&bench.notebook, bench.notebook.entities());
    let before = entities.create(EntityKind::Person, "Mara Venn").unwrap();
    let picture = notebook
        .notes()
        .keep_image(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55",
        )
        .unwrap();
    let wanted = EntityForm {
        name: "  Mara  Venn-Osk ".into(),
        kind: EntityKind::Organisation,
        description: " Minister. ".into(),
        picture: Some(picture.clone()),
    };
    let edited = entities.edit(before.id, &edit(&before, &wanted)).unwrap();
    assert_eq!(
        form(&edited),
        EntityForm {
            name: "Mara Venn-Osk".into(),
            kind: EntityKind::Organisation,
            description: "Minister.".into(),
            picture: Some(picture),
        }
    );
    assert!(edited.names.iter().any(|name| name.text == "Mara Venn"));
    let step = notebook.undo_peek().unwrap().unwrap();
    assert_eq!(step.action, UndoAction::EditEntity);
    // What is as it is makes no step.
    entities
        .edit(before.id, &edit(&edited, &form(&edited)))
        .unwrap();
    assert_eq!(notebook.undo_peek().unwrap().unwrap().id, step.id);
    notebook.undo(None).unwrap();
    let now = entities.get(before.id).unwrap();
    assert_eq!(form(&now), form(&before));
    assert_eq!(now.names, before.names);
    notebook.redo().unwrap();
    assert_eq!(form(&entities.get(before.id).unwrap()), form(&edited));
}

#[test]
fn a_form_with_a_fault_changes_nothing() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let before = entities.create(EntityKind::Person, "Mara Venn").unwrap();
    let step = bench.notebook.undo_peek().unwrap();
    let missing = EntityForm {
        name: "Osk".into(),
        picture: Some("0".repeat(64)),
        ..form(&before)
    };
    let refused = entities.edit(before.id, &edit(&before, &missing));
    assert!(matches!(refused, Err(Error::NotFound { .. })));
    let nameless = EntityForm {
        name: " - ".into(),
        ..form(&before)
    };
    let refused = entities.edit(before.id, &edit(&before, &nameless));
    assert!(matches!(refused, Err(Error::InvalidInput { .. })));
    assert_eq!(entities.get(before.id).unwrap(), before);
    assert_eq!(bench.notebook.undo_peek().unwrap(), step);
}

#[test]
fn what_changed_elsewhere_meanwhile_stays() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let before = entities.create(EntityKind::Person, "Mara Venn").unwrap();
    entities.rename(before.id, "Mara Osk").unwrap();
    bench.describe(before.id, "Minister.");
    let wanted = EntityForm {
        kind: EntityKind::Event,
        ..form(&before)
    };
    let now = entities.edit(before.id, &edit(&before, &wanted)).unwrap();
    let shown = (now.name.as_str(), now.kind, now.description.as_str());
    assert_eq!(shown, ("Mara Osk", EntityKind::Event, "Minister."));
}

#[test]
fn what_is_deleted_or_held_by_another_is_not_edited_nor_is_its_holder() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let held = entities.create(EntityKind::Person, "Mara Venn").unwrap();
    let holder = entities.create(EntityKind::Person, "M. Venn").unwrap();
    let wanted = EntityForm {
        description: "Minister.".into(),
        ..form(&held)
    };
    entities.merge(holder.id, &[held.id]).unwrap();
    let refused = entities.edit(held.id, &edit(&held, &wanted));
    assert!(matches!(refused, Err(Error::Conflict { .. })));
    let now = entities.get(holder.id).unwrap();
    assert_eq!(form(&now), form(&holder));
    entities.delete(holder.id).unwrap();
    let refused = entities.edit(holder.id, &edit(&holder, &wanted));
    assert!(matches!(refused, Err(Error::Conflict { .. })));
}

#[test]
fn another_name_alone_is_a_renaming() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let before = entities.create(EntityKind::Person, "Mara Venn").unwrap();
    let wanted = EntityForm {
        name: "Osk".into(),
        ..form(&before)
    };
    entities.edit(before.id, &edit(&before, &wanted)).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(step.action, UndoAction::RenameEntity);
    assert_eq!(step.subject, "Osk");
}

#[test]
fn what_was_made_is_taken_back_and_made_again() {
    let bench = bench();
    let (notebook, entities) = (&bench.notebook, bench.notebook.entities());
    let id = entities.create(EntityKind::Place, "Rason").unwrap().id;
    let step = notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::CreateEntity, "Rason")
    );
    assert!(entities.get(id).unwrap().deleted);
    notebook.redo().unwrap();
    assert!(!entities.get(id).unwrap().deleted);
}
