import { enableCompileCache } from "node:module";

// Runs a program by its name: `node src/run.js ask "/dot 2,3,4 1,0,2"`. It is JavaScript, so that the cache is there
// before the first file of TypeScript: from it a program starts in two thirds of the time, and Node need not load what
// strips types, which takes 14 MB.
enableCompileCache();
const [program] = process.argv.splice(2, 1);
await import(`./${program}.ts`);
