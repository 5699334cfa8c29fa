import { afterAll, beforeAll, expect, test } from "vitest";
import { allowance, createLimits } from "../../src/commands/limits.ts";
import { openPage } from "../support/page/stage.ts";
import { quietTutor } from "../support/tutor.ts";

let stage: Awaited<ReturnType<typeof openPage>>;
beforeAll(async () => {
  stage = await openPage(quietTutor({ limits: createLimits() }));
});
afterAll(() => stage.close());

/** Asks as a new visitor each time, as one who keeps no cookie does. */
const asks = async (address: string): Promise<string> => {
  const answer = await fetch(`${stage.url}/ask`, {
    method: "POST",
    headers: { accept: "application/json", "x-forwarded-for": address },
    body: new URLSearchParams({ text: "/dot 2,3,4 1,0,2" }),
  });
  return ((await answer.json()) as { html: string }).html;
};

test("who keeps no cookie is counted by address, and uses up nobody's share but that address's", async () => {
  let answered = 0;
  for (let i = 0; i < 200; i += 1)
    if ((await asks(`198.51.100.1, 2001:db8:1:2::${i.toString(16)}`)).includes("Dot product: 10"))
      answered += 1;
  expect(answered).toBe(allowance.address / 2);
  expect(await asks("2001:db8:1:2::ffff")).toContain("From your internet address");
  for (const other of ["2001:db8:1:3::1", "198.51.100.1"])
    expect(await asks(other)).toContain("Dot product: 10");
}, 120_000);
