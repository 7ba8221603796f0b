import type { Picture, PictureFormat } from '@rostrum/contracts';
import { sql } from 'kysely';
import { DELETED_STATUS } from '../../entries/entry-base.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import { withoutDefault } from '../upload/thumb-assets-store.ts';

/** set: by somebody, for the entry; show: cut out of the last show. */
export type PictureKind = 'set' | 'show';

/** A show as far as pictures are cut out of it. */
export type Show = {
  readonly generation: string;
  /** Wall clock, ms. */
  readonly startedAtMs: number;
};

/** What is known of a picture without reading it. */
export type PictureFacts = {
  readonly kind: PictureKind;
  readonly format: PictureFormat;
  /** That it was cut out of; null for pictures that were set. */
  readonly show: Show | null;
  readonly createdAtMs: number;
};

export type EntryPictures = {
  readonly set: PictureFacts | null;
  readonly show: PictureFacts | null;
};

/** Of which entry, and of whose account. */
export type PictureOwner = { readonly id: string; readonly partnerId: number };

/** The pictures of entries, one of each kind. */
export class PicturesStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async factsOf({ id, partnerId }: PictureOwner): Promise<EntryPictures> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('picture')
        .select(['kind', 'format', 'generation', 'started_at_ms', 'created_at_ms'])
        .where('entry_id', '=', id)
        .where('partner_id', '=', partnerId),
    );
    const find = (kind: PictureKind): PictureFacts | null => {
      const row = rows.find((each) => each.kind === kind);
      if (row === undefined) return null;
      const { generation, started_at_ms: startedAtMs } = row;
      return {
        kind,
        format: row.format as PictureFormat,
        show: generation === null || startedAtMs === null ? null : { generation, startedAtMs },
        createdAtMs: row.created_at_ms,
      };
    };
    return { set: find('set'), show: find('show') };
  }

  async read({ id, partnerId }: PictureOwner, kind: PictureKind): Promise<Picture | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('picture')
        .select(['format', 'bytes'])
        .where('entry_id', '=', id)
        .where('partner_id', '=', partnerId)
        .where('kind', '=', kind),
    );
    return row === undefined ? null : { format: row.format as PictureFormat, bytes: row.bytes };
  }

  /** Keeps the picture of a show in the place of the one before. */
  async saveOfShow(
    owner: PictureOwner,
    show: Show,
    picture: Picture,
    nowMs: number,
  ): Promise<void> {
    await this.#database.write([this.#save(owner, 'show', show, picture, nowMs)]);
  }

  /**
   * Sets an entry's picture, and raises the version that is part of the picture's address.
   *
   * @param also of the same job
   * @returns false where the entry is no longer there, or one of the other statements fails
   */
  set(
    owner: PictureOwner,
    picture: Picture,
    nowMs: number,
    also: readonly Statement[] = [],
  ): Promise<boolean> {
    return tryWrite(this.#database, [...this.setting(owner, picture, nowMs), ...also]);
  }

  /** The statements of a job that sets an entry’s picture; none of its thumb assets is that one then. */
  setting(owner: PictureOwner, picture: Picture, nowMs: number): readonly Statement[] {
    const version = this.#database.builder
      .updateTable('entry')
      .set(({ eb }) => ({ picture_version: eb('picture_version', '+', 1), updated_at_ms: nowMs }))
      .where('id', '=', owner.id)
      .where('partner_id', '=', owner.partnerId)
      .where('status', '!=', DELETED_STATUS);
    return [
      statement(version, { mustChange: true }),
      this.#save(owner, 'set', null, picture, nowMs),
      withoutDefault(this.#database, owner.id),
    ];
  }

  #save(
    { id, partnerId }: PictureOwner,
    kind: PictureKind,
    show: Show | null,
    { format, bytes }: Picture,
    nowMs: number,
  ): Statement {
    const columns = {
      format,
      bytes,
      generation: show?.generation ?? null,
      started_at_ms: show?.startedAtMs ?? null,
      created_at_ms: nowMs,
    };
    return statement(
      this.#database.builder
        .insertInto('picture')
        .values({ entry_id: id, kind, partner_id: partnerId, ...columns })
        .onConflict((conflict) => conflict.columns(['entry_id', 'kind']).doUpdateSet(columns)),
    );
  }
}

/** Part of the job that deletes an entry: its pictures go at once. */
export function removedPictures({ builder }: Database, entryId: string): Statement {
  return statement(builder.deleteFrom('picture').where('entry_id', '=', entryId));
}

/** Part of the job that makes an entry: it gets the picture that somebody has set for another one. */
export function copiedPicture(
  { builder }: Database,
  fromEntryId: string,
  toEntryId: string,
): readonly Statement[] {
  const id = sql<string>`cast(${toEntryId} as text)`;
  const picture = builder
    .selectFrom('picture')
    .where('entry_id', '=', fromEntryId)
    .where('kind', '=', 'set');
  return [
    statement(
      builder
        .insertInto('picture')
        .columns(['entry_id', 'kind', 'partner_id', 'format', 'bytes', 'created_at_ms'])
        .expression(
          picture.select([
            id.as('entry_id'),
            'kind',
            'partner_id',
            'format',
            'bytes',
            'created_at_ms',
          ]),
        ),
    ),
    statement(
      builder
        .updateTable('entry')
        .set({ picture_version: 1 })
        .where('id', '=', toEntryId)
        .where(({ exists }) => exists(picture.select('picture.kind'))),
    ),
  ];
}
