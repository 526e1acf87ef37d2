-- Versions of articles, copies of agency texts, and moves that take more than one
-- transaction. Migrations are forward only: never edit this file.

-- When the source says that it was saved, ISO 8601.
ALTER TABLE articles ADD COLUMN saved TEXT;
-- A copy of an agency text that another article's row stands for, in the library and
-- in the inbox. Kept by wire_table in the transaction that changes a group.
ALTER TABLE articles ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN inbox_folded INTEGER NOT NULL DEFAULT 0;

-- For a wire copy, an article that prints the same text.
ALTER TABLE import_items ADD COLUMN copy_of BLOB REFERENCES articles(id);

-- Each saving of an article whose text differs from the one before. An article that
-- was saved once has no row here: its own row says it all.
CREATE TABLE article_versions (
  article_id BLOB NOT NULL REFERENCES articles(id),
  version INTEGER NOT NULL,        -- of the text as it was read, in article_texts
  text_version INTEGER NOT NULL,   -- of the text as a person left it
  shown INTEGER NOT NULL,          -- the article's own row holds this one
  import_id BLOB REFERENCES imports(id),
  imported_ms INTEGER NOT NULL,
  saved TEXT,
  parts TEXT NOT NULL,             -- JSON: the fields as they were read
  original BLOB REFERENCES originals(sha256),
  original_part INTEGER,
  original_name TEXT NOT NULL,
  original_location TEXT,
  source_sha256 BLOB NOT NULL,
  mentions TEXT,                   -- JSON: as they were when another version was shown
  withdrawn_ms INTEGER,            -- when its import was taken back
  PRIMARY KEY (article_id, version)
);
CREATE INDEX article_versions_by_source ON article_versions (source_sha256);
CREATE INDEX article_versions_by_import ON article_versions (import_id) WHERE import_id IS NOT NULL;

-- What is compared to find copies of one agency text. An article without a row here
-- has not been looked at yet.
CREATE TABLE wire_texts (
  n INTEGER PRIMARY KEY,
  article_id BLOB NOT NULL UNIQUE REFERENCES articles(id),
  words INTEGER NOT NULL,
  sketch BLOB NOT NULL             -- little-endian u32s; empty where the text is too short
);
-- Each number of each sketch: texts that share one may be copies.
CREATE TABLE wire_bands (
  hash INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (hash, n)
) WITHOUT ROWID;
CREATE TABLE wire_members (
  article_id BLOB PRIMARY KEY REFERENCES articles(id),
  group_id BLOB NOT NULL,
  depth INTEGER NOT NULL,          -- copies of copies between it and the text it all began with
  bridge INTEGER NOT NULL,         -- without it the others would not be one group
  by_hand INTEGER NOT NULL         -- a person put it there
) WITHOUT ROWID;
CREATE INDEX wire_members_by_group ON wire_members (group_id);
-- Articles that a person said are not copies of each other; each pair both ways.
CREATE TABLE wire_splits (
  article_id BLOB NOT NULL REFERENCES articles(id),
  other_id BLOB NOT NULL REFERENCES articles(id),
  PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;

-- What is on its way to the trash or back, oldest first: each row is what one
-- transaction moves. One request can move more than that; the rest is here, also
-- after a crash.
CREATE TABLE pending_moves (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  moved TEXT NOT NULL,             -- JSON: articles, versions and import problems
  things INTEGER NOT NULL,
  gone_ms INTEGER                  -- NULL: comes back
);

-- Rows of lists: articles without the copies that another row stands for.
INSERT INTO counters (name, n) SELECT 'articleRows', n FROM counters WHERE name = 'articles';
INSERT INTO counters (name, n) SELECT 'inboxRows', n FROM counters WHERE name = 'inbox';
CREATE TRIGGER rows_counted AFTER INSERT ON articles BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'articleRows' AND NEW.deleted_ms IS NULL AND NEW.folded = 0;
  UPDATE counters SET n = n + 1
    WHERE name = 'inboxRows' AND NEW.deleted_ms IS NULL AND NEW.read = 0 AND NEW.inbox_folded = 0;
END;
CREATE TRIGGER rows_recounted AFTER UPDATE OF deleted_ms, read, folded, inbox_folded ON articles BEGIN
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.folded = 0)
    - (OLD.deleted_ms IS NULL AND OLD.folded = 0) WHERE name = 'articleRows';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.read = 0 AND NEW.inbox_folded = 0)
    - (OLD.deleted_ms IS NULL AND OLD.read = 0 AND OLD.inbox_folded = 0) WHERE name = 'inboxRows';
END;

DROP INDEX articles_by_listed;
DROP INDEX articles_inbox;
DROP INDEX articles_by_imported;
DROP INDEX articles_by_title;
DROP INDEX articles_by_outlet;
CREATE INDEX articles_by_listed ON articles (listed_ms DESC, id DESC) WHERE deleted_ms IS NULL AND folded = 0;
CREATE INDEX articles_inbox ON articles (listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND read = 0 AND inbox_folded = 0;
CREATE INDEX articles_by_imported ON articles (imported_ms DESC, id DESC) WHERE deleted_ms IS NULL AND folded = 0;
CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE, id) WHERE deleted_ms IS NULL AND folded = 0;
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE, listed_ms DESC, id DESC)
  WHERE deleted_ms IS NULL AND folded = 0;
