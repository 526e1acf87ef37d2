-- Dossiers: ordered outlines of articles, notes, entities and headings. Migrations are
-- forward only: never edit this file.

CREATE TABLE dossiers (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  edited_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,  -- rises with each change of its outline
  items INTEGER NOT NULL DEFAULT 0,     -- without headings; kept by triggers
  deleted_ms INTEGER
);
CREATE INDEX dossiers_by_edited ON dossiers (edited_ms DESC, id DESC);
INSERT INTO counters (name, n) VALUES ('dossiers', 0);
CREATE TRIGGER dossiers_counted AFTER INSERT ON dossiers BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'dossiers' AND NEW.deleted_ms IS NULL;
END;
CREATE TRIGGER dossiers_recounted AFTER UPDATE OF deleted_ms ON dossiers BEGIN
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL) - (OLD.deleted_ms IS NULL) WHERE name = 'dossiers';
END;
CREATE TRIGGER dossiers_gone AFTER DELETE ON dossiers BEGIN
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL) WHERE name = 'dossiers';
END;

CREATE TABLE dossier_items (
  id BLOB PRIMARY KEY,
  dossier_id BLOB NOT NULL REFERENCES dossiers(id),
  parent_id BLOB,                  -- the item that it stands under
  rank BLOB NOT NULL,              -- its place among those of the same parent: see store/rank.rs
  target_kind TEXT NOT NULL,       -- heading, article, note, entity
  target_id BLOB,
  title TEXT NOT NULL,             -- a heading's words; what the target was called last
  status TEXT NOT NULL DEFAULT '',
  question TEXT NOT NULL DEFAULT '',
  closed INTEGER NOT NULL DEFAULT 0,    -- what stands under it is not shown
  removed_with BLOB                -- the item with which it was taken out
);
CREATE INDEX dossier_items_order ON dossier_items
  (dossier_id, parent_id, rank, id, status, closed, target_kind) WHERE removed_with IS NULL;
CREATE INDEX dossier_items_target ON dossier_items (target_kind, target_id) WHERE target_id IS NOT NULL;
CREATE INDEX dossier_items_removed ON dossier_items (removed_with) WHERE removed_with IS NOT NULL;
CREATE TRIGGER dossier_items_added AFTER INSERT ON dossier_items
WHEN NEW.target_kind <> 'heading' AND NEW.removed_with IS NULL BEGIN
  UPDATE dossiers SET items = items + 1 WHERE id = NEW.dossier_id;
END;
CREATE TRIGGER dossier_items_taken AFTER UPDATE OF removed_with ON dossier_items
WHEN NEW.target_kind <> 'heading' BEGIN
  UPDATE dossiers SET items = items + (NEW.removed_with IS NULL) - (OLD.removed_with IS NULL)
    WHERE id = NEW.dossier_id;
END;
