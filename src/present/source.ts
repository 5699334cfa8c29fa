import type { SourceBlock } from "../reply/reply.ts";

/** The article that the explanations follow. */
export const article: SourceBlock = {
  kind: "source",
  title: "An addendum to ‘the maths you need to start understanding LLMs’",
  author: "Giles Thomas",
  date: "8 September 2025",
  link: "https://www.gilesthomas.com/2025/09/maths-for-llms-addendum",
};
