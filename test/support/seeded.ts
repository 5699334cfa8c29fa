import fc from "fast-check";
import { runs, seed } from "./runs.ts";

// Properties are tried with the same inputs in every run, so that what fails fails again; 100, where none says otherwise.
fc.configureGlobal({ seed, numRuns: runs(100) });
