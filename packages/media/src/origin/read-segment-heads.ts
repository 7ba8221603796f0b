import { type FragmentHead, readFragmentHead } from '../package/movie/fragment-head.ts';
import type { PlacedFragment } from '../package/movie/movie-builder.ts';
import type { TrackName } from '../package/segment.ts';

/** Reads a stretch of one file; the end is not included. Null where there is none. */
export type ReadStretch = (start: number, end: number) => Promise<Uint8Array | null>;

/** A segment that is no larger is read at once: that is less work than to read its heads one by one. */
const SMALL_SEGMENT_BYTES = 64 * 1024;

/** Events and `moof` of half a second at 60 frames a second take less than a kilobyte. */
const HEAD_BYTES = 2048;

/**
 * The heads of all fragments of a segment's file. Of the media as little is read as can be.
 *
 * @returns null where the file does not hold what it should: fragments that follow each other, in time and in place
 */
export async function readSegmentHeads(
  read: ReadStretch,
  track: TrackName,
  sizeBytes: number,
): Promise<readonly PlacedFragment[] | null> {
  const window = await openWindow(read, sizeBytes);
  const fragments: PlacedFragment[] = [];
  let nextTime: number | null = null;
  let at = 0;
  while (at < sizeBytes) {
    const head = await readHead(window, at, track, sizeBytes);
    if (head === null || at + head.sizeBytes > sizeBytes) return null;
    if (nextTime !== null && head.decodeTime !== nextTime) return null;
    nextTime = head.durations.reduce((sum, duration) => sum + duration, head.decodeTime);
    fragments.push({ head, fileOffsetBytes: at });
    at += head.sizeBytes;
  }
  return fragments.length === 0 ? null : fragments;
}

async function openWindow(read: ReadStretch, sizeBytes: number): Promise<ReadStretch> {
  if (sizeBytes > SMALL_SEGMENT_BYTES) return read;
  const bytes = await read(0, sizeBytes);
  return async (start, end) => bytes?.subarray(start, end) ?? null;
}

async function readHead(
  read: ReadStretch,
  at: number,
  track: TrackName,
  sizeBytes: number,
): Promise<FragmentHead | null> {
  let wantedBytes = HEAD_BYTES;
  for (;;) {
    const end = Math.min(at + wantedBytes, sizeBytes);
    const bytes = await read(at, end);
    if (bytes?.length !== end - at) return null;
    const reading = readFragmentHead(bytes, track);
    if (reading === null) return null;
    if ('head' in reading) return reading.head;
    if (reading.neededBytes > sizeBytes - at) return null;
    wantedBytes = reading.neededBytes;
  }
}
