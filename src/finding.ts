/** "note": nothing to mend, but worth knowing. "misconfigured": a setting is wrong. "failed": something else is. */
export type Verdict = "ok" | "note" | "failed" | "misconfigured";

/** What an examination of one part of the tutor came to. */
export interface Finding {
  readonly part: string;
  readonly verdict: Verdict;
  /** A sentence; where something is wrong, with what to do. */
  readonly says: string;
}

/** Findings of one part. */
export const findingsOf = (part: string) => ({
  ok: (says: string): Finding => ({ part, verdict: "ok", says }),
  note: (says: string): Finding => ({ part, verdict: "note", says }),
  failed: (says: string): Finding => ({ part, verdict: "failed", says }),
  misconfigured: (says: string): Finding => ({ part, verdict: "misconfigured", says }),
});

/** A clock that is further away than this is told, in milliseconds. */
const tolerance = 2_000;

/** Whether somebody else's clock agrees with ours; both in milliseconds since 1970. */
export const compareClocks = (whose: string, theirs: number, ours: number): Finding => {
  const { ok, failed } = findingsOf("clock");
  const off = ours - theirs;
  if (Math.abs(off) <= tolerance) return ok(`It agrees with ${whose}.`);
  const seconds = Math.round(Math.abs(off) / 1000);
  return failed(
    `This machine’s clock is ${seconds} seconds ${off > 0 ? "ahead of" : "behind"} ${whose}. Have it set by NTP (timedatectl set-ntp true), else quizzes ring at the wrong time.`,
  );
};
