import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whoever is not root can't have a file system of their own. */
export const MAY_MOUNT = process.platform === 'linux' && process.getuid?.() === 0;

/** A real file system of a few megabytes in memory, which a test can fill to its last byte. */
export class SmallDisk {
  readonly directory: string;
  readonly #ballast: string;

  constructor(megabytes: number) {
    this.directory = mkdtempSync(path.join(tmpdir(), 'rostrum-disk-'));
    this.#ballast = path.join(this.directory, 'ballast');
    const options = `size=${megabytes}m,mode=0700`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'rostrum-test', this.directory]);
  }

  get freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.directory);
    return bavail * bsize;
  }

  /** Writes until nothing more can be written, and gives some of it back. */
  fill(leavingBytes = 0): void {
    const file = openSync(this.#ballast, 'a');
    try {
      for (const size of [1024 * 1024, 4096]) fillWith(file, Buffer.alloc(size));
      ftruncateSync(file, Math.max(0, fstatSync(file).size - leavingBytes));
    } finally {
      closeSync(file);
    }
  }

  empty(): void {
    rmSync(this.#ballast, { force: true });
  }

  /** What is on it goes with it. */
  remove(): void {
    // Lazily: a process that was killed a moment ago may still hold a file.
    execFileSync('umount', ['-l', this.directory]);
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function fillWith(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
