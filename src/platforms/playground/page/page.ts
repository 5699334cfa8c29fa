import type { Tutor } from "../../../commands/tutor.ts";
import type { Log } from "../../../log.ts";
import { type Meters, noMeters } from "../../../meters.ts";
import { createInFlight } from "../../in-flight.ts";
import type { Platform } from "../../platform.ts";
import { createConversations } from "./conversations.ts";
import { createPosting } from "./posting.ts";
import { createRoutes } from "./routes.ts";

export interface PageSettings {
  /** Names, besides localhost, under which the page may be opened. */
  readonly hosts?: readonly string[];
  readonly log: Log;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
}

/** How long a stop waits for answers that are under way. */
const patience = 5_000;

/** The tutor on a local page: a chat for one person, without any token. */
export const createPage = ({ hosts = [], log, meters = noMeters }: PageSettings): Platform => {
  // Fewer than one change a millisecond: a process that starts later counts on from a higher number.
  const conversations = createConversations(Math.floor(performance.timeOrigin));
  const inFlight = createInFlight();
  let running: Tutor | undefined;
  let isStopping = false;
  const tutor = () => running;
  return {
    name: "web",
    start: async (given) => {
      running = given;
    },
    stop: async () => {
      isStopping = true;
      await inFlight.settled(patience);
      running = undefined;
      conversations.close();
    },
    ...createPosting({ tutor, conversations }),
    web: {
      path: "/",
      listener: createRoutes({
        tutor,
        isStopping: () => isStopping,
        conversations,
        hosts,
        track: inFlight.track,
        log,
        meters,
      }),
    },
  };
};
