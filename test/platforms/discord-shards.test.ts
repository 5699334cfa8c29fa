import { afterEach, describe, expect, test } from "vitest";
import type { Shards } from "../../src/config/shards.ts";
import { placeId } from "../../src/identity.ts";
import { paragraph } from "../../src/reply/reply.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

/** By Discord's formula, the stand-in's server belongs to connection 2 of 4. */
describe("several connections to Discord's gateway", () => {
  let stage: Stage;
  afterEach(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  test.each<[string, Shards | undefined, readonly (readonly number[])[]]>([
    ["one, where nothing is said", undefined, [[0, 1]]],
    [
      "as many as Discord advises",
      "auto",
      [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    ],
    [
      "a process's part",
      { ids: [2, 3], count: 4 },
      [
        [2, 4],
        [3, 4],
      ],
    ],
  ])("%s", async (_, shards, opened) => {
    stage = await openStage(tutor, { advisedShards: 3, ...(shards === undefined ? {} : { shards }) });
    expect(stage.server.gateway.identified.map(({ shard }) => shard)).toEqual(opened);
    expect((await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    expect((await stage.learner.mention("dot 2,3,4 1,0,2"))[0]!.text).toContain("= 10");
  });

  test("a process whose part a server is not hears nothing of it, and can post there", async () => {
    stage = await openStage(tutor, { shards: { ids: [0, 1], count: 4 } });
    const { world } = stage.server;
    stage.learner.write(`<@${world.ids.bot}> dot 1,2 3,4`);
    expect((await stage.learner.directMessage("dot 2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    expect(world.messages.filter(({ channel }) => channel === world.ids.channel)).toHaveLength(1);
    await stage.platform.post(placeId("discord", world.ids.guild, world.ids.channel), {
      tone: "plain",
      blocks: [paragraph("Question 1")],
    });
    expect(world.messages.filter(({ channel }) => channel === world.ids.channel)).toHaveLength(2);
  });
});
