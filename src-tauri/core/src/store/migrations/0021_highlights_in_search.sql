-- Highlights with a comment are searched from here on: the index has to hear of those that are
-- there. Migrations are forward only: never edit this file.

INSERT OR REPLACE INTO changes (kind, id, seq)
  SELECT 4, id, (SELECT coalesce(max(seq), 0) FROM changes) + row_number() OVER ()
  FROM clippings WHERE quote IS NULL AND comment <> '' AND deleted_ms IS NULL;
