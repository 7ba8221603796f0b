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
        return NO_RIGHTS;
    }
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
