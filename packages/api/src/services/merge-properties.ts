/**
 * What is stored after a change: only what was sent changes, null clears.
 *
 * @param omitted names that are kept elsewhere
 */
export function mergeProperties<Value extends object>(
  before: Value,
  sent: Value,
  omitted: readonly (keyof Value & string)[] = [],
): Value {
  const left = ['objectType', ...omitted];
  const kept = Object.entries(withoutNulls({ ...before, ...sent })).filter(
    ([name]) => !left.includes(name),
  );
  return Object.fromEntries(kept) as Value;
}

/** On all levels. */
function withoutNulls(value: object): object {
  const text = JSON.stringify(value, (_name, each: unknown) => (each === null ? undefined : each));
  return JSON.parse(text) as object;
}
