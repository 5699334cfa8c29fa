/** Something that is made when it is first asked for, and once. */
export const lazily = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let making: Promise<T> | undefined;
  return () => {
    making ??= make();
    return making;
  };
};
