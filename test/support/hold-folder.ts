import { FolderTaken, lockFolder } from "../../src/store/lock-folder.ts";

/** Tries at a moment to take a folder, says whether it has it, and keeps it until the process is ended. */
const [folder, moment] = process.argv.slice(2);
while (Date.now() < Number(moment));
try {
  lockFolder(folder!);
  console.log("held");
} catch (error) {
  console.log(error instanceof FolderTaken ? "taken" : String(error));
}
setInterval(() => undefined, 60_000);
