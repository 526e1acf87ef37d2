-- What taking steps back has put off. Migrations are forward only: never edit this file.

CREATE TABLE pending_reversals (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  work TEXT NOT NULL                       -- JSON
);
