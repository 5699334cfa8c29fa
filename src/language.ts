/** The languages in which the tutor can speak, as BCP 47 names them. */
export const languages = ["en", "de", "es"] as const;

export type Language = (typeof languages)[number];

/** The language of a BCP 47 locale such as "de-AT", "es-ES" or "es_419"; English where the tutor does not speak it. */
export const languageOf = (locale: string): Language => {
  const [primary] = locale.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === primary) ?? "en";
};
