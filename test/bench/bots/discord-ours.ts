import { now } from "../../../src/clock.ts";
import { createTutor } from "../../../src/commands/create-tutor.ts";
import { createLog } from "../../../src/log.ts";
import { createDiscord } from "../../../src/platforms/discord/discord.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { botToken } from "../../support/discord/payloads.ts";
import { reportReady } from "./report.ts";

const log = createLog("error");
await createDiscord({ token: botToken, apiUrl: process.argv[2]!, log }).start(
  createTutor({ log, store: (await openStore({ dataDir: "memory://" }, now)).store }),
);
reportReady();
