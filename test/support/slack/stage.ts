import type { Tutor } from "../../../src/commands/tutor.ts";
import { createLog } from "../../../src/log.ts";
import { createSlack } from "../../../src/platforms/slack/slack.ts";
import { byHttp, bySocket, type Delivery, signingSecret } from "./deliver.ts";
import { createLearner, type Learner } from "./learner.ts";
import { appToken, botToken, openSlack, type SlackServer } from "./server.ts";

export const modes = ["socket", "http"] as const;

export type Mode = (typeof modes)[number];

/** A workspace, the tutor in it, and a learner. */
export interface Stage {
  readonly server: SlackServer;
  readonly learner: Learner;
  readonly delivery: Delivery;
  /** Where Slack's requests go, in the mode "http". */
  readonly url: string | undefined;
  /** All that was logged. */
  readonly logged: readonly string[];
  readonly anotherLearner: (person: string) => Learner;
  readonly stopTutor: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openStage = async (mode: Mode, tutor: Tutor, level = "info"): Promise<Stage> => {
  const server = await openSlack();
  const logged: string[] = [];
  const log = createLog(level, { write: (line) => logged.push(line) });
  const slack = createSlack({
    botToken,
    ...(mode === "socket" ? { appToken } : { signingSecret }),
    apiUrl: server.apiUrl,
    log,
  });
  await slack.start(tutor);
  const http = slack.web === undefined ? undefined : await byHttp(slack.web.listener);
  const delivery = http ?? bySocket(server);
  return {
    server,
    delivery,
    learner: createLearner(server, delivery),
    anotherLearner: (person) => createLearner(server, delivery, { person }),
    url: http?.url,
    logged,
    stopTutor: slack.stop,
    close: async () => {
      await slack.stop();
      await delivery.close();
      await server.close();
    },
  };
};
