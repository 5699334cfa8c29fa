import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { catalogue } from "./commands/catalogue.ts";
import type { MetricsConfig } from "./config/config.ts";
import type { Level, Meters } from "./meters.ts";
import { createWebServer } from "./platforms/web-server.ts";

/** Meters whose counts Prometheus reads at /metrics, on a port of their own. */
export interface Metrics {
  readonly meters: Meters;
  /** Resolves to the address to read them at. */
  readonly open: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Bounds in seconds: an answer in the process takes milliseconds, one whose picture or database is slow seconds. */
const ofAnswers = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30];

/** Slack and Discord give up after three seconds. */
const ofAcknowledgements = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];

/** A queue is looked through every half second at best, one that can wait every minute. */
const ofLateness = [0.1, 0.25, 0.5, 0.75, 1, 2, 5, 10, 20, 60, 300];

const levels: Readonly<Record<Level, { readonly name: string; readonly help: string }>> = {
  "pictures-waiting": { name: "tutor_pictures_waiting", help: "Pictures that wait for a thread" },
  "jobs-ready": { name: "tutor_jobs_ready", help: "Jobs whose time has come, at the queue's latest count" },
};

export const createMetrics = ({ port, host }: MetricsConfig): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const commands = new Counter({
    name: "tutor_answers_total",
    help: "Answers by command, platform and outcome: answered, the kind of a learner's problem, or fault",
    labelNames: ["command", "platform", "outcome"] as const,
    registers,
  });
  const answers = new Histogram({
    name: "tutor_answer_seconds",
    help: "From an event to its answer, without sending it",
    labelNames: ["command", "platform"] as const,
    buckets: ofAnswers,
    registers,
  });
  const acknowledgements = new Histogram({
    name: "tutor_acknowledgement_seconds",
    help: "From an event to the first sign of its answer that the platform was given",
    labelNames: ["platform"] as const,
    buckets: ofAcknowledgements,
    registers,
  });
  const jobs = new Histogram({
    name: "tutor_job_seconds",
    help: "What jobs take, by name and outcome: done or failed",
    labelNames: ["job", "outcome"] as const,
    buckets: ofAnswers,
    registers,
  });
  const lateness = new Histogram({
    name: "tutor_job_lateness_seconds",
    help: "How long after their time jobs begin, such as the bell of a quiz",
    labelNames: ["job"] as const,
    buckets: ofLateness,
    registers,
  });
  const pictures = new Histogram({
    name: "tutor_picture_seconds",
    help: "What pictures take, by outcome: drawn, failed, slow to draw, late behind others, or shed since too many waited",
    labelNames: ["outcome"] as const,
    buckets: ofAnswers,
    registers,
  });

  const known = new Set(catalogue.map(({ name }) => name));
  const server = createWebServer([
    {
      path: "/metrics",
      listener: async (_, response) => {
        const text = await registry.metrics();
        response.writeHead(200, { "content-type": registry.contentType }).end(text);
      },
    },
  ]);

  return {
    meters: {
      answered: ({ command: named, platform, outcome, seconds }) => {
        const command = known.has(named) ? named : "unknown";
        commands.inc({ command, platform, outcome });
        answers.observe({ command, platform }, seconds);
      },
      acknowledged: (platform, seconds) => acknowledgements.observe({ platform }, seconds),
      jobDone: (job, outcome, seconds, late) => {
        jobs.observe({ job, outcome }, seconds);
        lateness.observe({ job }, late);
      },
      pictureDone: (outcome, seconds) => pictures.observe({ outcome }, seconds),
      watch: (level, read) => {
        new Gauge({
          ...levels[level],
          labelNames: ["of"] as const,
          registers,
          async collect() {
            const read_ = await read().catch(() => ({}));
            this.reset();
            for (const [of, value] of Object.entries(read_)) this.set({ of }, value);
          },
        });
      },
    },
    open: async () => {
      const bound = await server.open(port, host);
      return `http://${host.includes(":") ? `[${host}]` : host}:${bound}/metrics`;
    },
    close: server.close,
  };
};
