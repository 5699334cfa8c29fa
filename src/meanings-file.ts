import { writeFileSync } from "node:fs";
import { fingerprintOf } from "./understanding/fingerprint.ts";
import { learn } from "./understanding/learn.ts";
import { encodeModel } from "./understanding/model.ts";
import { modelFile } from "./understanding/model-file.ts";

/** Learns what sentences mean from the phrases of all answers, and writes it where the tutor reads it. */
const file = encodeModel(learn(), fingerprintOf());
writeFileSync(modelFile, file);
console.log(`${modelFile}: ${Math.round(file.length / 1_000)} kB`);
