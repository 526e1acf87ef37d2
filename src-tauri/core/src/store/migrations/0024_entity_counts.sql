-- What an entity's page counts is kept ready; an entity has a picture. Migrations are forward
-- only: never edit this file.

-- Mentions by this name that nobody rejected, in articles that are not in the trash.
ALTER TABLE names ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
UPDATE names SET mentions = (SELECT count(*) FROM mentions m
  WHERE m.name_id = names.id AND m.status <> 'rejected' AND m.orphaned = 0
    AND m.article_id NOT IN (SELECT id FROM articles WHERE deleted_ms IS NOT NULL));

CREATE TRIGGER names_mentioned AFTER INSERT ON mentions
  WHEN NEW.name_id IS NOT NULL AND NEW.status <> 'rejected' AND NEW.orphaned = 0 BEGIN
  UPDATE names SET mentions = mentions + 1 WHERE id = NEW.name_id
    AND (SELECT deleted_ms FROM articles WHERE id = NEW.article_id) IS NULL;
END;
CREATE TRIGGER names_unmentioned AFTER DELETE ON mentions
  WHEN OLD.name_id IS NOT NULL AND OLD.status <> 'rejected' AND OLD.orphaned = 0 BEGIN
  UPDATE names SET mentions = mentions - 1 WHERE id = OLD.name_id
    AND (SELECT deleted_ms FROM articles WHERE id = OLD.article_id) IS NULL;
END;
CREATE TRIGGER names_mentioned_from AFTER UPDATE OF name_id, status, orphaned, article_id ON mentions
  WHEN OLD.name_id IS NOT NULL AND OLD.status <> 'rejected' AND OLD.orphaned = 0 BEGIN
  UPDATE names SET mentions = mentions - 1 WHERE id = OLD.name_id
    AND (SELECT deleted_ms FROM articles WHERE id = OLD.article_id) IS NULL;
END;
CREATE TRIGGER names_mentioned_to AFTER UPDATE OF name_id, status, orphaned, article_id ON mentions
  WHEN NEW.name_id IS NOT NULL AND NEW.status <> 'rejected' AND NEW.orphaned = 0 BEGIN
  UPDATE names SET mentions = mentions + 1 WHERE id = NEW.name_id
    AND (SELECT deleted_ms FROM articles WHERE id = NEW.article_id) IS NULL;
END;
CREATE TRIGGER names_recounted AFTER UPDATE OF deleted_ms ON articles
  WHEN (OLD.deleted_ms IS NULL) <> (NEW.deleted_ms IS NULL) BEGIN
  UPDATE names SET mentions = mentions + CASE WHEN NEW.deleted_ms IS NULL THEN 1 ELSE -1 END *
      (SELECT count(*) FROM mentions m WHERE m.article_id = NEW.id AND m.name_id = names.id
         AND m.status <> 'rejected' AND m.orphaned = 0)
    WHERE id IN (SELECT name_id FROM mentions WHERE article_id = NEW.id AND name_id IS NOT NULL);
END;

-- Mentions in articles that show the entity, and how many dated articles each day (of UTC,
-- since 1970) has.
ALTER TABLE entities ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
UPDATE entities SET mentions =
  (SELECT coalesce(sum(mentions), 0) FROM article_entities WHERE entity_id = entities.id);
CREATE TABLE entity_days (
  entity_id BLOB NOT NULL,
  day INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (entity_id, day)
) WITHOUT ROWID;
INSERT INTO entity_days (entity_id, day, articles)
  SELECT entity_id, (listed_ms - ((listed_ms % 86400000) + 86400000) % 86400000) / 86400000 AS day,
    count(*)
  FROM article_entities WHERE dated = 1 GROUP BY entity_id, day;
DROP INDEX article_entities_counted;

CREATE TRIGGER entities_shown AFTER INSERT ON article_entities BEGIN
  UPDATE entities SET mentions = mentions + NEW.mentions WHERE id = NEW.entity_id;
  INSERT INTO entity_days (entity_id, day, articles)
    SELECT NEW.entity_id,
      (NEW.listed_ms - ((NEW.listed_ms % 86400000) + 86400000) % 86400000) / 86400000, 1
    WHERE NEW.dated = 1
    ON CONFLICT (entity_id, day) DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER entities_unshown AFTER DELETE ON article_entities BEGIN
  UPDATE entities SET mentions = mentions - OLD.mentions WHERE id = OLD.entity_id;
  UPDATE entity_days SET articles = articles - 1
    WHERE OLD.dated = 1 AND entity_id = OLD.entity_id AND day =
      (OLD.listed_ms - ((OLD.listed_ms % 86400000) + 86400000) % 86400000) / 86400000;
  DELETE FROM entity_days
    WHERE OLD.dated = 1 AND articles <= 0 AND entity_id = OLD.entity_id AND day =
      (OLD.listed_ms - ((OLD.listed_ms % 86400000) + 86400000) % 86400000) / 86400000;
END;
CREATE TRIGGER entities_shown_then AFTER UPDATE OF listed_ms, dated ON article_entities BEGIN
  UPDATE entity_days SET articles = articles - 1
    WHERE OLD.dated = 1 AND entity_id = OLD.entity_id AND day =
      (OLD.listed_ms - ((OLD.listed_ms % 86400000) + 86400000) % 86400000) / 86400000;
  DELETE FROM entity_days
    WHERE OLD.dated = 1 AND articles <= 0 AND entity_id = OLD.entity_id AND day =
      (OLD.listed_ms - ((OLD.listed_ms % 86400000) + 86400000) % 86400000) / 86400000;
  INSERT INTO entity_days (entity_id, day, articles)
    SELECT NEW.entity_id,
      (NEW.listed_ms - ((NEW.listed_ms % 86400000) + 86400000) % 86400000) / 86400000, 1
    WHERE NEW.dated = 1
    ON CONFLICT (entity_id, day) DO UPDATE SET articles = articles + 1;
END;

-- Pictures that an entity has (`current`), or had since the trash was last emptied.
CREATE TABLE entity_images (
  entity_id BLOB NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  sha256 BLOB NOT NULL REFERENCES note_images(sha256),
  current INTEGER NOT NULL,
  PRIMARY KEY (entity_id, sha256)
) WITHOUT ROWID;
CREATE INDEX entity_images_by_picture ON entity_images (sha256);
CREATE UNIQUE INDEX entity_images_current ON entity_images (entity_id) WHERE current = 1;

-- Its mentions are being deleted for good: it does not come back.
ALTER TABLE entities ADD COLUMN emptying INTEGER NOT NULL DEFAULT 0;
