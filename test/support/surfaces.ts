import type { Answer, Tutor } from "../../src/commands/tutor.ts";
import { choicesOf, createTerminal, renderForTerminal } from "../../src/platforms/playground/terminal.ts";
import type { Seen as DiscordSeen } from "./discord/see.ts";
import { openStage as openDiscordStage } from "./discord/stage.ts";
import { openPage } from "./page/stage.ts";
import type { Seen as SlackSeen } from "./slack/see.ts";
import { openStage as openSlackStage } from "./slack/stage.ts";

/** An answer as a learner reads it, with what can be pressed on it. */
export interface Read {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Only the asker sees it, on platforms where others could. */
  readonly ephemeral?: boolean;
  /** Presses a button; with `typed`, fills in the form that it opens. */
  readonly press: (label: string, typed?: string) => Promise<Read>;
}

/** A place to type a command in, and to read the answer as text. */
export interface Surface {
  readonly type: (name: string, rest: string) => Promise<Read>;
  /** Says something in words: a mention, or a line without a slash. */
  readonly say: (words: string) => Promise<Read>;
  readonly close: () => Promise<void>;
}

interface OneMessage {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly ephemeral: boolean;
}

/** A long answer may be several messages. */
const joined = (seen: readonly OneMessage[]) => ({
  text: seen.map(({ text }) => text).join("\n"),
  buttons: seen.flatMap(({ buttons }) => buttons),
  ephemeral: seen.every(({ ephemeral }) => ephemeral),
});

const withButton = <M extends OneMessage>(seen: readonly M[], label: string): M => {
  const found = seen.find(({ buttons }) => buttons.includes(label));
  if (found === undefined) throw new Error(`No button “${label}”`);
  return found;
};

/** Closes, and fails when a limit of the platform was broken. */
const closeBlameless = async (violations: readonly string[], close: () => Promise<void>): Promise<void> => {
  await close();
  if (violations.length > 0) throw new Error(violations.join("\n"));
};

/** Every surface, each with the tutor that it is given. */
export const surfaces: Readonly<Record<string, (tutor: Tutor) => Promise<Surface>>> = {
  discord: async (tutor) => {
    const { learner, server, close } = await openDiscordStage(tutor);
    const read = (seen: readonly DiscordSeen[]): Read => ({
      ...joined(seen),
      press: async (label, typed) => {
        const on = withButton(seen, label);
        if (typed === undefined) return read(await learner.press(label, on));
        await learner.open(label, on);
        return read(await learner.submit(typed));
      },
    });
    return {
      type: async (name, rest) => read(await learner.slash(name, rest)),
      say: async (words) => read(await learner.mention(words)),
      close: () => closeBlameless(server.world.violations, close),
    };
  },
  slack: async (tutor) => {
    const { learner, server, close } = await openSlackStage("socket", tutor);
    const read = (seen: readonly SlackSeen[]): Read => ({
      ...joined(seen),
      press: async (label, typed) => {
        const on = withButton(seen, label);
        if (typed === undefined) return read(await learner.press(label, on));
        await learner.open(label, on);
        return read((await learner.submit(typed)).seen);
      },
    });
    return {
      type: async (name, rest) => read(await learner.slash(name, rest)),
      say: async (words) => read(await learner.mention(words)),
      close: () => closeBlameless(server.workspace.violations, close),
    };
  },
  page: async (tutor) => {
    const page = await openPage(tutor);
    const cookie = (await fetch(page.url)).headers.getSetCookie()[0]!.split(";")[0]!;
    const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<Read> => {
      const response = await fetch(page.url + path, {
        method: "POST",
        headers: { accept: "application/json", cookie },
        body: new URLSearchParams(fields),
      });
      const { html, error } = (await response.json()) as { html?: string; error?: string };
      if (html === undefined) throw new Error(error);
      return read(html);
    };
    const read = (html: string): Read => {
      const pressable = pressableOn(html);
      return {
        text: asText(html),
        buttons: pressable.map(({ label }) => label),
        press: (label, typed) => {
          const found = pressable.find((each) => each.label === label);
          if (found === undefined) throw new Error(`No button “${label}”`);
          return post("/press", {
            code: found.code,
            on: idOf(html),
            ...(typed === undefined ? {} : { typed }),
          });
        },
      };
    };
    return {
      type: (name, rest) => post("/ask", { text: `/${name} ${rest}` }),
      say: (words) => post("/ask", { text: words }),
      close: page.close,
    };
  },
  terminal: async (tutor) => {
    const terminal = createTerminal(tutor);
    const read = ({ reply }: Answer): Read => ({
      text: renderForTerminal(reply, { colour: false, numbered: false }),
      buttons: choicesOf(reply).map(({ label }) => label),
      press: async (label, typed) => {
        const found = choicesOf(reply).find((each) => each.label === label);
        if (found === undefined) throw new Error(`No button “${label}”`);
        return read(await terminal.press(found, typed));
      },
    });
    return {
      type: async (name, rest) => read(await terminal.ask(`/${name} ${rest}`)),
      say: async (words) => read(await terminal.ask(words)),
      close: async () => undefined,
    };
  },
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const unescaped = (html: string): string =>
  html.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The characters of the page. Roots and fractions are drawn there; their words, which are read aloud, stay out. */
const asText = (html: string): string =>
  unescaped(
    html
      .replace(/<select[\s\S]*?<\/select>/g, "")
      .replace(/<msqrt>/g, "√")
      .replace(/<[^>]+>/g, ""),
  );

const idOf = (html: string): string => /<article[^>]* id="([^"]+)"/.exec(html)?.[1] ?? "";

const pressableOn = (html: string): readonly { readonly label: string; readonly code: string }[] => [
  ...[...html.matchAll(/name="code" value="([^"]*)"><button>([^<]*)<\/button>/g)].map(([, code, label]) => ({
    label: unescaped(label!),
    code: unescaped(code!),
  })),
  ...[...html.matchAll(/<option value="([^"]+)">([^<:]*)/g)].map(([, code, label]) => ({
    label: unescaped(label!),
    code: unescaped(code!),
  })),
];
