/** Marks a message that is said later; the catalogue's test finds it by this name. */
export const message = (text: string): string => text;
