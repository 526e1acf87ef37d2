-- Entities that may be the same, how entities are related, and what else a person writes of
-- one. Migrations are forward only: never edit this file.

-- What names that may be of one entity have in common: see text/sound.rs.
CREATE TABLE name_keys (
  key TEXT NOT NULL,
  name_id BLOB NOT NULL REFERENCES names(id) ON DELETE CASCADE,
  PRIMARY KEY (key, name_id)
) WITHOUT ROWID;
CREATE INDEX name_keys_by_name ON name_keys (name_id);

-- Entities that a person said are not the same; each pair both ways.
CREATE TABLE entity_unlike (
  one_id BLOB NOT NULL REFERENCES entities(id),
  other_id BLOB NOT NULL REFERENCES entities(id),
  PRIMARY KEY (one_id, other_id)
) WITHOUT ROWID;

CREATE TABLE relations (
  id BLOB PRIMARY KEY,
  from_id BLOB NOT NULL REFERENCES entities(id),
  kind TEXT NOT NULL,
  to_id BLOB REFERENCES entities(id),
  role TEXT NOT NULL,              -- what is held: "Foreign Minister"
  since TEXT,                      -- 2011, 2011-12 or 2011-12-17
  until TEXT,
  source TEXT NOT NULL             -- where a person has it from
);
CREATE INDEX relations_from ON relations (from_id);
CREATE INDEX relations_to ON relations (to_id) WHERE to_id IS NOT NULL;

CREATE TABLE entity_fields (
  entity_id BLOB NOT NULL REFERENCES entities(id),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entity_id, place)
) WITHOUT ROWID;

-- Filters of the entity list.
CREATE INDEX article_entities_suggested ON article_entities (entity_id) WHERE suggested = 1;
CREATE INDEX names_by_script ON names (script, entity_id);
