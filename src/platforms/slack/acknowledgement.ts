import type { App } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { Meters } from "../../meters.ts";
import { beginRequest } from "../../request.ts";
import { tellError } from "./bolt-log.ts";

/**
 * Has each event worked at as a request of its own, and measures how long Slack waits for its acknowledgement. All that
 * Slack sends is acknowledged, also what nobody here listens for and what Bolt cannot read: Slack would send it again,
 * and tell the learner that the app does not answer.
 */
export const watchEvents = (app: App, { acknowledged }: Meters, log: Log): void => {
  const handle = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const since = performance.now();
    let isAcknowledged = false;
    const ack: typeof event.ack = async (...answer) => {
      if (isAcknowledged) return;
      isAcknowledged = true;
      await event.ack(...answer);
      acknowledged("slack", (performance.now() - since) / 1000);
    };
    return beginRequest(async () => {
      try {
        await handle({ ...event, ack });
      } catch (error) {
        log.warn(tellError(error), "Slack: something came that could not be read");
      }
      await ack();
    });
  };
};
