import type { Tutor } from "../../../src/commands/tutor.ts";
import { createLog } from "../../../src/log.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { renderReply } from "../../../src/platforms/slack/render.ts";
import { createSlack } from "../../../src/platforms/slack/slack.ts";
import type { Reply } from "../../../src/reply/reply.ts";
import { noteAnswers } from "../answers.ts";
import { storeOpened } from "../tutor.ts";
import { byHttp, bySocket, type Delivery, signingSecret, sometimesTwice } from "./deliver.ts";
import { createLearner, type Learner } from "./learner.ts";
import { appToken, botToken, openSlack, type SlackServer } from "./server.ts";

export const modes = ["socket", "http"] as const;

export type Mode = (typeof modes)[number];

/** How many messages an answer is. A file goes by itself, if it may. */
export const messagesOf = (reply: Reply, { codes }: Tutor): number => {
  const [first, ...rest] = reply.blocks.filter(({ kind }) => kind !== "file");
  return first === undefined ? 1 : renderReply({ ...reply, blocks: [first, ...rest] }, codes).length;
};

/** A workspace, the tutor in it, and a learner. */
export interface Stage {
  readonly server: SlackServer;
  readonly learner: Learner;
  readonly delivery: Delivery;
  /** Where Slack's requests go, in the mode "http". */
  readonly url: string | undefined;
  /** All that was logged. */
  readonly logged: string[];
  readonly anotherLearner: (person: string, name?: string) => Learner;
  readonly slack: Platform;
  readonly stopTutor: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `twice` is the share of what happens that is delivered a second time; `beside`: in the same workspace as another. */
export const openStage = async (
  mode: Mode,
  tutor: Tutor,
  level = "info",
  { twice = 0, beside }: { readonly twice?: number; readonly beside?: Stage } = {},
): Promise<Stage> => {
  await storeOpened(tutor);
  const { tutor: noted, awaited } = noteAnswers(tutor, messagesOf);
  const server = beside?.server ?? (await openSlack());
  const logged: string[] = [];
  const log = createLog(level, { write: (line) => logged.push(line) });
  const slack = createSlack({
    botToken,
    ...(mode === "socket" ? { appToken } : { signingSecret }),
    apiUrl: server.apiUrl,
    log,
  });
  await slack.start(noted);
  const http = slack.web === undefined ? undefined : await byHttp(slack.web.listener);
  const delivery = sometimesTwice(http ?? bySocket(server), twice);
  return {
    server,
    delivery,
    learner: createLearner(server, delivery, { awaited }),
    anotherLearner: (person, name = "ada") => createLearner(server, delivery, { person, name, awaited }),
    slack,
    url: http?.url,
    logged,
    stopTutor: slack.stop,
    close: async () => {
      await slack.stop();
      await delivery.close();
      if (beside === undefined) await server.close();
    },
  };
};
