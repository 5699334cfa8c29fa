/** The beginning of a text, of at most so many UTF-16 units: a pair of surrogates is not cut in two. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
