-- What a person marked in articles, and which of it is a quote. Migrations are forward only: never edit this file.

CREATE TABLE clippings (
  id BLOB PRIMARY KEY,
  article_id BLOB REFERENCES articles(id),  -- NULL: gone for good; `source` says what it was
  source TEXT,                     -- JSON of domain::ClippingSource
  -- Where the words are or, when they are gone, last were: in which version of the text.
  block INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  text_version INTEGER NOT NULL,
  orphaned INTEGER NOT NULL DEFAULT 0,
  colour TEXT NOT NULL,
  comment TEXT NOT NULL,
  quote TEXT,                      -- direct, partial, paraphrase, translation; NULL: a highlight
  original TEXT,                   -- the words in the language that they were said in
  speaker_id BLOB REFERENCES entities(id),
  speaker TEXT,                    -- its name when it was written
  speaker_words TEXT,              -- what the text calls it
  via_id BLOB REFERENCES entities(id),
  via TEXT,
  via_words TEXT,
  said_iso TEXT,                   -- no more precise than it is known
  said_zone TEXT,
  said_phrase TEXT,                -- what it was read from
  said_ms INTEGER,
  made_ms INTEGER NOT NULL,
  edited_ms INTEGER NOT NULL,
  deleted_ms INTEGER
);
CREATE INDEX clippings_by_article ON clippings (article_id, block, start);
CREATE INDEX clippings_made ON clippings (quote IS NULL, made_ms DESC, id DESC)
  WHERE deleted_ms IS NULL;
CREATE INDEX clippings_by_speaker ON clippings (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX clippings_by_via ON clippings (via_id) WHERE via_id IS NOT NULL;
CREATE INDEX clippings_deleted ON clippings (deleted_ms) WHERE deleted_ms IS NOT NULL;

INSERT INTO counters (name, n) VALUES ('quotes', 0);
CREATE TRIGGER quotes_counted AFTER INSERT ON clippings BEGIN
  UPDATE counters SET n = n + (NEW.quote IS NOT NULL AND NEW.deleted_ms IS NULL)
    WHERE name = 'quotes';
END;
CREATE TRIGGER quotes_recounted AFTER UPDATE OF quote, deleted_ms ON clippings BEGIN
  UPDATE counters SET n = n + (NEW.quote IS NOT NULL AND NEW.deleted_ms IS NULL)
    - (OLD.quote IS NOT NULL AND OLD.deleted_ms IS NULL) WHERE name = 'quotes';
END;
CREATE TRIGGER quotes_gone AFTER DELETE ON clippings BEGIN
  UPDATE counters SET n = n - (OLD.quote IS NOT NULL AND OLD.deleted_ms IS NULL)
    WHERE name = 'quotes';
END;
