-- A person's own tags on articles. Migrations are forward only: never edit this file.

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,              -- as it was first written: region/Koreas
  folded TEXT NOT NULL UNIQUE      -- what makes two tags the same
);

CREATE TABLE article_tags (
  tag_id INTEGER NOT NULL REFERENCES tags(id),
  article_id BLOB NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, article_id)
) WITHOUT ROWID;
CREATE INDEX article_tags_by_article ON article_tags (article_id);
