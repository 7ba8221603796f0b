import type {
  ReferenceEnum,
  ReferenceRefusal,
  ReferenceService,
  ReferenceType,
} from '@rostrum/contracts';
import type { ActionEntry, ReferenceIndex } from './reference-index.ts';

/** What the fragment of the page's address says: `#liveStream.add`, `#ks=…`, `#liveStream.add&ks=…`. */
export type ReferenceAddress = {
  /** Empty for the start. */
  readonly target: string;
  /** A session that came along; null where none did. */
  readonly session: string | null;
};

/** What the page shows. */
export type ReferenceView =
  | { readonly kind: 'start' }
  | { readonly kind: 'compatibility' }
  | { readonly kind: 'objects' }
  | { readonly kind: 'service'; readonly service: ReferenceService }
  | { readonly kind: 'action'; readonly entry: ActionEntry }
  | { readonly kind: 'type'; readonly type: ReferenceType }
  | { readonly kind: 'enum'; readonly enumeration: ReferenceEnum }
  | { readonly kind: 'errors'; readonly error: ReferenceRefusal | null }
  | { readonly kind: 'nothing'; readonly target: string };

export function readReferenceAddress(hash: string): ReferenceAddress {
  let target = '';
  let session: string | null = null;
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part.startsWith('ks=')) session = decode(part.slice('ks='.length));
    else if (target === '') target = decode(part);
  }
  return { target, session };
}

/** What stands at a target; `nothing` where nothing does. */
export function viewAt(target: string, index: ReferenceIndex): ReferenceView {
  if (target === '') return { kind: 'start' };
  if (target === 'errors') return { kind: 'errors', error: null };
  if (target === 'compatibility' || target === 'objects') return { kind: target };
  const entry = index.action(target);
  if (entry !== undefined) return { kind: 'action', entry };
  const service = index.service(target);
  if (service !== undefined) return { kind: 'service', service };
  const type = index.type(target);
  if (type !== undefined) return { kind: 'type', type };
  const enumeration = index.enum(target);
  if (enumeration !== undefined) return { kind: 'enum', enumeration };
  const error = index.error(target);
  if (error !== undefined) return { kind: 'errors', error };
  return { kind: 'nothing', target };
}

/** The page of the list that a view belongs to; empty where it stands for itself. */
export function sectionOf({ kind }: ReferenceView): string {
  if (kind === 'type' || kind === 'enum') return 'objects';
  return kind === 'errors' ? 'errors' : '';
}

/** The name that a view has in titles. */
export function titleOf(view: ReferenceView): string {
  switch (view.kind) {
    case 'start':
      return 'API reference';
    case 'compatibility':
      return 'Compatibility';
    case 'objects':
      return 'Objects and enumerations';
    case 'service':
      return view.service.name;
    case 'action':
      return actionName(view.entry);
    case 'type':
      return view.type.name;
    case 'enum':
      return view.enumeration.name;
    case 'errors':
      return view.error?.code ?? 'Errors';
    case 'nothing':
      return 'Not found';
  }
}

export function actionName({ service, action }: ActionEntry): string {
  return `${service.name}.${action.name}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
