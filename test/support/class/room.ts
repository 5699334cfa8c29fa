/** A message that everyone in a room sees, at its latest. */
export interface Post {
  /** As the platform finds it again: what a kept message id says behind its platform. */
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** What came of one press or command. */
export interface Told {
  readonly text: string;
  /** The person who alone sees it; absent where others do, too. */
  readonly onlyFor: string | undefined;
  /** The message, for what can be pressed on it; absent where a form complains. */
  readonly post?: Post;
}

/** Something that one person does, so far unsent. */
export interface Deed {
  /** What the platform calls the event. */
  readonly event: string;
  /** Brings it to the tutor; again, it is the very same event. Rejects where the platform learns that nobody took it. */
  readonly send: () => Promise<void>;
  /** What has come of it by now. */
  readonly told: () => readonly Told[];
  /** Whether the platform brings it once more where nobody took it. */
  readonly isRepeated?: true;
}

/** A button that opens a form. */
export interface Opening {
  readonly send: () => Promise<void>;
  /** Sends the form with this in its field; undefined while it has not opened. */
  readonly submit: (typed: string) => Deed | undefined;
}

/** A channel of a stand-in, with the people in it. */
export interface Room {
  readonly name: string;
  /** The learner's id that the tutor knows a person under. */
  readonly learnerOf: (person: string) => string;
  /** What the tutor posted there for all, oldest first. */
  readonly posts: () => readonly Post[];
  /** What the tutor wrote to one person by direct message. */
  readonly directTo: (person: string) => readonly Post[];
  readonly press: (person: string, label: string, on: Post) => Deed;
  /** Types a command, as in `slash(person, "quiz", "start")`. */
  readonly slash: (person: string, command: string, line: string) => Deed;
  /** Writes to the tutor: by its name, or in a direct message. */
  readonly mention: (person: string, words: string) => Deed;
  readonly open: (person: string, label: string, on: Post) => Opening;
  /** Whether the platform brings messages once more where nobody took them. */
  readonly redelivers: boolean;
  /** Where the platform's limits were broken. */
  readonly violations: readonly string[];
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until something is there, for at most so many milliseconds; then it is undefined. */
export const soon = async <T>(look: () => T | undefined, patience: number): Promise<T | undefined> => {
  for (const begin = performance.now(); ; await pause(30)) {
    const found = look();
    if (found !== undefined || performance.now() - begin > patience) return found;
  }
};

/** Does something and reads what comes of it, within `patience` milliseconds; empty when nothing comes. */
export const does = async (deed: Deed, patience = 60_000): Promise<readonly Told[]> => {
  // An event that the platform could not hand over has no answer; that is what the empty list tells.
  await deed.send().catch(() => undefined);
  return (await soon(() => (deed.told().length > 0 ? deed.told() : undefined), patience)) ?? [];
};

/** Does something as often as a person would until an answer comes: on a busy machine one may be given up. */
export const doAgain = async (deed: () => Deed): Promise<Told> => {
  for (let times = 0; times < 5; times += 1) {
    const [told] = await does(deed());
    if (told !== undefined) return told;
  }
  throw new Error("No answer came");
};

/** Does something of which an answer must come. */
export const mustDo = async (deed: Deed, patience = 60_000): Promise<Told> => {
  const [told] = await does(deed, patience);
  if (told === undefined) throw new Error("No answer came");
  return told;
};
