import type { ReadFile } from "../surfaces.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What a piece of HTML stands for. */
export const unescaped = (html: string): string =>
  html.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The characters of the page. Roots and fractions are drawn there; their words, which are read aloud, stay out. */
export const asText = (html: string): string =>
  unescaped(
    html
      .replace(/<select[\s\S]*?<\/select>/g, "")
      .replace(/<msqrt>/g, "√")
      .replace(/<[^>]+>/g, ""),
  );

/** What can be kept of an exchange. */
export const filesOn = (html: string): readonly ReadFile[] =>
  [...html.matchAll(/<a download="([^"]*)" href="data:[^"]*;base64,([^"]*)">/g)].map(([, name, text]) => ({
    name: unescaped(name!),
    text: Buffer.from(text!, "base64").toString(),
  }));

/** The id of an exchange. */
export const idOf = (html: string): string => /<article[^>]* id="([^"]+)"/.exec(html)?.[1] ?? "";

export interface Pressable {
  readonly label: string;
  readonly code: string;
}

/** The buttons, and what can be chosen from a menu. */
export const pressableOn = (html: string): readonly Pressable[] => [
  ...[...html.matchAll(/name="code" value="([^"]*)"><button>([^<]*)<\/button>/g)].map(([, code, label]) => ({
    label: unescaped(label!),
    code: unescaped(code!),
  })),
  ...[...html.matchAll(/<option value="([^"]+)">([^<:]*)/g)].map(([, code, label]) => ({
    label: unescaped(label!),
    code: unescaped(code!),
  })),
];
