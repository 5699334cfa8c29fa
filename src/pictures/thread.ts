import { Worker } from "node:worker_threads";
import type { Drawn } from "../reply/picture.ts";
import { outsideRequests } from "../request.ts";
import type { DrawingJob, Said } from "./serve.ts";

/**
 * Why a picture was not drawn: it cannot be, or its thread died; its drawing took too long; it waited too long for
 * others; too many were waiting.
 */
export type UndrawnReason = "failed" | "slow" | "late" | "shed";

export type Attempt =
  | { readonly ok: true; readonly drawn: Drawn }
  | { readonly ok: false; readonly reason: UndrawnReason; readonly because: string };

/** A thread that draws one picture after the other. */
export interface DrawingThread {
  readonly attempt: (job: DrawingJob) => Promise<Attempt>;
  /** How many pictures wait for it. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

export interface ThreadParts {
  /** The module that the thread runs, which calls `serve`. */
  readonly worker: URL;
  /** How many pictures may wait. */
  readonly mostWaiting: number;
  readonly limits: Limits;
  /** Told of a thread that died while it had nothing to draw. */
  readonly onDeath: (error: unknown) => void;
}

/** In milliseconds. */
export interface Limits {
  /** What a picture may take from when all that draws it is loaded. */
  readonly drawing: number;
  /** What loading may take. It is much, as a thread that is ended for it begins from the start. */
  readonly loading: number;
  /** For how much drawing of others a picture waits. */
  readonly before: number;
  /** For how long the thread stays with nothing to draw. */
  readonly idle: number;
}

export const usualLimits: Limits = { drawing: 4_000, loading: 60_000, before: 2_000, idle: 60_000 };

/** In MB. With a small space for new objects, what is left of a picture is collected before the heap has grown. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

interface Task {
  readonly job: DrawingJob;
  /** How long the thread had drawn when it was asked for. */
  readonly asked: number;
  readonly settle: (attempt: Attempt) => void;
}

/**
 * The thread is started by the first picture and ended when it was idle; one that dies or has to be ended costs the
 * picture that it was at, and the next is drawn by a new one.
 */
export const createDrawingThread = ({ worker, mostWaiting, limits, onDeath }: ThreadParts): DrawingThread => {
  const waiting: Task[] = [];
  let thread: Worker | undefined;
  let current: Task | undefined;
  let timer: NodeJS.Timeout | undefined;
  let begun = 0;
  /** How long pictures that were drawn have taken, all in all. */
  let drawing = 0;
  let isClosed = false;

  const after = (milliseconds: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };

  const end = async (): Promise<void> => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };

  const settle = (attempt: Attempt): void => {
    current?.settle(attempt);
    next();
  };

  const endFor = (because: string): void => {
    void end();
    settle({ ok: false, reason: "slow", because });
  };

  const hear = (message: Said): void => {
    switch (message.said) {
      case "begun":
        begun = performance.now();
        after(limits.drawing, () => endFor("It took too long"));
        break;
      case "drawn":
        drawing += performance.now() - begun;
        settle({ ok: true, drawn: message.drawn });
        break;
      case "failed":
        settle({ ok: false, reason: "failed", because: message.because });
        break;
    }
  };

  const lose = (lost: Worker, error: Error): void => {
    if (lost !== thread) return;
    thread = undefined;
    if (current === undefined) onDeath(error);
    else settle({ ok: false, reason: "failed", because: error.message });
  };

  const start = (): Worker => {
    const started = outsideRequests(() => new Worker(worker, { resourceLimits }));
    started.on("message", (message: Said) => {
      if (started === thread) hear(message);
    });
    // Unheard, it would end the process.
    started.on("error", (error) => lose(started, error instanceof Error ? error : new Error(String(error))));
    started.on("exit", (code) => lose(started, new Error(`The thread exited with ${code}`)));
    return started;
  };

  const next = (): void => {
    clearTimeout(timer);
    current = waiting.shift();
    while (current !== undefined && drawing - current.asked > limits.before) {
      current.settle({ ok: false, reason: "late", because: "Others took too long" });
      current = waiting.shift();
    }
    if (current === undefined) {
      if (thread !== undefined) after(limits.idle, () => void end());
      return;
    }
    thread ??= start();
    after(limits.loading, () => endFor("Loading took too long"));
    thread.postMessage(current.job);
  };

  return {
    attempt: (job) => {
      if (isClosed) return Promise.resolve({ ok: false, reason: "failed", because: "It is closed" });
      if (waiting.length >= mostWaiting)
        return Promise.resolve({ ok: false, reason: "shed", because: `${mostWaiting} are waiting` });
      return new Promise((settle) => {
        waiting.push({ job, asked: drawing, settle });
        if (current === undefined) next();
      });
    },
    waiting: () => waiting.length,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      for (const { settle } of [...(current === undefined ? [] : [current]), ...waiting.splice(0)])
        settle({ ok: false, reason: "failed", because: "It is closed" });
      current = undefined;
      await end();
    },
  };
};
