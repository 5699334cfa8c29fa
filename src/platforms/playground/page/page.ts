import type { Tutor } from "../../../commands/tutor.ts";
import { type Proxies, parseProxies, usualProxies } from "../../../config/proxies.ts";
import type { Log } from "../../../log.ts";
import { type Meters, noMeters } from "../../../meters.ts";
import { createInFlight } from "../../in-flight.ts";
import type { Platform } from "../../platform.ts";
import type { Door } from "./door.ts";
import { createPosting } from "./posting.ts";
import { createRoutes } from "./routes.ts";
import { createTabs } from "./tabs.ts";

export interface PageSettings {
  /** Names, besides localhost, under which the page may be opened. */
  readonly hosts?: readonly string[];
  /** Who may come in; absent, whoever reaches the page. */
  readonly door?: Door;
  /** What whoever runs this tutor logs in with; absent, nobody is an administrator here. */
  readonly adminToken?: string | undefined;
  /** What stands before the page and tells who asks; absent, what this machine has. */
  readonly proxies?: Proxies;
  /** The present moment, in milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
}

const ownProxies = parseProxies(usualProxies)!;

/** How long a stop waits for answers that are under way. */
const patience = 5_000;

/**
 * The tutor on a local page: a chat for one person, without any token. A process that does not serve it can post to it
 * all the same, as what is said there is kept in the store.
 */
export const createPage = ({
  hosts = [],
  door = { kind: "open" },
  adminToken,
  proxies = ownProxies,
  now,
  log,
  meters = noMeters,
}: PageSettings): Platform => {
  const inFlight = createInFlight();
  let running: Tutor | undefined;
  let isStopping = false;
  const tutor = () => running;
  const tabs = createTabs({ conversations: () => running?.conversations, log });
  return {
    name: "web",
    start: async (given) => {
      running = given;
    },
    stop: async () => {
      isStopping = true;
      await inFlight.settled(patience);
      running = undefined;
      tabs.close();
    },
    ...createPosting({ tutor, tabs }),
    web: {
      path: "/",
      listener: createRoutes({
        tutor,
        isStopping: () => isStopping,
        tabs,
        hosts,
        door,
        adminToken,
        proxies,
        now,
        track: inFlight.track,
        log,
        meters,
      }),
    },
  };
};
