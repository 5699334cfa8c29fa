/** The outcome of something that can fail in a way the caller must handle. Bugs throw; learners' mistakes are values. */
export type Result<T, P> = Ok<T> | Err<P>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<P> {
  readonly ok: false;
  readonly problem: P;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const err = <P>(problem: P): Err<P> => ({ ok: false, problem });

/** Applies `f` to the value of a success; a problem passes through. */
export const map = <T, U, P>(result: Result<T, P>, f: (value: T) => U): Result<U, P> =>
  result.ok ? ok(f(result.value)) : result;

/** Applies an `f` that may itself fail to the value of a success; a problem passes through. */
export const andThen = <T, U, P, Q>(result: Result<T, P>, f: (value: T) => Result<U, Q>): Result<U, P | Q> =>
  result.ok ? f(result.value) : result;
