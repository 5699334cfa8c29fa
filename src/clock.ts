import { randomInt } from "node:crypto";

/** The present moment. Everything else is given it as an argument. */
export const now = (): Date => new Date();

/** A seed that nobody can guess. Everything else is given chance as an argument. */
export const draw = (): number => randomInt(0x7fffffff);
