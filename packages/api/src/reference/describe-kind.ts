import type { ReferenceKind } from '@rostrum/contracts';
import type { Action } from '../catalog/action.ts';
import type { Kind } from '../schema/kinds.ts';

/** A kind by the names of the types it speaks of. */
export function describeKind(kind: Kind | NonNullable<Action['result']>): ReferenceKind {
  switch (kind.kind) {
    case 'enum':
    case 'object':
      return { kind: kind.kind, type: kind.type.name };
    case 'array':
      return { kind: 'array', items: kind.items.name };
    case 'file':
      return { kind: 'file', maxBytes: kind.maxBytes };
    default:
      return { kind: kind.kind };
  }
}
