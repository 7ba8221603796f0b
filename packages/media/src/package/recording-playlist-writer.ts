import { type DescribedTrack, writeMultivariantPlaylist } from './multivariant-writer.ts';
import type {
  RecordedInit,
  RecordedSegment,
  RecordedTake,
  RecordedTrack,
} from './recorded-take.ts';
import { segmentFileName, type TrackName } from './segment.ts';
import { TARGET_DURATION_MS } from './segment-window.ts';

/** A take in a recording, and how much of it: the segments from one index up to another one, which is not included. */
export type TakeStretch = {
  readonly take: RecordedTake;
  readonly from: number;
  readonly to: number;
};

/** The segments that hold a part of the playing time; none where the take is shorter. */
export function stretchOf(
  take: RecordedTake,
  trim: { readonly fromMs: number; readonly toMs: number } | null,
): TakeStretch {
  const [first] = take.tracks.values();
  const segments = first?.segments ?? [];
  if (trim === null) return { take, from: 0, to: segments.length };
  const { fromMs, toMs } = trim;
  const from = firstIndex(segments, (segment) => segment.offsetMs + segment.durationMs > fromMs);
  const to = firstIndex(segments, (segment) => segment.offsetMs >= toMs);
  return { take, from, to: Math.max(from, to) };
}

/** Of the first segment for which something holds that also holds for all later ones; their number where there is none. */
function firstIndex(
  segments: readonly RecordedSegment[],
  holds: (segment: RecordedSegment) => boolean,
): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment === undefined || holds(segment)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lines that are written between two turns of the event loop. */
const SEGMENTS_AT_A_TIME = 1000;

/**
 * The media playlist of a recording's track, in pieces of some milliseconds' work: RFC 8216, complete from the beginning.
 * The files of the take with the index N are in the folder `N/`.
 */
export function* writeRecordingPlaylist(
  stretches: readonly TakeStretch[],
  name: TrackName,
): Generator<string> {
  const independence = areIndependent(stretches, name) ? '#EXT-X-INDEPENDENT-SEGMENTS\n' : '';
  yield `${headLines()}${independence}`;
  yield* writeSegments(stretches, name, () => '');
  yield '#EXT-X-ENDLIST\n';
}

/** The I-frame playlist of a recording with video: a byte range for each segment that begins with a key frame. */
export function* writeRecordingIFrames(stretches: readonly TakeStretch[]): Generator<string> {
  yield `${headLines()}#EXT-X-I-FRAMES-ONLY\n`;
  yield* writeSegments(stretches, 'video', ({ keyFrame }) =>
    // A gap keeps the times of this playlist the same as those of the track.
    keyFrame === null
      ? '#EXT-X-GAP\n'
      : `#EXT-X-BYTERANGE:${keyFrame.sizeBytes}@${keyFrame.offsetBytes}\n`,
  );
  yield '#EXT-X-ENDLIST\n';
}

/** The multivariant playlist of a recording; null where its takes have no codecs that it could name. */
export function writeRecordingMultivariant(stretches: readonly TakeStretch[]): string | null {
  const tracks = new Map<TrackName, DescribedTrack>();
  for (const name of stretches[0]?.take.tracks.keys() ?? []) {
    tracks.set(name, describeTrack(stretches, name));
  }
  return writeMultivariantPlaylist({ tracks });
}

function headLines(): string {
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXT-X-TARGETDURATION:${TARGET_DURATION_MS / 1000}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '',
  ].join('\n');
}

function* writeSegments(
  stretches: readonly TakeStretch[],
  name: TrackName,
  extraLine: (segment: RecordedSegment) => string,
): Generator<string> {
  let text = '';
  let written = 0;
  for (const { index, track, segment, isFirst } of listed(stretches, name)) {
    if (isFirst || segment.isDiscontinuous) {
      if (written > 0) text += '#EXT-X-DISCONTINUITY\n';
      text += `#EXT-X-MAP:URI="${index}/${track.inits.get(segment.initId)?.name ?? ''}"\n`;
    }
    if (written === 0) text += programDateTime(segment);
    text += extraLine(segment);
    text += `#EXTINF:${(segment.durationMs / 1000).toFixed(5)},\n`;
    text += `${index}/${segmentFileName(segment.stem)}\n`;
    if (++written % SEGMENTS_AT_A_TIME !== 0) continue;
    yield text;
    text = '';
  }
  yield text;
}

/**
 * Of the first segment only: a recording leaves out the time between its shows and while the encoder was away, and
 * players that are told of it make holes of it. The clock of each picture is in the segments.
 */
function programDateTime({ startsAtMs }: RecordedSegment): string {
  return `#EXT-X-PROGRAM-DATE-TIME:${new Date(startsAtMs).toISOString()}\n`;
}

type Listed = {
  /** Of the take in the recording. */
  readonly index: number;
  readonly track: RecordedTrack;
  readonly segment: RecordedSegment;
  /** The first of its take. */
  readonly isFirst: boolean;
};

function* listed(stretches: readonly TakeStretch[], name: TrackName): Generator<Listed> {
  for (const [index, { take, from, to }] of stretches.entries()) {
    const track = take.tracks.get(name);
    for (let at = from; at < to; at++) {
      const segment = track?.segments[at];
      if (track === undefined || segment === undefined) break;
      yield { index, track, segment, isFirst: at === from };
    }
  }
}

function areIndependent(stretches: readonly TakeStretch[], name: TrackName): boolean {
  for (const { segment } of listed(stretches, name)) if (!segment.isIndependent) return false;
  return true;
}

function describeTrack(stretches: readonly TakeStretch[], name: TrackName): DescribedTrack {
  const inits = new Map<string, RecordedInit>();
  let newest: RecordedInit | undefined;
  let peakBitsPerSecond = 0;
  let sizeBytes = 0;
  let durationMs = 0;
  for (const { index, track, segment } of listed(stretches, name)) {
    sizeBytes += segment.sizeBytes;
    durationMs += segment.durationMs;
    const init = track.inits.get(segment.initId);
    if (init !== undefined && init !== newest) inits.set(`${index}/${init.name}`, init);
    newest = init;
    const bitsPerSecond = (segment.sizeBytes * 8000) / Math.max(1, segment.durationMs);
    // A stub before a discontinuity says nothing about the bit rate.
    if (segment.durationMs < 1000 && peakBitsPerSecond > 0) continue;
    peakBitsPerSecond = Math.max(peakBitsPerSecond, bitsPerSecond);
  }
  const averageBitsPerSecond = (sizeBytes * 8000) / Math.max(1, durationMs);
  return { peakBitsPerSecond, averageBitsPerSecond, inits };
}
