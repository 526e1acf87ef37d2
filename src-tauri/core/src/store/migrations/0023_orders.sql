-- Articles without a day of their own come last in the order of publication, and notes are
-- listed by title and by when they were made, too. Migrations are forward only: never edit
-- this file.

ALTER TABLE articles ADD COLUMN dated INTEGER AS (published_iso IS NOT NULL) VIRTUAL;
DROP INDEX articles_by_listed;
DROP INDEX articles_inbox;
DROP INDEX articles_by_outlet;
DROP INDEX articles_starred;
DROP INDEX articles_archived;
DROP INDEX article_entities_listed;
CREATE INDEX articles_by_listed ON articles (dated DESC, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND folded = 0;
CREATE INDEX articles_inbox ON articles (dated DESC, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND read = 0 AND inbox_folded = 0;
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE, dated DESC, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND folded = 0;
CREATE INDEX articles_starred ON articles (dated DESC, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND starred = 1;
CREATE INDEX articles_archived ON articles (dated DESC, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 1;
CREATE INDEX article_entities_listed
  ON article_entities (entity_id, dated DESC, listed_ms DESC, article_id DESC);

CREATE INDEX notes_by_created ON notes (created_ms DESC, id DESC) WHERE deleted_ms IS NULL;
CREATE INDEX notes_by_title ON notes (title COLLATE NOCASE, id) WHERE deleted_ms IS NULL;

-- The title of one thing that is a number is no number of things.
UPDATE undo_steps SET things = NULL
  WHERE things <> 1 AND json_array_length(inverse, '$.ids') = 1;
UPDATE undo_steps SET things = NULL
  WHERE action = 'import' AND EXISTS (SELECT 1 FROM imports
    WHERE imports.label = undo_steps.subject
      AND lower(hex(imports.id)) = replace(json_extract(inverse, '$.import'), '-', ''));
