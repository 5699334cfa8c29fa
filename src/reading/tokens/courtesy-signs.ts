/** Signs that stand for nothing that could be read: mentions, emoji, smileys. */

const mention =
  /<(?:@[!&]?|#)[A-Z0-9]{5,25}(?:\|[^>\n]{0,80})?>|<a?:\w{2,32}:\d{5,25}>|<!(?:here|channel|everyone)>/y;
const emoji =
  /(?:\p{Regional_Indicator}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic})(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])*/uy;
const shortcode = /:(?:[a-z][a-z0-9_+-]{1,40}|\+1|-1):(?!\w)/y;
const smiley = /(?:[:;][-o']?[)(DPp]|=[)D]|\^\^|<3|xD|XD)(?=$|[\s.!?])/y;

/** Fences of code with the name of a language, and the backticks of code in a line. */
export const fence = /```(?:([a-zA-Z+#]{1,12})(?=[ \t]*\r?\n))?|`+/y;

const end = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** Where a mention, an emoji or a smiley ends that begins here; undefined where none begins. */
export const courtesyEnd = (text: string, at: number, isAfterGap: boolean): number | undefined => {
  const code = text.charCodeAt(at);
  if (code === 0x3c) return end(mention, text, at) ?? (isAfterGap ? end(smiley, text, at) : undefined);
  if (code === 0x3a) return end(shortcode, text, at) ?? (isAfterGap ? end(smiley, text, at) : undefined);
  if (code > 0x203b) return end(emoji, text, at);
  return isAfterGap && /[;=^xX]/.test(text[at]!) ? end(smiley, text, at) : undefined;
};
