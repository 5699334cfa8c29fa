CREATE TABLE "installations" (
  "workspace" text PRIMARY KEY,
  "platform" text NOT NULL,
  "bot" text NOT NULL,
  "installed_at" timestamptz NOT NULL
);
