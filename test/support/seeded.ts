import fc from "fast-check";
import { seed } from "./runs.ts";

// Properties are tried with the same inputs in every run, so that what fails fails again.
fc.configureGlobal({ seed });
