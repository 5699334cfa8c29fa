import { latestQuestion, solutionsTo } from "../support/class/questions.ts";
import { does, type Room, soon, type Told } from "../support/class/room.ts";

/** Who only looks whether the quiz goes on. */
const onlooker = (room: Room): string =>
  room.name.startsWith("Discord") ? "200000000000009999" : "U05LOOKER";

/** How long one press waits for its answer, and all of it at most, in milliseconds. */
const [patience, longest] = [700, 60_000];

const answerTo = async (room: Room): Promise<Told | undefined> => {
  const latest = latestQuestion(room);
  return latest?.isOpen === true
    ? (await does(room.press(onlooker(room), "Hint", latest), patience))[0]
    : undefined;
};

/**
 * Resolves once the quiz goes on in a room: a press on the open question is answered, or, where the question is closed,
 * its solution stands there.
 */
export const goesOn = async (room: Room): Promise<void> => {
  for (const begin = performance.now(); performance.now() - begin < longest; ) {
    const told = await answerTo(room);
    if (told?.text.includes("Hint ")) return;
    const latest = latestQuestion(room);
    const number = latest?.number ?? 0;
    if (await soon(() => (solutionsTo(room, number).length > 0 ? true : undefined), 20)) return;
  }
  throw new Error(`${room.name}: the quiz does not go on`);
};
