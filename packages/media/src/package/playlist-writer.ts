import type { LiveTrack } from './live-track.ts';
import type { Part, PartRange, Segment, SegmentHead } from './segment.ts';
import { partFileName, segmentFileName } from './segment.ts';

/** What a playlist says about another rendition (EXT-X-RENDITION-REPORT). */
export type Rendition = {
  /** Relative address of its playlist: `audio.m3u8`. */
  readonly uri: string;
  readonly track: LiveTrack;
};

export type MediaPlaylistOptions = {
  /** Shows at most this much of the window, ms; everything where it is absent. */
  readonly maxWindowMs?: number;
  /** The player asked for a delta update (`_HLS_skip=YES`); it gets one where that is allowed and worth it. */
  readonly canSkip?: boolean;
  /** The generation's other renditions. */
  readonly otherRenditions?: readonly Rendition[];
};

/** PART tags only this close to the end, in target durations (draft-pantos-hls-rfc8216bis, 4.4.4.9). */
const PARTS_TARGET_DURATIONS = 3;
const HOLD_BACK_TARGET_DURATIONS = 3;
const PART_HOLD_BACK_PARTS = 3;
const SKIP_TARGET_DURATIONS = 6;
/** Shorter playlists are not worth a delta update. */
const SHORTEST_SKIPPED_WINDOW_MS = 120_000;
/** Segments' lines are joined in groups, so that a long window is not put together anew for every part. */
const GROUP_SEGMENTS = 32;

/** The media playlist of a track as it is now: RFC 8216 and its second edition's low-latency tags. */
export function writeMediaPlaylist(track: LiveTrack, options: MediaPlaylistOptions = {}): string {
  const { segments } = track;
  const endMs = playlistEndMs(track);
  const first = firstListed(segments, endMs, options.maxWindowMs);
  const skipUntilMs = SKIP_TARGET_DURATIONS * track.targetDurationMs;
  const windowMs = endMs - (segments[first]?.startMs ?? endMs);
  const isDelta =
    options.canSkip === true && !track.hasEnded && windowMs > SHORTEST_SKIPPED_WINDOW_MS;
  const listed = isDelta ? firstEndingAfter(segments, endMs - skipUntilMs) : first;
  const partsFrom = Math.max(
    listed,
    firstEndingAfter(segments, endMs - PARTS_TARGET_DURATIONS * track.targetDurationMs),
  );

  const head = segments[first] ?? track.open?.head;
  let text = playlistHead(track, head, skipUntilMs / 1000);
  if (areIndependent(segments, first) && track.open?.head.isIndependent !== false) {
    text += '#EXT-X-INDEPENDENT-SEGMENTS\n';
  }
  if (isDelta) text += `#EXT-X-SKIP:SKIPPED-SEGMENTS=${listed - first}\n`;
  if (!isDelta && head !== undefined && !head.isDiscontinuous) text += mapLine(track, head);
  text += closedLines(track, listed, partsFrom);
  for (let index = partsFrom; index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined) break;
    text += headLines(track, segment) + closedPartLines(track, segment) + endLines(segment);
  }
  if (track.hasEnded) return `${text}#EXT-X-ENDLIST\n`;
  return text + openLines(track) + hintLine(track) + reportLines(options.otherRenditions ?? []);
}

/** The I-frame playlist of a video track: one byte range for each segment that begins with a key frame. */
export function writeIFramePlaylist(
  track: LiveTrack,
  options: Pick<MediaPlaylistOptions, 'maxWindowMs'> = {},
): string {
  const { segments } = track;
  const first = firstListed(segments, playlistEndMs(track), options.maxWindowMs);
  const head = segments[first];
  let text = [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    `#EXT-X-TARGETDURATION:${track.targetDurationMs / 1000}`,
    `#EXT-X-MEDIA-SEQUENCE:${head?.msn ?? track.nextMsn}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequenceBefore(head)}`,
    '#EXT-X-I-FRAMES-ONLY',
    '',
  ].join('\n');
  if (head !== undefined && !head.isDiscontinuous) text += mapLine(track, head);
  for (let index = first; index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined) break;
    text += headLines(track, segment);
    // A gap keeps the numbers of this playlist the same as those of the track.
    text +=
      segment.keyFrame === null
        ? '#EXT-X-GAP\n'
        : `#EXT-X-BYTERANGE:${segment.keyFrame.sizeBytes}@${segment.keyFrame.offsetBytes}\n`;
    text += endLines(segment);
  }
  return track.hasEnded ? `${text}#EXT-X-ENDLIST\n` : text;
}

function playlistHead(
  track: LiveTrack,
  head: SegmentHead | undefined,
  skipUntilSeconds: number,
): string {
  const partTarget = track.partTargetMs / 1000;
  const holdBack = (HOLD_BACK_TARGET_DURATIONS * track.targetDurationMs) / 1000;
  const partHoldBack = (PART_HOLD_BACK_PARTS * track.partTargetMs) / 1000;
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    `#EXT-X-TARGETDURATION:${track.targetDurationMs / 1000}`,
    `#EXT-X-PART-INF:PART-TARGET=${partTarget}`,
    `#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=${skipUntilSeconds},PART-HOLD-BACK=${partHoldBack},HOLD-BACK=${holdBack}`,
    `#EXT-X-MEDIA-SEQUENCE:${head?.msn ?? track.nextMsn}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequenceBefore(head)}`,
    '',
  ].join('\n');
}

/** The first segment's own EXT-X-DISCONTINUITY is written, so it is not counted yet. */
function discontinuitySequenceBefore(head: SegmentHead | undefined): number {
  if (head === undefined) return 0;
  return head.discontinuitySequence - (head.isDiscontinuous ? 1 : 0);
}

const closedLinesOf = new WeakMap<Segment, string>();
const groupLinesOf = new WeakMap<Segment, string>();

/** The segments from `from` up to `to` without their parts. */
function closedLines(track: LiveTrack, from: number, to: number): string {
  const { segments } = track;
  let text = '';
  let index = from;
  while (index < to) {
    const segment = segments[index];
    if (segment === undefined) break;
    if (segment.msn % GROUP_SEGMENTS === 0 && index + GROUP_SEGMENTS <= to) {
      text += groupLines(track, index, segment);
      index += GROUP_SEGMENTS;
    } else {
      text += linesOf(track, segment);
      index++;
    }
  }
  return text;
}

function groupLines(track: LiveTrack, from: number, first: Segment): string {
  const known = groupLinesOf.get(first);
  if (known !== undefined) return known;
  let text = '';
  for (const segment of track.segments.slice(from, from + GROUP_SEGMENTS)) {
    text += linesOf(track, segment);
  }
  groupLinesOf.set(first, text);
  return text;
}

function linesOf(track: LiveTrack, segment: Segment): string {
  const known = closedLinesOf.get(segment);
  if (known !== undefined) return known;
  const text = headLines(track, segment) + endLines(segment);
  closedLinesOf.set(segment, text);
  return text;
}

function headLines(track: LiveTrack, head: SegmentHead): string {
  const discontinuity = head.isDiscontinuous ? `#EXT-X-DISCONTINUITY\n${mapLine(track, head)}` : '';
  return `${discontinuity}#EXT-X-PROGRAM-DATE-TIME:${new Date(head.startsAtMs).toISOString()}\n`;
}

function endLines(segment: Segment): string {
  return `#EXTINF:${seconds(segment.durationMs)},\n${segmentFileName(segment.stem)}\n`;
}

function mapLine(track: LiveTrack, head: SegmentHead): string {
  const name = track.inits.get(head.initId)?.name ?? `${track.name}-init-${head.initId}.mp4`;
  return `#EXT-X-MAP:URI="${name}"\n`;
}

function partLines(head: SegmentHead, parts: readonly (Part | PartRange)[]): string {
  let text = '';
  for (const part of parts) {
    const independent = part.isIndependent ? ',INDEPENDENT=YES' : '';
    text += `#EXT-X-PART:DURATION=${seconds(part.durationMs)},URI="${partFileName(head.stem, part.index)}"${independent}\n`;
  }
  return text;
}

/**
 * After the end nobody is ahead of whole segments any more. After a restart the parts of closed segments are not in
 * memory.
 */
function closedPartLines(track: LiveTrack, segment: Segment): string {
  if (track.hasEnded) return '';
  const isInMemory = track.partBytes(partFileName(segment.stem, 0)) !== undefined;
  return isInMemory ? partLines(segment, segment.parts) : '';
}

function openLines(track: LiveTrack): string {
  const { open } = track;
  if (open === null || open.parts.length === 0) return '';
  return headLines(track, open.head) + partLines(open.head, open.parts);
}

function hintLine(track: LiveTrack): string {
  const { open } = track;
  const name =
    open === null
      ? partFileName(track.nextStem, 0)
      : partFileName(open.head.stem, open.parts.length);
  return `#EXT-X-PRELOAD-HINT:TYPE=PART,URI="${name}"\n`;
}

function reportLines(renditions: readonly Rendition[]): string {
  let text = '';
  for (const { uri, track } of renditions) {
    const newest = newestPart(track);
    if (newest === null) continue;
    text += `#EXT-X-RENDITION-REPORT:URI="${uri}",LAST-MSN=${newest.msn},LAST-PART=${newest.index}\n`;
  }
  return text;
}

/** The newest part that a track's playlist shows; null before the first. */
function newestPart(track: LiveTrack): { readonly msn: number; readonly index: number } | null {
  const { open } = track;
  if (open !== null && open.parts.length > 0) {
    return { msn: open.head.msn, index: open.parts.length - 1 };
  }
  const last = track.segments.at(-1);
  return last === undefined ? null : { msn: last.msn, index: last.parts.length - 1 };
}

function playlistEndMs(track: LiveTrack): number {
  const last = track.segments.at(-1);
  let endMs = last === undefined ? (track.open?.head.startMs ?? 0) : last.startMs + last.durationMs;
  for (const part of track.open?.parts ?? []) endMs += part.durationMs;
  return endMs;
}

function firstListed(
  segments: readonly Segment[],
  endMs: number,
  maxWindowMs: number | undefined,
): number {
  return maxWindowMs === undefined ? 0 : firstEndingAfter(segments, endMs - maxWindowMs);
}

/** Index of the first segment that ends after a position; the number of segments where none does. */
function firstEndingAfter(segments: readonly Segment[], positionMs: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.startMs + segment.durationMs > positionMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

const independentGroups = new WeakMap<Segment, boolean>();

/** Whether every segment from `from` on begins with a key frame; remembered for whole groups. */
function areIndependent(segments: readonly Segment[], from: number): boolean {
  let index = from;
  while (index < segments.length) {
    const segment = segments[index];
    if (segment === undefined) break;
    const end = index + GROUP_SEGMENTS;
    if (segment.msn % GROUP_SEGMENTS !== 0 || end > segments.length) {
      if (!segment.isIndependent) return false;
      index++;
      continue;
    }
    let isIndependent = independentGroups.get(segment);
    if (isIndependent === undefined) {
      isIndependent = segments.slice(index, end).every((member) => member.isIndependent);
      independentGroups.set(segment, isIndependent);
    }
    if (!isIndependent) return false;
    index = end;
  }
  return true;
}

/** Decimal seconds; ten microseconds are far below a frame, also when a day of segments is summed. */
function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(5);
}
