import { Decimal } from "decimal.js";

/** Significant digits carried by every inexact number. */
export const workingPrecision = 64;

/** Inexact arithmetic: decimals of 64 digits whose exponents reach far beyond those of a double. */
export const Real = Decimal.clone({ precision: workingPrecision, defaults: true });
export type Real = Decimal;

/** Arithmetic for what is only shown: its roots and quotients cost a tenth of those of 64 digits. */
export const Rough = Decimal.clone({ precision: 24, defaults: true });
