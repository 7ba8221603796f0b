import type { ReferenceKind } from '@rostrum/contracts';
import { type CallObject, type CallValue, isCallObject, isSecretName } from '../call-values.ts';
import type { ActionEntry, ReferenceIndex } from '../reference-index.ts';

/** A call that is shown in several languages. */
export type SampleCall = {
  /** Without a slash at its end. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  readonly entry: ActionEntry;
  readonly values: CallObject;
  readonly index: ReferenceIndex;
};

export type Argument = {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly value: CallValue;
};

/** Whether a session goes with it. */
export function takesSession({ entry }: SampleCall): boolean {
  return entry.action.session !== 'ignored';
}

/** The parameters in the order of the action, up to the last that is set; in between, defaults stand for what is not. */
export function argumentsOf({ entry, values }: SampleCall): readonly Argument[] {
  const shown = withoutSecrets(values);
  const all = entry.action.parameters.map(({ name, kind, isRequired, default: fallback }) => {
    const value = shown[name] ?? (isRequired ? standIn(name, kind) : undefined);
    return { name, kind, value, fallback };
  });
  const count = all.findLastIndex(({ value }) => value !== undefined) + 1;
  return all
    .slice(0, count)
    .map(({ name, kind, value, fallback }) => ({ name, kind, value: value ?? fallback }));
}

/** The parameters that are set, by name; what is required and missing is named in capitals. */
export function namedArguments(call: SampleCall): CallObject {
  const { entry, values } = call;
  const required = entry.action.parameters
    .filter(({ name, isRequired }) => isRequired && values[name] === undefined)
    .map(({ name, kind }) => [name, standIn(name, kind)]);
  return { ...withoutSecrets(values), ...Object.fromEntries(required) };
}

/** What is shown is copied, mailed and pasted: what was typed as a secret never stands in it. */
export function withoutSecrets(values: CallObject): CallObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isSecretName(name) && typeof value === 'string' && value !== ''
        ? capitals(name)
        : clean(value),
    ]),
  );
}

function clean(value: CallValue): CallValue {
  if (Array.isArray(value)) return value.map(clean);
  return isCallObject(value) ? withoutSecrets(value) : value;
}

function standIn(name: string, kind: ReferenceKind): CallValue {
  return kind.kind === 'string' || kind.kind === 'multilingual' ? capitals(name) : undefined;
}

/** `adminSecret` is `ADMIN_SECRET`. */
function capitals(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toUpperCase();
}

/** The name of an enumeration's constant in Kaltura's clients: `SourceType.LIVE_STREAM` of 32; null where there is none. */
export function constantOf(
  kind: ReferenceKind,
  value: CallValue,
  index: ReferenceIndex,
): { readonly type: string; readonly name: string } | null {
  if (kind.kind !== 'enum') return null;
  const found = index.enum(kind.type)?.values.find((each) => String(each.value) === String(value));
  // Where the values are their own names, some are not names of constants.
  if (found === undefined || !/^[A-Z]\w*$/.test(found.name)) return null;
  return { type: kind.type, name: found.name };
}

/** A service as Kaltura's clients have it: `metadata_metadataProfile` is `metadataProfile` of plugin `metadata`. */
export function servicePath({ entry }: SampleCall): {
  readonly plugin: string | null;
  readonly service: string;
} {
  const [first = '', second] = entry.service.name.split('_');
  return second === undefined
    ? { plugin: null, service: first }
    : { plugin: first, service: second };
}

/** The kind of an object's property, of its own type or of its base's. */
export function kindOfProperty(
  objectType: string,
  name: string,
  index: ReferenceIndex,
): ReferenceKind {
  return index.property(objectType, name)?.kind ?? { kind: 'string' };
}
