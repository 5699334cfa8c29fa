import { lazily } from "../lazily.ts";
import type { Store } from "./store.ts";

const ports = [
  "replies",
  "lessons",
  "learners",
  "questions",
  "quizzes",
  "installations",
  "conversations",
] as const;

type Port = (typeof ports)[number];

type Calls = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** What asks for settings, and what an answer is while none are kept. */
const withoutSettings: Readonly<Record<string, (...asked: unknown[]) => unknown>> = {
  "learners.settingsOf": () => ({}),
  "learners.settingsIn": (_, places) => ({ own: {}, places: (places as readonly unknown[]).map(() => ({})) }),
};

/** After these calls, settings may be kept. */
const keepsSettings = new Set(["learners.change", "learners.link", "quizzes.changePlace"]);

/**
 * A store that opens when it is first needed: a question in a terminal that needs none does not wait for one. With
 * `isEmpty`, it is known to begin with nothing in it, so that nobody waits to be told that no settings are kept.
 */
export const createLazyStore = (
  open: () => Promise<Store>,
  { isEmpty = false }: { readonly isEmpty?: boolean } = {},
): Store => {
  let [isOpen, hasSettings] = [false, !isEmpty];
  const opened = lazily(() => {
    isOpen = true;
    return open();
  });
  const portOf = (port: Port) =>
    new Proxy({} as Calls, {
      get:
        (_, name) =>
        async (...args: unknown[]) => {
          const call = `${port}.${String(name)}`;
          const answer = withoutSettings[call];
          if (answer !== undefined && !hasSettings) return answer(...args);
          hasSettings ||= keepsSettings.has(call);
          return ((await opened())[port] as unknown as Calls)[String(name)]!(...args);
        },
    });
  return {
    ...(Object.fromEntries(ports.map((port) => [port, portOf(port)])) as unknown as Omit<Store, "close">),
    close: async () => {
      if (isOpen) await (await opened()).close();
    },
  };
};
