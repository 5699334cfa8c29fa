import { now } from "../../../src/clock.ts";
import { createTutor } from "../../../src/commands/create-tutor.ts";
import { createLog } from "../../../src/log.ts";
import { createSlack } from "../../../src/platforms/slack/slack.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { appToken, botToken } from "../../support/slack/server.ts";
import { reportReady } from "./report.ts";

const log = createLog("error");
await createSlack({ botToken, appToken, apiUrl: process.argv[2]!, log }).start(
  createTutor({ log, store: (await openStore({ dataDir: "memory://" }, now)).store }),
);
reportReady();
