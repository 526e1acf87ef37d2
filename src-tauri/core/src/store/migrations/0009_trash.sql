-- Emptying the trash, and outcomes of large imports page by page. Migrations are forward only: never edit this file.

-- When a person took the import back; NULL again when it came back.
ALTER TABLE imports ADD COLUMN undone_ms INTEGER;
CREATE INDEX imports_undone ON imports (id) WHERE undone_ms IS NOT NULL;

-- Before an article or an original goes for good, whatever points to it is asked.
CREATE INDEX articles_by_original ON articles (original) WHERE original IS NOT NULL;
CREATE INDEX article_versions_by_original ON article_versions (original) WHERE original IS NOT NULL;
CREATE INDEX import_items_by_article ON import_items (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX import_items_by_copied ON import_items (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX wire_splits_by_other ON wire_splits (other_id);

-- The outcomes of one kind.
CREATE INDEX import_items_by_outcome ON import_items (import_id, outcome, id);

CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL) WHERE name = 'articles';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.read = 0) WHERE name = 'inbox';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NOT NULL) WHERE name = 'trash';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.folded = 0) WHERE name = 'articleRows';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.read = 0 AND OLD.inbox_folded = 0)
    WHERE name = 'inboxRows';
END;
CREATE TRIGGER problems_gone AFTER DELETE ON import_items BEGIN
  UPDATE counters SET n = n - (OLD.outcome = 'needsAttention' AND OLD.resolved = 0)
    WHERE name = 'problems';
END;
