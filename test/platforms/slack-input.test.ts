import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

describe.each(modes)("Slack over %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(mode, tutor);
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  describe("bad and hostile input", () => {
    test.each([
      ["a component that is no number", "2,3,4 1,x1y,2", "x1y"],
      ["different dimensions", "2,3,4 1,0", "3"],
      ["nothing", "", "dot"],
    ])("%s is told to the asker alone", async (_, line, told) => {
      const [seen] = await stage.learner.slash("dot", line);
      expect(seen!.ephemeral).toBe(true);
      expect(seen!.text).toContain(told);
    });

    test.each([
      "<!channel> <@U1> & <b>",
      "<!channel>,1 2,3",
      "&lt;!here&gt;,1 2,3",
      "*bold*,_it_ `x`,~y~",
      "__proto__,1 constructor,2",
      "9^9^9^9,1 1,1",
    ])("%s is harmless, typed and said", async (hostile) => {
      const [typed] = await stage.learner.slash("dot", hostile);
      const [said] = await stage.learner.directMessage(`dot ${hostile}`);
      const [raw] = await stage.learner.directMessage(`dot ${hostile}`, true);
      for (const seen of [typed, said, raw]) expect(seen!.message.text).not.toMatch(/<|>/);
    });

    test("two vectors of 4,096 components", async () => {
      const long = Array.from({ length: 4096 }, (_, i) => i % 7).join(",");
      const said = await stage.learner.directMessage(`dot ${long} ${long}`);
      expect(said[0]!.text).toContain("53235");
      const [typed] = await stage.learner.slash("dot", `${long} ${long}`);
      expect(typed!.text).toContain("[4,087 more terms, together 53119]");
      const [cosine] = await stage.learner.press("Cosine of the same vectors", typed!);
      expect(cosine!.text).toContain("= 1");
      // Slack's fields hold 3,000 characters to begin with: a shortened vector would be another one.
      expect((await stage.learner.open("Change the vectors…", typed!)).value).toBe("");
      expect((await stage.learner.submit("2,3,4 1,0,2")).seen[0]!.text).toContain("= 10");
    });
  });

  test("neither tokens nor learners' words are in the log above debug", () => {
    const log = stage.logged.join("");
    expect(log).not.toMatch(/xoxb|xapp|loopback-signing|x1y|2,3,4/);
    expect(log).not.toMatch(/"level":50/);
  });
});
