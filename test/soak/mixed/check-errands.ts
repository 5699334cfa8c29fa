import type { Query } from "../../support/class/books.ts";
import type { Post } from "../../support/class/room.ts";
import { type Checked, isDone, lastWish } from "./check.ts";
import type { Sent } from "./ledger.ts";

/** What was to come later than its answer, and what came. */
export interface Rung {
  readonly due: number;
  readonly rung: number;
}

/** What the database and the platforms say of what takes several steps. */
export interface CheckedErrands extends Checked {
  /** Pairs who were told that they are one person. */
  readonly linked: number;
  readonly reminders: Rung;
  readonly dailies: Rung;
}

/** By the clock, of what `performance.now()` says. */
const atClock = (moment: number): number => performance.timeOrigin + moment;

/** So long after its time a question of the day may come, and a reminder, through kills and troubles, in milliseconds. */
const [latestDaily, latestReminder] = [120_000, 90_000];

/** A clock that jumps may be so far behind, in milliseconds. */
const farthestJump = 45_000;

const everyReminder = 5 * 60_000;

/** When a clock that shows UTC next shows a time. */
const nextAt = (time: string, after: number): number => {
  const [hours, minutes] = time.split(":").map(Number);
  const day = new Date(after).setUTCHours(hours!, minutes!, 0, 0);
  return day > after ? day : day + 24 * 60 * 60_000;
};

const postsFor = ({ room, person }: Sent): readonly Post[] =>
  room.name.includes("direct") ? room.directTo(person) : room.posts();

const linksIn = (all: readonly Sent[], personOf: ReadonlyMap<string, string>) => {
  const links = all.filter(
    ({ what, deed }) =>
      what.startsWith("link to ") && deed.told().some(({ text }) => text.includes("You are one person now")),
  );
  return {
    linked: links.length,
    lost: links.flatMap(({ what, learner, deed }) => {
      const other = what.slice("link to ".length);
      return personOf.get(learner) !== undefined && personOf.get(learner) === personOf.get(other)
        ? []
        : [`${learner} and ${other} are two persons, told was: ${deed.told()[0]?.text.slice(0, 60)}`];
    }),
  };
};

const dailiesIn = (all: readonly Sent[], ended: number) => {
  const set = all.filter(
    ({ what, deed }) =>
      what.startsWith("daily ") &&
      what !== "daily answer" &&
      deed.told().some(({ text }) => text.includes("A question a day")),
  );
  const due = set.filter(({ what, at, answeredAt }) => {
    const rings = nextAt(what.slice("daily ".length), atClock(at));
    return atClock(answeredAt!) < rings - 1_000 && rings + latestDaily < ended;
  });
  const posted = (sent: Sent) =>
    postsFor(sent).filter(({ text }) => text.includes("Question of the day")).length;
  return {
    acknowledged: set.length,
    dailies: { due: due.length, rung: due.filter((sent) => posted(sent) > 0).length },
    lost: due
      .filter((sent) => posted(sent) === 0)
      .map(({ what, learner, room }) => `no question of the day in ${room.name} for ${learner}: ${what}`),
    doubled: set
      .filter((sent) => posted(sent) > 1)
      .map(({ learner, room }) => `${room.name}, ${learner}: the question of the day more than once`),
  };
};

interface Kept {
  readonly remindAt: string | undefined;
  readonly remindedAt: number | undefined;
  /** When the first of their skills is due. */
  readonly dueAt: number | undefined;
}

const remindersIn = (all: readonly Sent[], kept: ReadonlyMap<string, Kept>, begun: number, ended: number) => {
  const wishes = all.filter(({ what }) => what.startsWith("remind "));
  const done = wishes.filter(isDone);
  const firstTick = Math.ceil(begun / everyReminder) * everyReminder;
  const ticks = Array.from({ length: 100 }, (_, n) => firstTick + n * everyReminder);
  const due = done.filter(({ what, learner, answeredAt }) => {
    const { dueAt } = kept.get(learner) ?? {};
    const from = Math.max(atClock(answeredAt!), dueAt ?? Number.POSITIVE_INFINITY) + farthestJump;
    return what !== "remind off" && ticks.some((tick) => from < tick && tick + latestReminder < ended);
  });
  const isReminded = ({ learner }: Sent) => kept.get(learner)?.remindedAt !== undefined;
  return {
    acknowledged: done.length,
    reminders: { due: due.length, rung: due.filter(isReminded).length },
    lost: [
      ...lastWish(
        wishes,
        ({ what }) => what.slice("remind ".length),
        (learner) => kept.get(learner)?.remindAt ?? "off",
      ),
      ...due
        .filter((sent) => !isReminded(sent))
        .map(({ what, learner }) => `${learner} was not reminded: ${what}`),
    ],
    doubled: wishes
      .filter((sent) => postsFor(sent).filter(({ text }) => text.includes("due for review")).length > 1)
      .map(({ learner }) => `${learner} was reminded more than once`),
  };
};

const timeOf = (value: unknown): number | undefined => (value === null ? undefined : Number(value));

/** `begun` and `ended`: the first and the last moment of the trial, by `performance.now()`. */
export const checkErrands = async (
  all: readonly Sent[],
  query: Query,
  begun: number,
  ended: number,
): Promise<CheckedErrands> => {
  const rows = await query(
    `select l.id, l.person, p.settings, p.reminded_at,
      (select min(s.due_at) from skills s where s.person = p.id) as due_at
      from learners l join people p on p.id = l.person`,
  );
  const personOf = new Map(rows.map(({ id, person }) => [String(id), String(person)]));
  const kept = new Map<string, Kept>(
    rows.map(({ id, settings, reminded_at, due_at }) => {
      const { remindAt } = JSON.parse(String(settings)) as { remindAt?: number };
      const time = new Date((remindAt ?? 0) * 60_000).toISOString().slice(11, 16);
      const times = { remindedAt: timeOf(reminded_at), dueAt: timeOf(due_at) };
      return [String(id), { remindAt: remindAt === undefined ? undefined : time, ...times }];
    }),
  );
  const links = linksIn(all, personOf);
  const dailies = dailiesIn(all, atClock(ended));
  const reminders = remindersIn(all, kept, atClock(begun), atClock(ended));
  return {
    acknowledged: links.linked + dailies.acknowledged + reminders.acknowledged,
    lost: [...links.lost, ...dailies.lost, ...reminders.lost],
    doubled: [...dailies.doubled, ...reminders.doubled],
    linked: links.linked,
    reminders: reminders.reminders,
    dailies: dailies.dailies,
  };
};
