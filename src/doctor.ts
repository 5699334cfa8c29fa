import { within } from "./base/within.ts";
import { now } from "./clock.ts";
import { catalogue } from "./commands/catalogue.ts";
import type { Config } from "./config/config.ts";
import { exitCodes, readEnvironment } from "./config/config.ts";
import { explainStore } from "./explain-store.ts";
import type { Finding, Verdict } from "./finding.ts";
import { findingsOf } from "./finding.ts";
import { createLog } from "./log.ts";
import { createPictures } from "./pictures/draw.ts";
import type { Picture } from "./reply/picture.ts";
import { examineDatabase } from "./store/examine.ts";
import { loadWords } from "./words/load-words.ts";

/**
 * Looks at all that the tutor needs, and says in a line for each what is well and what to mend. It changes nothing. Ends
 * with 78 when a setting is wrong, with 1 when something else is, and with 0 when all is well.
 */
const marks: Readonly<Record<Verdict, string>> = {
  ok: "ok   ",
  note: "note ",
  failed: "MEND ",
  misconfigured: "MEND ",
};

const tellDatabase = async (config: Config): Promise<readonly Finding[]> => {
  try {
    return await examineDatabase(config, now);
  } catch (error) {
    const { sentence, code } = explainStore(error) ?? {
      sentence: `It cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      code: exitCodes.failed,
    };
    const { misconfigured, failed } = findingsOf("database");
    return [code === exitCodes.config ? misconfigured(sentence) : failed(sentence)];
  }
};

const tellDiscord = async ({ discord }: Config): Promise<readonly Finding[]> =>
  discord === undefined
    ? [findingsOf("Discord").note("Without DISCORD_TOKEN, the tutor is not on Discord.")]
    : (await import("./platforms/discord/examine.ts")).examineDiscord({
        ...discord,
        commands: catalogue,
        now,
      });

const tellSlack = async ({ slack, publicUrl }: Config): Promise<readonly Finding[]> =>
  slack === undefined
    ? [findingsOf("Slack").note("Without SLACK_BOT_TOKEN, the tutor is not on Slack.")]
    : (await import("./platforms/slack/examine.ts")).examineSlack({ ...slack, publicUrl, now });

const tellWords = async ({ wordsFile }: Config): Promise<readonly Finding[]> => {
  const { ok, misconfigured } = findingsOf("words");
  const loaded = await loadWords(wordsFile);
  if (!loaded.ok) return [misconfigured(loaded.problem.forOperator)];
  const { count, source } = loaded.value;
  return [ok(`${source.name}: ${count.toLocaleString("en-GB")} words can be read.`)];
};

const sample: Picture = { kind: "scale", marks: [{ label: "a and b", value: 0.5, shown: "0.5" }] };

/** How long it may take on a busy machine, with the thread's start, in milliseconds. */
const patience = 30_000;

const tellPictures = async (): Promise<readonly Finding[]> => {
  const { ok, failed } = findingsOf("pictures");
  let why = "it took too long";
  const log = createLog("warn", {
    write: (line: string) => {
      why = (JSON.parse(line) as { because?: string }).because ?? why;
    },
  });
  const { draw, close } = createPictures({ log });
  try {
    if ((await within(patience, draw(sample, "light"))) !== undefined) return [ok("A picture can be drawn.")];
    return [
      failed(
        `No picture can be drawn (${why}). Run \`npm ci\` on this machine: a part of it is made for its system.`,
      ),
    ];
  } finally {
    await close();
  }
};

const examine = async function* (): AsyncGenerator<Finding> {
  const { ok, misconfigured } = findingsOf("settings");
  const config = readEnvironment();
  if (!config.ok) {
    yield* config.problem.map(misconfigured);
    return;
  }
  yield ok("All can be read.");
  for (const tell of [tellDatabase, tellDiscord, tellSlack, tellWords, tellPictures])
    yield* await tell(config.value);
};

const verdicts = new Set<Verdict>();
for await (const { part, verdict, says } of examine()) {
  verdicts.add(verdict);
  console.log(`${marks[verdict]} ${part}: ${says}`);
}
process.exit(
  verdicts.has("misconfigured") ? exitCodes.config : verdicts.has("failed") ? exitCodes.failed : 0,
);
