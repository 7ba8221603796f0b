import type { ChannelSettings, RelayTargetSettings, Take } from '@rostrum/contracts';
import type {
  InitSegment,
  PartRange,
  Segment,
  SegmentHead,
  TrackName,
} from '../package/segment.ts';
import type { ShowSoFar } from '../package/segment-archive.ts';
import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import {
  type Json,
  readArray,
  readBoolean,
  readNumber,
  readObject,
  readOneOf,
  readSize,
  readText,
  UnexpectedJson,
} from './json-values.ts';

/** An init segment as the journal knows it: its bytes are in its own file. */
export type InitRecord = Omit<InitSegment, 'bytes'> & {
  readonly track: TrackName;
  readonly sizeBytes: number;
};

/**
 * One line of a journal. A line is written after the bytes it speaks of, so that what it says is true however the
 * process ends. `closed` says everything about its segment again: the lines before it are then of no more use.
 */
export type JournalLine =
  | {
      readonly type: 'begin';
      readonly settings: ChannelSettings;
      readonly generation: string;
      readonly kind: 'preview' | 'on-air';
      readonly startedAtMs: number;
      readonly show: ShowSoFar;
    }
  | { readonly type: 'settings'; readonly settings: ChannelSettings }
  | { readonly type: 'init'; readonly init: InitRecord }
  | { readonly type: 'opened'; readonly head: SegmentHead }
  | {
      readonly type: 'part';
      readonly stem: string;
      readonly index: number;
      readonly durationMs: number;
      readonly isIndependent: boolean;
      readonly sizeBytes: number;
    }
  | { readonly type: 'closed'; readonly segment: Segment }
  | { readonly type: 'dropped'; readonly stem: string }
  /** Nobody wants what is recorded. */
  | { readonly type: 'take-removed' }
  | { readonly type: 'ended' };

/** The line with its line feed. */
export function encodeJournalLine(line: JournalLine): string {
  return `${JSON.stringify(toJson(line))}\n`;
}

/** The line that a text says, or null where it says none: a torn write, a bad disk, another program's words. */
export function decodeJournalLine(text: string): JournalLine | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  try {
    return fromJson(readObject(json));
  } catch (error) {
    if (error instanceof UnexpectedJson) return null;
    throw error;
  }
}

/** The head alone of what may be a whole segment. */
export function headOf(head: SegmentHead): SegmentHead {
  return {
    track: head.track,
    msn: head.msn,
    stem: head.stem,
    initId: head.initId,
    startsAtMs: head.startsAtMs,
    startMs: head.startMs,
    isDiscontinuous: head.isDiscontinuous,
    discontinuitySequence: head.discontinuitySequence,
    isIndependent: head.isIndependent,
    isRecorded: head.isRecorded,
  };
}

function toJson(line: JournalLine): unknown {
  if (line.type === 'init') {
    const decoderConfig = Buffer.from(line.init.config.decoderConfig).toString('base64');
    return { ...line, init: { ...line.init, config: { ...line.init.config, decoderConfig } } };
  }
  if (line.type === 'opened') return { type: line.type, head: headOf(line.head) };
  if (line.type === 'closed') {
    const { segment } = line;
    const parts = segment.parts.map((part) => [
      part.durationMs,
      part.isIndependent ? 1 : 0,
      part.sizeBytes,
    ]);
    return {
      type: line.type,
      segment: { ...headOf(segment), keyFrame: segment.keyFrame, parts },
    };
  }
  return line;
}

function fromJson(json: Json): JournalLine {
  switch (json.type) {
    case 'begin':
      return {
        type: 'begin',
        settings: readSettings(json.settings),
        generation: readText(json.generation),
        kind: readOneOf(json.kind, ['preview', 'on-air']),
        startedAtMs: readNumber(json.startedAtMs),
        show: readShow(json),
      };
    case 'settings':
      return { type: 'settings', settings: readSettings(json.settings) };
    case 'init':
      return { type: 'init', init: readInit(json.init) };
    case 'opened':
      return { type: 'opened', head: readHead(readObject(json.head)) };
    case 'part':
      return {
        type: 'part',
        stem: readText(json.stem),
        index: readSize(json.index),
        durationMs: readNumber(json.durationMs),
        isIndependent: readBoolean(json.isIndependent),
        sizeBytes: readSize(json.sizeBytes),
      };
    case 'closed':
      return { type: 'closed', segment: readSegment(readObject(json.segment)) };
    case 'dropped':
      return { type: 'dropped', stem: readText(json.stem) };
    case 'take-removed':
      return { type: 'take-removed' };
    case 'ended':
      return { type: 'ended' };
    default:
      throw new UnexpectedJson();
  }
}

/** Journals from before there were recordings do not speak of the show. */
function readShow({ show, startedAtMs }: Json): ShowSoFar {
  if (show === undefined) return { onAirSinceMs: readNumber(startedAtMs), takes: [] };
  const json = readObject(show);
  if (!Array.isArray(json.takes)) throw new UnexpectedJson();
  return { onAirSinceMs: readNumber(json.onAirSinceMs), takes: json.takes.map(readTake) };
}

function readTake(value: unknown): Take {
  const json = readObject(value);
  return {
    generation: readText(json.generation),
    startsAtMs: readNumber(json.startsAtMs),
    durationMs: readNumber(json.durationMs),
    // Older journals do not say it.
    sizeBytes: json.sizeBytes === undefined ? 0 : readSize(json.sizeBytes),
    hasVideo: readBoolean(json.hasVideo),
  };
}

function readSettings(value: unknown): ChannelSettings {
  const json = readObject(value);
  return {
    webcastId: readText(json.webcastId),
    revision: readNumber(json.revision),
    streamToken: readText(json.streamToken),
    isExplicitLive: readBoolean(json.isExplicitLive),
    isOnAirAllowed: readBoolean(json.isOnAirAllowed),
    isRecorded: readLateBoolean(json.isRecorded),
    dvrWindowMs: readNumber(json.dvrWindowMs),
    playbackEpoch: readNumber(json.playbackEpoch),
    // Older journals have none.
    relays: json.relays === undefined ? [] : readArray(json.relays).map(readRelay),
  };
}

function readRelay(value: unknown): RelayTargetSettings {
  const json = readObject(value);
  const target = { id: readText(json.id), url: readText(json.url) };
  if (json.login === undefined) return target;
  const login = readObject(json.login);
  return { ...target, login: { user: readText(login.user), password: readText(login.password) } };
}

function readInit(value: unknown): InitRecord {
  const json = readObject(value);
  const track = readTrack(json.track);
  const config = readObject(json.config);
  return {
    track,
    initId: readSize(json.initId),
    name: readText(json.name),
    sizeBytes: readSize(json.sizeBytes),
    config: track === 'video' ? readVideoConfig(config) : readAudioConfig(config),
  };
}

function readVideoConfig(json: Json): VideoConfig {
  return {
    codec: readOneOf(json.codec, ['h264', 'hevc', 'av1']),
    codecString: readText(json.codecString),
    widthPx: readNumber(json.widthPx),
    heightPx: readNumber(json.heightPx),
    framesPerSecond: json.framesPerSecond === null ? null : readNumber(json.framesPerSecond),
    decoderConfig: Buffer.from(readText(json.decoderConfig), 'base64'),
  };
}

function readAudioConfig(json: Json): AudioConfig {
  return {
    codec: readOneOf(json.codec, ['aac']),
    codecString: readText(json.codecString),
    sampleRate: readNumber(json.sampleRate),
    channelCount: readNumber(json.channelCount),
    samplesPerFrame: readNumber(json.samplesPerFrame),
    decoderConfig: Buffer.from(readText(json.decoderConfig), 'base64'),
  };
}

function readHead(json: Json): SegmentHead {
  return {
    track: readTrack(json.track),
    msn: readSize(json.msn),
    stem: readText(json.stem),
    initId: readSize(json.initId),
    startsAtMs: readNumber(json.startsAtMs),
    startMs: readNumber(json.startMs),
    isDiscontinuous: readBoolean(json.isDiscontinuous),
    discontinuitySequence: readSize(json.discontinuitySequence),
    isIndependent: readBoolean(json.isIndependent),
    isRecorded: readLateBoolean(json.isRecorded),
  };
}

/** A flag that older journals do not have. */
function readLateBoolean(value: unknown): boolean {
  return value === undefined ? false : readBoolean(value);
}

function readSegment(json: Json): Segment {
  if (!Array.isArray(json.parts)) throw new UnexpectedJson();
  const parts: PartRange[] = [];
  let durationMs = 0;
  let sizeBytes = 0;
  for (const value of json.parts) {
    if (!Array.isArray(value)) throw new UnexpectedJson();
    const part: PartRange = {
      index: parts.length,
      durationMs: readNumber(value[0]),
      isIndependent: value[1] === 1,
      offsetBytes: sizeBytes,
      sizeBytes: readSize(value[2]),
    };
    parts.push(part);
    durationMs += part.durationMs;
    sizeBytes += part.sizeBytes;
  }
  const head = readHead(json);
  return { ...head, durationMs, sizeBytes, keyFrame: readKeyFrame(json.keyFrame), parts };
}

function readKeyFrame(value: unknown): Segment['keyFrame'] {
  if (value === null) return null;
  const json = readObject(value);
  return { offsetBytes: readSize(json.offsetBytes), sizeBytes: readSize(json.sizeBytes) };
}

function readTrack(value: unknown): TrackName {
  return readOneOf(value, ['video', 'audio']);
}
