/**
 * Stands in a multirequest for what an earlier call of it answers. Its properties are those of the answer:
 * `ref(0).objects[0].id`.
 */
export type ResultToken = {
  // By name, so that the strictest compilers know that these are there.
  readonly id: ResultToken;
  readonly ks: ResultToken;
  readonly objects: ResultToken;
  readonly 0: ResultToken;
  readonly [step: string]: ResultToken;
};

/** The same parameters, where every value may also be one of an earlier answer. */
export type WithTokens<Value> = Value extends string | number | boolean | null | undefined | Blob
  ? Value | ResultToken
  : Value extends readonly (infer Item)[]
    ? readonly WithTokens<Item>[] | ResultToken
    : { readonly [Name in keyof Value]: WithTokens<Value[Name]> } | ResultToken;

type Target = { readonly index: number; readonly path: readonly string[] };

const targets = new WeakMap<object, Target>();

/**
 * What the call at this place of a multirequest answers: `ref(0).id` is the id of the first one's, and so is
 * `ref(0, 'id')`.
 *
 * @param index from 0, as in the list that `client.multirequest` takes
 */
export function ref(index: number, ...path: readonly (string | number)[]): ResultToken {
  if (!Number.isInteger(index) || index < 0) {
    throw new RangeError(`ref() takes a place in the list, from 0 (got ${index})`);
  }
  return tokenOf({ index, path: path.map(String) });
}

function tokenOf(target: Target): ResultToken {
  const token = new Proxy({} as ResultToken, {
    get(_, step) {
      if (step === 'toJSON' || step === 'toString') return () => textOf(target);
      if (typeof step === 'symbol') return undefined;
      return tokenOf({ index: target.index, path: [...target.path, step] });
    },
  });
  targets.set(token, target);
  return token;
}

export function isToken(value: object): boolean {
  return targets.has(value);
}

/** The server counts from 1, and puts colons between the steps. */
function textOf({ index, path }: Target): string {
  return `{${[index + 1, 'result', ...path].join(':')}}`;
}

/** What the server takes for a token. */
const TOKEN_TEXT = /^\{\d+:result(:[^{}]*)?\}$/;

/**
 * Sees that only tokens are taken for tokens, and that they look back: a name that somebody has typed must not become
 * another call's answer.
 *
 * @param index of the call that has these parameters
 * @throws RangeError, TypeError
 */
export function checkTokens(value: unknown, index: number, path: string): void {
  if (typeof value === 'string') {
    if (!TOKEN_TEXT.test(value)) return;
    throw new TypeError(
      `${path} would be taken for another call's answer (got "${value}"): use ref() where that is meant`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  const target = targets.get(value);
  if (target !== undefined) {
    if (target.index < index) return;
    throw new RangeError(
      `${path} must be the answer of an earlier call (got ref(${target.index}) in call ${index})`,
    );
  }
  for (const [name, each] of Object.entries(value)) checkTokens(each, index, `${path}.${name}`);
}
