import { describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import { languageFor } from "../../src/commands/wishes.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import type { PictureBlock } from "../../src/reply/reply.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

/** Someone in a channel's thread, where others are. */
const asks = (text: string, who: string, more: Partial<Invocation> = {}) =>
  tutor.answer({
    input: { kind: "said", text },
    id: `${who}${text}`,
    learner: `slack:learner:T/${who}`,
    place: "slack:place:T/C/1.1",
    locale: "en",
    ...more,
  });

const picturesIn = async (answered: ReturnType<typeof asks>): Promise<readonly PictureBlock[]> =>
  (await answered).reply.blocks.filter((block) => block.kind === "picture");

describe("pictures as they are wanted", () => {
  test("on, unless someone wants none; then what only a picture shows is told in words", async () => {
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "ann"))).toHaveLength(2);
    expect(toPlainText((await asks("/settings pictures off", "ann")).reply)).toContain(
      "Pictures  off, in words (yours)  on (usual)",
    );
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "ann"))).toEqual([]);
    // To who may not write there it is shown alone, and whole.
    const lesson = (await asks("/explain vector", "ann", { mayWrite: async () => false })).reply;
    expect(lesson.blocks.some(({ kind }) => kind === "picture")).toBe(false);
    expect(toPlainText(lesson)).toContain("As a picture: An arrow from the origin");
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "bob"))).toHaveLength(2);
    await asks("/settings pictures on", "ann");
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "ann"))).toHaveLength(2);
  });

  test("a learner's colours are for what only they see", async () => {
    await asks("/settings pictures:dark", "cem");
    const [drawn] = await picturesIn(asks("/prove law of cosines step:1 show:step", "cem"));
    expect(drawn!.theme).toBe("dark");
    const [public_] = await picturesIn(asks("/dot 2,3,4 1,0,2", "cem"));
    expect(public_!.theme).toBeUndefined();
    const [alone] = await picturesIn(asks("/dot 2,3,4 1,0,2", "cem", { isAlone: true }));
    expect(alone!.theme).toBe("dark");
  });

  test("a channel's setting holds in its threads, and is for those who manage it", async () => {
    const refused = await asks("/settings pictures off for:here", "dee");
    expect(refused.problem?.kind).toBe("not-allowed");
    const channel = { place: "slack:place:T/C" as const, mayManage: async () => true };
    await asks("/settings pictures light for:here", "dee", channel);
    expect((await picturesIn(asks("/dot 2,3,4 1,0,2", "eve")))[0]!.theme).toBe("light");
    const off = await asks("/settings pictures off for:here", "dee", channel);
    expect(toPlainText(off.reply)).toContain("No pictures are shown here, whatever you set for yourself.");
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "eve"))).toEqual([]);
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "eve", { place: "slack:place:T/D" }))).toHaveLength(2);
    await asks("/settings pictures on for:here", "dee", channel);
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "eve"))).toHaveLength(2);
  });

  test("a word that is none of them is told with those that are", async () => {
    const { reply, problem } = await asks("/settings pictures sepia", "fay");
    expect(problem?.kind).toBe("bad-option");
    expect(toPlainText(reply)).toContain("one of on, off, light, dark");
  });
});

const text = async (answered: ReturnType<typeof asks>): Promise<string> =>
  toPlainText((await answered).reply);

const manager = { place: "slack:place:T/N" as const, mayManage: async () => true };

describe("numbers as they are wanted", () => {
  test("a learner's own for what only they see, unless an option says otherwise", async () => {
    const alone = { isAlone: true };
    expect(await text(asks("/norm 1,2", "gil", alone))).toContain("√5 ≈ 2.236\n");
    expect(await text(asks("/settings digits:6 notation:decimals", "gil", alone))).toContain("6 (yours)");
    expect(await text(asks("/norm 1,2", "gil", alone))).toContain("√5 ≈ 2.23607\n");
    expect(await text(asks("/norm 1,2 digits:2", "gil", alone))).toContain("√5 ≈ 2.2\n");
    expect(await text(asks("/add 1/2,3 1/4,1", "gil", alone))).toContain("Sum: (0.75, 4)");
    expect(await text(asks("/why 1/2,1 1,0", "gil", alone))).toContain("0.5");
    expect(await text(asks("/attention 1/2,0 0,1", "gil", alone))).toContain("0.5");
    expect(await text(asks("/norm 1,2", "gil"))).toContain("√5 ≈ 2.236\n");
    await asks("/settings notation fractions", "gil", alone);
    expect(await text(asks("/add 0.5,3 0.25,1", "gil", alone))).toContain("Sum: (3/4, 4)");
    await asks("/settings reset:numbers", "gil", alone);
    expect(await text(asks("/add 0.5,3 0.25,1", "gil", alone))).toContain("Sum: (0.75, 4)");
    expect(await text(asks("/norm 1,2", "gil", alone))).toContain("√5 ≈ 2.236\n");
  });

  test("what only the asker sees in a channel is theirs, too", async () => {
    await asks("/settings digits:7", "hal");
    expect(await text(asks("/prove law of cosines 2,3,4 1,0,2 step:5 show:step", "hal"))).toContain(
      "33.85451°",
    );
    expect(await text(asks("/norm 1,2", "hal"))).toContain("√5 ≈ 2.236\n");
  });

  test("a channel's hold for everyone in it and its threads; the innermost comes first", async () => {
    const thread = { place: "slack:place:T/N/1.1" as const };
    await asks("/settings digits:8 for:here", "ida", manager);
    expect(await text(asks("/norm 1,2", "jon", thread))).toContain("√5 ≈ 2.236068\n");
    await asks("/settings digits:2 for:here", "ida", { ...thread, mayManage: async () => true });
    expect(await text(asks("/norm 1,2", "jon", thread))).toContain("√5 ≈ 2.2\n");
    expect(await text(asks("/norm 1,2", "jon", { place: "slack:place:T/N" }))).toContain("2.236068\n");
    expect(await text(asks("/settings", "jon", thread))).toMatch(/Digits +2 \(here\) +2 \(here\)/);
    await asks("/settings digits:5", "jon", thread);
    expect(await text(asks("/settings", "jon", thread))).toMatch(/Digits +5 \(yours\) +2 \(here\)/);
    expect(await text(asks("/norm 1,2", "jon", thread))).toContain("√5 ≈ 2.2\n");
  });

  test("long vectors are written so, too", async () => {
    const long = Array.from({ length: 200 }, () => "1/2").join(",");
    const alone = { place: "slack:place:T/D/kay" as const, isAlone: true };
    await asks("/settings digits:7 notation:decimals", "kay", alone);
    const shown = await text(asks(`/norm ${long}`, "kay", alone));
    expect(shown).toContain("≈ 7.071068");
    expect(shown).toContain("(0.5, 0.5");
  });
});

describe("quizzes and the language as they are wanted", () => {
  test("a place's quiz is what is set for it; a quiz of one what they set", async () => {
    await asks("/settings quiz rounds:15 mode:race for:here", "lea", manager);
    await asks("/settings rounds:5 topic:norm", "lea", manager);
    expect(await text(asks("/quiz settings", "mia", manager))).toContain("15 questions");
    const shown = await text(asks("/settings quiz", "lea", manager));
    expect(shown).toMatch(/Questions +5 \(yours\) +15 \(here\)/);
    expect(shown).toMatch(/Quiz mode +race \(here\) +race \(here\)/);
    const alone = { place: "slack:place:T/D/lea" as const, isAlone: true };
    const own = await text(asks("/quiz settings", "lea", alone));
    expect(own).toContain("5 questions");
    expect(own).toContain("norm");
    await asks("/quiz settings rounds:20", "lea", alone);
    expect(await text(asks("/settings", "lea", alone))).toMatch(/Questions +20 \(yours\)/);
    expect((await asks("/quiz settings rounds:20", "mia", { place: "slack:place:T/N" })).problem?.kind).toBe(
      "not-allowed",
    );
  });

  test("the language is that of the app until one is set", async () => {
    const wishes = { own: { language: "de" }, here: { language: "es" } } as const;
    expect(languageFor({ own: {}, here: {} }, true, "de-AT")).toBe("de");
    expect(languageFor(wishes, true, "en-GB")).toBe("de");
    expect(languageFor(wishes, false, "en-GB")).toBe("es");
    expect(languageFor({ ...wishes, own: { language: "auto" } }, true, "en-GB")).toBe("en");
    expect(await text(asks("/settings language:de", "nat"))).toMatch(/Sprache +Deutsch \(deins\)/);
  });

  test("all goes back to the usual at once, for the learner or for the place", async () => {
    const place = { ...manager, place: "slack:place:T/R" as const };
    await asks("/settings digits:6 pictures:dark language:es rounds:5 for:here", "oli", place);
    await asks("/settings digits:7 pictures:light language:de rounds:6", "oli", place);
    await asks("/settings reset:all for:here", "oli", place);
    const own = await text(asks("/settings", "oli", place));
    expect(own).not.toContain("(hier)");
    expect(own.match(/\(deins\)/g)).toHaveLength(4);
    expect(await text(asks("/settings reset:all", "oli", place))).not.toContain("(yours)");
  });

  test.each([
    ["digits:0", "a whole number from 1 to 15"],
    ["digits 99", "a whole number from 1 to 15"],
    ["digits:many", "a whole number from 1 to 15"],
    ["notation:roman", "written, fractions or decimals"],
    ["language:fr", "one of auto, en, de, es"],
    ["rounds:500", "a whole number from 5 to 50"],
    ["seconds:3", "10 to 120, or 0 for no bell"],
    ["topic:cooking", "a topic such as"],
    ["mode:chaos", "together or race"],
    ["for:everyone digits:6", "me or here"],
    ["sepia", "one of all, pictures, numbers, quiz, language"],
  ])("%s is refused with what may be typed, and changes nothing", async (typed, wanted) => {
    const { reply, problem } = await asks(`/settings ${typed}`, "pip", { isAlone: true });
    expect(problem?.kind).toBe("bad-option");
    expect(toPlainText(reply)).toContain(wanted);
    expect(await text(asks("/settings", "pip", { isAlone: true }))).not.toContain("(yours)");
  });
});
