-- Searches that are kept, and what was searched for last. Migrations are forward only:
-- never edit this file.

CREATE TABLE saved_searches (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  text TEXT NOT NULL,              -- as typed
  kinds TEXT NOT NULL,             -- JSON; empty: all
  sort TEXT NOT NULL,
  place INTEGER NOT NULL,          -- in the person's own order
  seen INTEGER NOT NULL,           -- the first half of the newest id that was looked at
  made_ms INTEGER NOT NULL,
  deleted_ms INTEGER
);

CREATE TABLE search_history (
  text TEXT PRIMARY KEY,
  searched_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX search_history_latest ON search_history (searched_ms);
