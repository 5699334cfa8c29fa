-- Whose a row is follows from the ids in it, so no row can say otherwise.
CREATE FUNCTION "home_of"("learner" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE split_part("learner", ':', 1)
    WHEN 'slack' THEN 'slack:place:' || split_part(split_part("learner", ':', 3), '/', 1)
    WHEN 'discord' THEN 'discord:place:direct'
    WHEN 'terminal' THEN 'terminal:place:here'
    ELSE 'web:place:page'
  END
$$;
--> statement-breakpoint
ALTER TABLE "people"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("id", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("id")) STORED;
--> statement-breakpoint
ALTER TABLE "link_codes"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED;
--> statement-breakpoint
ALTER TABLE "lessons_seen"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED;
--> statement-breakpoint
ALTER TABLE "lesson_reports"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("workspace", ':', 1)) STORED;
--> statement-breakpoint
ALTER TABLE "latest_vectors"
  ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("place", ':', 1)) STORED,
  ADD COLUMN "workspace" text NOT NULL GENERATED ALWAYS AS (split_part("place", '/', 1)) STORED;
--> statement-breakpoint
ALTER TABLE "hints" ADD COLUMN "platform" text, ADD COLUMN "workspace" text;
--> statement-breakpoint
ALTER TABLE "skip_votes" ADD COLUMN "platform" text, ADD COLUMN "workspace" text;
--> statement-breakpoint
UPDATE "hints" SET ("platform", "workspace") =
  (SELECT q."platform", q."workspace" FROM "questions" q WHERE q."id" = "hints"."question");
--> statement-breakpoint
UPDATE "skip_votes" SET ("platform", "workspace") =
  (SELECT q."platform", q."workspace" FROM "questions" q WHERE q."id" = "skip_votes"."question");
--> statement-breakpoint
ALTER TABLE "hints" ALTER COLUMN "platform" SET NOT NULL, ALTER COLUMN "workspace" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "skip_votes" ALTER COLUMN "platform" SET NOT NULL, ALTER COLUMN "workspace" SET NOT NULL;
--> statement-breakpoint
-- What belongs to a question belongs where the question does.
CREATE FUNCTION "belongs_with_question"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "platform", "workspace" INTO NEW."platform", NEW."workspace"
    FROM "questions" WHERE "id" = NEW."question";
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "hint_belongs_with_question" BEFORE INSERT ON "hints"
  FOR EACH ROW EXECUTE FUNCTION "belongs_with_question"();
--> statement-breakpoint
CREATE TRIGGER "skip_vote_belongs_with_question" BEFORE INSERT ON "skip_votes"
  FOR EACH ROW EXECUTE FUNCTION "belongs_with_question"();
