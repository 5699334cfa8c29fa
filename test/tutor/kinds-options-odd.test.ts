import { kinds } from "../../src/tutor/kinds.ts";
import { optionsHold } from "../support/posed.ts";

// Every second kind; two files of them keep two cores busy.
optionsHold(kinds.filter((_, i) => i % 2 === 1));
