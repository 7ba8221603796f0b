import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import { type CoercedObject, coerce } from '../schema/coerce.ts';
import type { PagerValue } from '../schema/filter.ts';
import { object } from '../schema/kinds.ts';
import { isRawObject, type Raw } from '../schema/parameters.ts';
import {
  DetachedResponseProfile,
  ResponseProfileHolder,
  type ResponseProfileHolderValue,
} from '../schema/response-profile.ts';
import {
  PROFILE_ENABLED,
  type ResponseProfileRecord,
} from '../store/profile/response-profiles-store.ts';

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

/** What objects of an answer are to look like. */
export type AnswerProfile = {
  /** Null for all properties. */
  readonly selection: FieldSelection | null;
  readonly related: readonly RelatedProfile[];
};

/** What is answered along with each object. */
export type RelatedProfile = AnswerProfile & {
  /** The list comes under it. */
  readonly name: string;
  /** With its type, which says what is listed. */
  readonly filter: CoercedObject;
  readonly pager: PagerValue | null;
  readonly mappings: readonly Mapping[];
};

export type Mapping = {
  readonly parentProperty: string;
  readonly filterProperty: string;
  readonly allowsNull: boolean;
};

/**
 * What the parameter `responseProfile` asks for: fields and related objects, or the id or system name of a profile that
 * the session's account has kept. Null where it asks for nothing.
 *
 * @throws ApiError where it cannot be read, or there is no such profile
 */
export async function readAnswerProfile(
  raw: Raw,
  session: Session | undefined,
  directory: ResponseProfileDirectory,
): Promise<AnswerProfile | null> {
  if (raw === null || raw === '') return null;
  if (isRawObject(raw) && (raw.id !== undefined || raw.systemName !== undefined)) {
    const holder = coerce(object(ResponseProfileHolder), raw, 'responseProfile', 0);
    const kept = await keptProfile(holder as ResponseProfileHolderValue, session, directory);
    return answerProfileOf(kept as ProfileValue);
  }
  const detached = coerce(object(DetachedResponseProfile), raw, 'responseProfile', 0);
  return answerProfileOf(detached as ProfileValue);
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

/** What profiles of every level have, sent or kept. */
type ProfileValue = {
  readonly name?: string | null;
  readonly type?: number | null;
  readonly fields?: string | null;
  readonly filter?: CoercedObject | null;
  readonly pager?: PagerValue | null;
  readonly mappings?: readonly {
    readonly parentProperty?: string | null;
    readonly filterProperty?: string | null;
    readonly allowNull?: boolean | null;
  }[];
  readonly relatedProfiles?: readonly ProfileValue[] | null;
};

/** Of related profiles. */
const MAX_LEVELS = 2;
/** Each is a list of its own. */
const MAX_RELATED = 10;

function answerProfileOf(profile: ProfileValue): AnswerProfile | null {
  const shape = shapeOf(profile, 0);
  return shape.selection === null && shape.related.length === 0 ? null : shape;
}

function shapeOf(profile: ProfileValue, level: number): AnswerProfile {
  const related = profile.relatedProfiles ?? [];
  if (related.length > 0 && level === MAX_LEVELS) {
    throw new ApiError('RESPONSE_PROFILE_MAX_NESTING_LEVEL');
  }
  if (related.length > MAX_RELATED) {
    throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', 'relatedProfiles', MAX_RELATED);
  }
  return {
    selection: selectionOf(profile),
    related: related.map((each) => relatedProfileOf(each, level + 1)),
  };
}

function relatedProfileOf(profile: ProfileValue, level: number): RelatedProfile {
  const { name, filter, pager, mappings } = profile;
  if (!name) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'relatedProfiles::name');
  if (!filter) throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', 'relatedProfiles::filter');
  return {
    ...shapeOf(profile, level),
    name,
    filter,
    pager: pager ?? null,
    mappings: (mappings ?? []).map(({ parentProperty, filterProperty, allowNull }) => ({
      parentProperty: parentProperty ?? '',
      filterProperty: filterProperty ?? '',
      allowsNull: allowNull === true,
    })),
  };
}

/** A profile without fields leaves nothing out. */
function selectionOf({ type, fields }: ProfileValue): FieldSelection | null {
  const names = (fields ?? '').split(',').map((name) => name.trim());
  const set = new Set(names.filter((name) => name !== ''));
  return set.size === 0 ? null : { isIncluding: type !== EXCLUDING, fields: set };
}
