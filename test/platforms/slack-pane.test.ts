import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { botScopes } from "../../src/platforms/slack/scopes.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor, storeOpened } from "../support/tutor.ts";

/** The tutor, and what it was asked; `atWork` is called before each answer. */
const recorded = () => {
  const tutor = quietTutor();
  const asked: Invocation[] = [];
  const state = { atWork: async (): Promise<void> => undefined };
  const answer: Tutor["answer"] = async (invocation) => {
    asked.push(invocation);
    await state.atWork();
    return tutor.answer(invocation);
  };
  return { tutor: { ...tutor, answer }, asked, state };
};

describe.each(modes)("the pane for assistants over %s", (mode) => {
  const { tutor, asked, state } = recorded();
  let stage: Stage;
  beforeAll(async () => {
    await storeOpened(tutor);
    stage = await openStage(mode, tutor);
  });
  beforeEach(() => {
    stage.server.workspace.scopes = botScopes.map(({ scope }) => scope);
    state.atWork = async () => undefined;
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  test("greets, and suggests what to ask; each suggestion is answered", async () => {
    const { thread, greeting, pane } = await stage.learner.openPane();
    expect(greeting.text).toContain("Ask in your own words");
    expect(greeting.message).toMatchObject({ channel: "D01ADA", thread });
    const { prompts = [], promptsTitle } = pane();
    expect(promptsTitle).toBe("Begin with");
    expect(prompts.map(({ title }) => title)).toEqual([
      "Work out 2,3,4 · 1,0,2",
      "Why is this similar?",
      "A practice question",
      "What is cosine similarity?",
    ]);
    const answers = [/= 10\b/, /33\.85°/, /Now you|What is/, /cosine of the angle/];
    for (const [i, { message }] of prompts.entries()) {
      const [seen] = await stage.learner.writeInPane(message, thread);
      expect(seen!.text).toMatch(answers[i]!);
      expect(seen).toMatchObject({ ephemeral: false, message: { channel: "D01ADA", thread } });
    }
  });

  test("what is written there is said in private, in that thread, which is called by the first question", async () => {
    const { thread, pane } = await stage.learner.openPane();
    const seen: (string | undefined)[] = [];
    state.atWork = async () => {
      await expect.poll(() => pane().status).toBeDefined();
      seen.push(pane().status);
    };
    await stage.learner.writeInPane("dot 1,2 3,4", thread);
    expect(seen).toEqual(["is working it out…"]);
    expect(pane()).toMatchObject({ title: "dot 1,2 3,4" });
    expect(pane()).not.toHaveProperty("status");
    expect(asked.at(-1)).toMatchObject({
      input: { kind: "said", text: "dot 1,2 3,4" },
      learner: "slack:learner:T01TEAM/U01ADA",
      place: `slack:place:T01TEAM/D01ADA/${thread}`,
      isAlone: true,
    });
    const [why] = await stage.learner.writeInPane("why is this similar?", thread);
    expect(why!.text).toContain("(3, 4)");
    expect(pane().title).toBe("dot 1,2 3,4");
    const [wrong] = await stage.learner.writeInPane("dot 1,2 3,x1y", thread);
    expect(wrong).toMatchObject({ ephemeral: false, message: { thread } });
    expect(wrong!.text).toContain("x1y");
  });

  test("the same opening twice greets once", async () => {
    const { thread } = await stage.learner.openPane();
    const event = {
      type: "assistant_thread_started",
      assistant_thread: { user_id: "U01ADA", context: {}, channel_id: "D01ADA", thread_ts: thread },
      event_ts: thread,
    };
    const seen = await stage.learner.twice("events_api", stage.learner.payloads.event(event));
    expect(seen).toHaveLength(1);
  });

  test("an app that was installed before it asked for the scope greets and answers all the same", async () => {
    stage.server.workspace.scopes = [];
    const { thread, greeting, pane } = await stage.learner.openPane();
    expect(greeting.text).toContain("Hello");
    const [seen] = await stage.learner.writeInPane("norm 3,4", thread);
    expect(seen!.text).toContain("= 5");
    expect(pane()).toEqual({});
  });

  test("an answer waits but a moment for a sign that Slack is slow to show", async () => {
    const { thread } = await stage.learner.openPane();
    stage.server.workspace.refuse("assistant.threads.setStatus", 4, { status: 500 });
    const [seen] = await stage.learner.writeInPane("norm 3,4", thread);
    expect(seen!.text).toContain("= 5");
    // The sign is tried again for some seconds after the first refusal; the answer has not waited for that.
    expect(stage.server.workspace.refusalsLeft()).toBeGreaterThan(0);
    await expect.poll(() => stage.server.workspace.refusalsLeft(), { timeout: 60_000 }).toBe(0);
  });
});
