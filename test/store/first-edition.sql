-- The tables of the first edition, with a row in each.
CREATE TABLE "kept_texts" (
  "key" text PRIMARY KEY,
  "text" text NOT NULL,
  "used_at" timestamptz NOT NULL
);
;
CREATE INDEX "kept_texts_used_at" ON "kept_texts" ("used_at");
;
CREATE TABLE "latest_vectors" (
  "place" text PRIMARY KEY,
  "vectors" text NOT NULL,
  "at" timestamptz NOT NULL
);
;
CREATE TABLE "lessons_seen" (
  "learner" text NOT NULL,
  "lesson" text NOT NULL,
  "at" timestamptz NOT NULL,
  PRIMARY KEY ("learner", "lesson")
);
;
CREATE TABLE "lesson_reports" (
  "workspace" text NOT NULL,
  "learner" text NOT NULL,
  "lesson" text NOT NULL,
  "version" text NOT NULL,
  "clear" boolean NOT NULL,
  "text" text,
  "at" timestamptz NOT NULL,
  PRIMARY KEY ("workspace", "learner", "lesson", "version")
);
;
CREATE INDEX "lesson_reports_latest" ON "lesson_reports" ("workspace", "at");
;
CREATE TABLE "people" (
  "id" text PRIMARY KEY,
  "settings" jsonb NOT NULL DEFAULT '{}',
  "reminded_at" timestamptz
);
;
CREATE TABLE "learners" (
  "id" text PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "person" text NOT NULL REFERENCES "people" ON DELETE CASCADE,
  "name" text,
  "met_at" timestamptz NOT NULL
);
;
CREATE INDEX "learners_person" ON "learners" ("person");
;
CREATE TABLE "link_codes" (
  "code" text PRIMARY KEY,
  "learner" text NOT NULL REFERENCES "learners" ON DELETE CASCADE,
  "expires_at" timestamptz NOT NULL
);
;
CREATE TABLE "ranked" (
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "learner" text NOT NULL REFERENCES "learners" ON DELETE CASCADE,
  PRIMARY KEY ("workspace", "learner")
);
;
CREATE TABLE "skills" (
  "person" text NOT NULL REFERENCES "people" ON DELETE CASCADE,
  "skill" text NOT NULL,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "record" jsonb NOT NULL,
  "due_at" timestamptz NOT NULL,
  "mastered_at" timestamptz,
  PRIMARY KEY ("person", "skill")
);
;
CREATE INDEX "skills_due" ON "skills" ("due_at");
;
CREATE TABLE "places" (
  "id" text PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "settings" jsonb NOT NULL
);
;
CREATE TABLE "quizzes" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "place" text NOT NULL,
  "starter" text NOT NULL,
  "settings" jsonb NOT NULL,
  "state" text NOT NULL CHECK ("state" IN ('running', 'paused', 'ended')),
  "started_at" timestamptz NOT NULL,
  "ended_at" timestamptz,
  "leased_until" timestamptz,
  CHECK (("state" = 'ended') = ("ended_at" IS NOT NULL))
);
;
CREATE UNIQUE INDEX "quizzes_one_at_a_time" ON "quizzes" ("place") WHERE "state" <> 'ended';
;
CREATE TABLE "questions" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "place" text NOT NULL,
  "purpose" text NOT NULL CHECK ("purpose" IN ('quiz', 'daily', 'practice')),
  "quiz" bigint REFERENCES "quizzes" ON DELETE CASCADE,
  "number" integer,
  "day" text,
  "learner" text,
  "kind" text NOT NULL,
  "seed" integer NOT NULL,
  "level" integer NOT NULL,
  "tells" jsonb,
  "opened_at" timestamptz NOT NULL,
  "closes_at" timestamptz,
  "closed_at" timestamptz,
  "told_at" timestamptz,
  "message" text,
  CHECK (("purpose" = 'quiz') = ("quiz" IS NOT NULL AND "number" IS NOT NULL)),
  CHECK (("purpose" = 'daily') = ("day" IS NOT NULL)),
  CHECK (("purpose" = 'practice') = ("learner" IS NOT NULL)),
  CHECK ("told_at" IS NULL OR "closed_at" IS NOT NULL)
);
;
CREATE UNIQUE INDEX "questions_of_quiz" ON "questions" ("quiz", "number");
;
CREATE UNIQUE INDEX "questions_of_day" ON "questions" ("place", "day");
;
CREATE INDEX "questions_of_learner" ON "questions" ("learner") WHERE "learner" IS NOT NULL;
;
CREATE TABLE "attempts" (
  "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "question" bigint NOT NULL REFERENCES "questions" ON DELETE CASCADE,
  "learner" text NOT NULL,
  "event" text NOT NULL,
  "outcome" text NOT NULL CHECK ("outcome" IN ('right', 'rounding', 'wrong')),
  "given" text NOT NULL,
  "slips" jsonb NOT NULL,
  "hints" integer NOT NULL,
  "first" boolean NOT NULL,
  "points" integer NOT NULL CHECK ("points" >= 0 AND ("outcome" <> 'wrong' OR "points" = 0)),
  "seconds" real NOT NULL,
  "at" timestamptz NOT NULL
);
;
CREATE UNIQUE INDEX "attempts_of_event" ON "attempts" ("event");
;
CREATE UNIQUE INDEX "attempts_of_learner" ON "attempts" ("question", "learner");
;
CREATE UNIQUE INDEX "attempts_first" ON "attempts" ("question") WHERE "first";
;
CREATE INDEX "attempts_by_learner" ON "attempts" ("learner", "at");
;
CREATE INDEX "attempts_by_workspace" ON "attempts" ("workspace", "at");
;
CREATE TABLE "hints" (
  "question" bigint NOT NULL REFERENCES "questions" ON DELETE CASCADE,
  "learner" text NOT NULL,
  "count" integer NOT NULL,
  PRIMARY KEY ("question", "learner")
);
;
CREATE TABLE "skip_votes" (
  "question" bigint NOT NULL REFERENCES "questions" ON DELETE CASCADE,
  "learner" text NOT NULL,
  PRIMARY KEY ("question", "learner")
);
;
CREATE VIEW "scores" AS
  SELECT q."quiz", a."learner", sum(a."points")::integer AS "points",
    (count(*) FILTER (WHERE a."outcome" = 'right'))::integer AS "right", count(*)::integer AS "answered"
  FROM "attempts" a JOIN "questions" q ON q."id" = a."question"
  WHERE q."quiz" IS NOT NULL
  GROUP BY q."quiz", a."learner";
;
CREATE FUNCTION "attempt_needs_open_question"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "questions"
    WHERE "id" = NEW."question" AND "closed_at" IS NULL AND ("closes_at" IS NULL OR NEW."at" <= "closes_at")
    FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'question % is closed', NEW."question" USING ERRCODE = 'QC001';
  END IF;
  RETURN NEW;
END $$;
;
CREATE TRIGGER "attempt_needs_open_question" BEFORE INSERT ON "attempts"
  FOR EACH ROW EXECUTE FUNCTION "attempt_needs_open_question"();
;
CREATE FUNCTION "question_closes_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."closed_at" IS NOT NULL AND NEW."closed_at" IS DISTINCT FROM OLD."closed_at" THEN
    RAISE EXCEPTION 'question % is closed already', OLD."id" USING ERRCODE = 'QC002';
  END IF;
  RETURN NEW;
END $$;
;
CREATE TRIGGER "question_closes_once" BEFORE UPDATE ON "questions"
  FOR EACH ROW EXECUTE FUNCTION "question_closes_once"();
;
CREATE TABLE "installations" (
  "workspace" text PRIMARY KEY,
  "platform" text NOT NULL,
  "bot" text NOT NULL,
  "installed_at" timestamptz NOT NULL
);
;
-- Whose a row is follows from the ids in it, so no row can say otherwise.
CREATE FUNCTION "home_of"("learner" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE split_part("learner", ':', 1)
    WHEN 'slack' THEN 'slack:place:' || split_part(split_part("learner", ':', 3), '/', 1)
    WHEN 'discord' THEN 'discord:place:direct'
    WHEN 'terminal' THEN 'terminal:place:here'
    ELSE 'web:place:page'
  END
$$;
;
ALTER TABLE "people"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("id", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("id")) STORED;
;
ALTER TABLE "link_codes"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED;
;
ALTER TABLE "lessons_seen"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED;
;
ALTER TABLE "lesson_reports"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("workspace", ':', 1)) STORED;
;
ALTER TABLE "latest_vectors"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("place", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS (split_part("place", '/', 1)) STORED;
;
ALTER TABLE "hints" ADD COLUMN "platform" text, ADD COLUMN "workspace" text;
;
ALTER TABLE "skip_votes" ADD COLUMN "platform" text, ADD COLUMN "workspace" text;
;
UPDATE "hints" SET ("platform", "workspace") =
  (SELECT q."platform", q."workspace" FROM "questions" q WHERE q."id" = "hints"."question");
;
UPDATE "skip_votes" SET ("platform", "workspace") =
  (SELECT q."platform", q."workspace" FROM "questions" q WHERE q."id" = "skip_votes"."question");
;
ALTER TABLE "hints" ALTER COLUMN "platform" SET NOT NULL, ALTER COLUMN "workspace" SET NOT NULL;
;
ALTER TABLE "skip_votes" ALTER COLUMN "platform" SET NOT NULL, ALTER COLUMN "workspace" SET NOT NULL;
;
-- What belongs to a question belongs where the question does.
CREATE FUNCTION "belongs_with_question"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "platform", "workspace" INTO NEW."platform", NEW."workspace"
    FROM "questions" WHERE "id" = NEW."question";
  RETURN NEW;
END $$;
;
CREATE TRIGGER "hint_belongs_with_question" BEFORE INSERT ON "hints"
  FOR EACH ROW EXECUTE FUNCTION "belongs_with_question"();
;
CREATE TRIGGER "skip_vote_belongs_with_question" BEFORE INSERT ON "skip_votes"
  FOR EACH ROW EXECUTE FUNCTION "belongs_with_question"();
;
-- What the bot shows in a workspace to prove who it is, readable only with the key of whoever runs the tutor.
ALTER TABLE "installations" ADD COLUMN "sealed" text;
;
-- What was kept before it was noted for whom is nobody's that is known; it is forgotten in time like the rest.
ALTER TABLE "kept_texts" ADD COLUMN "workspace" text NOT NULL DEFAULT 'unknown';
;
ALTER TABLE "kept_texts" ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("workspace", ':', 1)) STORED;
;
ALTER TABLE "kept_texts" DROP CONSTRAINT "kept_texts_pkey";
;
ALTER TABLE "kept_texts" ADD PRIMARY KEY ("key", "workspace");
;
-- What learners, places and workspaces asked for in the last minute, counted by all processes together. It is lost
-- without harm when the server stops, so it is not written to the log.
CREATE UNLOGGED TABLE "limits" (
  "key" varchar(255) PRIMARY KEY,
  "points" integer NOT NULL DEFAULT 0,
  "expire" bigint
);
;
CREATE TABLE "visitors" (
  "learner" text PRIMARY KEY,
  "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED,
  "change" bigint NOT NULL,
  "seen_at" timestamptz NOT NULL
);
;
CREATE TABLE "exchanges" (
  "learner" text NOT NULL REFERENCES "visitors" ON DELETE CASCADE,
  "id" text NOT NULL,
  "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED,
  "added" bigint NOT NULL,
  "change" bigint NOT NULL,
  "asked" text,
  "html" text NOT NULL,
  "pictures" json NOT NULL,
  "has_file" boolean NOT NULL,
  "at" timestamptz NOT NULL,
  PRIMARY KEY ("learner", "id")
);
;
insert into people (id, settings, reminded_at) values ('slack:learner:t/a', '{"zone": "Europe/Berlin", "digits": 4}', '2026-11-24 09:00:00.123+01');
insert into learners values ('slack:learner:t/a', 'slack', 'slack:place:t', 'slack:learner:t/a', 'Ada', '2026-11-24Z');
insert into link_codes (code, learner, expires_at) values ('CODE', 'slack:learner:t/a', '2026-11-24Z');
insert into ranked values ('slack', 'slack:place:t', 'slack:learner:t/a');
insert into skills values ('slack:learner:t/a', 'dot', 'slack', 'slack:place:t', '{"s": [1.5, null, "x"]}', '2026-11-25Z', null);
insert into places values ('slack:place:t/c', 'slack', 'slack:place:t', '{"daily": {"minutes": 540, "zone": "UTC"}}');
insert into quizzes (platform, workspace, place, starter, settings, state, started_at)
  values ('slack', 'slack:place:t', 'slack:place:t/c', 'slack:learner:t/a', '{"rounds": 5}', 'running', '2026-11-24Z');
insert into questions (id, platform, workspace, place, purpose, quiz, number, kind, seed, level, tells, opened_at)
  overriding system value
  values (7, 'slack', 'slack:place:t', 'slack:place:t/c', 'quiz', 1, 1, 'norm', -5, 2, '["sign"]', '2026-11-24Z');
insert into attempts (platform, workspace, question, learner, event, outcome, given, slips, hints, first, points, seconds, at)
  values ('slack', 'slack:place:t', 7, 'slack:learner:t/a', 'e1', 'right', '√2', '[]', 0, true, 3, 0.5, '2026-11-24Z');
update questions set closed_at = '2026-11-24 00:00:30.5Z', told_at = '2026-11-24 00:00:31Z' where id = 7;
insert into hints (question, learner, count) values (7, 'slack:learner:t/a', 2);
insert into skip_votes (question, learner) values (7, 'slack:learner:t/a');
insert into lessons_seen (learner, lesson, at) values ('slack:learner:t/a', 'vector', '2026-11-24Z');
insert into lesson_reports (workspace, learner, lesson, version, clear, text, at)
  values ('slack:place:t', 'slack:learner:t/a', 'vector', '1', false, 'the “norm”', '2026-11-24Z');
insert into kept_texts (key, workspace, text, used_at) values ('k', 'slack:place:t', 'some text', '2026-11-24Z');
insert into latest_vectors (place, vectors, at) values ('slack:place:t/c', '1,2 3,4', '2026-11-24Z');
insert into installations values ('slack:place:t', 'slack', 'U1', '2026-11-24Z', 's1.key.content');
insert into visitors (learner, change, seen_at) values ('web:learner:a', 1795478400001, '2026-11-24Z');
insert into exchanges (learner, id, added, change, asked, html, pictures, has_file, at)
  values ('web:learner:a', 'x1', 1795478400000, 1795478400001, '√2', '<p>1.41</p>', '{"k": {"at": [0.1]}}', false, '2026-11-24Z');
create schema drizzle;
create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
insert into drizzle.__drizzle_migrations (hash, created_at) select 'h' || n, n from generate_series(1, 8) as n;
