import { lazily } from "../lazily.ts";
import type { Store } from "./store.ts";

const ports = ["replies", "lessons", "learners", "questions", "quizzes", "installations"] as const;

type Calls = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** A store that opens when it is first needed: a question in a terminal that needs none does not wait for one. */
export const createLazyStore = (open: () => Promise<Store>): Store => {
  let isOpen = false;
  const opened = lazily(() => {
    isOpen = true;
    return open();
  });
  const portOf = (port: (typeof ports)[number]) =>
    new Proxy({} as Calls, {
      get:
        (_, name) =>
        async (...args: unknown[]) =>
          ((await opened())[port] as unknown as Calls)[String(name)]!(...args),
    });
  return {
    ...(Object.fromEntries(ports.map((port) => [port, portOf(port)])) as unknown as Omit<Store, "close">),
    close: async () => {
      if (isOpen) await (await opened()).close();
    },
  };
};
