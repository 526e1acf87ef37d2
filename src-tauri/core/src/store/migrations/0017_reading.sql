-- Stars, the archive, where one was reading, and tags that imports brought. Migrations are forward only:
-- never edit this file.

ALTER TABLE articles ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
-- Put away: in the library no more, nor in the inbox.
ALTER TABLE articles ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

INSERT INTO counters (name, n) VALUES ('starred', 0), ('archived', 0);

-- `articles` counts all that are kept; what is put away is none of the inbox and no row.
DROP TRIGGER articles_counted;
DROP TRIGGER articles_recounted;
DROP TRIGGER rows_counted;
DROP TRIGGER rows_recounted;
DROP TRIGGER articles_gone;
CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'articles' AND NEW.deleted_ms IS NULL;
  UPDATE counters SET n = n + 1
    WHERE name = 'inbox' AND NEW.deleted_ms IS NULL AND NEW.read = 0 AND NEW.archived = 0;
  UPDATE counters SET n = n + 1 WHERE name = 'trash' AND NEW.deleted_ms IS NOT NULL;
  UPDATE counters SET n = n + 1 WHERE name = 'starred' AND NEW.deleted_ms IS NULL AND NEW.starred = 1;
  UPDATE counters SET n = n + 1 WHERE name = 'archived' AND NEW.deleted_ms IS NULL AND NEW.archived = 1;
  UPDATE counters SET n = n + 1
    WHERE name = 'articleRows' AND NEW.deleted_ms IS NULL AND NEW.archived = 0 AND NEW.folded = 0;
  UPDATE counters SET n = n + 1
    WHERE name = 'inboxRows' AND NEW.deleted_ms IS NULL AND NEW.archived = 0 AND NEW.read = 0 AND NEW.inbox_folded = 0;
END;
CREATE TRIGGER articles_recounted
  AFTER UPDATE OF deleted_ms, read, starred, archived, folded, inbox_folded ON articles
BEGIN
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL) - (OLD.deleted_ms IS NULL) WHERE name = 'articles';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.read = 0 AND NEW.archived = 0)
    - (OLD.deleted_ms IS NULL AND OLD.read = 0 AND OLD.archived = 0) WHERE name = 'inbox';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NOT NULL) - (OLD.deleted_ms IS NOT NULL) WHERE name = 'trash';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.starred = 1)
    - (OLD.deleted_ms IS NULL AND OLD.starred = 1) WHERE name = 'starred';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.archived = 1)
    - (OLD.deleted_ms IS NULL AND OLD.archived = 1) WHERE name = 'archived';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.archived = 0 AND NEW.folded = 0)
    - (OLD.deleted_ms IS NULL AND OLD.archived = 0 AND OLD.folded = 0) WHERE name = 'articleRows';
  UPDATE counters SET n = n
    + (NEW.deleted_ms IS NULL AND NEW.archived = 0 AND NEW.read = 0 AND NEW.inbox_folded = 0)
    - (OLD.deleted_ms IS NULL AND OLD.archived = 0 AND OLD.read = 0 AND OLD.inbox_folded = 0)
    WHERE name = 'inboxRows';
END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL) WHERE name = 'articles';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.read = 0 AND OLD.archived = 0) WHERE name = 'inbox';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NOT NULL) WHERE name = 'trash';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.starred = 1) WHERE name = 'starred';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.archived = 1) WHERE name = 'archived';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.archived = 0 AND OLD.folded = 0)
    WHERE name = 'articleRows';
  UPDATE counters SET n = n - (OLD.deleted_ms IS NULL AND OLD.archived = 0 AND OLD.read = 0 AND OLD.inbox_folded = 0)
    WHERE name = 'inboxRows';
END;

DROP INDEX articles_by_listed;
DROP INDEX articles_inbox;
DROP INDEX articles_by_imported;
DROP INDEX articles_by_title;
DROP INDEX articles_by_outlet;
CREATE INDEX articles_by_listed ON articles (listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND folded = 0;
CREATE INDEX articles_inbox ON articles (listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND read = 0 AND inbox_folded = 0;
CREATE INDEX articles_by_imported ON articles (imported_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND folded = 0;
CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE, id)
  WHERE deleted_ms IS NULL AND archived = 0 AND folded = 0;
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND archived = 0 AND folded = 0;
CREATE INDEX articles_starred ON articles (listed_ms DESC, id DESC) WHERE deleted_ms IS NULL AND starred = 1;
CREATE INDEX articles_archived ON articles (listed_ms DESC, id DESC) WHERE deleted_ms IS NULL AND archived = 1;

-- Where a person stopped reading: found again by the first words of the block.
CREATE TABLE reading_places (
  article_id BLOB PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  block INTEGER NOT NULL,
  at INTEGER NOT NULL,             -- letters of the block before it
  words TEXT NOT NULL
) WITHOUT ROWID;

-- Tags that an import gave to articles which were there already.
CREATE TABLE import_tags (
  import_id BLOB NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  article_id BLOB NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (import_id, article_id, tag)
) WITHOUT ROWID;
CREATE INDEX import_tags_by_article ON import_tags (article_id);
