/** The present moment. Everything else is given it as an argument. */
export const now = (): Date => new Date();
