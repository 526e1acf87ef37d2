-- The first released schema. Migrations are forward only: never edit this file.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Sidebar numbers, kept by triggers so that nothing is counted at the start.
CREATE TABLE counters (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counters (name, n) VALUES
  ('articles', 0), ('inbox', 0), ('trash', 0), ('notes', 0), ('entities', 0),
  ('person', 0), ('organisation', 0), ('place', 0), ('event', 0), ('problems', 0);

-- Bytes as received. The bytes themselves lie in originals/ under their hash.
CREATE TABLE originals (
  sha256 BLOB PRIMARY KEY,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE imports (
  id BLOB PRIMARY KEY,
  label TEXT,
  door TEXT NOT NULL,
  started_ms INTEGER NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL
);

CREATE TABLE articles (
  id BLOB PRIMARY KEY,
  import_id BLOB REFERENCES imports(id),
  title TEXT NOT NULL,
  standfirst TEXT,
  byline TEXT NOT NULL,            -- JSON array of names
  outlet TEXT,
  published_iso TEXT,
  published_zone TEXT,
  updated_iso TEXT,
  updated_zone TEXT,
  listed_ms INTEGER NOT NULL,      -- published, or imported where that is not known
  imported_ms INTEGER NOT NULL,
  language TEXT,
  canonical_url TEXT,
  section TEXT,
  original BLOB REFERENCES originals(sha256),
  original_part INTEGER,           -- line of a container that holds many articles
  original_name TEXT NOT NULL,
  original_location TEXT,
  encoding TEXT,
  source_sha256 BLOB NOT NULL,     -- of this article's own bytes, for finding duplicates
  external_id TEXT,
  words INTEGER NOT NULL,
  read INTEGER NOT NULL DEFAULT 0,
  deleted_ms INTEGER,
  text_version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX articles_by_listed ON articles (listed_ms DESC, id DESC) WHERE deleted_ms IS NULL;
CREATE INDEX articles_inbox ON articles (listed_ms DESC, id DESC) WHERE deleted_ms IS NULL AND read = 0;
CREATE INDEX articles_by_imported ON articles (imported_ms DESC, id DESC) WHERE deleted_ms IS NULL;
CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE, id) WHERE deleted_ms IS NULL;
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE, listed_ms DESC, id DESC) WHERE deleted_ms IS NULL;
CREATE INDEX articles_trash ON articles (deleted_ms DESC, id DESC) WHERE deleted_ms IS NOT NULL;
CREATE INDEX articles_by_source ON articles (source_sha256);
CREATE INDEX articles_by_url ON articles (canonical_url) WHERE canonical_url IS NOT NULL;
CREATE INDEX articles_by_import ON articles (import_id);
CREATE INDEX articles_by_external ON articles (external_id) WHERE external_id IS NOT NULL;

CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'articles' AND NEW.deleted_ms IS NULL;
  UPDATE counters SET n = n + 1 WHERE name = 'inbox' AND NEW.deleted_ms IS NULL AND NEW.read = 0;
  UPDATE counters SET n = n + 1 WHERE name = 'trash' AND NEW.deleted_ms IS NOT NULL;
END;
CREATE TRIGGER articles_recounted AFTER UPDATE OF deleted_ms, read ON articles BEGIN
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL) - (OLD.deleted_ms IS NULL) WHERE name = 'articles';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL AND NEW.read = 0) - (OLD.deleted_ms IS NULL AND OLD.read = 0) WHERE name = 'inbox';
  UPDATE counters SET n = n + (NEW.deleted_ms IS NOT NULL) - (OLD.deleted_ms IS NOT NULL) WHERE name = 'trash';
END;

-- Each version of an article's text; anchors are bound to one of them.
CREATE TABLE article_texts (
  article_id BLOB NOT NULL REFERENCES articles(id),
  version INTEGER NOT NULL,
  format INTEGER NOT NULL,         -- of the JSON below
  blocks TEXT NOT NULL,
  pieces TEXT NOT NULL,
  PRIMARY KEY (article_id, version)
);

-- Where each field came from, with its rivals, and what extraction warned of.
CREATE TABLE article_provenance (
  article_id BLOB PRIMARY KEY REFERENCES articles(id),
  fields TEXT NOT NULL,
  warnings TEXT NOT NULL
);

CREATE TABLE import_items (
  id BLOB PRIMARY KEY,
  import_id BLOB NOT NULL REFERENCES imports(id),
  name TEXT NOT NULL,
  location TEXT,
  outcome TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT,
  article_id BLOB REFERENCES articles(id),
  original BLOB REFERENCES originals(sha256),
  resolved INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX import_items_by_import ON import_items (import_id, id);
CREATE INDEX import_items_open ON import_items (id) WHERE outcome = 'needsAttention' AND resolved = 0;
CREATE INDEX import_items_by_original ON import_items (original) WHERE original IS NOT NULL;
CREATE TRIGGER problems_counted AFTER INSERT ON import_items BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'problems' AND NEW.outcome = 'needsAttention' AND NEW.resolved = 0;
END;
CREATE TRIGGER problems_recounted AFTER UPDATE OF resolved, outcome ON import_items BEGIN
  UPDATE counters SET n = n + (NEW.outcome = 'needsAttention' AND NEW.resolved = 0)
    - (OLD.outcome = 'needsAttention' AND OLD.resolved = 0) WHERE name = 'problems';
END;

CREATE TABLE entities (
  id BLOB PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,              -- the preferred name, copied from names
  description TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,
  deleted_ms INTEGER,
  articles INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entities_by_articles ON entities (articles DESC, name COLLATE NOCASE, id) WHERE deleted_ms IS NULL;
CREATE INDEX entities_by_name ON entities (name COLLATE NOCASE, id) WHERE deleted_ms IS NULL;
CREATE TRIGGER entities_counted AFTER INSERT ON entities BEGIN
  UPDATE counters SET n = n + 1 WHERE name IN ('entities', NEW.kind) AND NEW.deleted_ms IS NULL;
END;
CREATE TRIGGER entities_recounted AFTER UPDATE OF deleted_ms, kind ON entities BEGIN
  UPDATE counters SET n = n - 1 WHERE name IN ('entities', OLD.kind) AND OLD.deleted_ms IS NULL;
  UPDATE counters SET n = n + 1 WHERE name IN ('entities', NEW.kind) AND NEW.deleted_ms IS NULL;
END;

CREATE TABLE names (
  id BLOB PRIMARY KEY,
  entity_id BLOB NOT NULL REFERENCES entities(id),
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  strength TEXT NOT NULL,
  preferred INTEGER NOT NULL,
  script TEXT NOT NULL,
  UNIQUE (entity_id, text)
);
CREATE INDEX names_by_folded ON names (folded);

-- Words of names, for completion from the start of any word.
CREATE TABLE name_words (
  word TEXT NOT NULL,
  name_id BLOB NOT NULL REFERENCES names(id) ON DELETE CASCADE,
  PRIMARY KEY (word, name_id)
) WITHOUT ROWID;
CREATE INDEX name_words_by_name ON name_words (name_id);

-- Names whose search through the kept articles is not finished.
CREATE TABLE pending_matches (
  name_id BLOB PRIMARY KEY REFERENCES names(id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE mentions (
  id BLOB PRIMARY KEY,
  article_id BLOB NOT NULL REFERENCES articles(id),
  entity_id BLOB NOT NULL REFERENCES entities(id),
  name_id BLOB REFERENCES names(id) ON DELETE SET NULL,
  block INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  status TEXT NOT NULL,
  by TEXT NOT NULL,
  orphaned INTEGER NOT NULL DEFAULT 0,
  text_version INTEGER NOT NULL
);
CREATE INDEX mentions_by_article ON mentions (article_id, block, start);
CREATE INDEX mentions_by_entity ON mentions (entity_id, article_id);
CREATE INDEX mentions_by_name ON mentions (name_id) WHERE name_id IS NOT NULL;

-- Which entities an article shows: derived from mentions in the same transaction.
CREATE TABLE article_entities (
  entity_id BLOB NOT NULL REFERENCES entities(id),
  article_id BLOB NOT NULL REFERENCES articles(id),
  listed_ms INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  suggested INTEGER NOT NULL,      -- every mention is a suggestion
  PRIMARY KEY (entity_id, article_id)
) WITHOUT ROWID;
CREATE INDEX article_entities_by_article ON article_entities (article_id, mentions DESC);
CREATE INDEX article_entities_listed ON article_entities (entity_id, listed_ms DESC, article_id DESC);

CREATE TABLE notes (
  id BLOB PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  edited_ms INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  deleted_ms INTEGER
);
CREATE INDEX notes_by_edited ON notes (edited_ms DESC, id DESC) WHERE deleted_ms IS NULL;
CREATE TRIGGER notes_counted AFTER INSERT ON notes BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'notes' AND NEW.deleted_ms IS NULL;
END;
CREATE TRIGGER notes_recounted AFTER UPDATE OF deleted_ms ON notes BEGIN
  UPDATE counters SET n = n + (NEW.deleted_ms IS NULL) - (OLD.deleted_ms IS NULL) WHERE name = 'notes';
END;

CREATE TABLE note_words (
  word TEXT NOT NULL,
  note_id BLOB NOT NULL REFERENCES notes(id),
  PRIMARY KEY (word, note_id)
) WITHOUT ROWID;
CREATE INDEX note_words_by_note ON note_words (note_id);

CREATE TABLE note_links (
  note_id BLOB NOT NULL REFERENCES notes(id),
  position INTEGER NOT NULL,       -- which link of the note, from 0
  target_kind TEXT NOT NULL,
  target_id BLOB NOT NULL,
  context TEXT NOT NULL,           -- the sentence around it, Markdown with ids
  PRIMARY KEY (note_id, position)
) WITHOUT ROWID;
CREATE INDEX note_links_by_target ON note_links (target_kind, target_id);

-- What the index has to hear of: the last change of each thing. `seq` only rises;
-- the index's commit carries the last one that it applied.
CREATE TABLE changes (
  kind INTEGER NOT NULL,           -- 1 article, 2 note, 3 entity
  id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX changes_by_seq ON changes (seq);

CREATE TABLE undo_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  inverse TEXT NOT NULL,           -- JSON
  made_ms INTEGER NOT NULL
);
