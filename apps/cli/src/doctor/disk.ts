import { access, constants, statfs } from 'node:fs/promises';
import path from 'node:path';
import { bytesText, minutesText } from '../terminal/amounts.ts';
import { type DiskSpeed, measureDisk } from './disk-speed.ts';
import { type Finding, fault, fine, warning } from './finding.ts';

/** A good picture: 6 Mbit/s. */
const STREAM_BYTES_PER_SECOND = 750_000;

/** The same disk is read by viewers, and other programs have their share. */
const HEADROOM = 2;

/** Everything that changes something by the API waits for one of these. */
const SLOW_SYNC_MS = 50;

/** A clock of a file system that is this far away makes recordings look younger or older than they are. */
const CLOCK_TOLERANCE_MS = 5000;

const LEAST_FREE_BYTES = 1_000_000_000;
const LEAST_FREE_SECONDS = 3600;

/** Whether the disk is fast and empty enough for a number of streams at once. */
export async function checkDisk(
  dataDir: string,
  streams: number,
  isQuick: boolean,
): Promise<readonly Finding[]> {
  const folder = await nearestFolder(dataDir);
  try {
    await access(folder, constants.W_OK);
  } catch {
    const advice = 'Give it to the user that runs the server, or set ROSTRUM_DATA_DIR.';
    return [fault('disk', `${folder} can't be written by this user`, advice)];
  }
  const { bsize, bavail } = await statfs(folder);
  const freeBytes = bsize * bavail;
  const space = judgeSpace(freeBytes, streams);
  // What measures must not be what fills the disk.
  if (isQuick || freeBytes < LEAST_FREE_BYTES) return [space];
  try {
    return [space, ...judgeSpeed(await measureDisk(folder), streams)];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return [
      space,
      fault('disk speed', `could not be measured (${code ?? message})`, 'Look at the disk.'),
    ];
  }
}

export function judgeSpace(freeBytes: number, streams: number): Finding {
  const seconds = freeBytes / (streams * STREAM_BYTES_PER_SECOND);
  const room = `room for ${minutesText(Math.floor(seconds / 60))} of ${plural(streams)} at 6 Mbit/s`;
  const text = `${bytesText(freeBytes)} are free: ${room}`;
  const advice =
    'Delete recordings, give them days (the console’s settings), or set ROSTRUM_MEDIA_STORE.';
  if (freeBytes < LEAST_FREE_BYTES) return fault('disk space', text, advice);
  if (seconds < LEAST_FREE_SECONDS) return warning('disk space', text, advice);
  return fine('disk space', text);
}

export function judgeSpeed(speed: DiskSpeed, streams: number): readonly Finding[] {
  const { bytesPerSecond, syncP50Ms, syncP99Ms, aheadMs } = speed;
  const neededBytes = streams * STREAM_BYTES_PER_SECOND * HEADROOM;
  const enough = Math.floor(bytesPerSecond / STREAM_BYTES_PER_SECOND / HEADROOM);
  const speedText = `writes ${bytesText(bytesPerSecond)}/s: enough for ${plural(enough)} at 6 Mbit/s`;
  const syncText = `a write is safe after ${syncP50Ms.toFixed(1)} ms, one of a hundred after ${syncP99Ms.toFixed(1)} ms`;
  return [
    bytesPerSecond < neededBytes
      ? fault(
          'disk speed',
          `${speedText}, and ${streams} are wanted`,
          'Use a faster disk, or say with --streams how many there will be.',
        )
      : fine('disk speed', speedText),
    syncP99Ms > SLOW_SYNC_MS
      ? warning(
          'disk sync',
          syncText,
          'Calls that change something wait that long; shows do not. A local SSD is faster.',
        )
      : fine('disk sync', syncText),
    ...(Math.abs(aheadMs) > CLOCK_TOLERANCE_MS
      ? [
          warning(
            'disk clock',
            `the file system’s clock is ${Math.round(Math.abs(aheadMs) / 1000)} s ${aheadMs > 0 ? 'ahead' : 'behind'}`,
            'Set the clocks of both machines by NTP.',
          ),
        ]
      : []),
  ];
}

/** The folder, or the nearest one above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    const isThere = await access(at).then(
      () => true,
      () => false,
    );
    if (isThere || at === path.dirname(at)) return at;
  }
}

function plural(streams: number): string {
  return streams === 1 ? '1 stream' : `${streams} streams`;
}
