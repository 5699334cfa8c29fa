import { add } from "./add.ts";
import { angle } from "./angle.ts";
import { answer } from "./answer-command.ts";
import { attention } from "./attention.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { cosine } from "./cosine.ts";
import { cross } from "./cross.ts";
import { data } from "./data.ts";
import { distance } from "./distance.ts";
import { dot } from "./dot.ts";
import { explain } from "./explain.ts";
import { feedback } from "./feedback.ts";
import { help } from "./help.ts";
import { hint } from "./hint.ts";
import { leaderboard } from "./leaderboard.ts";
import { link } from "./link.ts";
import { norm } from "./norm.ts";
import { normalise } from "./normalise.ts";
import { plot } from "./plot.ts";
import { practice } from "./practice.ts";
import { progress } from "./progress.ts";
import { project } from "./project.ts";
import { prove } from "./prove.ts";
import { quiz } from "./quiz.ts";
import { remind } from "./remind.ts";
import { report } from "./report.ts";
import { scale } from "./scale.ts";
import { settings } from "./settings.ts";
import { similar } from "./similar.ts";
import { softmax } from "./softmax.ts";
import { subtract } from "./subtract.ts";
import { tutor } from "./tutor-command.ts";
import { why } from "./why.ts";
import { work } from "./work.ts";
import { working } from "./working.ts";

/** Every command, in the order in which help lists them. */
export const catalogue: readonly Command[] = [
  dot,
  cosine,
  why,
  similar,
  explain,
  prove,
  quiz,
  practice,
  progress,
  answer,
  hint,
  working,
  check,
  norm,
  normalise,
  angle,
  distance,
  project,
  cross,
  work,
  compare,
  plot,
  softmax,
  attention,
  add,
  subtract,
  scale,
  leaderboard,
  remind,
  settings,
  link,
  data,
  report,
  feedback,
  tutor,
  help,
];
