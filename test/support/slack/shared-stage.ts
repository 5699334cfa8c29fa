import type { Tutor } from "../../../src/commands/tutor.ts";
import { createLog } from "../../../src/log.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { createSlack } from "../../../src/platforms/slack/slack.ts";
import { readSecretKey, type SecretKey } from "../../../src/seal.ts";
import { noteAnswers } from "../answers.ts";
import { storeOpened } from "../tutor.ts";
import { createBrowser } from "./browser.ts";
import { byHttp, bySocket, type Delivery, signingSecret } from "./deliver.ts";
import { createLearner, type Learner } from "./learner.ts";
import { clientId, clientSecret } from "./oauth.ts";
import { appToken, openSlack, type SlackServer } from "./server.ts";
import { type Mode, messagesOf } from "./stage.ts";

export const secretKey = (n: number): SecretKey => readSecretKey(Buffer.alloc(32, n).toString("hex"))!;

/** Slack with two workspaces, in which nothing is installed yet; ids of channels and persons are the same in both. */
export interface SharedStage {
  readonly one: SlackServer;
  readonly other: SlackServer;
  readonly slack: Platform;
  readonly delivery: Delivery;
  /** The address of this process. */
  readonly url: string;
  readonly browser: (languages?: string) => ReturnType<typeof createBrowser>;
  /** Installs the app; resolves to the page at the end. */
  readonly install: (
    where: SlackServer,
    languages?: string,
  ) => Promise<{ readonly status: number; readonly text: string }>;
  readonly learnerIn: (where: SlackServer, person?: string) => Learner;
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
}

export interface SharedSettings {
  readonly level?: string;
  readonly keys?: readonly [SecretKey, ...SecretKey[]];
  /** Slack as another process left it. */
  readonly server?: SlackServer;
}

export const otherIds = { team: "T02OTHER", bot: "B02BOT", botUser: "U02BOT" };

export const openSharedStage = async (
  mode: Mode,
  tutor: Tutor,
  { level = "info", keys = [secretKey(1)], server }: SharedSettings = {},
): Promise<SharedStage> => {
  await storeOpened(tutor);
  const one = server ?? (await openSlack());
  // Here, each workspace installs the app for itself.
  if (server === undefined) one.oauth.tokens.clear();
  const other = one.another(otherIds);
  const logged: string[] = [];
  const log = createLog(level, { write: (line) => logged.push(line) });
  const { tutor: noted, awaited } = noteAnswers(tutor, messagesOf);
  const slack = createSlack({
    ...(mode === "socket" ? { appToken } : { signingSecret }),
    apiUrl: one.apiUrl,
    installing: { clientId, clientSecret, publicUrl: "https://tutor.example.org", secretKeys: keys },
    log,
  });
  await slack.start(noted);
  const http = await byHttp(slack.web!.listener);
  const delivery = mode === "socket" ? bySocket(one) : http;
  const url = new URL(http.url).origin;
  const browser = (languages?: string) => createBrowser(url, languages);
  return {
    one,
    other,
    slack,
    delivery,
    url,
    browser,
    install: async (where, languages) => {
      const person = browser(languages);
      const asked = await person.begin();
      return person.open(one.oauth.allow(asked, where.workspace));
    },
    learnerIn: (where, person = "U01ADA") => createLearner(where, delivery, { person, awaited }),
    logged,
    close: async () => {
      await slack.stop();
      await http.close();
      if (server === undefined) await one.close();
    },
  };
};
