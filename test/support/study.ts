import type { KeptQuestion } from "../../src/store/questions.ts";
import type { Store } from "../../src/store/store.ts";
import { labelOf } from "../../src/tutor/answer.ts";
import { questionOfKept } from "../../src/tutor/kinds.ts";
import type { Question } from "../../src/tutor/question.ts";
import { type Clock, createClock } from "./clock.ts";
import { openEmpty } from "./store.ts";
import type { OpenSurface, Read, Surface } from "./surfaces.ts";
import { openStudy, type Study } from "./tutor.ts";

/** A question as it was posed last, and what to press and to type. */
export interface Posed {
  readonly kept: KeptQuestion;
  readonly question: Question;
  readonly right: string;
  /** The options that are wrong and that one slip explains. */
  readonly slips: readonly { readonly label: string; readonly title: string }[];
  readonly wrong: string;
}

/** Ids are given out in turn; where one was refused there is a gap. */
const widestGap = 5;

/** The question that was posed last, whoever it was for. */
export const latestPosed = async ({ questions }: Store): Promise<Posed> => {
  let kept: KeptQuestion | undefined;
  for (let id = 1; id <= (kept?.id ?? 0) + widestGap; id += 1) kept = (await questions.find(id)) ?? kept;
  const question = questionOfKept(kept!);
  const wrong = question.options.filter((option) => !option.right);
  return {
    kept: kept!,
    question,
    right: question.options.find((option) => option.right)!.label,
    wrong: wrong[0]!.label,
    slips: wrong
      .filter(({ slips }) => slips.length === 1)
      .map(({ label, slips: [name] }) => ({
        label,
        title: question.slips.find((slip) => slip.name === name)!.title,
      })),
  };
};

/** The right answer as it may be typed. */
export const typedRight = ({ right, rounding }: Question): string => labelOf(right, rounding);

/** A surface whose tutor has a queue, and a clock that is put forward by hand. */
export interface StudySurface extends Study {
  readonly surface: Surface;
  readonly clock: Clock;
  /** Puts the clock forward, with the quizzes moving on, until a post holds the words. */
  readonly untilPosted: (words: string, but?: string) => Promise<Read>;
}

/** How far the clock is put forward for a post, and how long a busy machine may take for it, in milliseconds. */
const [furthest, patience] = [160_000, 60_000];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const openStudySurface = async (open: OpenSurface): Promise<StudySurface> => {
  const clock = createClock();
  const study = await openStudy({ opened: await openEmpty(clock.now), now: clock.now });
  const surface = await open(study.tutor, study.platforms);
  return {
    ...study,
    surface,
    clock,
    untilPosted: async (words, but) => {
      for (const begin = performance.now(), latest = clock.now().getTime() + furthest; ; ) {
        const found = (await surface.posts()).findLast(
          ({ text }) => text.includes(words) && (but === undefined || !text.includes(but)),
        );
        if (found !== undefined) return found;
        if (performance.now() - begin > patience) break;
        if (clock.now().getTime() < latest) clock.later(4);
        await study.quizMaster.recover();
        await pause(20);
      }
      const all = (await surface.posts()).map(({ text }) => text);
      throw new Error(`“${words}” was not posted, but:\n${all.join("\n---\n")}`);
    },
    close: async () => {
      await surface.close();
      await study.close();
    },
  };
};
