/** What one pair of components adds to a dot product. */
export interface Contribution {
  /** Which component, counted from 1. */
  readonly component: number;
  readonly a: number;
  readonly b: number;
  /** aᵢ · bᵢ. */
  readonly product: number;
}

export interface TopComponents {
  /** Those that add or take away most, the greatest in size first. */
  readonly top: readonly Contribution[];
  /** What all the others add together. */
  readonly rest: number;
}

/** The `count` pairs of components that weigh most in a · b; their products and `rest` add up to a · b. */
export const topComponents = (a: ArrayLike<number>, b: ArrayLike<number>, count: number): TopComponents => {
  const all = Array.from(a, (component, i) => ({
    component: i + 1,
    a: component,
    b: b[i]!,
    product: component * b[i]!,
  })).toSorted((x, y) => Math.abs(y.product) - Math.abs(x.product));
  return {
    top: all.slice(0, count),
    rest: all.slice(count).reduce((sum, { product }) => sum + product, 0),
  };
};
