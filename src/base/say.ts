/** Says a message, with values put into it, in some language. */
export type Say = (message: string, values?: Readonly<Record<string, string | number>>) => string;

/** Says a message as it stands, in English; a value stands in its place as it is, without plurals. */
export const sayPlainly: Say = (message, values = {}) =>
  message.replace(/\{(\w+)(?:, \w+)?\}/g, (_, name: string) => String(values[name]));
