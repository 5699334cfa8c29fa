CREATE TABLE "kept_texts" (
  "key" text PRIMARY KEY,
  "text" text NOT NULL,
  "used_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX "kept_texts_used_at" ON "kept_texts" ("used_at");
--> statement-breakpoint
CREATE TABLE "latest_vectors" (
  "place" text PRIMARY KEY,
  "vectors" text NOT NULL,
  "at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lessons_seen" (
  "learner" text NOT NULL,
  "lesson" text NOT NULL,
  "at" timestamptz NOT NULL,
  PRIMARY KEY ("learner", "lesson")
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE INDEX "lesson_reports_latest" ON "lesson_reports" ("workspace", "at");
