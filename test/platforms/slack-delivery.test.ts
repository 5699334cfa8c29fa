import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import { createLog } from "../../src/log.ts";
import { createSlack } from "../../src/platforms/slack/slack.ts";
import { sendSigned } from "../support/slack/deliver.ts";
import { openSlack } from "../support/slack/server.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";
import { until } from "../support/until.ts";

const tutor = quietTutor();

/** Waits until Slack has had the acknowledgement of what an answer is to. */
const isAcknowledged = ({ server: { workspace } }: Stage, { id }: Invocation): Promise<boolean> =>
  until(() => workspace.acknowledged.has(id));

describe.each(modes)("Slack over %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(mode, tutor);
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const dot = async () => (await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!;

  describe("a doubled delivery is answered once", () => {
    test("a slash command", async () => {
      const { learner } = stage;
      expect(
        await learner.twice("slash_commands", learner.payloads.slash("/dot", "1,2 3,4", "C01MATHS")),
      ).toHaveLength(1);
    });

    test("a mention", async () => {
      const { learner, server } = stage;
      const event = learner.say(`<@${server.workspace.ids.botUser}> dot 1,2 3,4`, {
        type: "app_mention",
        channel: "C01MATHS",
      });
      expect(await learner.twice("events_api", learner.payloads.event(event))).toHaveLength(1);
    });

    test("a press", async () => {
      const { learner } = stage;
      const first = await dot();
      const button = (
        first.message.blocks.find(({ type }) => type === "actions")!.elements as Record<string, unknown>[]
      )[0]!;
      expect(
        await learner.twice("interactive", learner.payloads.pressed(first.message, button)),
      ).toHaveLength(1);
    });
  });

  test.each([
    ["too many requests", { status: 429, retryAfter: 1 }],
    ["a fault", { status: 500 }],
  ] as const)("an answer to a press comes, though Slack first answers with %s", async (_, how) => {
    const { learner, server } = stage;
    const first = await dot();
    server.workspace.refuse("response_url", 1, how);
    const [seen] = await learner.press(first.buttons[0]!, first);
    expect(server.workspace.refusalsLeft()).toBe(0);
    expect(seen?.text).toBeDefined();
  });

  test("an answer to a mention that Slack has posted though it says that it failed is posted once", async () => {
    const { learner, server } = stage;
    const { messages, ids } = server.workspace;
    const before = messages.length;
    const postings = () => server.workspace.calls.filter((call) => call === "chat.postMessage").length;
    const asked = postings();
    server.workspace.refuse("chat.postMessage", 1, { status: 500, after: true });
    await learner.mention("dot 1,2 3,4");
    await expect.poll(postings).toBeGreaterThan(asked + 1);
    expect(server.workspace.refusalsLeft()).toBe(0);
    expect(messages.slice(before).filter(({ by }) => by === ids.botUser)).toHaveLength(1);
  });

  test("many learners at once each get their own answer", async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const learner = stage.anotherLearner(`U1${i}`);
        const [answer] = await learner.slash("dot", `${i},1 1,1`, `C1${i}`);
        return answer!.text.includes(`= ${i + 1}`);
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  test("the acknowledgement of a command that is answered for the first time waits for nothing; later it carries the answer", async () => {
    const { learner, delivery } = stage;
    const acknowledgementOf = (command: string) =>
      delivery.deliver("slash_commands", learner.payloads.slash(command, "1,2 3,4", "C01MATHS"));
    expect(await acknowledgementOf("/cosine")).toEqual({});
    await learner.slash("cosine", "1,2 3,4");
    await expect.poll(() => acknowledgementOf("/cosine")).toMatchObject({ blocks: expect.anything() });
  });

  test("a command that the app’s owner called otherwise is answered, too", async () => {
    const [seen] = await stage.learner.slash("lab_dot-2", "1,2 3,4");
    expect(seen).toMatchObject({ ephemeral: true, text: expect.stringContaining("There is no /lab_dot-2") });
  });

  describe("what nobody here listens for, or can read, is acknowledged at once", () => {
    const interaction = (more: object): object => {
      const { user, team, api_app_id, trigger_id } = stage.learner.payloads.submitted({}, {});
      return { user, team, api_app_id, trigger_id, ...more };
    };
    test.each([
      [
        "a form that is closed",
        "interactive",
        () => interaction({ type: "view_closed", view: { id: "V1" } }),
      ],
      ["a global shortcut", "interactive", () => interaction({ type: "shortcut", callback_id: "elsewhere" })],
      ["a menu that asks for its options", "interactive", () => interaction({ type: "block_suggestion" })],
      [
        "a press without a button",
        "interactive",
        () => interaction({ type: "block_actions", actions: null }),
      ],
      ["a list", "interactive", () => [1]],
      ["a word", "interactive", () => "word"],
      [
        "that events are kept back",
        "events_api",
        () => ({ type: "app_rate_limited", team_id: "T01TEAM", minute_rate_limited: 1_760_000_000 }),
      ],
      ["an event that is none", "events_api", () => ({ type: "event_callback", event: null })],
      ["a list of events", "events_api", () => [1]],
    ] as readonly (readonly [string, "interactive" | "events_api", () => unknown])[])(
      "%s",
      async (_, kind, make) => {
        const logged = stage.logged.length;
        const payload = make() as Parameters<typeof stage.delivery.deliver>[1];
        expect(await stage.delivery.deliver(kind, payload)).toEqual({});
        expect(stage.logged.slice(logged).join("")).not.toContain('"level":50');
        expect((await dot()).text).toContain("= 10");
      },
    );
  });
});

describe.each(modes)("a form over %s whose answer takes longer than Slack waits", (mode) => {
  test.each([
    ["an answer", "1,2,3 4,5,6", "32"],
    ["a mistake", "1,2,3 4,x1y,6", "x1y"],
  ])("is closed, and %s comes after it", async (_, typed, told) => {
    const late = async (invocation: Invocation) => {
      if (invocation.input.kind === "pressed") await isAcknowledged(stage, invocation);
      return tutor.answer(invocation);
    };
    const stage: Stage = await openStage(mode, { ...tutor, answer: late });
    const { learner, server } = stage;
    const [first] = await learner.slash("dot", "2,3,4 1,0,2");
    await learner.open(first!.buttons.find((label) => label.includes("…"))!, first!);
    const { seen, errors } = await learner.submit(typed);
    expect(errors).toEqual([]);
    expect(seen).toMatchObject([{ text: expect.stringContaining(told), ephemeral: true }]);
    expect(server.workspace.violations).toEqual([]);
    await stage.close();
  });
});

describe("Slack over http", () => {
  const refused = async (more: Parameters<typeof sendSigned>[3]): Promise<number> => {
    const stage = await openStage("http", tutor);
    try {
      const payload = stage.learner.payloads.slash("/dot", "1,2 3,4", "C01MATHS");
      return (await sendSigned(stage.url!, "slash_commands", payload, more)).status;
    } finally {
      await stage.close();
    }
  };

  test("a request with a wrong signature is refused", async () =>
    expect(await refused({ secret: "guess" })).toBe(401));
  test("a request that is replayed later is refused", async () =>
    expect(await refused({ age: 600 })).toBe(401));
  test("from the future, where nothing is sent from", async () => {
    for (const age of [-400, -4_000]) expect(await refused({ age })).toBe(401);
    expect(await refused({ age: -100 })).toBe(200);
  });

  test("a body that is nothing is refused", async () => {
    const stage = await openStage("http", tutor);
    const nothing = null as unknown as Parameters<typeof sendSigned>[2];
    for (const kind of ["events_api", "interactive"] as const)
      expect((await sendSigned(stage.url!, kind, nothing)).status).toBe(400);
    expect((await sendSigned(stage.url!, "events_api", { text: "x".repeat(5_000_000) })).status).toBe(413);
    expect(stage.logged.join("")).not.toContain('"level":50');
    await stage.close();
  });

  test("a mention that Slack brings to a second process, as if nobody had taken it, is answered once", async () => {
    const first = await openStage("http", tutor);
    const second = await openStage("http", tutor, "info", { beside: first });
    const { learner, server } = first;
    const { messages, calls, ids } = server.workspace;
    const words = `<@${ids.botUser}> dot 1,2 3,4`;
    const event = learner.payloads.event(learner.say(words, { type: "app_mention", channel: "C01MATHS" }));
    await first.delivery.deliver("events_api", event);
    await second.delivery.deliver("events_api", event, { retry: 1 });
    await expect.poll(() => calls.filter((call) => call === "chat.postMessage").length).toBe(2);
    expect(messages.filter(({ by }) => by === ids.botUser)).toHaveLength(1);
    await second.close();
    await first.close();
  });

  test("Slack's question whether the address is right is answered; another path is not ours", async () => {
    const stage = await openStage("http", tutor);
    const challenge = await sendSigned(stage.url!, "events_api", {
      type: "url_verification",
      challenge: "abc",
    });
    expect(await challenge.json()).toEqual({ challenge: "abc" });
    expect((await fetch(stage.url!.replace("events", "elsewhere"))).status).toBe(404);
    await stage.stopTutor();
    expect((await sendSigned(stage.url!, "events_api", {})).status).toBe(503);
    await stage.close();
  });
});

describe("Slack over a socket", () => {
  test("goes on after Slack replaces the connection", async () => {
    const stage = await openStage("socket", tutor);
    stage.server.refresh();
    await expect
      .poll(() => stage.server.workspace.calls.filter((call) => call === "apps.connections.open").length)
      .toBe(2);
    await expect.poll(() => stage.server.connections()).toBe(1);
    await expect.poll(async () => (await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]?.text).toContain("10");
    await stage.close();
  });

  test.each([
    ["is asked to connect anew", (stage: Stage) => stage.server.refresh()],
    ["has lost the connection", (stage: Stage) => stage.server.cut()],
    [
      "has lost the connection, and Slack fails when asked for another",
      ({ server }: Stage) => {
        server.workspace.refuse("apps.connections.open", 1, { status: 500 });
        server.cut();
      },
    ],
  ])("is there again when it %s", async (_, disturb) => {
    const stage = await openStage("socket", tutor);
    const before = stage.server.workspace.calls.length;
    disturb(stage);
    await expect.poll(() => stage.server.workspace.calls.slice(before)).toContain("apps.connections.open");
    await expect.poll(() => stage.server.connections()).toBe(1);
    expect((await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]?.text).toContain("10");
    await stage.close();
  });

  test("an answer that takes longer than Slack waits is acknowledged first", async () => {
    const late = async (invocation: Invocation) => {
      await isAcknowledged(stage, invocation);
      return tutor.answer(invocation);
    };
    const stage: Stage = await openStage("socket", { ...tutor, answer: late });
    const [seen] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(seen!.text).toContain("= 10");
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  test("a stop finishes what is acknowledged, then closes the connection", async () => {
    const stage = await openStage("socket", tutor);
    const { learner, delivery, server } = stage;
    const event = learner.say("<@U0BOT> dot 2,3,4 1,0,2", { type: "app_mention", channel: "C01MATHS" });
    const before = server.workspace.messages.length;
    await delivery.deliver("events_api", learner.payloads.event(event));
    await stage.stopTutor();
    expect(server.workspace.messages.length).toBe(before + 1);
    await expect.poll(() => server.connections()).toBe(0);
    await stage.close();
  });

  test("a wrong token stops the start", async () => {
    const server = await openSlack();
    const slack = createSlack({
      botToken: "xoxb-wrong",
      appToken: "xapp-wrong",
      apiUrl: server.apiUrl,
      log: createLog("silent"),
    });
    await expect(slack.start(tutor)).rejects.toThrow(/invalid_auth/);
    await slack.stop();
    await server.close();
  });
});
