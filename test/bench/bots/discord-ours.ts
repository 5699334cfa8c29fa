import { assemble } from "../../../src/assemble.ts";
import { now } from "../../../src/clock.ts";
import { openQueue } from "../../../src/jobs/queue.ts";
import { createLog } from "../../../src/log.ts";
import { createDiscord } from "../../../src/platforms/discord/discord.ts";
import { createPosting } from "../../../src/posting.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { botToken } from "../../support/discord/payloads.ts";
import { reportReady } from "./report.ts";

const log = createLog("error");
const { store, database } = await openStore(
  { dataDir: "memory://", databaseUrl: process.argv[3] || undefined },
  now,
);
const jobs = await openQueue(database, { log, now });
const platform = createDiscord({ token: botToken, apiUrl: process.argv[2]!, log });
const posting = createPosting(() => [platform]);
const { tutor, handlers } = assemble({ log, store, jobs, posting });
await jobs.start(handlers);
await platform.start(tutor);
reportReady();
