import { offTrail, onTrail, Trail } from './trail.ts';

/** Something that the server does by itself, and that people will ask about. */
export type SystemDeed = {
  readonly partnerId: number;
  /** Which rule it follows: becomes `rostrum::retention` in the log. */
  readonly rule: string;
  readonly verb: 'CREATED' | 'CHANGED' | 'DELETED';
  readonly entry: { readonly id: string; readonly name: string };
  readonly nowMs: number;
};

/** Does it, with a line of the audit log in the same job as its first write. */
export function bySystem<Result>(deed: SystemDeed, work: () => Result): Result {
  const { partnerId, rule, verb, entry, nowMs } = deed;
  const trail = new Trail({
    ...{ requestId: '', ipAddress: '', userAgent: '', clientTag: '' },
    createdAtMs: nowMs,
    verb,
    entryPoint: `rostrum::${rule}`,
    isBySystem: true,
    actor: { partnerId, userId: '', sessionType: null },
    object: { type: 'entry', id: entry.id, name: entry.name, entryId: entry.id, changes: [] },
  });
  return offTrail(() => onTrail(trail, work));
}
