import { currentLanguage } from "../language.ts";

/** A title further on in a sentence or behind a colon, where only German goes on with a capital. */
export const titleWithin = (title: string): string =>
  currentLanguage() === "de" ? title : title.charAt(0).toLowerCase() + title.slice(1);
