import type { Answer, Tutor } from "../../src/commands/tutor.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { choicesOf, createTerminal, renderForTerminal } from "../../src/platforms/playground/terminal.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { type Seen as DiscordSeen, see as seeOnDiscord } from "./discord/see.ts";
import { type Mode, openStage as openDiscordStage } from "./discord/stage.ts";
import { asText, filesOn, idOf, pressableOn } from "./page/read.ts";
import { openPage } from "./page/stage.ts";
import { type Seen as SlackSeen, see as seeOnSlack } from "./slack/see.ts";
import { openStage as openSlackStage, type Mode as SlackMode } from "./slack/stage.ts";

/** An answer as a learner reads it, with what can be pressed on it. */
export interface Read {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Only the asker sees it, on platforms where others could. */
  readonly ephemeral?: boolean;
  /** What came with it to keep. */
  readonly files: readonly ReadFile[];
  /** Presses a button; with `typed`, fills in the form that it opens. */
  readonly press: (label: string, typed?: string) => Promise<Read>;
}

export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

/** A place to type a command in, and to read the answer as text. */
export interface Surface {
  readonly type: (name: string, rest: string) => Promise<Read>;
  /** Says something in words: a mention, or a line without a slash. */
  readonly say: (words: string) => Promise<Read>;
  /** What is offered while an option is typed, on platforms that offer something. */
  readonly suggest?: (command: string, option: string, typed: string) => Promise<readonly string[]>;
  /** What the tutor posted by itself, the latest last, as it reads now. */
  readonly posts: () => Promise<readonly Read[]>;
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

/** In public a long answer is short, and a button shows the rest to who presses it: both, as that learner reads them. */
const unfolded = async (read: Read): Promise<Read> => {
  const label = read.buttons.find((each) => each === "All of it");
  if (label === undefined) return read;
  const whole = await read.press(label);
  return {
    ...whole,
    text: `${read.text}\n${whole.text}`,
    buttons: [...new Set([...whole.buttons, ...read.buttons])],
    press: (pressed, typed) => (whole.buttons.includes(pressed) ? whole : read).press(pressed, typed),
  };
};

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

/** Opens a surface with a tutor; whoever gives `platforms` has its platform added, so that the tutor can post there. */
export type OpenSurface = (tutor: Tutor, platforms?: Platform[]) => Promise<Surface>;

/** Discord, whichever way interactions come. */
export const discordBy =
  (mode: Mode): OpenSurface =>
  async (tutor, platforms) => {
    const { learner, server, close, platform } = await openDiscordStage(tutor, { mode });
    platforms?.push(platform);
    const read = (seen: readonly DiscordSeen[]): Read => ({
      ...joined(seen),
      files: seen.flatMap(({ files }) => files),
      press: async (label, typed) => {
        const on = withButton(seen, label);
        if (typed === undefined) return read(await learner.press(label, on));
        await learner.open(label, on);
        return read(await learner.submit(typed));
      },
    });
    return {
      type: async (name, rest) => unfolded(read(await learner.slash(name, rest))),
      say: async (words) => unfolded(read(await learner.mention(words))),
      suggest: async (command, option, typed) =>
        (await learner.complete(command, option, typed)).map(({ name }) => name),
      posts: async () =>
        server.world.messages
          .filter(({ by, answers, interaction }) => by === server.world.ids.bot && !answers && !interaction)
          .map((posted) => read([seeOnDiscord(posted)])),
      close: () => closeBlameless(server.world.violations, close),
    };
  };

/** Slack, whichever way events come. */
export const slackBy =
  (mode: SlackMode): OpenSurface =>
  async (tutor, platforms) => {
    const { learner, server, close, slack } = await openSlackStage(mode, tutor);
    platforms?.push(slack);
    const read = (seen: readonly SlackSeen[]): Read => ({
      ...joined(seen),
      files: server.workspace.files.shared,
      press: async (label, typed) => {
        const on = withButton(seen, label);
        if (typed === undefined) return read(await learner.press(label, on));
        await learner.open(label, on);
        const { seen: answered, errors } = await learner.submit(typed);
        return answered.length > 0 ? read(answered) : atField(errors.join("\n"));
      },
    });
    return {
      type: async (name, rest) => unfolded(read(await learner.slash(name, rest))),
      say: async (words) => unfolded(read(await learner.mention(words))),
      posts: async () =>
        server.workspace.messages
          .filter(
            ({ by, through, onlyFor, thread }) =>
              by === server.workspace.ids.botUser && !through && !onlyFor && !thread,
          )
          .map((posted) => read([seeOnSlack(posted)])),
      close: () => closeBlameless(server.workspace.violations, close),
    };
  };

/** A surface of each platform, each with the tutor that it is given. */
export const surfaces: Readonly<Record<"discord" | "slack" | "page" | "terminal", OpenSurface>> = {
  discord: discordBy("gateway"),
  slack: slackBy("socket"),
  page: async (tutor, platforms) => {
    const page = await openPage(tutor);
    platforms?.push(page.page);
    const cookie = (await fetch(page.url)).headers.getSetCookie()[0]!.split(";")[0]!;
    const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<Read> => {
      const response = await fetch(page.url + path, {
        method: "POST",
        headers: { accept: "application/json", cookie },
        body: new URLSearchParams(fields),
      });
      const { html, error } = (await response.json()) as { html?: string; error?: string };
      return html === undefined ? atField(error ?? "") : read(html);
    };
    const read = (html: string): Read => {
      const pressable = pressableOn(html);
      return {
        text: asText(html),
        files: filesOn(html),
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
    // Nothing is posted to a visitor who has neither asked anything nor a tab open.
    await post("/ask", { text: "help" });
    return {
      type: (name, rest) => post("/ask", { text: `/${name} ${rest}` }),
      say: (words) => post("/ask", { text: words }),
      suggest: async (command, _, typed) => {
        const text = encodeURIComponent(`/${command} ${typed}`);
        const response = await fetch(`${page.url}/complete?text=${text}`, { headers: { cookie } });
        return ((await response.json()) as { label: string }[]).map(({ label }) => label);
      },
      posts: async () => {
        const document = await (await fetch(page.url, { headers: { cookie } })).text();
        return [...document.matchAll(/<article[\s\S]*?<\/article>/g)]
          .map(([html]) => html)
          .filter((html) => idOf(html).startsWith("k"))
          .map(read);
      },
      close: page.close,
    };
  },
  terminal: async (tutor, platforms) => {
    const terminal = createTerminal(tutor);
    platforms?.push(terminal as unknown as Platform);
    const posted: Reply[] = [];
    terminal.listen((reply) => posted.push(reply));
    const read = ({ reply }: Pick<Answer, "reply">): Read => ({
      files: reply.blocks.flatMap((block) => (block.kind === "file" ? [block] : [])),
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
      suggest: async (command, _, typed) => {
        const line = `/${command} `;
        return (await terminal.complete(line + typed)).map((whole) => whole.slice(line.length));
      },
      posts: async () => posted.map((reply) => read({ reply })),
      close: async () => undefined,
    };
  },
};

/** The same, and each platform by its other way. */
export const allWays = {
  ...surfaces,
  "discord by http": discordBy("http"),
  "slack by http": slackBy("http"),
} as const;

/** What is said at the field of a form that stays open: only who fills it in sees that. */
const atField = (text: string): Read => ({
  text,
  buttons: [],
  files: [],
  ephemeral: true,
  press: async () => {
    throw new Error("There is nothing to press at a field");
  },
});
