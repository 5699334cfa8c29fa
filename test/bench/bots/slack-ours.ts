import { createTutor } from "../../../src/commands/create-tutor.ts";
import { createLog } from "../../../src/log.ts";
import { createSlack } from "../../../src/platforms/slack/slack.ts";
import { appToken, botToken } from "../../support/slack/server.ts";
import { shortStore } from "../../support/tutor.ts";
import { reportReady } from "./report.ts";

const log = createLog("error");
await createSlack({ botToken, appToken, apiUrl: process.argv[2]!, log }).start(
  createTutor({ log, store: shortStore() }),
);
reportReady();
