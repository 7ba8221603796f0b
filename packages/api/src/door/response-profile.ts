import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import { coerce } from '../schema/coerce.ts';
import { object } from '../schema/kinds.ts';
import { isRawObject, type Raw } from '../schema/parameters.ts';
import {
  DetachedResponseProfile,
  type DetachedResponseProfileValue,
  ResponseProfileHolder,
  type ResponseProfileHolderValue,
} from '../schema/response-profile.ts';
import {
  PROFILE_ENABLED,
  type ResponseProfileRecord,
} from '../store/profile/response-profiles-store.ts';
import { ProfiledObject } from './profiled-object.ts';

/** The profiles that accounts have kept. */
export interface ResponseProfileDirectory {
  find(partnerId: number, id: number): Promise<ResponseProfileRecord | null>;
  findByName(partnerId: number, systemName: string): Promise<ResponseProfileRecord | null>;
}

/** Which properties the objects of an answer have. */
export type FieldSelection = {
  /** Whether the fields are the only ones, or the ones left out. */
  readonly isIncluding: boolean;
  readonly fields: ReadonlySet<string>;
};

/**
 * What the parameter `responseProfile` asks for: fields, or the id or system name of a profile that the session's account
 * has kept. Null where it asks for nothing.
 *
 * @throws ApiError where it cannot be read, or there is no such profile
 */
export async function readFieldSelection(
  raw: Raw,
  session: Session | undefined,
  directory: ResponseProfileDirectory,
): Promise<FieldSelection | null> {
  if (raw === null || raw === '') return null;
  if (isRawObject(raw) && (raw.id !== undefined || raw.systemName !== undefined)) {
    const holder = coerce(object(ResponseProfileHolder), raw, 'responseProfile', 0);
    return selectionOf(await keptProfile(holder as ResponseProfileHolderValue, session, directory));
  }
  const detached = coerce(object(DetachedResponseProfile), raw, 'responseProfile', 0);
  return selectionOf(detached as DetachedResponseProfileValue);
}

/** Applies to objects, to lists of them, and to the objects of a list response. What is inside an object stays whole. */
export function selectFields(result: unknown, selection: FieldSelection): unknown {
  if (Array.isArray(result)) return result.map((item) => selectFields(item, selection));
  if (!isTyped(result)) return result;
  if ('totalCount' in result && 'objects' in result) {
    return { ...result, objects: selectFields(result.objects, selection) };
  }
  const { isIncluding, fields } = selection;
  const kept = Object.entries(result).filter(([name]) => fields.has(name) === isIncluding);
  return new ProfiledObject(result.objectType, Object.fromEntries(kept));
}

async function keptProfile(
  { id, systemName }: ResponseProfileHolderValue,
  session: Session | undefined,
  directory: ResponseProfileDirectory,
): Promise<ResponseProfileRecord> {
  const partnerId = session?.partnerId;
  const found =
    partnerId === undefined
      ? null
      : await (id
          ? directory.find(partnerId, id)
          : directory.findByName(partnerId, systemName ?? ''));
  if (found?.status === PROFILE_ENABLED) return found;
  throw id
    ? new ApiError('RESPONSE_PROFILE_ID_NOT_FOUND', id)
    : new ApiError('RESPONSE_PROFILE_NAME_NOT_FOUND', systemName ?? '');
}

const EXCLUDING = 2;

/** A profile without fields asks for nothing. */
function selectionOf({
  type,
  fields,
}: {
  readonly type?: number | null;
  readonly fields?: string | null;
}): FieldSelection | null {
  const names = (fields ?? '').split(',').map((name) => name.trim());
  const set = new Set(names.filter((name) => name !== ''));
  return set.size === 0 ? null : { isIncluding: type !== EXCLUDING, fields: set };
}

function isTyped(value: unknown): value is object & { readonly objectType: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'objectType' in value &&
    typeof value.objectType === 'string'
  );
}
