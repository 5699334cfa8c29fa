import type { SourceBlock } from "../reply/reply.ts";
import { message } from "../say.ts";

/** The article that the explanations follow. */
export const article: SourceBlock = {
  kind: "source",
  title: "An addendum to ‘the maths you need to start understanding LLMs’",
  author: "Giles Thomas",
  date: message("8 September 2025"),
  link: "https://www.gilesthomas.com/2025/09/maths-for-llms-addendum",
};

/** Where scaled dot-product attention comes from. */
export const attentionPaper: SourceBlock = {
  kind: "source",
  title: "Attention Is All You Need",
  author: message("Ashish Vaswani and others"),
  date: message("12 June 2017"),
  link: "https://arxiv.org/abs/1706.03762",
};

/** Where the example of six tokens comes from. */
export const fromScratch: SourceBlock = {
  kind: "source",
  title: "Build a Large Language Model (From Scratch)",
  author: "Sebastian Raschka",
  date: message("October 2024"),
  link: "https://github.com/rasbt/LLMs-from-scratch",
  section: message("chapter 3"),
};
