import type { Random } from "../../src/random.ts";
import { normal } from "./chance.ts";

/**
 * What practice leaves behind, in logits: a quick part that fades within days and a lasting part that fades within
 * months. The lasting part grows more the more of the quick one has faded (spacing), which is Bjork and Bjork's new
 * theory of disuse and not the model of FSRS.
 */
export interface Memory {
  readonly quick: number;
  readonly lasting: number;
  /** When both had these values, in days. */
  readonly at: number;
}

/** How well somebody remembers: each learner differs. */
export interface Retention {
  readonly quickDays: number;
  readonly lastingDays: number;
  /** The share of what is missing that one practice adds. */
  readonly gain: number;
}

export const blank: Memory = { quick: 0, lasting: 0, at: 0 };

const [mostQuick, mostLasting] = [1.2, 2];

export const drawRetention = (random: Random): Retention => ({
  quickDays: Math.exp(normal(random, Math.log(2), 0.5)),
  lastingDays: Math.exp(normal(random, Math.log(60), 0.6)),
  gain: Math.min(0.5, Math.exp(normal(random, Math.log(0.12), 0.4))),
});

const faded = (memory: Memory, { quickDays, lastingDays }: Retention, at: number): Memory => ({
  quick: memory.quick * Math.exp(-(at - memory.at) / quickDays),
  lasting: memory.lasting * Math.exp(-(at - memory.at) / lastingDays),
  at,
});

/** What is left at a moment, in logits. */
export const strength = (memory: Memory, retention: Retention, at: number): number => {
  const { quick, lasting } = faded(memory, retention, at);
  return quick + lasting;
};

export const practised = (memory: Memory, retention: Retention, at: number): Memory => {
  const { quick, lasting } = faded(memory, retention, at);
  const spacing = 1 - (0.9 * quick) / mostQuick;
  return {
    quick: quick + retention.gain * 1.5 * (mostQuick - quick),
    lasting: lasting + retention.gain * 0.5 * spacing * (mostLasting - lasting),
    at,
  };
};
