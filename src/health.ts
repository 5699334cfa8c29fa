import type { RequestListener } from "node:http";
import { within } from "./base/within.ts";
import type { Mounted } from "./platforms/web-server.ts";

/** Something that the tutor cannot do without. */
export interface Part {
  readonly name: string;
  /** What throws is not ready either. */
  readonly isReady: () => boolean | Promise<boolean>;
}

/** Before the start is over, while it runs, and from the moment that it is told to stop. */
export type Phase = "starting" | "running" | "stopping";

export interface PartState {
  readonly name: string;
  readonly ready: boolean;
  /** When it was first seen not to be ready; ISO 8601. */
  readonly since?: string;
}

/** What a load balancer, and whoever runs the tutor, may ask of the process. */
export interface Health {
  /** /healthz: the process is alive. /readyz: it can answer learners. Neither tells anything that is secret. */
  readonly mounted: readonly Mounted[];
  /** Looks at each part; called now and then, it makes “since” exact. */
  readonly look: () => Promise<readonly PartState[]>;
}

export interface HealthServices {
  readonly phase: () => Phase;
  readonly parts: () => readonly Part[];
  readonly now: () => Date;
}

/** A part that does not say within so many milliseconds that it is ready is not. */
const patience = 2_000;

export const createHealth = ({ phase, parts, now }: HealthServices): Health => {
  const since = new Map<string, string>();
  let looking: Promise<readonly PartState[]> | undefined;

  const stateOf = async ({ name, isReady }: Part): Promise<PartState> => {
    const ready = await within(
      patience,
      Promise.resolve()
        .then(isReady)
        .catch(() => false),
    );
    if (ready === true) {
      since.delete(name);
      return { name, ready };
    }
    const first = since.get(name) ?? now().toISOString();
    since.set(name, first);
    return { name, ready: false, since: first };
  };

  /** Those who ask at the same moment are told the same. */
  const look = (): Promise<readonly PartState[]> => {
    looking ??= Promise.all(parts().map(stateOf)).finally(() => {
      looking = undefined;
    });
    return looking;
  };

  const tellAlive: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-store" }).end("ok");
  };

  const tellReady: RequestListener = async (_, response) => {
    const states = await look();
    const during = phase();
    const isReady = during === "running" && states.every(({ ready }) => ready);
    const status = isReady ? "ready" : during === "running" ? "not ready" : during;
    response
      .writeHead(isReady ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" })
      .end(JSON.stringify({ status, parts: states }));
  };

  return {
    look,
    mounted: [
      { path: "/healthz", listener: tellAlive },
      { path: "/readyz", listener: tellReady },
    ],
  };
};
