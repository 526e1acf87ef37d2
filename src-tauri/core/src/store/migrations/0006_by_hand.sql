-- Texts that a person typed or pointed at, and what is remembered of that for an outlet.
-- Migrations are forward only: never edit this file.

-- What a person had to do with a text, as JSON; NULL: it is as the rules read it.
ALTER TABLE article_texts ADD COLUMN by_hand TEXT;

-- Where the article stands on an outlet's pages, as a person pointed at it on one of them.
CREATE TABLE outlet_picks (
  host TEXT PRIMARY KEY,           -- lower case, without "www."
  format INTEGER NOT NULL,         -- of the JSON below
  pick TEXT NOT NULL,
  made_ms INTEGER NOT NULL
) WITHOUT ROWID;
