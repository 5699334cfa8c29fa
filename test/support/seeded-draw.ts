import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { createDraw } from "./draw.ts";

// For programs that are started by a test, with --import: their quizzes pose the same questions in every run. What is
// drawn for other ends, such as codes that nobody may guess, stays chance.
const { randomInt } = crypto;
const draw = createDraw();
const most = 0x7fffffff;
crypto.randomInt = ((...range: [number]) =>
  range.length === 1 && range[0] === most ? draw() : randomInt(...range)) as typeof randomInt;
syncBuiltinESMExports();
