import { StoreRefused } from "../../src/store/refusal.ts";
import { lockFolder } from "../../src/store/sqlite/lock.ts";

/** Tries at a moment to take a folder, says whether it has it, and keeps it until the process is ended. */
const [folder, moment] = process.argv.slice(2);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(0, Number(moment) - Date.now()));
try {
  lockFolder(folder!, () => new Date());
  console.log("held");
} catch (error) {
  console.log(error instanceof StoreRefused ? error.reason : String(error));
}
setInterval(() => undefined, 60_000);
