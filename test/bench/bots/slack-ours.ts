import { assemble } from "../../../src/assemble.ts";
import { now } from "../../../src/clock.ts";
import { openQueue } from "../../../src/jobs/queue.ts";
import { createLog } from "../../../src/log.ts";
import { createSlack } from "../../../src/platforms/slack/slack.ts";
import { createPosting } from "../../../src/posting.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { appToken, botToken } from "../../support/slack/server.ts";
import { reportReady } from "./report.ts";

const log = createLog("error");
const { store, database } = await openStore(
  { dataDir: "memory://", databaseUrl: process.argv[3] || undefined },
  now,
);
const jobs = await openQueue(database, { log, now });
const platform = createSlack({ botToken, appToken, apiUrl: process.argv[2]!, log });
const posting = createPosting(() => [platform]);
const { tutor, handlers } = assemble({ log, store, jobs, posting });
await jobs.start(handlers);
await platform.start(tutor);
reportReady();
