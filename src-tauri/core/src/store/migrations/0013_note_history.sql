-- Earlier texts of notes. Migrations are forward only: never edit this file.

-- Bytes typed or deleted since a text was last kept as a version.
ALTER TABLE notes ADD COLUMN changed_bytes INTEGER NOT NULL DEFAULT 0;

CREATE TABLE note_versions (
  note_id BLOB NOT NULL REFERENCES notes(id),
  version INTEGER NOT NULL,        -- rises from 1
  revision INTEGER NOT NULL,       -- the note's, when it had this text; 0: the note never had it
  title TEXT NOT NULL,
  made_ms INTEGER NOT NULL,        -- when this text was saved
  cause TEXT NOT NULL,
  sitting_end INTEGER NOT NULL,    -- the last text before a pause
  hidden INTEGER NOT NULL,         -- thinned out; kept because others are packed with it
  size INTEGER NOT NULL,           -- bytes of the body
  base INTEGER,                    -- the version whose body this one is packed with
  packed BLOB NOT NULL,            -- the body, zstd
  PRIMARY KEY (note_id, version)
);
