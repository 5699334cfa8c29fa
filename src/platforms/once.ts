/**
 * Tells whether an event id is new. Platforms deliver at least once; the latest `capacity` ids are remembered.
 */
export const createOnce = (capacity = 10_000): ((id: string) => boolean) => {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > capacity) seen.delete(seen.values().next().value!);
    return true;
  };
};
