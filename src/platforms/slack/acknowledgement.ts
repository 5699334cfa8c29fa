import type { App } from "@slack/bolt";
import type { Meters } from "../../meters.ts";
import { beginRequest } from "../../request.ts";

/** Has each event worked at as a request of its own, and measures how long Slack waits for its acknowledgement. */
export const watchEvents = (app: App, { acknowledged }: Meters): void => {
  const handle = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const since = performance.now();
    let isFirst = true;
    const ack: typeof event.ack = async (...answer) => {
      await event.ack(...answer);
      if (isFirst) acknowledged("slack", (performance.now() - since) / 1000);
      isFirst = false;
    };
    return beginRequest(() => handle({ ...event, ack }));
  };
};
