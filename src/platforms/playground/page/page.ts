import type { Tutor } from "../../../commands/tutor.ts";
import type { Log } from "../../../log.ts";
import { createInFlight } from "../../in-flight.ts";
import type { Platform } from "../../platform.ts";
import { createConversations } from "./conversations.ts";
import { createRoutes } from "./routes.ts";

export interface PageSettings {
  /** Names, besides localhost, under which the page may be opened. */
  readonly hosts?: readonly string[];
  readonly log: Log;
}

/** How long a stop waits for answers that are under way. */
const patience = 5_000;

/** The tutor on a local page: a chat for one person, without any token. */
export const createPage = ({ hosts = [], log }: PageSettings): Platform => {
  const conversations = createConversations();
  const inFlight = createInFlight();
  let tutor: Tutor | undefined;
  const listener = createRoutes({ tutor: () => tutor, conversations, hosts, track: inFlight.track, log });
  return {
    name: "web",
    start: async (given) => {
      tutor = given;
    },
    stop: async () => {
      await inFlight.settled(patience);
      tutor = undefined;
      conversations.close();
    },
    web: { path: "/", listener },
  };
};
