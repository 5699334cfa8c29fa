/** The shortest limit of a platform for what a picture shows: Discord's, in characters. */
const longest = 1_024;

/** A picture's words, cut where they are too long for a platform. */
export const altText = (sentence: string): string =>
  sentence.length <= longest ? sentence : `${sentence.slice(0, longest - 1)}…`;
