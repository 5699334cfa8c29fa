import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/**
 * Read before the program (`--import`), it lets a test put the clock of the process forward or back, and look at its
 * memory: on SIGUSR2 it reads the file that SOAK_ORDER names, takes the offset in it, collects garbage, and writes what
 * is in use into the file that the order names.
 */
interface Order {
  /** How far the clock is ahead, in milliseconds. */
  readonly offset: number;
  readonly answer: string;
}

const TrueDate = Date;
const trueNow = Date.now;
let offset = 0;

const now = (): number => trueNow() + offset;

if (isMainThread) {
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
    apply: () => new TrueDate(now()).toString(),
  });
  TrueDate.now = now;
  TrueDate.prototype.constructor = globalThis.Date;
  process.on("SIGUSR2", () => {
    const order = JSON.parse(readFileSync(process.env.SOAK_ORDER!, "utf8")) as Order;
    offset = order.offset;
    globalThis.gc?.();
    writeFileSync(order.answer, JSON.stringify({ ...process.memoryUsage(), age: process.uptime() }));
  });
}
