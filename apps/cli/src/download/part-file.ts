import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises';

/** What has come of a file so far, and which version of the file it is of. */
export type PartFile = {
  readonly handle: FileHandle;
  /** What is there already. */
  readonly sizeBytes: number;
  /** The version that it is of, as the server calls it; null where nobody knows. */
  readonly etag: string | null;
  /** Throws away what is there; what comes from now on is of this version. */
  begin(etag: string | null): Promise<void>;
  /** Gives it its name: from now on it is a whole file. */
  finish(): Promise<void>;
  close(): Promise<void>;
};

/** Opens `FILE.part`, as an earlier attempt has left it, or a new one. The version stands in `FILE.part.etag`. */
export async function openPartFile(file: string): Promise<PartFile> {
  const part = `${file}.part`;
  const versionFile = `${part}.etag`;
  const handle = await open(part, 'a+');
  const { size } = await handle.stat();
  const etag = await readFile(versionFile, 'utf8').catch(() => null);
  return {
    handle,
    sizeBytes: etag === null ? 0 : size,
    etag,
    async begin(version) {
      await handle.truncate(0);
      if (version === null) await rm(versionFile, { force: true });
      else await writeFile(versionFile, version);
    },
    async finish() {
      await handle.sync();
      await rename(part, file);
      await rm(versionFile, { force: true });
    },
    close: () => handle.close(),
  };
}
