import { webApi } from "@slack/bolt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { respondIn } from "../support/slack/respond.ts";
import { botToken, openSlack, type SlackServer } from "../support/slack/server.ts";

let server: SlackServer;
let client: webApi.WebClient;

beforeAll(async () => {
  server = await openSlack();
  client = new webApi.WebClient(botToken, { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 } });
});
afterAll(() => server.close());

type Json = Record<string, unknown>;

const rich = (text: string, run: Json = { type: "text", text }): Json => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [run] }],
});
const button = (label: string, id: string, value = "v"): Json => ({
  type: "button",
  action_id: id,
  text: { type: "plain_text", text: label },
  value,
});
const actions = (...elements: Json[]): Json => ({ type: "actions", elements });
const menu = (options: number, value = "v"): Json =>
  actions({
    type: "static_select",
    action_id: "m",
    options: Array.from({ length: options }, (_, n) => ({
      text: { type: "plain_text", text: `o${n}` },
      value,
    })),
  });
const header = (text: string): Json => ({ type: "header", text: { type: "plain_text", text } });
const x = (n: number) => "x".repeat(n);

describe("the stand-in refuses what Slack refuses", () => {
  test.each<[string, string, Json[]]>([
    ["51 blocks", "a", Array.from({ length: 51 }, () => rich("a"))],
    ["a header of 151", x(151), [header(x(151))]],
    ["an empty header", "a", [header("")]],
    ["a section of 3,001", x(3001), [{ type: "section", text: { type: "plain_text", text: x(3001) } }]],
    ["26 buttons", "a", [actions(...Array.from({ length: 26 }, (_, n) => button("a", `b${n}`)))]],
    ["a label of 76", "a", [actions(button(x(76), "b"))]],
    ["a value of 2,001", "a", [actions(button("a", "b", x(2001)))]],
    ["an action_id twice", "a", [actions(button("a", "b"), button("c", "b"))]],
    ["an action_id of 256", "a", [actions(button("a", x(256)))]],
    ["101 options", "a", [menu(101)]],
    ["an option's value of 76", "a", [menu(2, x(76))]],
    ["no text", "", [rich("a")]],
    ["a text that lacks what is shown", "hello", [rich("goodbye")]],
    ["a live broadcast in the text", "<!channel>", [rich("a")]],
    ["an ampersand that is not escaped", "a & b", [rich("a")]],
    ["a broadcast in rich text", "a", [rich("a", { type: "broadcast", range: "channel" })]],
    ["an empty run", "a", [rich("")]],
    ...[
      ["milliseconds", { timestamp: 1772373930700 }],
      ["half a second", { timestamp: 1772373930.5 }],
      ["an unknown format", { format: "{hours}" }],
      ["no fallback", { fallback: undefined }],
    ].map(([what, wrong]): [string, string, Json[]] => [
      `a date with ${what}`,
      "undefined noon",
      [
        rich("", {
          type: "date",
          timestamp: 1772373930,
          format: "{time}",
          fallback: "noon",
          ...(wrong as Json),
        }),
      ],
    ]),
    ["a block that does not exist", "a", [{ type: "paragraph" }]],
  ])("%s", async (_, text, blocks) => {
    const before = server.workspace.violations.length;
    await expect(
      client.chat.postMessage({ channel: "C1", text, blocks: blocks as never }),
    ).rejects.toMatchObject({ data: { error: expect.stringMatching(/invalid_blocks|no_text/) } });
    expect(server.workspace.violations.length).toBeGreaterThan(before);
    expect(server.workspace.messages).toEqual([]);
  });

  const view = (more: Json = {}, element: Json = {}): Json => ({
    type: "modal",
    title: { type: "plain_text", text: "Title" },
    submit: { type: "plain_text", text: "Send" },
    blocks: [
      {
        type: "input",
        label: { type: "plain_text", text: "Field" },
        element: { type: "plain_text_input", action_id: "f", ...element },
      },
    ],
    ...more,
  });

  test.each<[string, Json]>([
    ["a title of 25", view({ title: { type: "plain_text", text: x(25) } })],
    ["no title", view({ title: undefined })],
    ["a form that cannot be sent", view({ submit: undefined })],
    ["private_metadata of 3,001", view({ private_metadata: x(3001) })],
    ["an initial value of 3,001", view({}, { initial_value: x(3001) })],
  ])("a view with %s", async (_, bad) => {
    const trigger_id = server.workspace.trigger();
    await expect(client.views.open({ trigger_id, view: bad as never })).rejects.toMatchObject({
      data: { error: "invalid_arguments" },
    });
  });

  test("a trigger opens one view, and only its own", async () => {
    const trigger_id = server.workspace.trigger();
    expect((await client.views.open({ trigger_id, view: view() as never })).ok).toBe(true);
    await expect(client.views.open({ trigger_id, view: view() as never })).rejects.toThrow();
    await expect(client.views.open({ trigger_id: "made up", view: view() as never })).rejects.toThrow();
  });

  test("a thread that is not there, a channel that is closed, a sixth response", async () => {
    await expect(client.chat.postMessage({ channel: "C1", text: "a", thread_ts: "1.0" })).rejects.toThrow();
    server.workspace.closed.add("C2");
    await expect(client.chat.postMessage({ channel: "C2", text: "a" })).rejects.toThrow(/not_in_channel/);
    const id = server.workspace.responseId("C1", "U1");
    for (let n = 1; n <= 6; n += 1)
      expect(respondIn(server.workspace, id, { text: "a" }) === undefined, `response ${n}`).toBe(n <= 5);
  });

  test("another token", async () => {
    const stranger = new webApi.WebClient("xoxb-other", { slackApiUrl: server.apiUrl });
    await expect(stranger.auth.test()).rejects.toThrow(/invalid_auth/);
  });
});

test("what keeps to the rules is taken", async () => {
  const blocks = [
    header("Title"),
    rich("a & <b>"),
    actions(button("Press", "choice:0")),
    { type: "divider" },
  ];
  const before = server.workspace.violations.length;
  const posted = await client.chat.postMessage({
    channel: "C1",
    text: "Title a &amp; &lt;b&gt;",
    blocks: blocks as never,
  });
  expect(posted.ok).toBe(true);
  expect(server.workspace.violations).toHaveLength(before);
});

describe("the stand-in knows", () => {
  test("direct messages with a person", async () => {
    const { channel } = await client.chat.postMessage({ channel: "U01ADA", text: "a" });
    expect(channel).toBe("D01ADA");
    expect((await client.conversations.open({ users: "U01ADA" })).channel!.id).toBe(channel);
    await expect(client.conversations.open({ users: "nobody" })).rejects.toThrow(/user_not_found/);
  });

  test("whose a message is", async () => {
    const { ts, channel } = await client.chat.postMessage({ channel: "C1", text: "a" });
    await client.chat.update({ channel: channel!, ts: ts!, text: "b" });
    expect(server.workspace.messages.find((message) => message.ts === ts)!.text).toBe("b");
    server.workspace.messages.push({ ts: "7.0", channel: "C1", text: "a", blocks: [], by: "U01ADA" });
    for (const [at, error] of [
      ["7.0", "cant_update_message"],
      ["8.0", "message_not_found"],
    ] as const)
      await expect(client.chat.update({ channel: "C1", ts: at, text: "b" })).rejects.toThrow(error);
    await client.chat.delete({ channel: "C1", ts: ts! });
    await expect(client.chat.update({ channel: "C1", ts: ts!, text: "b" })).rejects.toThrow();
  });

  test("a message that is posted twice under one id", async () => {
    const client_msg_id = "01234567-89ab-cdef-0123-456789abcdef";
    const message = { channel: "C1", text: "a", client_msg_id };
    const { ts } = await client.chat.postMessage(message);
    expect((await client.chat.postMessage(message)).ts).toBe(ts);
    const wrong = { ...message, client_msg_id: "1" };
    await expect(client.chat.postMessage(wrong)).rejects.toThrow();
  });

  test("files, from their announcement to where they are seen", async () => {
    const file = { filename: "a.txt", content: "a – b" };
    await client.filesUploadV2({ ...file, channel_id: "D01ADA" });
    expect(server.workspace.files.shared).toEqual([{ name: "a.txt", text: "a – b", channel: "D01ADA" }]);
    await expect(client.filesUploadV2({ ...file, channel_id: "U01ADA" })).rejects.toThrow(
      /channel_not_found/,
    );
    const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: "a.txt", length: 3 });
    expect((await fetch(upload_url!, { method: "POST", body: "ab" })).status).toBe(500);
    await expect(
      client.files.completeUploadExternal({ files: [{ id: file_id!, title: "a" }], channel_id: "D01ADA" }),
    ).rejects.toThrow(/file_not_found/);
  });

  test("pictures: a file of no channel, complete and ready, in an image with words", async () => {
    const { files } = server.workspace;
    const show = (id: string, alt_text = "A line") =>
      client.chat.postMessage({
        channel: "C1",
        text: "A line",
        blocks: [{ type: "image", slack_file: { id }, alt_text }],
      });
    const announced = await client.files.getUploadURLExternal({
      filename: "a.png",
      length: 3,
      alt_text: "A",
    });
    const id = announced.file_id!;
    await expect(show(id)).rejects.toThrow(/invalid_blocks/);
    await fetch(announced.upload_url!, { method: "POST", body: "abc" });
    await expect(show(id)).rejects.toThrow(/invalid_blocks/);
    await client.files.completeUploadExternal({ files: [{ id, title: "a" }] });
    await show(id);
    expect(files.uploaded().get(id)).toEqual({ name: "a.png", alt: "A", bytes: Buffer.from("abc") });
    const before = server.workspace.violations.length;
    for (const alt of ["", "x".repeat(2_001)]) await expect(show(id, alt)).rejects.toThrow(/invalid_blocks/);
    expect(server.workspace.violations).toHaveLength(before + 2);
    files.remove(id);
    await expect(show(id)).rejects.toThrow(/invalid_blocks/);
    files.readyAfter(1);
    const { files: done } = (await client.filesUploadV2({ filename: "b.png", file: Buffer.from("b") })) as {
      files?: { files: { id: string }[] }[];
    };
    files.readyAfter(0);
    await expect(show(done![0]!.files[0]!.id)).rejects.toThrow(/invalid_blocks/);
    await show(done![0]!.files[0]!.id);
  });

  test("what came by a slash command is not replaced by its response_url", () => {
    const id = server.workspace.responseId("C1", "U1");
    expect(respondIn(server.workspace, id, { text: "a", replace_original: true })).toMatch(/no message/);
  });

  test("a time zone", async () =>
    expect((await client.users.info({ user: "U01ADA" })).user).toMatchObject({ tz: "Europe/Berlin" }));
});
