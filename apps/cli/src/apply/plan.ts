import { NEW_WEBCAST, type WebcastValues } from '../webcast/webcast-values.ts';
import { describeValues, diffValues, type FieldChange } from './diff-values.ts';
import type { DescribedWebcast, WebcastFile } from './webcast-file.ts';

/** A webcast that the server has. */
export type KnownWebcast = {
  readonly id: string;
  /** Its reference id; empty where it has none. */
  readonly referenceId: string;
  readonly values: WebcastValues;
  /** Of the file that it was made by; null where none says so. */
  readonly set: string | null;
  /** Of the picture that was set from a file; null where none was. */
  readonly pictureHash: string | null;
  readonly isOnAir: boolean;
};

/** A picture's file, read. */
export type Picture = { readonly path: string; readonly bytes: Uint8Array; readonly hash: string };

export type Step = {
  readonly key: string;
  readonly name: string;
} & (
  | {
      readonly kind: 'create';
      readonly values: WebcastValues;
      readonly picture: Picture | null;
      readonly changes: readonly FieldChange[];
    }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly values: Partial<WebcastValues>;
      readonly picture: Picture | null;
      readonly changes: readonly FieldChange[];
    }
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'delete'; readonly id: string; readonly isOnAir: boolean }
);

export type Plan = {
  readonly set: string | null;
  readonly steps: readonly Step[];
  /** What keeps it from being carried out. */
  readonly faults: readonly string[];
};

/** What has to be done for the server to agree with the file. What the server has besides is left alone. */
export function planFile(
  file: WebcastFile,
  known: readonly KnownWebcast[],
  pictures: ReadonlyMap<string, Picture>,
): Plan {
  const faults: string[] = [];
  const matched = new Set<string>();
  const steps = file.webcasts.map((described): Step => {
    const found = findKnown(described.key, known);
    if (found.length > 1) {
      const ids = found.map(({ id }) => id).join(', ');
      faults.push(
        `line ${described.line}: several webcasts have the reference id "${described.key}": ${ids}. Name one by its id, or change the others.`,
      );
    }
    const [one] = found;
    if (one === undefined) return creation(described, file.set, pictures);
    matched.add(one.id);
    if (file.set !== null && one.set !== null && one.set !== file.set) {
      faults.push(
        `line ${described.line}: "${described.key}" (${one.id}) belongs to the set "${one.set}", and this file is "${file.set}".`,
      );
    }
    return changeOf(described, one, file.set, pictures);
  });
  const extra = known.filter(
    ({ id, set }) => file.set !== null && set === file.set && !matched.has(id),
  );
  return {
    set: file.set,
    faults,
    steps: [
      ...steps,
      ...extra.map(
        (webcast): Step => ({
          kind: 'delete',
          key: webcast.referenceId || webcast.id,
          name: webcast.values.name,
          ...{ id: webcast.id, isOnAir: webcast.isOnAir },
        }),
      ),
    ],
  };
}

function findKnown(key: string, known: readonly KnownWebcast[]): readonly KnownWebcast[] {
  const byReference = known.filter(({ referenceId }) => referenceId === key);
  return byReference.length > 0 ? byReference : known.filter(({ id }) => id === key);
}

function creation(
  { key, values, thumbnail }: DescribedWebcast,
  set: string | null,
  pictures: ReadonlyMap<string, Picture>,
): Step {
  const picture = pictures.get(thumbnail ?? '') ?? null;
  const whole = { ...NEW_WEBCAST, ...values };
  return {
    kind: 'create',
    key,
    name: values.name,
    values: whole,
    picture,
    changes: [...describeValues(whole), ...pictureChange(picture, null), ...setChange(set, null)],
  };
}

function changeOf(
  { key, values, thumbnail }: DescribedWebcast,
  known: KnownWebcast,
  set: string | null,
  pictures: ReadonlyMap<string, Picture>,
): Step {
  const wanted = pictures.get(thumbnail ?? '') ?? null;
  const picture = wanted !== null && wanted.hash !== known.pictureHash ? wanted : null;
  const changes = [
    ...diffValues(known.values, values),
    ...pictureChange(picture, known.pictureHash),
    ...setChange(set, known.set),
  ];
  const { id } = known;
  if (changes.length === 0) return { kind: 'unchanged', key, name: values.name, id };
  const fields = new Set<string>(changes.map(({ field }) => field));
  const differing = Object.fromEntries(
    Object.entries(values).filter(([field]) => fields.has(field)),
  ) as Partial<WebcastValues>;
  return { kind: 'change', key, name: values.name, id, values: differing, picture, changes };
}

function pictureChange(picture: Picture | null, knownHash: string | null): FieldChange[] {
  if (picture === null) return [];
  return [
    { field: 'thumbnail', from: knownHash === null ? '–' : 'another picture', to: picture.path },
  ];
}

function setChange(set: string | null, known: string | null): FieldChange[] {
  return set === null || set === known ? [] : [{ field: 'set', from: known ?? '–', to: set }];
}
