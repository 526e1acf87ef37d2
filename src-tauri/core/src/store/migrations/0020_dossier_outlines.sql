-- Outlines of any length: what has changed of one is read, and not all of it again.
-- Migrations are forward only: never edit this file.

-- The dossier's revision with which an item's place, status or state last changed.
ALTER TABLE dossier_items ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dossier_items_changed ON dossier_items (dossier_id, changed);
-- A revision rises at the end of the transaction that changes the outline.
CREATE TRIGGER dossier_items_new AFTER INSERT ON dossier_items BEGIN
  UPDATE dossier_items SET changed = (SELECT revision + 1 FROM dossiers WHERE id = NEW.dossier_id)
    WHERE id = NEW.id;
END;
CREATE TRIGGER dossier_items_rearranged
AFTER UPDATE OF parent_id, rank, status, closed, removed_with ON dossier_items BEGIN
  UPDATE dossier_items SET changed = (SELECT revision + 1 FROM dossiers WHERE id = NEW.dossier_id)
    WHERE id = NEW.id;
END;
