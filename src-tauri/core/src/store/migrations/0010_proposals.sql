-- What reading an article proposes, and what became of it. Migrations are forward only: never edit this file.

-- The gazetteer's entry that an entity is: it is not proposed as a new one again.
ALTER TABLE entities ADD COLUMN known_as TEXT;
CREATE INDEX entities_by_known_as ON entities (known_as) WHERE known_as IS NOT NULL;

CREATE TABLE proposals (
  id BLOB PRIMARY KEY,
  article_id BLOB NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  entity_id BLOB REFERENCES entities(id),  -- the kept entity that it is
  known_as TEXT,                           -- the gazetteer's entry that it is
  grouped TEXT NOT NULL,                   -- what the same name in other articles has too
  role TEXT,
  confidence INTEGER NOT NULL,             -- hundredths
  why TEXT NOT NULL,
  spans TEXT NOT NULL,                     -- JSON array of places with their words
  mentions INTEGER NOT NULL,               -- places that are not tagged yet
  state TEXT NOT NULL,                     -- open, covered, accepted, rejected
  weak INTEGER NOT NULL,
  decision INTEGER                         -- what accepted it
);
CREATE INDEX proposals_by_article ON proposals (article_id);
CREATE INDEX proposals_by_group ON proposals (grouped, article_id DESC) WHERE state = 'open';
CREATE INDEX proposals_by_name ON proposals (folded, kind);
CREATE INDEX proposals_by_decision ON proposals (decision) WHERE decision IS NOT NULL;
CREATE INDEX proposals_by_entity ON proposals (entity_id) WHERE entity_id IS NOT NULL;

-- Names to review over the notebook: derived by the triggers below.
CREATE TABLE proposal_groups (
  grouped TEXT PRIMARY KEY,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX proposal_groups_by_yield ON proposal_groups (articles DESC, mentions DESC, grouped);
INSERT INTO counters (name, n) VALUES ('proposals', 0), ('articlesToRead', 0);

CREATE TRIGGER proposal_groups_counted AFTER INSERT ON proposal_groups BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'proposals';
END;
CREATE TRIGGER proposal_groups_gone AFTER DELETE ON proposal_groups BEGIN
  UPDATE counters SET n = n - 1 WHERE name = 'proposals';
END;
CREATE TRIGGER proposals_grouped AFTER INSERT ON proposals
WHEN NEW.state = 'open' AND NEW.weak = 0 BEGIN
  INSERT INTO proposal_groups (grouped, articles, mentions) VALUES (NEW.grouped, 1, NEW.mentions)
    ON CONFLICT (grouped) DO UPDATE SET articles = articles + 1, mentions = mentions + excluded.mentions;
END;
CREATE TRIGGER proposals_ungrouped AFTER DELETE ON proposals
WHEN OLD.state = 'open' AND OLD.weak = 0 BEGIN
  UPDATE proposal_groups SET articles = articles - 1, mentions = mentions - OLD.mentions
    WHERE grouped = OLD.grouped;
  DELETE FROM proposal_groups WHERE grouped = OLD.grouped AND articles <= 0;
END;
CREATE TRIGGER proposals_regrouped_from AFTER UPDATE OF state, weak, grouped, mentions ON proposals
WHEN OLD.state = 'open' AND OLD.weak = 0 BEGIN
  UPDATE proposal_groups SET articles = articles - 1, mentions = mentions - OLD.mentions
    WHERE grouped = OLD.grouped;
  DELETE FROM proposal_groups WHERE grouped = OLD.grouped AND articles <= 0;
END;
CREATE TRIGGER proposals_regrouped_to AFTER UPDATE OF state, weak, grouped, mentions ON proposals
WHEN NEW.state = 'open' AND NEW.weak = 0 BEGIN
  INSERT INTO proposal_groups (grouped, articles, mentions) VALUES (NEW.grouped, 1, NEW.mentions)
    ON CONFLICT (grouped) DO UPDATE SET articles = articles + 1, mentions = mentions + excluded.mentions;
END;

-- What a person rejected, remembered for name, kind and article. Outlives the article:
-- three of them in different articles make the name weak for good.
CREATE TABLE rejected_proposals (
  folded TEXT NOT NULL,
  kind TEXT NOT NULL,
  article_id BLOB NOT NULL,
  PRIMARY KEY (folded, kind, article_id)
) WITHOUT ROWID;

-- An acceptance: the same name elsewhere goes to this entity too, in the background.
CREATE TABLE proposal_decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT
);
CREATE TABLE proposal_decision_groups (
  decision INTEGER NOT NULL REFERENCES proposal_decisions(id) ON DELETE CASCADE,
  grouped TEXT NOT NULL,
  entity_id BLOB NOT NULL REFERENCES entities(id),
  done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (decision, grouped)
) WITHOUT ROWID;
CREATE INDEX proposal_decisions_open ON proposal_decision_groups (decision) WHERE done = 0;
CREATE TABLE proposal_decision_mentions (
  decision INTEGER NOT NULL REFERENCES proposal_decisions(id) ON DELETE CASCADE,
  mention_id BLOB NOT NULL,
  was TEXT,                                -- JSON: what it was before; NULL where it was made
  PRIMARY KEY (decision, mention_id)
) WITHOUT ROWID;

-- Articles whose text nobody has looked through for names.
CREATE TABLE articles_to_read (
  article_id BLOB PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TRIGGER articles_to_read_counted AFTER INSERT ON articles_to_read BEGIN
  UPDATE counters SET n = n + 1 WHERE name = 'articlesToRead';
END;
CREATE TRIGGER articles_to_read_done AFTER DELETE ON articles_to_read BEGIN
  UPDATE counters SET n = n - 1 WHERE name = 'articlesToRead';
END;
INSERT INTO articles_to_read (article_id) SELECT id FROM articles WHERE deleted_ms IS NULL;

CREATE TRIGGER articles_new_to_read AFTER INSERT ON articles WHEN NEW.deleted_ms IS NULL BEGIN
  INSERT OR IGNORE INTO articles_to_read (article_id) VALUES (NEW.id);
END;
-- Proposals are of one text: of another there are others.
CREATE TRIGGER articles_text_to_read AFTER UPDATE OF text_version, title, standfirst ON articles
WHEN NEW.text_version <> OLD.text_version OR NEW.title IS NOT OLD.title
  OR NEW.standfirst IS NOT OLD.standfirst BEGIN
  DELETE FROM proposals WHERE article_id = NEW.id AND state IN ('open', 'covered');
  INSERT OR IGNORE INTO articles_to_read (article_id)
    SELECT NEW.id WHERE NEW.deleted_ms IS NULL;
END;
CREATE TRIGGER articles_gone_to_read AFTER UPDATE OF deleted_ms ON articles
WHEN NEW.deleted_ms IS NOT NULL AND OLD.deleted_ms IS NULL BEGIN
  DELETE FROM proposals WHERE article_id = NEW.id AND state IN ('open', 'covered');
  DELETE FROM articles_to_read WHERE article_id = NEW.id;
END;
CREATE TRIGGER articles_back_to_read AFTER UPDATE OF deleted_ms ON articles
WHEN NEW.deleted_ms IS NULL AND OLD.deleted_ms IS NOT NULL BEGIN
  INSERT OR IGNORE INTO articles_to_read (article_id) VALUES (NEW.id);
END;
