import { paragraph, type Reply } from "../reply/reply.ts";

/** What is for the asker alone is not told where everyone can read it. */
export const showOverheard = (typed: string): Reply => ({
  tone: "plain",
  title: "This is for your eyes only",
  blocks: [paragraph(["Here everyone could read it. Type ", { code: typed }, ", or write to me directly."])],
});
