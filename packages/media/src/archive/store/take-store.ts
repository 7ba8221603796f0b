/** A take: what is recorded of a generation. */
export type TakeName = { readonly webcastId: string; readonly generation: string };

/** A stretch of a file; the end is not included. */
export type Stretch = { readonly start: number; readonly end: number };

/** What a store says of a file. */
export type StoredFile = {
  readonly sizeBytes: number;
  /** Changes with the content: its MD5 in hex with most S3 servers. Null where the store does not tell. */
  readonly tag: string | null;
};

/** What is to be put into a store: a file of this machine by its path, or bytes. Digests in hex. */
export type FileToStore = {
  readonly content: string | Buffer;
  readonly sizeBytes: number;
  readonly md5: string;
  readonly sha256: string;
};

/**
 * Where takes are kept, each with its journal and its media files. A take is there when its journal is: that comes last
 * and goes first. Every method throws MediaAway where the store can't be asked.
 */
export interface TakeStore {
  /** Bytes of a file, fewer where it ends before the stretch does; null where there is no such file. */
  read(take: TakeName, fileName: string, stretch?: Stretch): Promise<Uint8Array | null>;
  /** The files of a take by name; none where there is no such take. */
  list(take: TakeName): Promise<ReadonlyMap<string, StoredFile>>;
  /**
   * All takes of which there is anything, one that is being made or removed among them, by webcast and generation.
   *
   * @param after only those behind this one: `WEBCAST/GENERATION`; null for all
   */
  takes(after: string | null): AsyncIterable<TakeName>;
  /** When the take was put there, wall clock in ms; null where there is nothing of it. */
  sinceMs(take: TakeName): Promise<number | null>;
  /** Resolves when nothing of the take is there any more. */
  remove(take: TakeName): Promise<void>;
}

/** A store on the other side of a network. */
export interface DistantStore extends TakeStore {
  /** For logs: `s3://bucket/prefix`. */
  readonly address: string;
  /** Puts a file whole or not at all, in the place of what has its name. Gives what `list` will say of it. */
  put(take: TakeName, fileName: string, file: FileToStore): Promise<StoredFile>;
  /** Ends what is going on. */
  close(): void;
}

export function keyOfTake({ webcastId, generation }: TakeName): string {
  return `${webcastId}/${generation}`;
}

export function compareTakes(a: TakeName, b: TakeName): number {
  return keyOfTake(a) < keyOfTake(b) ? -1 : 1;
}
