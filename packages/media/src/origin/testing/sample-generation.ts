import { createHmac } from 'node:crypto';
import { encodePlaybackToken, type PlaybackClaims, type PlaybackMac } from '@rostrum/contracts';
import {
  closeSample,
  SAMPLE_GENERATION,
  SAMPLE_SETTINGS,
  sampleHead,
  sampleInit,
  sampleParts,
} from '../../archive/testing/sample-media.ts';
import type { LiveGeneration, LiveGenerations } from '../../package/live-track.ts';
import type { Part, Segment, SegmentHead, TrackName } from '../../package/segment.ts';
import type { GenerationArchive } from '../../package/segment-archive.ts';
import { SegmentWindow } from '../../package/segment-window.ts';

export const PLAYBACK_SECRET = new TextEncoder().encode('a secret of the installation');

/** Parts of half a second, four to a segment. */
const PARTS_IN_SEGMENT = 4;

export type SampleOptions = {
  readonly dvrWindowMs?: number;
  readonly sampleBytes?: number;
  readonly isRecorded?: boolean;
};

/** A generation that moves when it is told to: the packager's own windows, filled by hand. */
export class SampleGeneration implements LiveGeneration, LiveGenerations {
  readonly webcastId = SAMPLE_SETTINGS.webcastId;
  readonly generation = SAMPLE_GENERATION;
  readonly kind = 'on-air';
  playbackEpoch = SAMPLE_SETTINGS.playbackEpoch;
  readonly dvrWindowMs: number;
  readonly tracks = new Map<TrackName, SegmentWindow>();
  hasEnded = false;
  readonly #archive: GenerationArchive;
  readonly #sampleBytes: number;
  readonly #isRecorded: boolean;
  readonly #listeners = new Set<() => void>();
  readonly #open = new Map<TrackName, { head: SegmentHead; parts: readonly Part[] }>();

  constructor(
    archive: GenerationArchive,
    { dvrWindowMs = 0, sampleBytes = 500, isRecorded = false }: SampleOptions = {},
  ) {
    this.#isRecorded = isRecorded;
    this.#archive = archive;
    this.dvrWindowMs = dvrWindowMs;
    this.#sampleBytes = sampleBytes;
  }

  find(webcastId: string, generation: string): LiveGeneration | undefined {
    return webcastId === this.webcastId && generation === this.generation ? this : undefined;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  addTrack(name: TrackName): SegmentWindow {
    const track = new SegmentWindow({
      name,
      partTargetMs: 500,
      dvrWindowMs: this.dvrWindowMs,
      archive: this.#archive,
      run: 'k3f9',
    });
    this.tracks.set(name, track);
    track.publishInit(sampleInit(name));
    for (const listener of this.#listeners) listener();
    return track;
  }

  track(name: TrackName): SegmentWindow {
    const track = this.tracks.get(name);
    if (track === undefined) throw new Error(`there is no track ${name} yet`);
    return track;
  }

  /** One part more; the fourth closes its segment. */
  addPart(name: TrackName): Part {
    const track = this.track(name);
    const open = this.#open.get(name) ?? this.#openSegment(track);
    const part = open.parts[track.open?.parts.length ?? 0];
    if (part === undefined) throw new Error('the segment is full');
    track.appendPart(part);
    if (track.open?.parts.length === PARTS_IN_SEGMENT) this.closeSegment(name);
    else track.notify();
    return part;
  }

  /** Closes the open segment with the parts that it has. */
  closeSegment(name: TrackName): Segment {
    const track = this.track(name);
    if (track.open === null) throw new Error('no segment is open');
    const segment = closeSample(track.open.head, track.open.parts);
    this.#open.delete(name);
    track.closeSegment(segment);
    track.notify();
    return segment;
  }

  addSegments(name: TrackName, count: number): void {
    for (let part = 0; part < count * PARTS_IN_SEGMENT; part++) this.addPart(name);
  }

  end(): void {
    this.hasEnded = true;
    for (const track of this.tracks.values()) track.end();
    for (const listener of this.#listeners) listener();
  }

  #openSegment(track: SegmentWindow): { head: SegmentHead; parts: readonly Part[] } {
    const head = {
      ...sampleHead(track.name, track.nextMsn),
      stem: track.nextStem,
      isRecorded: this.#isRecorded,
    };
    const open = { head, parts: sampleParts(head.msn, PARTS_IN_SEGMENT, this.#sampleBytes) };
    this.#open.set(track.name, open);
    track.openSegment(head);
    return open;
  }
}

/** The path of a generation's folder under a token: `/v/TOKEN/WEBCAST/GENERATION`. */
export function playbackPath(
  claims: Partial<PlaybackClaims> = {},
  secret = PLAYBACK_SECRET,
): string {
  const whole: PlaybackClaims = {
    webcastId: SAMPLE_SETTINGS.webcastId,
    generation: SAMPLE_GENERATION,
    epoch: SAMPLE_SETTINGS.playbackEpoch,
    expiresAtSeconds: 1_900_000_000,
    ...claims,
  };
  const token = encodePlaybackToken(whole, signWith(secret));
  return `/v/${token}/${SAMPLE_SETTINGS.webcastId}/${SAMPLE_GENERATION}`;
}

/** What addresses of recordings are signed with, and playback tokens too. */
export function signWith(secret = PLAYBACK_SECRET): PlaybackMac {
  return (text) => createHmac('sha256', secret).update(text).digest('base64url');
}
