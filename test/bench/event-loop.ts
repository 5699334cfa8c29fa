import { type DiscordArena, openDiscordArena } from "./arenas/discord.ts";
import { openSlackArena } from "./arenas/slack.ts";
import { type LongInput, longInputs } from "./long-inputs.ts";
import { median } from "./measure.ts";
import { inFolder, startTutor, type Tutor } from "./processes.ts";
import { amount, type Row } from "./row.ts";
import { learnerAt } from "./town.ts";

/** How often each is said after the first time; the middle counts, as garbage is collected when it is due. */
const times = 3;

/** Where one types, and how many characters it takes: an option of Discord’s, a message on Slack, 64 KiB on the page. */
interface Entry {
  readonly name: string;
  readonly room: number;
  readonly say: (input: LongInput, text: string) => Promise<void>;
}

const entriesOf = (
  tutor: Tutor,
  discord: DiscordArena,
  slack: Awaited<ReturnType<typeof openSlackArena>>,
) => {
  let asked = 0;
  /** A new one each time, so that nobody is told to wait. */
  const anyone = () => {
    asked += 1;
    return learnerAt(asked);
  };
  const entries: readonly Entry[] = [
    {
      name: "page",
      room: 65_000,
      say: async ({ command }, text) => {
        const line = command === undefined ? text : `/${command} ${text}`;
        const answer = await fetch(`${tutor.address}/ask`, {
          method: "POST",
          body: new URLSearchParams({ text: line }),
        });
        await answer.text();
      },
    },
    {
      name: "Discord",
      room: 6_000,
      say: ({ command = "tutor" }, text) => discord.ask(anyone(), command, text),
    },
    { name: "Slack", room: 8_000, say: ({ command = "tutor" }, text) => slack.ask(anyone(), command, text) },
  ];
  return entries;
};

interface Held {
  readonly by: string;
  readonly first: number;
  readonly later: number;
}

const longest = (all: readonly Held[], when: "first" | "later"): Held =>
  all.reduce((worst, held) => (held[when] > worst[when] ? held : worst));

/** How long nothing else can be done while one input is answered, as long inputs as each entry takes. */
export const benchEventLoop = (): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const [discord, slack] = [await openDiscordArena(), await openSlackArena()];
    const settings = { DATA_DIR: folder, ...discord.settings, ...slack.settings };
    const tutor = await startTutor(settings, { isWatched: true });
    discord.introduce();
    const entries = entriesOf(tutor, discord, slack);
    const held = async (entry: Entry, input: LongInput, text: string): Promise<number> => {
      await tutor.look();
      await entry.say(input, text);
      return (await tutor.look()).held;
    };
    const all: Held[] = [];
    for (const entry of entries)
      for (const input of longInputs) {
        const text = input.text(entry.room);
        const first = await held(entry, input, text);
        const later: number[] = [];
        for (let i = 0; i < times; i += 1) later.push(await held(entry, input, text));
        const by = `${input.name}, /${input.command ?? "tutor"}, ${entry.name}`;
        all.push({ by, first, later: median(later) });
      }
    await tutor.stop();
    await Promise.all([discord.close(), slack.close()]);
    const [worst, worstFirst] = [longest(all, "later"), longest(all, "first")];
    const middle = median(all.map(({ later }) => later));
    return [
      amount("the longest that one input holds the event loop, beside the middle of all", worst.later, "ms", {
        most: 50,
        baseline: middle,
        note: worst.by,
      }),
      amount("the same, the first time that it is said", worstFirst.first, "ms", {
        most: 50,
        baseline: middle,
        note: worstFirst.by,
      }),
    ];
  });
