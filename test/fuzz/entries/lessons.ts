import { findLesson } from "../../../src/tutor/find-lesson.ts";
import { type Entry, insist } from "../entry.ts";
import { anything } from "../texts.ts";

/** A question that a lesson may answer. */
export const lessons: Entry<string> = {
  name: "lessons",
  most: 50,
  input: anything,
  open: async () => ({
    check: (text) => {
      const { nearest } = findLesson(text);
      insist(nearest.length <= 3, () => `${nearest.length} lessons are nearest`);
    },
  }),
};
