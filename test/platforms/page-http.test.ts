import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { openPage } from "../support/page/stage.ts";
import { statelessCommands } from "../support/tutor.ts";

let stage: Awaited<ReturnType<typeof openPage>>;
beforeAll(async () => {
  stage = await openPage();
});
afterAll(() => stage.close());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request whose headers – also Host – are as given. */
const send = ({ method = "GET", path = "/", headers = {}, body = "" }: Asked) =>
  new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const sent = request(
        {
          host: "127.0.0.1",
          port: stage.port,
          method,
          path,
          headers: {
            ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
            ...headers,
          },
        },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk) => {
            text += chunk;
          });
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    },
  );

const ask = (text: string, headers: Readonly<Record<string, string>> = {}) =>
  send({
    method: "POST",
    path: "/ask",
    headers: { accept: "application/json", ...headers },
    body: new URLSearchParams({ text }).toString(),
  });

describe("the page over HTTP", () => {
  test.each([
    ["localhost", 200],
    ["localhost:3000", 200],
    ["127.0.0.1:8080", 200],
    ["[::1]:3000", 200],
    ["tutor.example.org", 200],
    ["evil.example.org", 403],
    ["localhost.evil.example.org", 403],
  ])("under the name %s: %i", async (host, status) =>
    expect((await send({ headers: { host } })).status).toBe(status),
  );

  test.each([
    ["its own", "http://localhost:9999", 200],
    ["a foreign site's", "https://evil.example.org", 403],
    ["another port's", "http://localhost:1", 403],
    ["no site's", "null", 403],
  ])("a post with the origin of %s page", async (_, origin, status) =>
    expect(
      (await ask("/dot 1,2 3,4", { host: "localhost:9999", origin, "sec-fetch-site": "cross-site" })).status,
    ).toBe(status),
  );

  test("only its own script and style may run, and no page may frame it", async () => {
    const { headers } = await send({});
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(String(headers["set-cookie"])).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  test("what is too large is told in a sentence", async () => {
    const { status, text } = await ask("1,".repeat(200_000));
    expect(status).toBe(400);
    expect(JSON.parse(text).error).toContain("256 kB");
  });

  test("nothing typed is told in a sentence", async () =>
    expect(JSON.parse((await ask("  ")).text).error).toContain("/dot 2,3,4 1,0,2"));

  test("a path that is not there, and a forged button", async () => {
    expect((await send({ path: "/nowhere" })).status).toBe(404);
    const press = (language: string) =>
      send({
        method: "POST",
        path: "/press",
        headers: { accept: "application/json", "accept-language": language },
        body: "code=1%23forged",
      });
    expect(JSON.parse((await press("en")).text)).toMatchObject({
      asked: "a button",
      html: expect.stringContaining("expired"),
    });
    expect(JSON.parse((await press("de")).text)).toMatchObject({
      asked: "eine Schaltfläche",
      html: expect.stringContaining("gilt nicht mehr"),
    });
  });

  test("an example of every command answers as the tutor does", async () => {
    for (const { name, examples } of statelessCommands(stage.tutor)) {
      for (const example of examples.filter((each) => each !== "")) {
        const { reply } = await stage.tutor.answer({
          input: { kind: "said", text: `/${name} ${example}` },
          id: "1",
          learner: "web:learner:x",
          place: "web:place:x",
          locale: "en",
        });
        const { html } = JSON.parse((await ask(`/${name} ${example}`)).text) as { html: string };
        const shown = bare(html.replace(/<[^>]+>/g, ""));
        for (const block of reply.blocks.filter(({ kind }) => kind === "paragraph" || kind === "table"))
          for (const word of toPlainText({ tone: "plain", blocks: [block] }).split(/[\s─]+/))
            expect(shown, `${name}: ${word}`).toContain(bare(word));
      }
    }
  });
});

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Without entities, spaces, and the invisible signs of MathML. */
const bare = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole).replace(/[\s\u2062]/g, "");
