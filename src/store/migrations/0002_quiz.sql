CREATE TABLE "people" (
  "id" text PRIMARY KEY,
  "settings" jsonb NOT NULL DEFAULT '{}',
  "reminded_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "learners" (
  "id" text PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "person" text NOT NULL REFERENCES "people" ON DELETE CASCADE,
  "name" text,
  "met_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX "learners_person" ON "learners" ("person");
--> statement-breakpoint
CREATE TABLE "link_codes" (
  "code" text PRIMARY KEY,
  "learner" text NOT NULL REFERENCES "learners" ON DELETE CASCADE,
  "expires_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ranked" (
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "learner" text NOT NULL REFERENCES "learners" ON DELETE CASCADE,
  PRIMARY KEY ("workspace", "learner")
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX "skills_due" ON "skills" ("due_at");
--> statement-breakpoint
CREATE TABLE "places" (
  "id" text PRIMARY KEY,
  "platform" text NOT NULL,
  "workspace" text NOT NULL,
  "settings" jsonb NOT NULL
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE UNIQUE INDEX "quizzes_one_at_a_time" ON "quizzes" ("place") WHERE "state" <> 'ended';
--> statement-breakpoint
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
--> statement-breakpoint
CREATE UNIQUE INDEX "questions_of_quiz" ON "questions" ("quiz", "number");
--> statement-breakpoint
CREATE UNIQUE INDEX "questions_of_day" ON "questions" ("place", "day");
--> statement-breakpoint
CREATE INDEX "questions_of_learner" ON "questions" ("learner") WHERE "learner" IS NOT NULL;
--> statement-breakpoint
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
--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_of_event" ON "attempts" ("event");
--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_of_learner" ON "attempts" ("question", "learner");
--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_first" ON "attempts" ("question") WHERE "first";
--> statement-breakpoint
CREATE INDEX "attempts_by_learner" ON "attempts" ("learner", "at");
--> statement-breakpoint
CREATE INDEX "attempts_by_workspace" ON "attempts" ("workspace", "at");
--> statement-breakpoint
CREATE TABLE "hints" (
  "question" bigint NOT NULL REFERENCES "questions" ON DELETE CASCADE,
  "learner" text NOT NULL,
  "count" integer NOT NULL,
  PRIMARY KEY ("question", "learner")
);
--> statement-breakpoint
CREATE TABLE "skip_votes" (
  "question" bigint NOT NULL REFERENCES "questions" ON DELETE CASCADE,
  "learner" text NOT NULL,
  PRIMARY KEY ("question", "learner")
);
--> statement-breakpoint
CREATE VIEW "scores" AS
  SELECT q."quiz", a."learner", sum(a."points")::integer AS "points",
    (count(*) FILTER (WHERE a."outcome" = 'right'))::integer AS "right", count(*)::integer AS "answered"
  FROM "attempts" a JOIN "questions" q ON q."id" = a."question"
  WHERE q."quiz" IS NOT NULL
  GROUP BY q."quiz", a."learner";
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TRIGGER "attempt_needs_open_question" BEFORE INSERT ON "attempts"
  FOR EACH ROW EXECUTE FUNCTION "attempt_needs_open_question"();
--> statement-breakpoint
CREATE FUNCTION "question_closes_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."closed_at" IS NOT NULL AND NEW."closed_at" IS DISTINCT FROM OLD."closed_at" THEN
    RAISE EXCEPTION 'question % is closed already', OLD."id" USING ERRCODE = 'QC002';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "question_closes_once" BEFORE UPDATE ON "questions"
  FOR EACH ROW EXECUTE FUNCTION "question_closes_once"();
