/**
 * The connections to Discord's gateway, between which it divides the servers: as many as Discord advises, or the
 * connections of this process out of `count` of all processes together.
 */
export type Shards = "auto" | { readonly ids: readonly number[]; readonly count: number };

/** "auto", how many, or which of how many: "4", "0-3/16", "7/16". Undefined for what is none of these. */
export const parseShards = (text: string): Shards | undefined => {
  if (text === "auto") return "auto";
  const part = /^(?:(\d{1,4})(?:-(\d{1,4}))?\/)?(\d{1,4})$/.exec(text);
  if (part === null) return undefined;
  const count = Number(part[3]);
  const first = Number(part[1] ?? 0);
  const last = Number(part[2] ?? part[1] ?? count - 1);
  if (first > last || last >= count) return undefined;
  return { ids: Array.from({ length: last - first + 1 }, (_, n) => first + n), count };
};
