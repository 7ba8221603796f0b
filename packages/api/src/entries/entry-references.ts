import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { AccountProfiles } from '../profiles/account-profiles.ts';
import type { BaseEntryValue } from '../schema/base-entry.ts';
import type { LiveStreamEntryValue } from '../schema/live-stream-entry.ts';
import { type Entry, type EntryKind, EVERY_KIND } from './entry.ts';
import type { EntryBook } from './entry-book.ts';

/** What entries name: other entries, and the account's profiles. */
export class EntryReferences {
  readonly #book: EntryBook;

  constructor(book: EntryBook) {
    this.#book = book;
  }

  /**
   * @param entry the one that is changed; left out for a new one
   * @throws ApiError for the first that is not there. What an entry has already it keeps, also where it is gone.
   */
  async refuseUnknown(
    session: Session,
    sent: BaseEntryValue,
    profiles: AccountProfiles,
    kind: EntryKind,
    entry?: Entry,
  ): Promise<void> {
    const { parentEntryId, conversionProfileId } = sent;
    const before: BaseEntryValue = entry?.properties ?? {};
    if (parentEntryId && parentEntryId !== before.parentEntryId) {
      await this.#refuseUnknownParent(session, parentEntryId, entry);
    }
    const isOfMedia = kind !== 'webcast';
    if (isOfMedia && conversionProfileId && conversionProfileId !== before.conversionProfileId) {
      refuseUnknownMediaProfile(profiles, conversionProfileId);
    }
  }

  /** What is sent, with the template's properties where it says nothing itself. */
  async withTemplate(
    session: Session,
    kind: EntryKind,
    sent: BaseEntryValue,
  ): Promise<BaseEntryValue> {
    const { templateEntryId } = sent;
    if (!templateEntryId) return sent;
    const { entry } = await this.#book.find(session, templateEntryId, [kind]);
    const template = templateOf(entry);
    return { ...withoutTranslationsOf(sent, template), ...sent };
  }

  /** An entry above that has one above itself would make a chain without end. */
  async #refuseUnknownParent(session: Session, parentEntryId: string, entry?: Entry) {
    const parent = (await this.#book.findOrNull(session, parentEntryId, EVERY_KIND))?.entry;
    if (parent === undefined || parent.id === entry?.id || parent.properties.parentEntryId) {
      throw new ApiError('PARENT_ENTRY_ID_NOT_FOUND', parentEntryId);
    }
  }
}

export function refuseUnknownMediaProfile({ media }: AccountProfiles, id: number): void {
  if (!media.enabledIds.has(id)) throw new ApiError('CONVERSION_PROFILE_ID_NOT_FOUND', id);
}

/** Translations of another text say something else. */
function withoutTranslationsOf(sent: BaseEntryValue, template: BaseEntryValue): BaseEntryValue {
  const names = ['name', 'description', 'tags'] as const;
  const replaced = names.filter((name) => sent[name] !== undefined);
  const dropped = new Set<string>(replaced.map((name) => `multiLingual_${name}`));
  return Object.fromEntries(Object.entries(template).filter(([name]) => !dropped.has(name)));
}

/** Of an entry only: who it belongs to, what refers to it, and its secrets. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  'objectType',
  'userId',
  'creatorId',
  'referenceId',
  'parentEntryId',
  'redirectEntryId',
  'recordedEntryId',
  'templateEntryId',
  'displayInSearch',
  'srtPass',
  'lastElapsedRecordingTime',
]);

/** The settings that another entry can begin with. */
export function templateOf(entry: Entry): LiveStreamEntryValue {
  const own = Object.entries(entry.properties).filter(([name]) => !NOT_COPIED.has(name));
  const live = entry.kind === 'webcast' ? { explicitLive: entry.isExplicitLive } : {};
  return { ...Object.fromEntries(own), ...live };
}
