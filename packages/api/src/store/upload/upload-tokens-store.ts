import type { UploadTokenFilterValue } from '../../schema/upload-token.ts';
import type { Ranges } from '../../uploads/received-ranges.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import { allOf, conditionsOf, type FilterColumns, orderOf } from '../list-filter.ts';
import type { Page } from '../profile/flavor-params-store.ts';
import { abandoning } from './abandoned-files-store.ts';
import type { UploadTokenTable } from './upload-tables.ts';

/** Values of KalturaUploadTokenStatus. */
export const PENDING = 0;
export const PARTIAL_UPLOAD = 1;
export const FULL_UPLOAD = 2;
export const CLOSED = 3;
export const TIMED_OUT = 4;
export const DELETED = 5;

/** What still takes room, or may come to. */
const OPEN: readonly number[] = [PENDING, PARTIAL_UPLOAD, FULL_UPLOAD];

export type UploadTokenStatus = 0 | 1 | 2 | 3 | 4 | 5;

export type UploadToken = {
  readonly id: string;
  readonly partnerId: number;
  readonly userId: string;
  readonly status: UploadTokenStatus;
  readonly fileName: string | null;
  /** As the client has announced it, bytes. */
  readonly fileSize: number | null;
  /** It is whole as soon as fileSize has arrived, whatever chunk was called the last. */
  readonly isAutoFinalized: boolean;
  readonly ranges: Ranges;
  /** What has arrived without a gap, from the beginning. */
  readonly uploadedBytes: number;
  readonly heldBytes: number;
  readonly fileKey: string | null;
  readonly attachedTo: { readonly type: string; readonly id: string } | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
};

/** How much of what has not become anything yet somebody has. */
export type UploadUsage = { readonly count: number; readonly bytes: number };

const COLUMNS: FilterColumns = {
  id: { column: 'upload_token.id', kind: 'text' },
  userId: { column: 'upload_token.user_id', kind: 'text' },
  status: { column: 'upload_token.status', kind: 'number' },
  fileName: { column: 'upload_token.file_name', kind: 'text' },
  fileSize: { column: 'upload_token.file_size', kind: 'number' },
};

export class UploadTokensStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async insert(token: UploadToken): Promise<void> {
    await this.#database.write([
      statement(this.#database.builder.insertInto('upload_token').values(rowOf(token))),
    ]);
  }

  async find(partnerId: number, id: string): Promise<UploadToken | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('upload_token')
        .selectAll()
        .where('id', '=', id)
        .where('partner_id', '=', partnerId),
    );
    return row === undefined ? null : recordOf(row);
  }

  /**
   * Deleted ones only where the filter names a status or ids.
   *
   * @param userId only this user's; null for everybody's
   */
  async list(
    partnerId: number,
    userId: string | null,
    filter: UploadTokenFilterValue,
    { limit, offset }: Page,
  ): Promise<{ readonly totalCount: number; readonly tokens: readonly UploadToken[] }> {
    const names = ['statusEqual', 'statusIn', 'idEqual', 'idIn'] as const;
    const isNamed = names.some((name) => filter[name] !== undefined && filter[name] !== null);
    let matching = this.#database.builder
      .selectFrom('upload_token')
      .where('partner_id', '=', partnerId)
      .where(allOf(conditionsOf(filter, COLUMNS)));
    if (userId !== null) matching = matching.where('user_id', '=', userId);
    if (!isNamed) matching = matching.where('status', '!=', DELETED);
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const order = orderOf(filter.orderBy, { createdAt: 'created_at_ms' });
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy('created_at_ms', order?.direction ?? 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), tokens: rows.map(recordOf) };
  }

  /** Of an account, or of one user in it. */
  async usageOf(partnerId: number, userId: string | null): Promise<UploadUsage> {
    let query = this.#database.builder
      .selectFrom('upload_token')
      .where('partner_id', '=', partnerId)
      .where('status', 'in', [...OPEN]);
    if (userId !== null) query = query.where('user_id', '=', userId);
    const [row] = await this.#database.read(
      query.select(({ fn }) => [
        fn.countAll<number>().as('count'),
        fn.sum<number | null>('held_bytes').as('bytes'),
      ]),
    );
    return { count: Number(row?.count ?? 0), bytes: Number(row?.bytes ?? 0) };
  }

  /**
   * @param abandonedKey a file that the token had before and no longer has
   * @returns false where the stored revision is no longer the one before this one
   */
  replace(token: UploadToken, abandonedKey: string | null = null): Promise<boolean> {
    return tryWrite(this.#database, [
      this.#replacing(token),
      ...(abandonedKey === null ? [] : [abandoning(this.#database, abandonedKey)]),
    ]);
  }

  /** Part of the job that gives the file to somebody else; the job fails with `conflict` where it was given away before. */
  closing(
    token: UploadToken,
    attachedTo: NonNullable<UploadToken['attachedTo']>,
    nowMs: number,
  ): Statement {
    return this.#replacing({
      ...token,
      status: CLOSED,
      fileKey: null,
      heldBytes: 0,
      attachedTo,
      updatedAtMs: nowMs,
      revision: token.revision + 1,
    });
  }

  /** What nobody has touched since then and still takes room, the oldest first. */
  async untouchedSince(timeMs: number, limit: number): Promise<readonly UploadToken[]> {
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('upload_token')
        .selectAll()
        .where('status', 'in', [...OPEN])
        .where('updated_at_ms', '<', timeMs)
        .orderBy('updated_at_ms')
        .limit(limit),
    );
    return rows.map(recordOf);
  }

  /** Removes the memory of those that have been over since then. */
  async forgetOverSince(timeMs: number): Promise<void> {
    await this.#database.write([
      statement(
        this.#database.builder
          .deleteFrom('upload_token')
          .where('status', 'not in', [...OPEN])
          .where('updated_at_ms', '<', timeMs),
      ),
    ]);
  }

  #replacing(token: UploadToken): Statement {
    const { id, ...columns } = rowOf(token);
    return statement(
      this.#database.builder
        .updateTable('upload_token')
        .set(columns)
        .where('id', '=', id)
        .where('revision', '=', token.revision - 1),
      { mustChange: true },
    );
  }
}

function rowOf(token: UploadToken): UploadTokenTable {
  return {
    id: token.id,
    partner_id: token.partnerId,
    user_id: token.userId,
    status: token.status,
    file_name: token.fileName,
    file_size: token.fileSize,
    is_auto_finalized: token.isAutoFinalized ? 1 : 0,
    uploaded_bytes: token.uploadedBytes,
    ranges: JSON.stringify(token.ranges),
    held_bytes: token.heldBytes,
    file_key: token.fileKey,
    attached_type: token.attachedTo?.type ?? null,
    attached_id: token.attachedTo?.id ?? null,
    created_at_ms: token.createdAtMs,
    updated_at_ms: token.updatedAtMs,
    revision: token.revision,
  };
}

function recordOf(row: UploadTokenTable): UploadToken {
  const { attached_type: type, attached_id: id } = row;
  return {
    id: row.id,
    partnerId: row.partner_id,
    userId: row.user_id,
    status: row.status as UploadTokenStatus,
    fileName: row.file_name,
    fileSize: row.file_size,
    isAutoFinalized: row.is_auto_finalized === 1,
    ranges: JSON.parse(row.ranges) as Ranges,
    uploadedBytes: row.uploaded_bytes,
    heldBytes: row.held_bytes,
    fileKey: row.file_key,
    attachedTo: type === null || id === null ? null : { type, id },
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}
