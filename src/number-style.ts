import { currentLanguage, decimalMarkOf } from "./language.ts";
import { defaultStyle, type NumberStyle } from "./math/number-text.ts";
import { say } from "./say.ts";

/** How numbers are shown where nothing else is set: in the language of what is under way. */
export const usualStyle = (): NumberStyle => ({
  ...defaultStyle,
  decimalMark: decimalMarkOf(currentLanguage()),
  say,
});
