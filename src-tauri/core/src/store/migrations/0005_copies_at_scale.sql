-- Finding copies among very many texts. Migrations are forward only: never edit this file.

-- The numbers of the latest sketches, moved to wire_bands once they are many. Each
-- number belongs at another place of that large table: written one by one, every text
-- would have some forty pages of it written anew.
CREATE TABLE wire_recent (
  hash INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (hash, n)
) WITHOUT ROWID;
-- How many sketches are in it.
INSERT INTO counters (name, n) VALUES ('wireRecent', 0);

-- What a text is compared by: a mark for each word, little-endian u32s. A text that was
-- looked at before this table was there has no row.
CREATE TABLE wire_marks (
  n INTEGER PRIMARY KEY,           -- of wire_texts
  marks BLOB NOT NULL
);
