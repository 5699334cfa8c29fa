/** A drawing before it becomes pixels: a whole `<svg>` element, and the size in which it is shown. */
export interface Svg {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}
