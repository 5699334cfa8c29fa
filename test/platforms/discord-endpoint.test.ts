import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import type { Json } from "../support/discord/check-message.ts";
import { administrator, interactionOf, reader, type Where } from "../support/discord/payloads.ts";
import { createSigner, type SignedWith } from "../support/discord/signer.ts";
import { slashData } from "../support/discord/slash-data.ts";
import { type Mode, openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();
const invocations: Invocation[] = [];
const noting: Tutor = {
  ...tutor,
  answer: (invocation) => {
    invocations.push(invocation);
    return tutor.answer(invocation);
  },
};

const person = "200000000000000001";

describe("the endpoint of Discord's interactions", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(noting, { mode: "http" });
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  const post = (body: string, how?: SignedWith) =>
    stage.endpoint!.signer.post(stage.endpoint!.url, body, how);
  const made = (type: number, data: Json, where: Where = "channel") =>
    interactionOf(stage.server.world, { person, where, type, data });
  const dot = (): Json => {
    const command = stage.server.world.registered.find(({ name }) => name === "dot")!;
    return made(2, slashData(command, "2,3,4 1,0,2"));
  };
  const answersTo = ({ id }: Json) =>
    stage.server.messages.filter(({ interaction }) => interaction === id).length;

  test("is not connected to the gateway, and has its commands registered", () => {
    expect(stage.server.gateway.identified).toEqual([]);
    expect(stage.server.world.registered.length).toBeGreaterThan(10);
  });

  test("a ping is answered with a pong", async () => {
    const answer = await post(JSON.stringify({ id: "1", application_id: "2", type: 1, token: "t" }));
    expect([answer.status, await answer.json()]).toEqual([200, { type: 1 }]);
    expect(answer.headers.get("content-type")).toBe("application/json");
  });

  test("an interaction is taken with an empty 202, and answered once, however often it is delivered", async () => {
    const interaction = dot();
    const body = JSON.stringify(interaction);
    const answers = [await post(body), await post(body)];
    expect(await Promise.all(answers.map(async (each) => [each.status, await each.text()]))).toEqual([
      [202, ""],
      [202, ""],
    ]);
    await expect.poll(() => answersTo(interaction)).toBe(1);
    // What comes after the second delivery is answered after it.
    await stage.learner.slash("dot", "1,2 3,4");
    expect(answersTo(interaction)).toBe(1);
  });

  describe("refuses with 401, and does nothing", () => {
    const refused = async (send: (body: string) => Promise<Response>) => {
      const before = invocations.length;
      const interaction = dot();
      const response = await send(JSON.stringify(interaction));
      expect([response.status, await response.text()]).toEqual([401, ""]);
      // What comes after it is answered after it.
      await stage.learner.slash("dot", "1,2 3,4");
      expect(invocations.length).toBe(before + 1);
    };

    test("another's signature", () => refused((body) => createSigner().post(stage.endpoint!.url, body)));
    test("another body than was signed", () => refused((body) => post(body, { signed: `${body} ` })));
    test("what was signed six minutes ago", () => refused((body) => post(body, { age: 360 })));
    test("what will be signed in six minutes", () => refused((body) => post(body, { age: -360 })));
    test.each<[string, Readonly<Record<string, string>>]>([
      ["no signature", {}],
      ["no time", { "x-signature-ed25519": "00".repeat(64) }],
      ["a time that is none", { "x-signature-timestamp": "now", "x-signature-ed25519": "00".repeat(64) }],
      ["a signature that is none", { "x-signature-timestamp": "1", "x-signature-ed25519": "🦊" }],
    ])("%s", (_, headers) =>
      refused((body) =>
        fetch(stage.endpoint!.url, {
          method: "POST",
          body,
          headers: Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, encodeURIComponent(v)])),
        }),
      ),
    );
    test("what was signed four minutes ago is still taken", async () => {
      const interaction = dot();
      expect((await post(JSON.stringify(interaction), { age: 240 })).status).toBe(202);
      await expect.poll(() => answersTo(interaction)).toBe(1);
    });
  });

  test.each<[string, () => string]>([
    ["nothing", () => ""],
    ["what is no JSON", () => "{"],
    ["a list", () => "[]"],
    ["null", () => "null"],
    ["an interaction without its parts", () => JSON.stringify({ type: 2 })],
    ["a kind that is not known", () => JSON.stringify(made(99, {}))],
    [
      "a command of a kind that we have none of",
      () => JSON.stringify(made(2, { id: "1", name: "x", type: 2 })),
    ],
    [
      "a component that we have none of",
      () => JSON.stringify(made(3, { custom_id: "x", component_type: 5 })),
    ],
    ["a press on no message", () => JSON.stringify(made(3, { custom_id: "x", component_type: 2 }))],
  ])("%s is refused with 400, and nothing breaks", async (_, body) => {
    expect((await post(body())).status).toBe(400);
    const interaction = dot();
    expect((await post(JSON.stringify(interaction))).status).toBe(202);
    await expect.poll(() => answersTo(interaction)).toBe(1);
  });

  test("what is too large is refused before all of it is read", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(stage.endpoint!.url, { method: "POST" }, ({ statusCode }) => {
        sending.destroy();
        resolve(statusCode);
      });
      sending.on("error", reject);
      sending.write(Buffer.alloc(1_100_000, "x"));
    });
    expect(status).toBe(413);
  });

  test("only POST is taken", async () => expect((await fetch(stage.endpoint!.url)).status).toBe(405));

  test("an unknown command gets a polite answer", async () => {
    const interaction = made(2, { id: "1", name: "nonsense", type: 1 });
    expect((await post(JSON.stringify(interaction))).status).toBe(202);
    await expect.poll(() => answersTo(interaction)).toBe(1);
  });

  test("learners' words are not in the log", () => expect(stage.logged.join("")).not.toContain("2,3,4"));
});

describe("who asks, and where", () => {
  const asked = async (mode: Mode, who: string, where: Where) => {
    const stage = await openStage(noting, { mode });
    try {
      stage.server.world.called.set(who, { nick: "Ada L.", username: "ada" });
      await stage.anotherLearner(who, where).slash("dot", "1,2 3,4");
      const { id: _, mayWrite, mayUse, mayManage, isAdministrator, ...same } = invocations.at(-1)!;
      const rights = [mayWrite?.(), mayUse?.("quiz"), mayManage?.(), isAdministrator?.()];
      return { ...same, rights: await Promise.all(rights) };
    } finally {
      await stage.close();
    }
  };

  test.each<[string, Where]>([
    [person, "channel"],
    [administrator, "thread"],
    [person, "direct"],
    [person, "privately"],
    [reader, "channel"],
    [reader, "thread"],
  ])("is the same by HTTP and by the gateway: %s, %s", async (who, where) =>
    expect(await asked("http", who, where)).toEqual(await asked("gateway", who, where)),
  );
});

describe("a start and a stop", () => {
  test("a stop finishes what has come in, and takes nothing more", async () => {
    const [begun, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stage = await openStage(
      {
        ...tutor,
        answer: async (invocation) => {
          begun.resolve();
          await mayGoOn.promise;
          return tutor.answer(invocation);
        },
      },
      { mode: "http" },
    );
    const answer = stage.learner.slash("dot", "2,3,4 1,0,2");
    await begun.promise;
    const stopped = stage.stopTutor();
    mayGoOn.resolve();
    await stopped;
    expect((await answer)[0]!.text).toContain("= 10");
    expect((await stage.endpoint!.signer.post(stage.endpoint!.url, "{}")).status).toBe(503);
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });
});
