-- What learners, places and workspaces asked for in the last minute, counted by all processes together. It is lost
-- without harm when the server stops, so it is not written to the log.
CREATE UNLOGGED TABLE "limits" (
  "key" varchar(255) PRIMARY KEY,
  "points" integer NOT NULL DEFAULT 0,
  "expire" bigint
);
