-- Steps that were taken back can be done again, until something else is done; what a person
-- took from articles and switched off in searches is remembered. Migrations are forward only:
-- never edit this file.

ALTER TABLE undo_steps ADD COLUMN again TEXT;       -- JSON: what does it again; NULL: not taken back
ALTER TABLE undo_steps ADD COLUMN undone INTEGER;   -- in which order they were taken back
-- An import that was taken back had a step of its own, offered once: it is one that can be
-- done again.
UPDATE undo_steps SET action = 'import', again = inverse, undone = 1,
    inverse = json_object('do', 'undoImport', 'import', json_extract(inverse, '$.import'))
  WHERE action = 'restoreImport' AND id = (SELECT max(id) FROM undo_steps)
    AND json_extract(inverse, '$.import') IS NOT NULL;
DELETE FROM undo_steps WHERE action = 'restoreImport';

-- How many things it was done to, where its subject is that number.
ALTER TABLE undo_steps ADD COLUMN things INTEGER;
UPDATE undo_steps SET things = CAST(subject AS INTEGER)
  WHERE subject <> '' AND subject NOT GLOB '*[^0-9]*' AND length(subject) < 9 AND action IN
    ('import', 'deleteArticle', 'editEntities', 'deleteEntities', 'importEntities', 'reread',
     'markRead', 'markUnread', 'star', 'unstar', 'archive', 'unarchive',
     'acceptProposals', 'rejectProposals', 'editProposal', 'removeFromDossier', 'editDossierItem');

-- Tags that a person took from articles: no import brings them back.
CREATE TABLE removed_tags (
  article_id BLOB NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  folded TEXT NOT NULL,
  PRIMARY KEY (article_id, folded)
) WITHOUT ROWID;

-- Which names of the entities asked for are searched (JSON); NULL: all.
ALTER TABLE saved_searches ADD COLUMN names TEXT;
