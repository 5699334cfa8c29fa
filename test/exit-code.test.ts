import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("a program that opened a PostgreSQL server, as a run of these tests does, ends with the code that it means", () => {
  const program = `
    import { openPostgresServer } from "${new URL("support/postgres.ts", import.meta.url).href}";
    const server = await openPostgresServer();
    await server.close();
    process.exitCode = 7;`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  expect(stderr).not.toContain("Error");
  expect(status).toBe(7);
});
