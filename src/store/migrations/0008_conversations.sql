CREATE TABLE "visitors" (
  "learner" text PRIMARY KEY,
  "platform" text NOT NULL GENERATED ALWAYS AS (split_part("learner", ':', 1)) STORED,
  "workspace" text NOT NULL GENERATED ALWAYS AS ("home_of"("learner")) STORED,
  "change" bigint NOT NULL,
  "seen_at" timestamptz NOT NULL
);
--> statement-breakpoint
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
