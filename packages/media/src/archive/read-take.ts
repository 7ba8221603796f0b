import { statSync } from 'node:fs';
import { join } from 'node:path';
import { writeInitSegment } from '../package/init-segment.ts';
import type {
  RecordedInit,
  RecordedSegment,
  RecordedTake,
  RecordedTrack,
} from '../package/recorded-take.ts';
import { type Segment, segmentFileName, type TrackName } from '../package/segment.ts';
import { isMediaFileName } from './archive-file-names.ts';
import type { JournalLine } from './journal-line.ts';
import { forEachJournalLine, forEachLineIn } from './read-journal.ts';

/** Files that are looked at between two turns of the event loop, and segments that are put in their places. */
const FILES_AT_A_TIME = 256;
const SEGMENTS_AT_A_TIME = 2048;

/** What follows follows by less than a sample. */
const GAP_MS = 1;

/** A journal that does not begin as one, or that speaks of another generation: nothing can be said of its folder. */
export class UnreadableJournal extends Error {}

/** A recorded segment as the journal tells it, without its parts. */
type Closed = Omit<RecordedSegment, 'offsetMs' | 'isDiscontinuous'> & { readonly startMs: number };

type Track = { readonly inits: Map<number, RecordedInit>; readonly closed: Map<number, Closed> };

/**
 * Reads what can be played of a take: the recorded segments that every track has, and whose files are there and as long
 * as they should be. Keeps no more of the journal than that, so that 24 hours neither fill the memory nor stop the event
 * loop.
 *
 * @returns null where nothing is, or where it was removed
 * @throws UnreadableJournal; what the file system throws, but for files of media that are missing
 */
export async function readTake(
  folder: string,
  webcastId: string,
  generation: string,
): Promise<RecordedTake | null> {
  const tracks = await readTracks({ webcastId, generation }, (onLine) =>
    forEachJournalLine(folder, onLine),
  );
  if (tracks === null) return null;
  await leaveOutDamaged(folder, tracks);
  return await putTogether(webcastId, generation, tracks);
}

/**
 * As `readTake`, of a journal that comes in pieces from where every file that it speaks of is known to be whole.
 *
 * @throws UnreadableJournal; what the pieces throw
 */
export async function readTakeOf(
  pieces: AsyncIterable<Uint8Array>,
  webcastId: string,
  generation: string,
): Promise<RecordedTake | null> {
  const tracks = await readTracks({ webcastId, generation }, (onLine) =>
    forEachLineIn(pieces, onLine, nextTurn),
  );
  if (tracks === null) return null;
  for (const { inits, closed } of tracks.values()) {
    for (const { msn, initId } of closed.values()) if (!inits.has(initId)) closed.delete(msn);
  }
  return await putTogether(webcastId, generation, tracks);
}

async function readTracks(
  { webcastId, generation }: { readonly webcastId: string; readonly generation: string },
  forEachLine: (onLine: (line: JournalLine) => void) => Promise<void>,
): Promise<ReadonlyMap<TrackName, Track> | null> {
  const tracks = new Map<TrackName, Track>();
  let hasBegun = false;
  let isRemoved = false;
  await forEachLine((line) => {
    if (line.type === 'begin') {
      hasBegun = line.settings.webcastId === webcastId && line.generation === generation;
    } else if (line.type === 'take-removed') {
      isRemoved = true;
    } else {
      applyLine(tracks, line);
    }
  });
  if (!hasBegun) {
    throw new UnreadableJournal(`${webcastId}/${generation} has no journal of its generation`);
  }
  return isRemoved ? null : tracks;
}

function applyLine(tracks: Map<TrackName, Track>, line: JournalLine): void {
  if (line.type === 'init') {
    const { track: name, initId, config } = line.init;
    const track = tracks.get(name) ?? { inits: new Map(), closed: new Map() };
    if (isMediaFileName(line.init.name)) track.inits.set(initId, { name: line.init.name, config });
    tracks.set(name, track);
  } else if (line.type === 'closed') {
    const { segment } = line;
    if (!segment.isRecorded || !isMediaFileName(segmentFileName(segment.stem))) return;
    tracks.get(segment.track)?.closed.set(segment.msn, withoutParts(segment));
  } else if (line.type === 'dropped') {
    for (const { closed } of tracks.values()) {
      const msn = Number(line.stem.slice(line.stem.lastIndexOf('-') + 1));
      if (closed.get(msn)?.stem === line.stem) closed.delete(msn);
    }
  }
}

function withoutParts(segment: Segment): Closed {
  const { msn, stem, initId, startsAtMs, startMs, durationMs } = segment;
  const { sizeBytes, keyFrame, isIndependent } = segment;
  return {
    ...{ msn, stem, initId, startsAtMs, startMs, durationMs },
    ...{ sizeBytes, keyFrame, isIndependent },
  };
}

async function leaveOutDamaged(
  folder: string,
  tracks: ReadonlyMap<TrackName, Track>,
): Promise<void> {
  for (const { inits, closed } of tracks.values()) {
    let looked = 0;
    for (const segment of closed.values()) {
      if (++looked % FILES_AT_A_TIME === 0) await nextTurn();
      // Not asynchronous: a call takes five times as long that way.
      const path = join(folder, segmentFileName(segment.stem));
      const found = statSync(path, { throwIfNoEntry: false });
      const isWhole = found !== undefined && found.size >= segment.sizeBytes;
      if (!isWhole || !inits.has(segment.initId)) closed.delete(segment.msn);
    }
  }
}

/** The tracks' common segments, and where one does not follow from the one before in any of them. */
async function putTogether(
  webcastId: string,
  generation: string,
  found: ReadonlyMap<TrackName, Track>,
): Promise<RecordedTake | null> {
  const names = (['video', 'audio'] as const).filter((name) => found.has(name));
  const all = names.map((name) => found.get(name)?.closed ?? new Map<number, Closed>());
  const [first, ...others] = all;
  if (first === undefined) return null;
  const isCommon = (msn: number) => others.every((closed) => closed.has(msn));
  const msns = [...first.keys()].filter(isCommon).sort((a, b) => a - b);
  if (msns.length === 0) return null;
  const lists = all.map((): RecordedSegment[] => []);
  const initBytes = names.map((name) => bytesOfInits(found.get(name)?.inits));
  let offsetMs = 0;
  let before: readonly Closed[] = [];
  for (const [row, msn] of msns.entries()) {
    if (row % SEGMENTS_AT_A_TIME === 0) await nextTurn();
    const now = all.flatMap((closed) => closed.get(msn) ?? []);
    const isDiscontinuous = !follows(before, now, initBytes);
    for (const [index, { startMs: _, ...segment }] of now.entries()) {
      lists[index]?.push({ ...segment, offsetMs, isDiscontinuous });
    }
    offsetMs += now[0]?.durationMs ?? 0;
    before = now;
  }
  const tracks = new Map<TrackName, RecordedTrack>();
  for (const [index, name] of names.entries()) {
    const inits = found.get(name)?.inits ?? new Map<number, RecordedInit>();
    tracks.set(name, { name, inits, segments: lists[index] ?? [] });
  }
  return { webcastId, generation, tracks };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Whether nothing changes for a player: the timeline goes on in every track, under init segments that are the same. A
 * show that waited for its encoder goes on so, as far as that came back as it was: there is no need for a
 * discontinuity, at which some players stop.
 */
function follows(
  before: readonly Closed[],
  now: readonly Closed[],
  initBytes: readonly ReadonlyMap<number, string>[],
): boolean {
  return now.every((segment, index) => {
    const last = before[index];
    if (last === undefined || last.msn + 1 !== segment.msn) return false;
    const inits = initBytes[index];
    if (inits?.get(last.initId) !== inits?.get(segment.initId)) return false;
    return Math.abs(segment.startMs - (last.startMs + last.durationMs)) < GAP_MS;
  });
}

/** What tells init segments apart: they are written from nothing but their configuration. */
function bytesOfInits(
  inits: ReadonlyMap<number, RecordedInit> = new Map(),
): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [initId, { config }] of inits) {
    texts.set(initId, Buffer.from(writeInitSegment(config)).toString('base64'));
  }
  return texts;
}
