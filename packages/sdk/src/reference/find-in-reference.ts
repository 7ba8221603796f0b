import type { ApiReference } from '@rostrum/contracts';

export type Finding = {
  readonly kind: 'action' | 'type' | 'enum' | 'error';
  /** Also where it stands: `liveStream.add`, `KalturaLiveStreamEntry`, `ENTRY_ID_NOT_FOUND`. */
  readonly name: string;
  readonly about: string;
};

/** More would not be read. */
const MAX_FINDINGS = 40;

/** Everything that the words of a query are found in, the best first. */
export function findInReference(findings: readonly Finding[], query: string): readonly Finding[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.finding.name.length - b.finding.name.length)
    .slice(0, MAX_FINDINGS)
    .map(({ finding }) => finding);
}

export function allFindings({ services, types, enums, errors }: ApiReference): readonly Finding[] {
  return [
    ...services.flatMap(({ name, actions }) =>
      actions.map(
        (action): Finding => ({
          kind: 'action',
          name: `${name}.${action.name}`,
          about: action.summary,
        }),
      ),
    ),
    ...types.map(({ name, about }): Finding => ({ kind: 'type', name, about })),
    ...enums.map(
      ({ name, values }): Finding => ({
        kind: 'enum',
        name,
        about: values.map((value) => value.name).join(' '),
      }),
    ),
    ...errors.map(({ code, meaning }): Finding => ({ kind: 'error', name: code, about: meaning })),
  ];
}

/** What people look for first is what they can call. */
const KIND_RANK = { action: 4, type: 3, error: 2, enum: 1 } as const;

/** 0 where a word is missing. A word counts more in the name than in the sentence, most where the name begins with it. */
function rankOf({ kind, name, about }: Finding, words: readonly string[]): number {
  const lowerName = name.toLowerCase();
  const starts = lowerStartsOf(name);
  const lowerAbout = about.toLowerCase();
  let rank = 0;
  for (const word of words) {
    if (lowerName === word || lowerName.endsWith(`.${word}`)) rank += 100;
    else if (lowerName.startsWith(word)) rank += 80;
    else if (starts.some((start) => start.startsWith(word))) rank += 60;
    else if (lowerName.includes(word)) rank += 40;
    else if (lowerAbout.includes(word)) rank += 10;
    else return 0;
  }
  return rank + KIND_RANK[kind];
}

/** From each word of a name to its end: `KalturaLiveStreamEntry` has `livestreamentry`, `streamentry`, `entry`. */
function lowerStartsOf(name: string): readonly string[] {
  return [...name.matchAll(/(?<=[a-z\d])[A-Z]|(?<=[._])\w/g)].map(({ index }) =>
    name.slice(index).toLowerCase(),
  );
}
