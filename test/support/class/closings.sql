CREATE TABLE "closings" ("question" bigint NOT NULL, "at" timestamptz NOT NULL DEFAULT clock_timestamp());
--
CREATE FUNCTION "note_closing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."closed_at" IS DISTINCT FROM OLD."closed_at" THEN
    INSERT INTO "closings" ("question") VALUES (NEW."id");
  END IF;
  RETURN NEW;
END $$;
--
CREATE TRIGGER "note_closing" AFTER UPDATE ON "questions" FOR EACH ROW EXECUTE FUNCTION "note_closing"();
