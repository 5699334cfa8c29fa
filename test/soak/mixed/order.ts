import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openProgram, type Program } from "../../support/class/program.ts";
import { soon } from "../../support/class/room.ts";

/** What a process uses, in bytes, and how old it is, in seconds. */
export interface Memory {
  readonly age: number;
  readonly rss: number;
  readonly heapUsed: number;
}

/** A program whose clock can be moved and whose memory can be looked at. */
export interface OrderedProgram extends Program {
  /** Puts the clock of the process so many milliseconds ahead; resolves to its memory after a collection of garbage. */
  readonly order: (offset: number) => Promise<Memory | undefined>;
}

const preload = fileURLToPath(new URL("inside.ts", import.meta.url));

export const openOrderedProgram = async (
  where: Readonly<Record<string, string>>,
): Promise<OrderedProgram> => {
  const folder = mkdtempSync(join(tmpdir(), "orders-"));
  const path = join(folder, "order.json");
  let count = 0;
  const program = await openProgram({ ...where, SOAK_ORDER: path }, ["--expose-gc", "--import", preload]);
  // Here they are as strict as the platforms are.
  program.discord.world.patience = 3_000;
  program.slack.workspace.patience = 3_000;
  return {
    ...program,
    order: async (offset) => {
      count += 1;
      const answer = join(folder, `${count}.json`);
      writeFileSync(`${path}.new`, JSON.stringify({ offset, answer }));
      renameSync(`${path}.new`, path);
      program.child().kill("SIGUSR2");
      const read = () => (existsSync(answer) ? readFileSync(answer, "utf8") || undefined : undefined);
      const text = await soon(read, 5_000);
      return text === undefined ? undefined : (JSON.parse(text) as Memory);
    },
    close: async () => {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
