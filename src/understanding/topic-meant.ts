import { languages } from "../language.ts";
import { sayInEach } from "../say.ts";
import { describeSkill, type Skill, skills } from "../tutor/skill.ts";
import { stemOf, termsOf } from "./terms.ts";

/** The skill that a sentence names, the longest name first: "quiz me on the dot product". */
export const skillMeant = (sentence: string): Skill | undefined => {
  const named = skills.flatMap((skill) => {
    const { title, aliases = [] } = describeSkill[skill];
    const lengths = [title, ...aliases]
      .flatMap(sayInEach)
      .flatMap((name) => (isIn(name, sentence) ? [name.length] : []));
    return lengths.length === 0 ? [] : [{ skill, length: Math.max(...lengths) }];
  });
  return named.toSorted((x, y) => y.length - x.length)[0]?.skill;
};

/** Whether a sentence has the words of a name one after the other, inflected or not. */
const isIn = (name: string, sentence: string): boolean =>
  languages.some((language) => {
    const flat = (text: string) =>
      termsOf(text)
        .map((word) => stemOf(word, language))
        .join(" ");
    return ` ${flat(sentence)} `.includes(` ${flat(name)} `);
  });
