import type { Picture, PictureFormat } from '@rostrum/contracts';
import type { PictureSize } from '../../formats/picture-size.ts';
import type { ThumbAssetValue, ThumbParamsValue } from '../../schema/thumb-asset.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import type { ThumbAssetTable } from './upload-tables.ts';

/** A picture that belongs to an entry, apart from the one that the entry shows. */
export type ThumbAsset = {
  readonly id: string;
  readonly partnerId: number;
  readonly entryId: string;
  /** It is of a moment of the entry: a slide. */
  readonly isTimed: boolean;
  readonly cuePointId: string | null;
  /** It is what the entry shows. */
  readonly isDefault: boolean;
  /** How often it got content; 0 while it has none. */
  readonly version: number;
  readonly format: PictureFormat | null;
  readonly size: PictureSize | null;
  readonly sizeBytes: number;
  /** How it was made; null where somebody sent it. */
  readonly recipe: ThumbParamsValue | null;
  /** What clients have set; without nulls. */
  readonly properties: ThumbAssetValue;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly revision: number;
};

type Row = Omit<ThumbAssetTable, 'bytes'>;

const COLUMNS = [
  'id',
  'partner_id',
  'entry_id',
  'cue_point_id',
  'is_timed',
  'is_default',
  'version',
  'format',
  'width_px',
  'height_px',
  'size_bytes',
  'recipe',
  'properties',
  'created_at_ms',
  'updated_at_ms',
  'revision',
] as const;

export class ThumbAssetsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async insert(asset: ThumbAsset, picture: Picture | null): Promise<void> {
    const values = { ...rowOf(asset), bytes: picture?.bytes ?? null };
    const query = this.#database.builder.insertInto('thumb_asset').values(values);
    await this.#database.write([statement(query)]);
  }

  async find(id: string): Promise<ThumbAsset | null> {
    const [asset] = await this.list('id', [id], 1);
    return asset ?? null;
  }

  /** In the order in which they were made. */
  async list(
    by: 'id' | 'entry_id',
    ids: readonly string[],
    limit: number,
  ): Promise<readonly ThumbAsset[]> {
    if (ids.length === 0) return [];
    const rows = await this.#database.read(
      this.#database.builder
        .selectFrom('thumb_asset')
        .select(COLUMNS)
        .where(by, 'in', [...ids])
        .orderBy('created_at_ms')
        .orderBy('id')
        .limit(limit),
    );
    return rows.map(recordOf);
  }

  async countOf(entryId: string): Promise<number> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('thumb_asset')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('entry_id', '=', entryId),
    );
    return Number(row?.count ?? 0);
  }

  async read(id: string): Promise<Picture | null> {
    const [row] = await this.#database.read(
      this.#database.builder
        .selectFrom('thumb_asset')
        .select(['format', 'bytes'])
        .where('id', '=', id),
    );
    if (!row?.bytes || row.format === null) return null;
    return { format: row.format as PictureFormat, bytes: row.bytes };
  }

  /**
   * @param picture where it is another one
   * @param also of the same job
   * @returns false where the stored revision is no longer the one before this one, or one of the others fails
   */
  replace(
    asset: ThumbAsset,
    picture: Picture | null = null,
    also: readonly Statement[] = [],
  ): Promise<boolean> {
    // What the entry shows is written by statements of its own.
    const { id, is_default: _shown, ...columns } = rowOf(asset);
    const query = this.#database.builder
      .updateTable('thumb_asset')
      .set({ ...columns, ...(picture === null ? {} : { bytes: picture.bytes }) })
      .where('id', '=', id)
      .where('revision', '=', asset.revision - 1);
    return tryWrite(this.#database, [statement(query, { mustChange: true }), ...also]);
  }

  /** @returns false where it is the entry's picture, or gone */
  remove(id: string): Promise<boolean> {
    const query = this.#database.builder
      .deleteFrom('thumb_asset')
      .where('id', '=', id)
      .where('is_default', '=', 0);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  /** Part of the job that makes it the entry's picture; fails with `conflict` where it has changed. */
  becomingDefault({ id, revision }: ThumbAsset): Statement {
    return statement(
      this.#database.builder
        .updateTable('thumb_asset')
        .set({ is_default: 1, revision: revision + 1 })
        .where('id', '=', id)
        .where('revision', '=', revision),
      { mustChange: true },
    );
  }
}

/** Part of the job that gives an entry another picture: none of its assets is that one. */
export function withoutDefault({ builder }: Database, entryId: string): Statement {
  return statement(
    builder
      .updateTable('thumb_asset')
      .set({ is_default: 0 })
      .where('entry_id', '=', entryId)
      .where('is_default', '=', 1),
  );
}

/** Part of the job that deletes an entry. */
export function removedThumbAssets({ builder }: Database, entryId: string): readonly Statement[] {
  return [statement(builder.deleteFrom('thumb_asset').where('entry_id', '=', entryId))];
}

function rowOf(asset: ThumbAsset): Row {
  return {
    id: asset.id,
    partner_id: asset.partnerId,
    entry_id: asset.entryId,
    cue_point_id: asset.cuePointId,
    is_timed: asset.isTimed ? 1 : 0,
    is_default: asset.isDefault ? 1 : 0,
    version: asset.version,
    format: asset.format,
    width_px: asset.size?.widthPx ?? null,
    height_px: asset.size?.heightPx ?? null,
    size_bytes: asset.sizeBytes,
    recipe: asset.recipe === null ? null : JSON.stringify(asset.recipe),
    properties: JSON.stringify(asset.properties),
    created_at_ms: asset.createdAtMs,
    updated_at_ms: asset.updatedAtMs,
    revision: asset.revision,
  };
}

function recordOf(row: Row): ThumbAsset {
  const { width_px: widthPx, height_px: heightPx } = row;
  return {
    id: row.id,
    partnerId: row.partner_id,
    entryId: row.entry_id,
    isTimed: row.is_timed === 1,
    cuePointId: row.cue_point_id,
    isDefault: row.is_default === 1,
    version: row.version,
    format: row.format as PictureFormat | null,
    size: widthPx === null || heightPx === null ? null : { widthPx, heightPx },
    sizeBytes: row.size_bytes,
    recipe: row.recipe === null ? null : (JSON.parse(row.recipe) as ThumbParamsValue),
    properties: JSON.parse(row.properties) as ThumbAssetValue,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
  };
}
