-- What became of a thing inside an archive, a mailbox or another file that holds many:
-- which part of the kept original it is, and the hash of its own bytes.

ALTER TABLE import_items ADD COLUMN original_part INTEGER;
ALTER TABLE import_items ADD COLUMN source_sha256 BLOB;
UPDATE import_items SET source_sha256 = original WHERE original IS NOT NULL;
CREATE INDEX import_items_by_source ON import_items (source_sha256) WHERE source_sha256 IS NOT NULL;
