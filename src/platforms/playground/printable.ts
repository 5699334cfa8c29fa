/**
 * Text in which no sign can command a terminal: escape sequences and other controls that a learner pasted are shown
 * as a sign that says "something was here"; new lines and tabs stay.
 */
export const toPrintable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�");
