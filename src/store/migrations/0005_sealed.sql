-- What the bot shows in a workspace to prove who it is, readable only with the key of whoever runs the tutor.
ALTER TABLE "installations" ADD COLUMN "sealed" text;
