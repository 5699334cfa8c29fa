import { type Post, type Room, soon } from "./room.ts";

/** A question of a quiz as it stands in a room. */
export interface PostedQuestion extends Post {
  readonly number: number;
  readonly isOpen: boolean;
  /** What can be answered by one press. */
  readonly options: readonly string[];
}

const others = new Set(["Type an answer…", "Hint", "Skip", "Stop"]);

/** All questions that were posted in a room, oldest first. */
export const questionsIn = (room: Room): readonly PostedQuestion[] =>
  room.posts().flatMap((post) => {
    const number = /Question (\d+) of \d+: /.exec(post.text)?.[1];
    if (number === undefined) return [];
    return [
      {
        ...post,
        number: Number(number),
        isOpen: post.buttons.includes("Hint"),
        options: post.buttons.filter((label) => !others.has(label)),
      },
    ];
  });

export const latestQuestion = (room: Room): PostedQuestion | undefined => questionsIn(room).at(-1);

/** The open question of that number, once it is there. */
export const openQuestion = async (
  room: Room,
  number: number,
  patience = 120_000,
): Promise<PostedQuestion> => {
  const found = await soon(() => {
    const latest = latestQuestion(room);
    return latest?.isOpen === true && latest.number === number ? latest : undefined;
  }, patience);
  if (found === undefined) throw new Error(`${room.name}: no open question ${number}`);
  return found;
};

/** The solutions that were posted to questions of that number, with the answer in the title or, where it is long, below. */
export const solutionsTo = (room: Room, number: number): readonly Post[] =>
  room.posts().filter(({ text }) => new RegExp(`\\bSolution ${number}(?!\\d)`).test(text));

export const solutionTo = async (room: Room, number: number, patience = 120_000): Promise<Post> => {
  const found = await soon(() => solutionsTo(room, number)[0], patience);
  if (found === undefined) throw new Error(`${room.name}: no solution ${number}`);
  return found;
};
