/** Orders by name, so that the order is the same in every language. */
export const byName = (x: { readonly name: string }, y: { readonly name: string }): number =>
  x.name < y.name ? -1 : 1;
