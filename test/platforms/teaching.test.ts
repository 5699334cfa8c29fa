import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lessons } from "../../src/tutor/lessons.ts";
import { proofs } from "../../src/tutor/proofs.ts";
import { administrator } from "../support/discord/payloads.ts";
import { openStage as openDiscordStage } from "../support/discord/stage.ts";
import { openStage as openSlackStage } from "../support/slack/stage.ts";
import { shortStore } from "../support/store.ts";
import { type Read, type Surface, surfaces } from "../support/surfaces.ts";
import { quietTutor } from "../support/tutor.ts";

/** Without spaces and line ends, and with one sign for the dot. */
const bare = (text: string): string => text.replace(/[\s\u2062]/g, "").replaceAll("⋅", "·");

const reads = ({ text }: Read, what: string) => expect(bare(text)).toContain(bare(what));

describe.each(Object.entries(surfaces))("on %s", (name, open) => {
  let surface: Surface;
  beforeAll(async () => {
    surface = await open(quietTutor());
  });
  afterAll(() => surface.close());

  describe("a lesson", () => {
    test("/explain dot product, what stands behind its buttons, and with vectors of one's own", async () => {
      const lesson = await surface.type("explain", "dot product");
      reads(lesson, "What a dot product is");
      reads(lesson, "(a, b, c)·(d, e, f) = a·d + b·e + c·f");
      reads(lesson, "2×1 + 3×0 + 4×2 = 10");
      reads(lesson, "Source: Giles Thomas");
      reads(await lesson.press("Tell me more"), "a·b = b·a");
      reads(await lesson.press("Show the answer"), "1×3 + 2×(−1) = 1");
      const own = await lesson.press("With my own vectors…", "1,2,3 4,5,6");
      reads(own, "With your vectors.");
      reads(own, "Dot product: 32");
      reads(await own.press("Next: Why a dot product measures similarity"), "all these votes");
    });

    test.each(lessons().map((lesson) => [lesson.name, lesson] as const))(
      "%s is told whole, and so is what stands behind its buttons",
      async (topic, { title, example }) => {
        const lesson = await surface.type("explain", topic);
        reads(lesson, title);
        reads(lesson, `/${example.command} ${example.line}`);
        for (const label of ["Tell me more", "Show the answer"]) reads(await lesson.press(label), title);
      },
    );

    test("/explain cosine (1,2) (3,4)", async () =>
      reads(await surface.type("explain", "cosine (1,2) (3,4)"), "Cosine similarity: 11/"));

    test("/explain alone is a map of the topics with what one has seen", async () => {
      await surface.type("explain", "softmax");
      const map = await surface.type("explain", "");
      reads(map, "✓ seen: Softmax");
      reads(map, "What I can explain");
      expect(map.buttons).toContain("✓ Softmax");
      const logits = map.buttons.find((label) => label.endsWith("Logits and vocabulary space"))!;
      reads(await map.press(logits), "50,257");
    });

    test.each([
      ["what is a unit vector?", "It is a vector of length 1", "Unit length and normalising"],
      ["why divide by the lengths?", "how well their directions agree", "Cosine similarity"],
      ["how does attention work?", "take up something from the words", "Why attention needs the dot product"],
      ["what does a negative dot product mean?", "the angle between them is above 90°", ""],
      ["explain one-hot vectors", "One-hot vectors", ""],
    ])("asked in words: %s", async (question, answer, lesson) => {
      const told = await surface.say(question);
      reads(told, answer);
      if (lesson !== "") reads(await told.press(lesson), lesson);
    });

    test("an idea is not worked out with what was shown", async () => {
      await surface.type("dot", "2,0 0,3");
      const answer = await surface.say("is it bad if the cosine is negative?");
      reads(answer, "No: it says that the angle is more than 90°");
    });

    test("an example is of the learner's own vectors where they fit", async () => {
      await surface.type("norm", "6,8");
      reads(await surface.say("what is a unit vector?"), "With your (6, 8):");
      await surface.type("norm", "0,0");
      reads(await surface.say("what is a unit vector?"), "For example, with");
    });

    test("what may be meant is offered with its first sentence, and three to press", async () => {
      const answer = await surface.say("normalising sense of unit");
      reads(answer, "Perhaps you mean:");
      expect(answer.buttons).toHaveLength(4);
      const [first] = answer.buttons;
      reads(await answer.press(first!), first!);
    });

    test("what lies outside is said, with the map", async () => {
      const answer = await surface.say("what is the capital of France?");
      reads(answer, "That lies outside what I teach");
      reads(await answer.press("A map of all topics"), "What I can explain");
    });

    test("“Something is unclear…” is kept with the lesson", async () => {
      const lesson = await surface.type("explain", "logits");
      reads(await lesson.press("This was clear"), "Good to know");
      reads(
        await lesson.press("Something is unclear…", "Why one *score* for each <token>?"),
        "is kept with the lesson",
      );
    });

    test("with vectors that do not fit, the problem is told in the words of the example's command", async () => {
      const answer = await surface.type("explain", "cosine (0,0) (1,2)");
      reads(answer, "A zero vector has no direction");
      expect(answer.buttons).toContain("Change the vectors…");
    });
  });

  describe("why", () => {
    test("after /dot, by its button: contributions, direction, length, verdict, and what would be otherwise", async () => {
      const why = await (await surface.type("dot", "2,3,4 1,0,2")).press("Why is this similar?");
      reads(why, "similar, 33.85° apart");
      reads(why, "Component 3 adds most (8)");
      reads(why, "it is 0.8305");
      reads(why, "The lengths are 5.385 and 2.236; their product is 12.04");
      reads(why, "the dot product doubles from 10 to 20. The cosine stays at 0.8305");
      reads(why, "it is enough to change component 3 of the second from 2 to −1/2");
      for (const label of ["Show each step", "Prove it", "Quiz me on this", "Change the vectors…"])
        expect(why.buttons).toContain(label);
      reads(await why.press("Show each step"), "multiply the components that stand in the same place");
      reads(await why.press("Change the vectors…", "1,1 10,0"), "(1, 1) with itself gives 2");
    });

    test("why (1,1)·(10,0) is larger than (1,1)·(1,1) and yet less similar", async () => {
      const why = await surface.type("why", "1,1 10,0");
      reads(why, "The dot product alone would mislead in a comparison");
      reads(
        why,
        "with itself gives 2, and nothing is more similar to it than itself; yet with (10, 0) it gives 10",
      );
      const lesson = await surface.type("explain", "when-lengths-differ 1,1 1,1 10,0");
      reads(lesson, "It wins because it is long: ‖(10, 0)‖ = 10");
    });

    test.each([
      ["why is this similar?", "similar, 33.85° apart"],
      ["why are they similar?", "similar, 33.85° apart"],
      ["why aren't they similar?", "In direction they are in fact similar"],
      ["why is it negative?", "The dot product is not negative here"],
      ["why is it positive?", "It is positive for this reason"],
      ["why?", "similar, 33.85° apart"],
    ])("about the last result, in words: %s", async (words, answer) => {
      await surface.say("dot of 2,3,4 and 1,0,2");
      reads(await surface.type("dot", "2,3,4 1,0,2"), "= 10");
      reads(await surface.type("why", ""), "33.85°");
      const said =
        name === "slack" ? await surface.say(`${words} (2,3,4) (1,0,2)`) : await surface.say(words);
      reads(said, answer);
    });

    test("negative, told by what stands on either side", async () =>
      reads(
        await surface.say("why is it negative? (1,2) (3,-4)"),
        "The products above zero come to 3, those below to −8; together −5.",
      ));
  });

  describe("a proof", () => {
    test("is walked to its end with one's own vectors, with a hint before each step and a why behind it", async () => {
      let read = await surface.type("prove", "law of cosines 1,2 3,4");
      reads(read, "a = (1, 2)");
      read = await read.press("Start");
      const { steps } = proofs().find(({ name: each }) => each === "law-of-cosines")!;
      for (const [i, { title }] of steps.entries()) {
        reads(read, `Step ${i + 1} of ${steps.length}: can you find it?`);
        read = await read.press("Show the step");
        reads(read, `Step ${i + 1} of ${steps.length}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`);
        reads(await read.press("Why?"), "Why? Step");
        read = await read.press(i + 1 < steps.length ? "Next" : "Finish");
      }
      reads(read, "Proved: by the law of cosines");
      reads(await read.press("Another proof"), "Why does a dot product measure similarity?");
    });

    test("shows the numbers of the vectors beside each line", async () => {
      const step = await surface.type("prove", "law of cosines 2,3,4 1,0,2 step:3 show:step");
      reads(step, "14 = 29 + 5 − 2×10");
    });

    test("“Prove it” takes the vectors along", async () => {
      const all = await (await surface.type("why", "2,3,4 1,0,2")).press("Prove it");
      reads(await all.press("By splitting one vector along the other"), "b = (1, 0, 2)");
    });

    test.each([
      ["law of cosines 0,0 1,2", "A zero vector has no direction"],
      ["law of cosines 1,2", "I read 1 vector"],
      ["law of cosines a,b c,d", "This needs numbers"],
      ["fermat", "found nothing that fits well enough"],
    ])("/prove %s is told what is amiss", async (typed, told) =>
      reads(await surface.type("prove", typed), told),
    );
  });

  test("“Quiz me on this” asks about the same vectors, marks the answer and says why", async () => {
    const why = await surface.type("why", "2,3,4 1,0,2");
    const question = await why.press("Quiz me on this");
    reads(question, "Which component weighs most");
    const wrong = await question.press("Component 1");
    reads(wrong, "Not quite");
    reads(wrong, "Right is: Component 3. It adds 8");
    const next = await wrong.press("Next question");
    reads(next, "Double every component");
    reads(await next.press("The dot product doubles, the cosine stays"), "10 becomes 20");
  });

  describe("attention", () => {
    test("on the published example: tables, then one token step by step", async () => {
      const tables = await surface.type("attention", "your journey starts with one step scaling:off");
      // A narrow table has its last columns below the first.
      for (const columns of [
        "0.1385  0.2379   0.2333",
        "0.124   0.1082   0.1581",
        "0.4419       0.6515",
        "0.5683",
      ])
        reads(tables, columns);
      const row = await tables.press("Follow journey");
      reads(row, "Attention for journey, step by step");
      reads(row, "0.9544");
      reads(await row.press("With a causal mask"), "0.9544");
      reads(await tables.press("With scaling"), "scaled by √3");
    });

    test.each([
      ["1,2 1,2,3", "attention score"],
      ["1,0 0,1 values:1,2", "as many values as keys"],
      ["1,0 0,1 token:5", "1 to 2"],
      ["a b c d e f g h i j k ll mm nn", "at most 12 tokens"],
    ])("/attention %s is told what is amiss", async (typed, told) =>
      reads(await surface.type("attention", typed), told),
    );
  });
});

describe("on Discord", () => {
  test("a walk takes place in one message that only the asker sees", async () => {
    const stage = await openDiscordStage(quietTutor());
    const [opening] = await stage.learner.slash("prove", "projection 2,3,4 1,0,2");
    expect(opening!.ephemeral).toBe(true);
    const [hint] = await stage.learner.press("Start", opening!);
    expect(hint!.message.id).toBe(opening!.message.id);
    await stage.learner.open("Show the step", hint!).catch(() => undefined);
    const [step] = await stage.learner.press("Show the step", hint!);
    await stage.learner.open("Change the vectors…", step!);
    const [changed] = await stage.learner.submit("1,2 3,4");
    expect(changed!.message.id).toBe(opening!.message.id);
    expect(changed!.text).toContain("(1, 2) =");
    await stage.learner.open("Change the vectors…", changed!);
    const [problem] = await stage.learner.submit("1,2 3,x1y");
    expect(problem!.message.id).not.toBe(opening!.message.id);
    expect(stage.server.world.violations).toEqual([]);
    await stage.close();
  });

  test("why, by every way: menu, an answer to an answer, a thread, and after a restart", async () => {
    const store = shortStore();
    const long = `/dot ${Array(60).fill(2)} ${Array(60).fill(3)}`.slice(5);
    const first = await openDiscordStage(quietTutor({ store }));
    const [dot] = await first.learner.slash("dot", "2,3,4 1,0,2");
    expect((await first.learner.menu(dot!))[0]!.text).toContain("33.85°");
    await first.learner.slash("dot", "1,0 0,1");
    expect((await first.learner.mention("why is this similar?", { to: dot! }))[0]!.text).toContain("33.85°");
    expect((await first.learner.mention("why is it zero?", { at: "thread" }))[0]!.text).toContain(
      "not zero here",
    );
    const [wide] = await first.learner.slash("dot", long);
    const why = wide!.message.components;
    await first.close();

    const second = await openDiscordStage(quietTutor({ store }));
    expect((await second.learner.mention("why is this similar?"))[0]!.text).toContain("as similar as can be");
    const kept = { ...wide!, message: { ...wide!.message, components: why } };
    expect((await second.learner.press("Why is this similar?", kept))[0]!.text).toContain(
      "as similar as can be",
    );
    expect(second.server.world.violations).toEqual([]);
    await second.close();
  });

  test("/feedback is for those who may manage the server", async () => {
    const stage = await openDiscordStage(quietTutor());
    const [short] = await stage.learner.slash("explain", "vector");
    const whole = await stage.learner.press("All of it", short!);
    const lesson = whole.find(({ buttons }) => buttons.includes("Something is unclear…"));
    await stage.learner.open("Something is unclear…", lesson!);
    await stage.learner.submit("what is an *origin*? <@123>");
    expect((await stage.learner.slash("feedback", ""))[0]!.text).toContain("not for everyone");
    const [seen] = await stage.anotherLearner(administrator).slash("feedback", "");
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.text).toContain("what is an *origin*? <@123>");
    expect(stage.server.world.violations).toEqual([]);
    await stage.close();
  });

  test("while one types a topic, its titles and other names are searched", async () => {
    const stage = await openDiscordStage(quietTutor());
    const names = async (typed: string) =>
      (await stage.learner.complete("explain", "topic", typed)).map(({ name }) => name);
    expect((await names("magni"))[0]).toBe("Dimension and length");
    expect(await names("cos")).toContain("Cosine similarity");
    expect((await names("")).length).toBe(25);
    expect((await stage.learner.complete("prove", "topic", "cauchy"))[0]!.value).toBe("cauchy-schwarz");
    await stage.close();
  });
});

describe("on Slack", () => {
  test("a walk takes place in one message that only the asker sees", async () => {
    const stage = await openSlackStage("http", quietTutor());
    const [opening] = await stage.learner.slash("prove", "projection 2,3,4 1,0,2");
    const [hint] = await stage.learner.press("Start", opening!);
    expect(hint!.message.ts).toBe(opening!.message.ts);
    const [step] = await stage.learner.press("Show the step", hint!);
    await stage.learner.open("Change the vectors…", step!);
    const { seen } = await stage.learner.submit("1,2 3,4");
    expect(seen[0]!.message.ts).toBe(opening!.message.ts);
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  test("why, by every way: shortcut, a thread with and without an answer, and after a restart", async () => {
    const store = shortStore();
    const first = await openSlackStage("socket", quietTutor({ store }));
    const [dot] = await first.learner.slash("dot", "2,3,4 1,0,2");
    expect((await first.learner.shortcut(dot!))[0]!.text).toContain("33.85°");
    await first.learner.slash("dot", "1,0 0,1");
    const thread = dot!.message.ts;
    expect((await first.learner.mention("why is this similar?", { thread }))[0]!.text).toContain("33.85°");
    await first.learner.mention("dot of 1,1 and 10,0", { thread });
    await first.close();

    const second = await openSlackStage("socket", quietTutor({ store }));
    second.server.workspace.messages.push(dot!.message);
    expect((await second.learner.mention("why is this similar?", { thread }))[0]!.text).toContain(
      "with itself gives 2",
    );
    expect(second.server.workspace.violations).toEqual([]);
    await second.close();
  });

  test("/tutor feedback is for administrators of the workspace", async () => {
    const stage = await openSlackStage("socket", quietTutor());
    const [short] = await stage.learner.slash("explain", "vector");
    const whole = await stage.learner.press("All of it", short!);
    const lesson = whole.find(({ buttons }) => buttons.includes("Something is unclear…"));
    await stage.learner.open("Something is unclear…", lesson!);
    await stage.learner.submit("what is an *origin*? <!channel>");
    expect((await stage.learner.slash("tutor", "feedback"))[0]!.text).toContain("not for everyone");
    const [seen] = await stage
      .anotherLearner(stage.server.workspace.ids.administrator)
      .slash("tutor", "feedback");
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.text).toContain("what is an *origin*? <!channel>");
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });
});
