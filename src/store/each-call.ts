import type { Store } from "./store.ts";

type Calls = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** Does a call of the store, such as "learners.find". */
export type Doing = (name: string, call: () => Promise<unknown>) => Promise<unknown>;

/** A store each call of which is done by `doing`. */
export const eachCall = (store: Store, doing: Doing): Store => {
  const through = <P extends object>(port: string, calls: P): P =>
    Object.fromEntries(
      Object.entries(calls as unknown as Calls).map(([name, call]) => [
        name,
        (...args: never[]) => doing(`${port}.${name}`, () => call(...args)),
      ]),
    ) as unknown as P;
  return {
    replies: through("replies", store.replies),
    lessons: through("lessons", store.lessons),
    learners: through("learners", store.learners),
    questions: through("questions", store.questions),
    quizzes: through("quizzes", store.quizzes),
    installations: through("installations", store.installations),
    conversations: through("conversations", store.conversations),
    close: store.close,
  };
};
