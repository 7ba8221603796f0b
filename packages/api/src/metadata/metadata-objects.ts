import { type CuePointKind, RECORDED_AS } from '../cue-points/cue-point.ts';
import type { Alongside, CuePointBook, RecordWrite } from '../cue-points/cue-point-book.ts';
import { isChangeableBy } from '../cue-points/standing.ts';
import { EVERY_KIND } from '../entries/entry.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import { ApiError } from '../errors/api-error.ts';
import { isEditor } from '../session/access.ts';
import { type Call, sessionOf } from '../session/call.ts';
import type { UsersStore } from '../store/account/users-store.ts';
import type { CategoriesStore } from '../store/category/categories-store.ts';
import { CATEGORY, ENTRY, PARTNER, USER } from './object-kinds.ts';

export type ObjectRights = { readonly mayRead: boolean; readonly mayChange: boolean };

const NO_RIGHTS: ObjectRights = { mayRead: false, mayChange: false };

export type MetadataObjectsOptions = {
  readonly book: EntryBook;
  readonly categories: CategoriesStore;
  readonly users: UsersStore;
  readonly cuePoints: CuePointBook;
};

/** What records can be about, and who may read and change what is recorded of it. */
export class MetadataObjects {
  readonly #options: MetadataObjectsOptions;

  constructor(options: MetadataObjectsOptions) {
    this.#options = options;
  }

  /** Nobody has rights to what is not there, or is of another account. */
  async rightsTo(call: Call, objectType: string, objectId: string): Promise<ObjectRights> {
    const session = sessionOf(call);
    const mayAll = (permission: Parameters<Call['permissions']['has']>[0]) =>
      call.permissions.has(permission);
    switch (objectType) {
      case ENTRY: {
        const record = await this.#options.book.findOrNull(session, objectId, EVERY_KIND);
        if (record === null) return NO_RIGHTS;
        return {
          mayRead: true,
          mayChange: isEditor(session, record.entry) || mayAll('CONTENT_MANAGE_BASE'),
        };
      }
      case CATEGORY: {
        const id = Number(objectId);
        const isThere =
          Number.isSafeInteger(id) &&
          (await this.#options.categories.find(session.partnerId, id)) !== null;
        const isAllowed = isThere && mayAll('CONTENT_MANAGE_EDIT_CATEGORIES');
        return { mayRead: isAllowed, mayChange: isAllowed };
      }
      case USER: {
        const user = await this.#options.users.find(session.partnerId, objectId);
        if (user === null || user.status === 'deleted') return NO_RIGHTS;
        const isOneself = session.userId !== '' && session.userId === objectId;
        return {
          mayRead: isOneself || mayAll('ADMIN_BASE'),
          mayChange: mayAll('ADMIN_USER_ADD'),
        };
      }
      case PARTNER: {
        const isOwn = objectId === String(session.partnerId);
        return {
          mayRead: isOwn && mayAll('ACCOUNT_UPDATE_SETTINGS'),
          mayChange: isOwn && mayAll('ACCOUNT_UPDATE_SETTINGS'),
        };
      }
      default:
        return this.#rightsToCuePoint(call, objectType, objectId);
    }
  }

  /** Of some objects, those of which the session reads what is recorded. */
  async readable(call: Call, objectType: string, ids: readonly string[]): Promise<string[]> {
    const kind = kindOf(objectType);
    if (kind !== null) {
      return [...(await this.#options.cuePoints.seen(call, kind, ids))];
    }
    const readable: string[] = [];
    for (const id of ids) {
      if ((await this.rightsTo(call, objectType, id)).mayRead) readable.push(id);
    }
    return readable;
  }

  /** What belongs into the job that writes a record: who may read a cue point depends on what is recorded of it. */
  async alongside(
    call: Call,
    { objectType, objectId }: { readonly objectType: string; readonly objectId: string },
    write: RecordWrite,
  ): Promise<Alongside> {
    if (kindOf(objectType) === null) return NOTHING;
    return this.#options.cuePoints.alongside(call, objectId, write);
  }

  async #rightsToCuePoint(call: Call, objectType: string, id: string): Promise<ObjectRights> {
    const kind = kindOf(objectType);
    if (kind === null) return NO_RIGHTS;
    const found = await this.#options.cuePoints.findOrNull(call, id);
    if (found === null || found.cuePoint.type !== kind) return NO_RIGHTS;
    const { cuePoint, standing } = found;
    return { mayRead: true, mayChange: isChangeableBy(cuePoint, call, standing) };
  }

  /** @throws ApiError */
  async mustChange(call: Call, objectType: string, objectId: string): Promise<void> {
    const { mayRead, mayChange } = await this.rightsTo(call, objectType, objectId);
    if (mayChange) return;
    if (mayRead && objectType === ENTRY) {
      throw new ApiError('METADATA_NO_PERMISSION_ON_ENTRY', objectId);
    }
    throw new ApiError('METADATA_OBJECT_ID_NOT_FOUND', objectId);
  }
}

const NOTHING: Alongside = { also: [], stored: () => undefined };

function kindOf(objectType: string): CuePointKind | null {
  return (Object.hasOwn(RECORDED_AS, objectType) && RECORDED_AS[objectType]) || null;
}
