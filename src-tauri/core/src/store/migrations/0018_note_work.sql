-- Notes merged into others, templates and daily notes; links of what is in the trash don't
-- count. Migrations are forward only: never edit this file.

-- The note that has the text of this one since they were merged: links lead there.
ALTER TABLE notes ADD COLUMN merged_into BLOB REFERENCES notes(id);
CREATE INDEX notes_merged ON notes (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE notes ADD COLUMN template INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notes_templates ON notes (template) WHERE template = 1;

CREATE TABLE daily_notes (
  day TEXT PRIMARY KEY,            -- 2024-06-21
  note_id BLOB NOT NULL REFERENCES notes(id)
) WITHOUT ROWID;

-- From now on a note that goes to the trash takes its links out, and back in.
DELETE FROM note_links WHERE note_id IN (SELECT id FROM notes WHERE deleted_ms IS NOT NULL);
