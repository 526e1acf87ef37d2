-- Entities that were merged and can be split again. Migrations are forward only: never edit this file.

-- The entity that holds this one since they were merged. Meanwhile it is in the trash
-- (deleted_ms), so that nothing else shows it.
ALTER TABLE entities ADD COLUMN merged_into BLOB REFERENCES entities(id);
ALTER TABLE entities ADD COLUMN merged_ms INTEGER;
CREATE INDEX entities_by_merged ON entities (merged_into) WHERE merged_into IS NOT NULL;

-- The entity whose name this is by itself; NULL: that of entity_id.
ALTER TABLE names ADD COLUMN home BLOB REFERENCES entities(id);
CREATE INDEX names_by_home ON names (home) WHERE home IS NOT NULL;

-- The entity that a mention belongs to by itself (NULL: that of entity_id), and the name that
-- it has there, where another entity's name with the same words stands for it.
ALTER TABLE mentions ADD COLUMN home BLOB REFERENCES entities(id);
ALTER TABLE mentions ADD COLUMN home_name BLOB REFERENCES names(id) ON DELETE SET NULL;
CREATE INDEX mentions_by_home ON mentions (home, article_id) WHERE home IS NOT NULL;
CREATE INDEX mentions_by_home_name ON mentions (home_name) WHERE home_name IS NOT NULL;
CREATE INDEX mentions_merged ON mentions (article_id) WHERE home IS NOT NULL;

-- Articles whose mentions have not followed a merge or a split yet.
CREATE TABLE pending_settlings (
  article_id BLOB PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE
) WITHOUT ROWID;

-- What an entity's page counts is read from an index alone.
DROP INDEX mentions_by_name;
CREATE INDEX mentions_by_name ON mentions (name_id, status, orphaned, article_id)
  WHERE name_id IS NOT NULL;
ALTER TABLE article_entities ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;
UPDATE article_entities SET dated = 1 WHERE article_id IN
  (SELECT id FROM articles WHERE published_iso IS NOT NULL);
CREATE INDEX article_entities_counted ON article_entities (entity_id, dated, listed_ms, mentions);
