import { currentLanguage } from "../language.ts";
import { readNames } from "../math/read-formula.ts";
import type { Vector } from "../math/vector.ts";
import { textToPlain } from "../reply/plain-text.ts";
import {
  type Block,
  type Call,
  type Choice,
  type ChoicesBlock,
  choices,
  paragraph,
  type Reply,
} from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import type { Lesson } from "../tutor/lesson.ts";
import { lessonNamed } from "../tutor/lessons.ts";
import { lessonPicture } from "./pictures/lesson.ts";
import { article } from "./source.ts";
import { vectorToText } from "./vector.ts";
import { namesFor, showParts, showWords } from "./words.ts";

/** What of a lesson is shown. */
export const lessonParts = ["lesson", "more", "answer"] as const;

export type LessonPart = (typeof lessonParts)[number];

/** The vectors at hand, and what the lesson's example comes to with them. */
export interface Example {
  readonly vectors: readonly Vector[];
  /** The vectors as the learner gave them; absent when they are the lesson's own. */
  readonly given?: string;
  /** What one types for it. */
  readonly typed: string;
  readonly reply: Reply;
  /** The same matter on real words; absent where the lesson has none, or no words can be read. */
  readonly onWords?: { readonly typed: string; readonly reply: Reply };
}

/** A lesson with its example worked out, or what stands behind one of its buttons. */
export const showLesson = (
  { name }: Lesson,
  part: LessonPart,
  example: Example,
  neighbours: { readonly before: readonly Lesson[]; readonly next: readonly Lesson[] },
): Reply => {
  const lesson = lessonNamed(name, currentLanguage())!;
  const names = () => readNames(lesson.where, namesFor(example.vectors));
  const again = (other: LessonPart, label: string): Choice => ({
    label,
    does: callFor(lesson, example.given, other),
  });
  const { question, answer } = lesson.check;
  const body: Readonly<Record<LessonPart, () => readonly Block[]>> = {
    lesson: () => [
      ...showParts(lesson.body, namesFor(example.vectors)),
      ...showExample(example),
      ...pictureOf(lesson, example),
      ...showOnWords(example),
      paragraph([
        ...sayParts("<strong>Check yourself. </strong>", {}),
        ...spans(showWords(question, names())),
      ]),
      choices(say("What next?"), [
        again("more", say("Tell me more")),
        again("answer", say("Show the answer")),
        { label: say("With my own vectors…"), does: callFor(lesson, exampleOf(example)), asks: "vectors" },
      ]),
    ],
    more: () => [
      ...showParts(lesson.more, namesFor(example.vectors)),
      choices(say("What next?"), [
        again("lesson", say("Back to the lesson")),
        again("answer", say("Show the answer")),
      ]),
    ],
    answer: () => [
      paragraph([...sayParts("<strong>Question. </strong>", {}), ...spans(showWords(question, names()))]),
      paragraph([...sayParts("<strong>Answer. </strong>", {}), ...spans(showWords(answer, names()))]),
      choices(say("What next?"), [
        again("lesson", say("Back to the lesson")),
        again("more", say("Tell me more")),
      ]),
    ],
  };
  const title = say(lesson.title);
  const titles: Readonly<Record<LessonPart, string>> = {
    lesson: title,
    more: say("More on: {lesson}", { lesson: title }),
    answer: say("Check yourself: {lesson}", { lesson: title }),
  };
  return {
    tone: "plain",
    title: titles[part],
    blocks: [
      ...body[part](),
      ...wayOn(neighbours),
      ...sourcesOf(lesson, part === "lesson" ? example : undefined),
      wasItClear(lesson),
    ] as [Block],
    ...(example.reply.result === undefined ? {} : { result: example.reply.result }),
  };
};

/** Explains a topic, with a learner's own vectors if there are any. */
export const callFor = (lesson: Lesson, vectors?: string, part: LessonPart = "lesson"): Call => ({
  command: "explain",
  options: {
    topic: lesson.name,
    ...(vectors === undefined ? {} : { vectors }),
    ...(part === "lesson" ? {} : { part }),
  },
});

const exampleOf = ({ given, vectors }: Example): string => given ?? vectors.map(vectorToText).join(" ");

const spans = (text: ReturnType<typeof showWords>) => (typeof text === "string" ? [text] : text);

const showExample = ({ given, typed, reply }: Example): readonly Block[] => [
  paragraph(
    sayParts(
      given === undefined
        ? "<strong>For example. </strong>What {typed} comes to:"
        : "<strong>With your vectors. </strong>What {typed} comes to:",
      { typed: { code: typed } },
    ),
  ),
  ...(reply.title === undefined ? [] : [paragraph([{ strong: reply.title }])]),
  ...reply.blocks.filter((block) => block.kind !== "choices" && block.kind !== "source" && !isDrawing(block)),
];

/** What real embeddings say: the figures and what they mean, without what one may do next. */
const showOnWords = ({ onWords }: Example): readonly Block[] => {
  if (onWords === undefined) return [];
  const { typed, reply } = onWords;
  const shown = reply.blocks.filter(({ kind }) => kind === "table" || kind === "paragraph").slice(0, 2);
  return [
    paragraph(
      sayParts(
        "<strong>On real words. </strong>What {typed} comes to, with embeddings that were learned from text:",
        { typed: { code: typed } },
      ),
    ),
    ...shown,
    ...reply.blocks.filter(({ kind }) => kind === "picture"),
  ];
};

/** Beside the lesson's own picture, another of the same would say it twice. */
const isDrawing = (block: Block): boolean => block.kind === "picture" && block.picture.kind !== "formula";

/** The picture, and in words what it shows. Without numbers for it there is none. */
const pictureOf = (lesson: Lesson, { vectors }: Example): readonly Block[] => {
  try {
    const alt = showWords(lesson.picture.alt, readNames(lesson.where, namesFor(vectors)));
    const words = say("As a picture: {words}", { words: textToPlain(alt) });
    const drawn = lessonPicture(lesson, vectors);
    return [drawn === undefined ? paragraph(words) : { kind: "picture", picture: drawn.picture, alt: words }];
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return [];
    throw error;
  }
};

const wayOn = ({
  before,
  next,
}: {
  readonly before: readonly Lesson[];
  readonly next: readonly Lesson[];
}): readonly Block[] => {
  const to = (label: string, lesson: Lesson): Choice => ({
    label: label.slice(0, 75),
    does: callFor(lesson),
  });
  const all = [
    ...next.slice(0, 3).map((lesson) => to(say("Next: {lesson}", { lesson: say(lesson.title) }), lesson)),
    ...before.slice(0, 1).map((lesson) => to(say("Before: {lesson}", { lesson: say(lesson.title) }), lesson)),
  ];
  return all.length === 0 ? [] : [choices(say("Where to go from here"), all)];
};

/** The article, and where else the facts are from. */
const sourcesOf = ({ section, further }: Lesson, example: Example | undefined): readonly Block[] => [
  { ...article, ...(section === undefined ? {} : { section: inWords(section) }) },
  ...further.map((source): Block => ({ kind: "source", ...source })),
  ...(example?.onWords?.reply.blocks.filter(
    (block) => block.kind === "source" && block.link !== article.link,
  ) ?? []),
];

/** A heading is quoted; a place without one is told as it is. */
const inWords = (section: string): string =>
  /^\p{Lu}/u.test(section) ? say("section “{section}”", { section }) : say(section);

const wasItClear = ({ name, version }: Lesson): ChoicesBlock => {
  const report = { lesson: name, version };
  return choices(say("Was this clear?"), [
    { label: say("This was clear"), does: { command: "report", options: { ...report, clear: "yes" } } },
    { label: say("Something is unclear…"), does: { command: "report", options: report }, asks: "text" },
  ]);
};
