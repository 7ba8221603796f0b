/** A row of the error table: the names of its arguments in order, and the sentence that people read. */
export type ErrorShape = {
  readonly argumentNames: readonly string[];
  readonly sentence: (...values: readonly string[]) => string;
};

export function error<const Names extends readonly string[]>(
  argumentNames: Names,
  sentence: (...values: { [Index in keyof Names]: string }) => string,
): ErrorShape {
  return { argumentNames, sentence: sentence as ErrorShape['sentence'] };
}
