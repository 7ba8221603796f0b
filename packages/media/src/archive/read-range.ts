import { open } from 'node:fs/promises';

/**
 * Bytes of a file, all of them where no range is given. The range's end is not included; fewer bytes come where the file
 * ends earlier.
 *
 * @throws what the file system throws
 */
export async function readRange(
  path: string,
  range: { readonly start: number; readonly end: number } | undefined,
): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.min(range?.start ?? 0, size);
    const end = Math.min(range?.end ?? size, size);
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) return bytes.subarray(0, filled);
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
