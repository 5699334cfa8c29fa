import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decodeModel, type Model } from "./model.ts";

/** Made by `npm run meanings`, so that nobody waits while it is learned. */
export const modelFile = fileURLToPath(new URL("meanings.model", import.meta.url));

let read: Model | undefined;

/** Read with the first sentence. */
export const model = (): Model => {
  read ??= decodeModel(readFileSync(modelFile));
  return read;
};
