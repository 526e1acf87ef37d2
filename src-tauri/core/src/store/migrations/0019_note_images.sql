-- Pictures in notes. Migrations are forward only: never edit this file.

CREATE TABLE note_images (
  sha256 BLOB PRIMARY KEY,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL            -- bytes as received
) WITHOUT ROWID;

-- Notes that have, or had in a text of their history, a picture.
CREATE TABLE note_image_uses (
  sha256 BLOB NOT NULL REFERENCES note_images(sha256),
  note_id BLOB NOT NULL REFERENCES notes(id),
  PRIMARY KEY (sha256, note_id)
) WITHOUT ROWID;
CREATE INDEX note_image_uses_by_note ON note_image_uses (note_id);
