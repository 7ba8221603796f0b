import { statSync } from 'node:fs';
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaLog } from '../media-log.ts';
import type {
  InitSegment,
  PartRange,
  Segment,
  SegmentHead,
  TrackName,
} from '../package/segment.ts';
import { segmentFileName } from '../package/segment.ts';
import type { RestoredGeneration } from '../package/segment-archive.ts';
import { TakeMeter } from '../package/take-meter.ts';
import { isMediaFileName, NEXT_JOURNAL_FILE } from './archive-file-names.ts';
import { areWholeFragments, findFirstFrame } from './fragment-boxes.ts';
import { isMissing, type WriteTask } from './generation-writer.ts';
import type { InitRecord } from './journal-line.ts';
import type { JournalState } from './journal-state.ts';
import { findJournalEnd, readJournal } from './read-journal.ts';

/** A generation as its folder and journal tell it. */
export type GenerationReading = {
  /** Null where the generation had ended. */
  readonly restored: RestoredGeneration | null;
  /** What the journal has to say from now on. */
  readonly repairs: readonly WriteTask[];
  readonly journalBytes: number;
  readonly segmentCount: number;
};

/** Segments that are looked at between two turns of the event loop. */
const SEGMENTS_AT_A_TIME = 256;

/**
 * Reads a generation back. The segment that was open when the process ended is closed with the parts that the journal
 * knows and that are whole in its file; bytes behind them were never acknowledged and are cut off. Segments whose files
 * are missing, shorter than one part, or without their init segment are dropped; of what is left, each track keeps the
 * newest run of media sequence numbers without a gap (older runs stay in the folder, and out of the playlists). All
 * tracks end with the same number: a segment that only one of them had begun goes.
 *
 * @returns null where the journal does not begin as one, or belongs to another generation
 * @throws what the file system throws for the folder and the journal
 */
export async function readGeneration(
  folder: string,
  webcastId: string,
  generation: string,
  log: MediaLog,
): Promise<GenerationReading | null> {
  const endBytes = await findJournalEnd(folder);
  if (endBytes !== null) {
    return { restored: null, repairs: [], journalBytes: endBytes, segmentCount: 0 };
  }
  const { state, lengthBytes, badLines } = await readJournal(folder);
  if (state === null) return null;
  if (state.settings.webcastId !== webcastId || state.generation !== generation) return null;
  if (badLines > 0) log.warn({ folder, badLines }, 'lines of a journal were left out');
  const segmentCount = state.closed.size;
  if (state.hasEnded)
    return { restored: null, repairs: [], journalBytes: lengthBytes, segmentCount };

  const inits = await readInits(folder, state.inits);
  const repairs: WriteTask[] = [];
  const found = await readSegments(folder, state, inits, repairs);
  const segments = dropUnpairedEnd(found, repairs);
  await removeStrangers(folder, state, log);
  const tracks = new Map<TrackName, RestoredTrack>();
  for (const track of ['video', 'audio'] as const) {
    const ofTrack = segments.filter((segment) => segment.track === track);
    const run = newestRun(ofTrack);
    // Where recording was paused for longer than the window, recorded segments before the gap are what is expected.
    const before = ofTrack.slice(0, ofTrack.length - run.length);
    const left = before.filter((segment) => !segment.isRecorded).length;
    if (left > 0) log.warn({ folder, track, left }, 'segments before a gap are not restored');
    const initsOfTrack = inits.get(track);
    if (initsOfTrack !== undefined) tracks.set(track, { segments: run, inits: initsOfTrack });
  }
  const dropped = repairs.filter((task) => task.kind === 'drop').length;
  if (dropped > 0) log.warn({ folder, dropped }, 'segments without their media were dropped');
  const { settings, kind, startedAtMs, show, isTakeRemoved } = state;
  const meter = new TakeMeter(tracks.size, null);
  for (const segment of segments) meter.add(segment);
  const recorded = meter.span;
  const begin = { settings, generation, kind, startedAtMs, show };
  const restored = { ...begin, tracks, recorded, isTakeRemoved };
  return { restored, repairs, journalBytes: lengthBytes, segmentCount };
}

type RestoredTrack = { readonly segments: readonly Segment[]; readonly inits: InitMap };
type InitMap = Map<number, InitSegment>;

async function readInits(
  folder: string,
  records: readonly InitRecord[],
): Promise<ReadonlyMap<TrackName, InitMap>> {
  const tracks = new Map<TrackName, InitMap>();
  for (const { track, initId, name, config, sizeBytes } of records) {
    if (!isMediaFileName(name)) continue;
    const bytes = await readPart(join(folder, name), 0, sizeBytes);
    if (bytes === null) continue;
    const inits = tracks.get(track) ?? new Map<number, InitSegment>();
    tracks.set(track, inits.set(initId, { initId, name, bytes, config }));
  }
  return tracks;
}

/** All segments whose media is there, oldest first. What the journal has to be told goes to `repairs`. */
async function readSegments(
  folder: string,
  state: JournalState,
  inits: ReadonlyMap<TrackName, InitMap>,
  repairs: WriteTask[],
): Promise<Segment[]> {
  const found: Segment[] = [];
  const isUsable = (head: SegmentHead) =>
    isMediaFileName(segmentFileName(head.stem)) && inits.get(head.track)?.has(head.initId) === true;
  const keep = async (head: SegmentHead, parts: readonly PartRange[]) => {
    const segment = isUsable(head) ? await cutToWholeParts(folder, head, parts) : null;
    if (segment === null) repairs.push({ kind: 'drop', stem: head.stem });
    else {
      found.push(segment);
      repairs.push({ kind: 'line', line: { type: 'closed', segment } });
    }
  };
  const closed = [...state.closed.values()];
  for (let start = 0; start < closed.length; start += SEGMENTS_AT_A_TIME) {
    const slice = closed.slice(start, start + SEGMENTS_AT_A_TIME);
    await new Promise((resolve) => setImmediate(resolve));
    for (const segment of slice) {
      const isWhole = sizeOf(folder, segment) === segment.sizeBytes && isUsable(segment);
      if (isWhole) found.push(segment);
      else await keep(segment, segment.parts);
    }
  }
  for (const { head, parts } of state.open.values()) await keep(head, parts);
  return found.sort((a, b) => a.msn - b.msn);
}

/** Not asynchronous: 24 hours have 86,400 files, and a call takes five times as long that way. */
function sizeOf(folder: string, segment: Segment): number | null {
  const found = statSync(join(folder, segmentFileName(segment.stem)), { throwIfNoEntry: false });
  return found?.size ?? null;
}

/** The segment of the parts that are whole in its file, which is cut behind them; null where there is none. */
async function cutToWholeParts(
  folder: string,
  head: SegmentHead,
  parts: readonly PartRange[],
): Promise<Segment | null> {
  const path = join(folder, segmentFileName(head.stem));
  const whole: PartRange[] = [];
  let sizeBytes = 0;
  let durationMs = 0;
  let keyFrame: Segment['keyFrame'] = null;
  for (const part of parts) {
    const bytes = await readPart(path, part.offsetBytes, part.sizeBytes);
    if (bytes === null || !areWholeFragments(bytes)) break;
    if (part.index === 0 && head.track === 'video' && head.isIndependent) {
      keyFrame = findFirstFrame(bytes);
    }
    whole.push(part);
    sizeBytes += part.sizeBytes;
    durationMs += part.durationMs;
  }
  if (whole.length === 0) return null;
  const file = await open(path, 'r+');
  try {
    await file.truncate(sizeBytes);
  } finally {
    await file.close();
  }
  return { ...head, durationMs, sizeBytes, keyFrame, parts: whole };
}

/** The bytes of a stretch of a file; null where the file is missing or ends earlier. */
async function readPart(path: string, offset: number, size: number): Promise<Uint8Array | null> {
  try {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).size < offset + size) return null;
      const bytes = new Uint8Array(size);
      const { bytesRead } = await file.read(bytes, 0, size, offset);
      return bytesRead === size ? bytes : null;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Removes what the journal does not speak of: files of a write or a removal that the process did not live to note. */
async function removeStrangers(folder: string, state: JournalState, log: MediaLog): Promise<void> {
  const known = new Set(state.inits.map((init) => init.name));
  for (const stem of state.closed.keys()) known.add(segmentFileName(stem));
  for (const stem of state.open.keys()) known.add(segmentFileName(stem));
  let removed = 0;
  for (const fileName of await readdir(folder)) {
    const isOurs = isMediaFileName(fileName) || fileName === NEXT_JOURNAL_FILE;
    if (!isOurs || known.has(fileName)) continue;
    await unlink(join(folder, fileName));
    removed += 1;
  }
  if (removed > 0)
    log.debug({ folder, removed }, 'files that no journal line speaks of were removed');
}

/**
 * Leaves out the segments after the last one that every track has. The tracks are cut at the same instants, so that this
 * is at most the beginning of one segment, which nobody could have played without the other track.
 */
function dropUnpairedEnd(segments: readonly Segment[], repairs: WriteTask[]): readonly Segment[] {
  const lastMsns = new Map(segments.map((segment) => [segment.track, segment.msn]));
  const lastCommonMsn = Math.min(...lastMsns.values());
  for (const { msn, stem } of segments) {
    if (msn > lastCommonMsn) repairs.push({ kind: 'drop', stem });
  }
  return segments.filter(({ msn }) => msn <= lastCommonMsn);
}

/** The newest segments whose media sequence numbers follow each other. */
function newestRun(segments: readonly Segment[]): readonly Segment[] {
  let start = segments.length - 1;
  while (start > 0) {
    const [before, after] = [segments[start - 1], segments[start]];
    if (before === undefined || after === undefined || before.msn + 1 !== after.msn) break;
    start -= 1;
  }
  return segments.slice(Math.max(0, start));
}
