-- What was kept before it was noted for whom is nobody's that is known; it is forgotten in time like the rest.
ALTER TABLE "kept_texts" ADD COLUMN "workspace" text NOT NULL DEFAULT 'unknown';
--> statement-breakpoint
ALTER TABLE "kept_texts" ADD COLUMN "platform" text NOT NULL GENERATED ALWAYS AS (split_part("workspace", ':', 1)) STORED;
--> statement-breakpoint
ALTER TABLE "kept_texts" DROP CONSTRAINT "kept_texts_pkey";
--> statement-breakpoint
ALTER TABLE "kept_texts" ADD PRIMARY KEY ("key", "workspace");
