import { describe, expect, test } from "vitest";
import type { Input } from "../../src/commands/command.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import type { Choice, Reply } from "../../src/reply/reply.ts";
import { quietTutor, statelessCommands } from "../support/tutor.ts";

const tutor = quietTutor();
let learners = 0;

/** Somebody new who types, presses and reads in a place of their own, with no platform between. */
const createLearner = () => {
  learners += 1;
  const [learner, place] = [`web:learner:${learners}`, `web:place:${learners}`] as const;
  const send = async (input: Input) =>
    tutor.answer({
      input,
      id: "1",
      learner,
      place,
      locale: "en",
      isAlone: true,
      isAdministrator: async () => true,
    });
  return {
    place,
    send,
    says: (text: string) => send({ kind: "said", text }),
    press: (reply: Reply, label: string, typed?: string) => {
      const choice = choicesOf(reply).find((each) => each.label === label);
      if (choice === undefined) throw new Error(`No button “${label}”`);
      return send({
        kind: "pressed",
        code: tutor.codes.encode(choice),
        ...(typed === undefined ? {} : { typed }),
      });
    },
  };
};

const choicesOf = (reply: Reply): readonly Choice[] =>
  reply.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));

describe("a learner types and reads", () => {
  test.each([
    ["/dot 2,3,4 1,0,2", "(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10"],
    ["dot 2,3,4 1,0,2", "Dot product: 10"],
    ["dot of 2,3,4 and 1,0,2", "Dot product: 10"],
    ["what is the cosine similarity of (1,2) and (3,4)?", "11/(5√5) ≈ 0.9839"],
    ["/dot 1/2,1/3 1/5,1/7", "Dot product: 31/210 ≈ 0.1476"],
    ["/cosine 2,3,4 1,0,2", "Cosine similarity: 10/√145 ≈ 0.8305"],
    ["/dot [1e16, 1, −1e16] [1, 1, 1]", "Dot product: 1"],
    ["/dot a,b,c d,e,f", "Dot product: a·d + b·e + c·f"],
    ["/dot a,b,c d,e,f", "= a·d + b·e + c·f"],
    ["/normalize 3,4", "Unit vector: (3/5, 4/5)"],
    ["/angle 1,0 1,1", "Angle: 45°"],
    ["/distance 0,0 3,4", "Distance: 5"],
    ["/norm 3 4", "Norm: 5"],
    ["/project 2,3,4 1,0,2", "(2, 3, 4) − (2, 0, 4) = (2 − 2, 3 − 0, 4 − 4) = (0, 3, 0)"],
    ["/compare 1,1 1,0.9 9,1", "The two disagree: by dot product (9, 1) beats (1, 0.9)"],
    ["/softmax 1,2,3", "rounded as shown they add up to 0.99993"],
    ["/add 1,2 3,4", "Sum: (4, 6)"],
    ["/subtract 3,4 1,2", "Difference: (2, 2)"],
    ["/scale 2 | 1,3", "Scaled: (2, 6)"],
    ["/why 1,2 -2,1", "Why: not similar, 90° apart"],
    ["/dot -1,2 3,-4", "(−1)×3 + 2×(−4) = −3 + (−8) = −11"],
    ["/tutor dot 2,3,4 1,0,2", "Dot product: 10"],
    ["help", "/dot 2,3,4 1,0,2"],
    ["help cosine", "Type: /cosine vectors [show:answer|steps] [digits:1–15]"],
    ["/cosine 2,3,4 1,0,2 digits:6", "0.830455"],
    ["/cosine vectors:2,3,4 1,0,2 digits:6", "0.830455"],
    ["/dot 1,2", "I read 1 vector: (1, 2)."],
    ["/dot 1,2 x1y,3", "the 1st component of the 2nd vector, “x1y”"],
    ["/dot (1,2) (x1y,3)", "Understood so far: (1,2)."],
    ["/dot 1,2,3 1,2", "The 3rd component of vector 1, 3, has no partner."],
    ["/dot 1,2 1,2,3,4", "Components 3 to 4 of vector 2 have no partner: 3 and 4."],
    ["/cosine 0,0 1,2", "A zero vector has no direction"],
    ["/dto 1,2 3,4", "Did you mean /dot"],
    ["qwerty", "That lies outside what I teach"],
    ["/dot 1,2 3,4 digits:99", "Wanted: a whole number from 1 to 15."],
  ])("%s → %s", async (typed, read) => {
    const { reply } = await createLearner().says(typed);
    expect(toPlainText(reply)).toContain(read);
  });

  test("a word of a sentence that is not known is put right by a button", async () => {
    const { says, press } = createLearner();
    const { reply, problem } = await says("/attention sqrtt sqrtt");
    expect(problem?.kind).toBe("unknown-words");
    const [first] = choicesOf(reply);
    expect(new Set(choicesOf(reply).map(({ label }) => label)).size).toBe(choicesOf(reply).length);
    expect((await press(reply, first!.label)).problem).toBeUndefined();
  });

  test("every example of every command is answered without a problem", async () => {
    const { says } = createLearner();
    await says("/dot 2,3,4 1,0,2");
    for (const command of statelessCommands(tutor)) {
      for (const example of command.examples) {
        const { problem } = await says(`/${command.name} ${example}`);
        expect(problem, `/${command.name} ${example}`).toBeUndefined();
      }
    }
  });

  test("4,096 components are folded, the subtotal exact", async () => {
    const line = `/dot ${Array(4096).fill("0.25")} ${Array(4096).fill("4")}`;
    const text = toPlainText((await createLearner().says(line)).reply);
    expect(text).toContain("[4,087 more terms, together 4087]");
    expect(text).toContain("Dot product: 4096");
    expect(text.length).toBeLessThan(2000);
  });
});

describe("a learner presses", () => {
  test("every button of every answer is answered", async () => {
    const { says, press } = createLearner();
    for (const typed of [
      "/dot 2,3,4 1,0,2",
      "/norm 3,4",
      "/cosine 1,2 3,4",
      "/why 1,2 3,4",
      "help",
      "help dot",
    ]) {
      const { reply } = await says(typed);
      for (const choice of choicesOf(reply)) {
        expect(tutor.codes.encode(choice).length).toBeLessThanOrEqual(100);
        expect((await press(reply, choice.label)).problem, choice.label).toBeUndefined();
      }
    }
  });

  test("“Change the vectors…” opens a form with what was asked, and answers what is sent", async () => {
    const { says, press } = createLearner();
    const { reply } = await says("/dot 2,3,4 1,0,2");
    const change = choicesOf(reply).find((choice) => choice.asks === "vectors")!;
    expect(await tutor.form(tutor.codes.encode(change))).toMatchObject({ value: "2,3,4 1,0,2" });
    const { reply: changed } = await press(reply, change.label, "1,1 2,2");
    expect(changed.title).toBe("Dot product: 4");
  });

  test("a button with long vectors keeps its call", async () => {
    const { says, press } = createLearner();
    const { reply } = await says(`/dot ${Array(100).fill(1)} ${Array(100).fill(2)}`);
    expect((await press(reply, "Why is this similar?")).reply.title).toBe(
      "Why: as similar as can be, 0° apart",
    );
  });

  test.each(["", "2", "1nonsense", '1["dot"]', "1#unknown", '0["dot",{}]'])(
    "a forged code %s has expired",
    async (code) => {
      expect((await createLearner().send({ kind: "pressed", code })).problem).toEqual({ kind: "expired" });
    },
  );
});

describe("why is this similar?", () => {
  test("is about the latest answer in the place, also from a thread within it", async () => {
    const { place, says } = createLearner();
    await says("/dot 2,3,4 1,0,2");
    const { reply } = await tutor.answer({
      input: { kind: "said", text: "why is this similar?" },
      id: "2",
      learner: "web:learner:b",
      place: `${place}/thread`,
      locale: "en",
    });
    expect(reply.title).toBe("Why: similar, 33.85° apart");
  });

  test("is about the message that is pointed at, by its text", async () => {
    const text = "(1, 2)·(2, 4) = 2 + 8 = 10";
    const { reply } = await createLearner().send({
      kind: "about",
      command: "why",
      message: { text, codes: [] },
    });
    expect(reply.title).toBe("Why: as similar as can be, 0° apart");
  });

  test("asks for vectors where there are none", async () => {
    expect((await createLearner().says("why is this similar?")).problem?.kind).toBe("wrong-count");
  });
});

describe("completion", () => {
  const complete = (command: string, option: string, typed: string) =>
    tutor.complete({ learner: "web:learner:a", place: "web:place:a", locale: "en" }, command, option, typed);

  test("previews the result", async () => {
    expect(await complete("dot", "vectors", "2,3,4 1,0,2")).toEqual([
      { label: "Dot product: 10", value: "2,3,4 1,0,2" },
    ]);
  });

  test("says what is missing", async () => {
    expect((await complete("dot", "vectors", "2,3,4"))[0]?.label).toContain("I read 1 vector");
  });

  test("offers names and examples", async () => {
    expect((await complete("help", "command", "co")).map(({ value }) => value)).toEqual([
      "cosine",
      "compare",
    ]);
    expect((await complete("dot", "vectors", ""))[0]?.value).toBe("2,3,4 1,0,2");
  });
});
