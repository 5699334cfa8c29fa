import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

describe("bad and hostile input on Discord", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tutor);
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  test.each([
    ["a component that is no number", "2,3,4 1,x1y,2", "x1y"],
    ["different dimensions", "2,3,4 1,0", "3rd component"],
    ["one vector", "1,2", "2 vectors"],
  ])("%s is told to the asker alone, with an example", async (_, line, told) => {
    const [seen] = await stage.learner.slash("dot", line);
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.text).toContain(told);
    expect(seen!.text).toContain("/dot 2,3,4 1,0,2");
  });

  test.each([
    "<@200000000000000002> @everyone",
    "<@&100000000000000002>,1 <#100000000000000003>,2",
    "@here,1 2,3",
    "**bold**,_it_ `x`,~~y~~",
    "||spoiler||,1 # head,2",
    "[a](https://example.org),1 https://example.org,2",
    "```js\nalert(1)\n```",
    "__proto__,1 constructor,2",
    "9^9^9^9,1 1,1",
    ":smile:,1 <:a:1>,2",
  ])("%s is harmless, typed and said", async (hostile) => {
    const [typed] = await stage.learner.slash("dot", hostile);
    const [said] = await stage.learner.directMessage(`dot ${hostile}`);
    for (const seen of [typed!, said!]) {
      const outsideCode = seen.markdown
        .replace(/```[\s\S]*?```|`[^`\n]+`/g, "")
        .replace(/\]\(<https[^>]*>\)/g, "]");
      expect(outsideCode).not.toMatch(/(?<!\\)(@|<[@#:&]|\|\||~~|https?:(?=\S))/);
    }
  });

  test("two vectors of 1,000 components", async () => {
    const long = Array.from({ length: 1000 }, (_, i) => i % 7).join(",");
    const [typed] = await stage.learner.slash("dot", `${long} ${long}`);
    expect(typed!.text).toContain("[991 more terms, together");
    const [cosine] = await stage.learner.press("Cosine of the same vectors", typed!);
    expect(cosine!.text).toContain("= 1");
    const form = await stage.learner.open("Change the vectors…", typed!);
    expect(form.value).toBe(`${long} ${long}`);
  });

  test("what is longer than a field of Discord's is not put there shortened", async () => {
    const long = Array.from({ length: 1400 }, (_, i) => 10 + (i % 7)).join(",");
    const [typed] = await stage.learner.slash("norm", long);
    expect((await stage.learner.open("Change the vectors…", typed!)).value).toBe("");
  });
});
