import { add } from "./add.ts";
import { angle } from "./angle.ts";
import { attention } from "./attention.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { cosine } from "./cosine.ts";
import { distance } from "./distance.ts";
import { dot } from "./dot.ts";
import { explain } from "./explain.ts";
import { feedback } from "./feedback.ts";
import { help } from "./help.ts";
import { norm } from "./norm.ts";
import { normalise } from "./normalise.ts";
import { project } from "./project.ts";
import { prove } from "./prove.ts";
import { report } from "./report.ts";
import { scale } from "./scale.ts";
import { softmax } from "./softmax.ts";
import { subtract } from "./subtract.ts";
import { tutor } from "./tutor-command.ts";
import { why } from "./why.ts";

/** Every command, in the order in which help lists them. */
export const catalogue: readonly Command[] = [
  dot,
  cosine,
  why,
  explain,
  prove,
  check,
  norm,
  normalise,
  angle,
  distance,
  project,
  compare,
  softmax,
  attention,
  add,
  subtract,
  scale,
  report,
  feedback,
  tutor,
  help,
];
