import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditChange } from './property-changes.ts';

/** What is known of one call, or of one thing that the system does by itself, while its writes are on their way. */

/** Values of KalturaAuditTrailAction that are used here. */
export type AuditVerb =
  | 'CREATED'
  | 'COPIED'
  | 'CHANGED'
  | 'DELETED'
  | 'VIEWED'
  | 'RELATION_ADDED'
  | 'RELATION_REMOVED';

export type AuditActor = {
  readonly partnerId: number;
  /** Empty for the system, and for sessions without a user. */
  readonly userId: string;
  /** Value of KalturaSessionType; null where there was no session. */
  readonly sessionType: 0 | 2 | null;
};

export type AuditObject = {
  /** Value of KalturaAuditTrailObjectType. */
  readonly type: string;
  readonly id: string;
  /** What people call it; empty where nobody knows. */
  readonly name: string;
  /** The entry that it is, or belongs to; empty where there is none. */
  readonly entryId: string;
  /** Null: what the call has sent says it. */
  readonly changes: readonly AuditChange[] | null;
};

export type AuditOrigin = {
  readonly requestId: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly clientTag: string;
};

/** One line of the audit log. */
export type AuditRecord = AuditOrigin & {
  readonly createdAtMs: number;
  readonly actor: AuditActor;
  readonly verb: AuditVerb;
  /** `livestream::update`; of the system `rostrum::retention`. */
  readonly entryPoint: string;
  readonly isBySystem: boolean;
  readonly object: AuditObject;
  /** Why it was refused or has failed; null where it was done. */
  readonly error: string | null;
};

export type TrailFacts = AuditOrigin & {
  readonly createdAtMs: number;
  readonly verb: AuditVerb;
  readonly entryPoint: string;
  readonly isBySystem: boolean;
  /** Null where only the action itself finds out who it is. */
  readonly actor: AuditActor | null;
  /** As far as the call says. */
  readonly object: AuditObject;
};

/**
 * The trail of one call: the first job that it writes takes its line of the audit log along, so that either both are
 * stored or none. A call that writes nothing has changed nothing, and leaves no line.
 */
export class Trail {
  readonly #facts: TrailFacts;
  #actor: AuditActor | null;
  #noted: AuditObject | null = null;
  #written: AuditRecord | null = null;
  #isClosed = false;

  constructor(facts: TrailFacts) {
    this.#facts = facts;
    this.#actor = facts.actor;
  }

  /** The newest line that was stored. */
  get written(): AuditRecord | null {
    return this.#written;
  }

  actedBy(actor: AuditActor): void {
    this.#actor = actor;
  }

  /** To be said right before the write that it is about: an action that changes several things leaves a line for each. */
  note(noted: Partial<AuditObject> & Pick<AuditObject, 'type' | 'id'>): void {
    const { object } = this.#facts;
    const isSame = noted.type === object.type;
    this.#noted = {
      type: noted.type,
      id: noted.id,
      name: noted.name ?? (isSame ? object.name : ''),
      entryId: noted.entryId ?? (isSame ? object.entryId : ''),
      changes: noted.changes ?? null,
    };
  }

  /** The line that goes with the job that is written now; null where there is none, or where it is stored already. */
  take(): AuditRecord | null {
    const object = this.#noted;
    this.#noted = null;
    if (this.#isClosed || (this.#written !== null && !isAnother(object, this.#written.object)))
      return null;
    return this.record(object ?? this.#facts.object, null);
  }

  store(record: AuditRecord): void {
    this.#written = record;
  }

  /** Null where nobody knows whose account it concerns. */
  record(object: AuditObject, error: string | null): AuditRecord | null {
    if (this.#actor === null) return null;
    const { requestId, ipAddress, userAgent, clientTag } = this.#facts;
    const { createdAtMs, verb, entryPoint, isBySystem } = this.#facts;
    return {
      ...{ requestId, ipAddress, userAgent, clientTag },
      ...{ createdAtMs, verb, entryPoint, isBySystem },
      actor: this.#actor,
      object: { ...object, changes: object.changes ?? this.#facts.object.changes },
      error,
    };
  }

  /** A line about what the call has named, for what is no write. */
  recordOf(error: string | null): AuditRecord | null {
    return this.record(this.#noted ?? this.#facts.object, error);
  }

  /** What goes on in the background after the answer belongs to it no more. */
  close(): void {
    this.#isClosed = true;
  }
}

const trails = new AsyncLocalStorage<Trail | null>();

/** The trail of the call that this code works for; undefined outside of one. */
export function currentTrail(): Trail | undefined {
  return trails.getStore() ?? undefined;
}

export function onTrail<Result>(trail: Trail, work: () => Result): Result {
  return trails.run(trail, work);
}

/** For writes that a call sets off and that are not what it is about: counts, seeds. */
export function offTrail<Result>(work: () => Result): Result {
  return trails.run(null, work);
}

function isAnother(noted: AuditObject | null, stored: AuditObject): boolean {
  return noted !== null && (noted.id !== stored.id || noted.type !== stored.type);
}
