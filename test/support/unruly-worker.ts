import { serve } from "../../src/pictures/serve.ts";

/** How many this thread has drawn. */
let jobs = 0;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Does what the first chain's subject says; otherwise what comes back tells how often that happened on this thread. */
serve(async ({ picture }) => {
  const told = picture.kind === "formula" ? picture.chains[0]?.subject : undefined;
  if (told === "heavy") await wait(1_500);
  return async () => {
    if (told === "exit") process.exit(1);
    if (told === "throw") throw new Error("I do not want to");
    if (told === "fill")
      for (const all: number[][] = []; ; )
        all.push(Array.from({ length: 100_000 }, (_, i) => i + all.length));
    if (told === "loop") for (;;);
    if (told === "slow") await wait(300);
    jobs += 1;
    return { png: new Uint8Array([1, 2, 3]), width: jobs, height: 1 };
  };
});
