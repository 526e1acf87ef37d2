-- Folders whose new files are imported by themselves, and the files that were met there.

CREATE TABLE watched_folders (path TEXT PRIMARY KEY, added_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE watched_files (
  folder TEXT NOT NULL,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL,
  PRIMARY KEY (folder, path)
) WITHOUT ROWID;
