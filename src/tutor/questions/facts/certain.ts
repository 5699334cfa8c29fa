import type { Result } from "../../../base/result.ts";

/** What comes of facts that were drawn so that it can be worked out. Throws a TypeError where they were not. */
export const certain = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new TypeError(`These facts cannot be asked about: ${result.problem.kind}`);
  return result.value;
};
