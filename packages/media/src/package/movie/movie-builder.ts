import type { AudioConfig, VideoConfig } from '../../stream/frame.ts';
import { TICKS_PER_SECOND } from '../../stream/frame.ts';
import { silentFrame } from '../../stream/silence.ts';
import type { FragmentHead } from './fragment-head.ts';
import { MediaPieces } from './media-pieces.ts';
import { MovieTrack } from './movie-track.ts';
import { parameterSetsOf } from './parameter-sets.ts';

/** A fragment of a segment's file. */
export type PlacedFragment = { readonly head: FragmentHead; readonly fileOffsetBytes: number };

/** A segment, as far as a movie has to know it. */
export type MovieSegment<Config> = {
  /** What the builder's user calls the file. */
  readonly file: number;
  readonly config: Config;
  /** Each begins where the one before ends. At least one. */
  readonly fragments: readonly PlacedFragment[];
};

/** The segments of both tracks for the same stretch of time. */
export type MovieRow = {
  /** Begins another take, or stands behind something that is missing. */
  readonly isFirst: boolean;
  /** Null in a movie without picture. */
  readonly video: MovieSegment<VideoConfig> | null;
  readonly audio: MovieSegment<AudioConfig>;
};

/** A picture is not shown for a shorter time than this, 90 kHz: 5 ms. */
const SHORTEST_PICTURE_TICKS = 450;

/** What the builder's user knows before the first row. */
export type MoviePlan = {
  readonly hasVideo: boolean;
  /** The picture has several configurations. Players read the first and often no other: each key frame carries its own. */
  readonly changesPicture: boolean;
  /** Of all sound that will come, Hz. */
  readonly sampleRates: readonly number[];
};

const NOTHING = new Uint8Array(0);

/**
 * Up to this distance of two pictures, 90 kHz, what is joined on keeps their rhythm: half of it is how far sound and
 * picture may be apart then, less than anybody sees. Tools that count in pictures take two of them for one otherwise.
 */
const LONGEST_GRID_TICKS = TICKS_PER_SECOND / 20;

/** What a picture can't be decoded without may be this far away, 90 kHz: an encoder may have no key frames at all. */
const LONGEST_WAIT_FOR_KEY_TICKS = 10 * TICKS_PER_SECOND;

/** More silence than this is not put in, however far apart the tracks' ends are, in frames: two minutes. */
const MOST_SILENCE = 6000;

/**
 * Puts the fragments of recorded segments together as the two tracks of a movie.
 *
 * Sound is never stretched or cut: its frames follow each other without a gap, because players take the time from it.
 * The picture is placed where it belongs beside the sound. Where a take or what follows an interruption is joined on,
 * the picture goes on in its rhythm, up to half a picture beside its place, and the next joint begins anew from the
 * sound; where it ends much later than the sound, silence fills the difference.
 */
export class MovieBuilder {
  readonly video: MovieTrack | null;
  readonly audio: MovieTrack;
  readonly pieces = new MediaPieces();

  readonly #changesPicture: boolean;
  readonly #parameterSets = new Map<VideoConfig, Uint8Array>();
  readonly #silence = new Map<AudioConfig, Uint8Array | null>();
  #soundConfig: AudioConfig | null = null;
  /** What the tracks' next fragments have to say where they follow, in the tracks' own time scales. */
  #nextVideoTicks = 0;
  #nextAudioSamples = 0;
  /** From the encoder's time to the movie's, 90 kHz. */
  #pictureShiftTicks = 0;
  #waitsForKeySince: number | null = null;
  /** Where the picture was joined on last, and how many pictures there were. */
  #joint = { startTicks: 0, count: 0 };

  constructor({ hasVideo, changesPicture, sampleRates }: MoviePlan) {
    this.#changesPicture = changesPicture;
    this.video = hasVideo ? new MovieTrack('video', TICKS_PER_SECOND) : null;
    this.audio = new MovieTrack('audio', commonTimescale(sampleRates));
  }

  add(row: MovieRow): void {
    const { video, audio } = row;
    if (row.isFirst || !this.#follows(row)) this.#join(row);
    this.#soundConfig = audio.config;
    for (const { track, fragment } of inOrder(row)) {
      if (track === 'audio') this.#addSound(audio, fragment);
      else if (video !== null) this.#addPictures(video, fragment);
    }
  }

  finish(): void {
    this.video?.finish();
    this.audio.finish();
  }

  #follows({ video, audio }: MovieRow): boolean {
    const [sound] = audio.fragments;
    const [picture] = video?.fragments ?? [];
    return (
      sound?.head.decodeTime === this.#nextAudioSamples &&
      audio.config.sampleRate === this.#soundConfig?.sampleRate &&
      (video === null || picture?.head.decodeTime === this.#nextVideoTicks)
    );
  }

  /** Finds the place of a row that does not follow: its sound behind the last sound, its picture where it belongs. */
  #join({ video: segment, audio }: MovieRow): void {
    const { video } = this;
    const [picture] = segment?.fragments ?? [];
    const [sound] = audio.fragments;
    if (video === null || picture === undefined || sound === undefined) return;
    const pictureTicks = picture.head.decodeTime;
    const soundTicks = (sound.head.decodeTime * TICKS_PER_SECOND) / audio.config.sampleRate;
    const place = () => Math.round(this.#soundEndTicks - (soundTicks - pictureTicks));
    let startTicks = place();
    if (video.startTicks !== null) {
      const frameTicks = this.#soundFrameTicks;
      if (video.endTicks - startTicks > frameTicks) {
        this.#addSilence(Math.ceil((video.endTicks - startTicks) / frameTicks));
        startTicks = place();
      }
      startTicks = this.#onGrid(video, startTicks);
    }
    this.#pictureShiftTicks = startTicks - pictureTicks;
    this.#waitsForKeySince = pictureTicks;
    this.#joint = { startTicks, count: video.tables.count };
  }

  /** The place nearest to another one at which a picture is due, by the distances since the last joint. */
  #onGrid({ lastStartTicks, tables }: MovieTrack, wantedTicks: number): number {
    const earliestTicks = lastStartTicks + SHORTEST_PICTURE_TICKS;
    const distances = tables.count - this.#joint.count - 1;
    const distanceTicks = (lastStartTicks - this.#joint.startTicks) / Math.max(1, distances);
    const isRegular = distances > 0 && distanceTicks > SHORTEST_PICTURE_TICKS;
    if (!isRegular || distanceTicks > LONGEST_GRID_TICKS)
      return Math.max(earliestTicks, wantedTicks);
    const steps = Math.max(1, Math.round((wantedTicks - lastStartTicks) / distanceTicks));
    return Math.round(lastStartTicks + steps * distanceTicks);
  }

  get #soundEndTicks(): number {
    return (this.audio.endTicks * TICKS_PER_SECOND) / this.audio.timescale;
  }

  get #soundFrameTicks(): number {
    const config = this.#soundConfig;
    return config === null ? 1 : (config.samplesPerFrame * TICKS_PER_SECOND) / config.sampleRate;
  }

  #addSound({ file, config, fragments: _ }: MovieSegment<AudioConfig>, fragment: PlacedFragment) {
    const { head, fileOffsetBytes } = fragment;
    const { audio } = this;
    const ratio = audio.timescale / config.sampleRate;
    const at = this.pieces.addFile(file, fileOffsetBytes + head.dataOffsetBytes, head.dataBytes);
    audio.tables.addChunk(at, head.sizes.length, audio.describe(config));
    let endTime = head.decodeTime;
    for (const [index, sizeBytes] of head.sizes.entries()) {
      const samples = head.durations[index] ?? 0;
      audio.add(audio.endTicks, Math.round(samples * ratio), sizeBytes, true, 0);
      endTime += samples;
    }
    this.#nextAudioSamples = endTime;
  }

  #addPictures({ file, config }: MovieSegment<VideoConfig>, fragment: PlacedFragment): void {
    const { head, fileOffsetBytes } = fragment;
    const { video } = this;
    if (video === null) return;
    const first = this.#skipToKey(head);
    const { sizes, durations, compositionOffsets, syncs } = head;
    const added = this.#changesPicture ? this.#parameterSetsOf(config) : NOTHING;
    let dataAt = fileOffsetBytes + head.dataOffsetBytes;
    let pieceAt = dataAt;
    let chunkAt: number | null = null;
    const addPiece = (): void => {
      const at = this.pieces.addFile(file, pieceAt, dataAt - pieceAt);
      chunkAt ??= at;
      pieceAt = dataAt;
    };
    let decodeTime = head.decodeTime;
    for (const [index, sizeBytes] of sizes.entries()) {
      const durationTicks = durations[index] ?? 0;
      if (index < first) {
        pieceAt += sizeBytes;
      } else {
        const isSync = syncs[index] ?? true;
        const before = isSync ? added : NOTHING;
        if (before.byteLength > 0) {
          if (pieceAt < dataAt) addPiece();
          const at = this.pieces.addBytes(before);
          chunkAt ??= at;
        }
        const startTicks = decodeTime + this.#pictureShiftTicks;
        if (video.tables.count === this.#joint.count) this.#joint = { ...this.#joint, startTicks };
        const offset = compositionOffsets[index] ?? 0;
        video.add(startTicks, durationTicks, before.byteLength + sizeBytes, isSync, offset);
      }
      dataAt += sizeBytes;
      decodeTime += durationTicks;
    }
    this.#nextVideoTicks = decodeTime;
    if (first === sizes.length) return;
    addPiece();
    video.tables.addChunk(chunkAt ?? 0, sizes.length - first, video.describe(config));
  }

  #parameterSetsOf(config: VideoConfig): Uint8Array {
    const known = this.#parameterSets.get(config) ?? parameterSetsOf(config);
    this.#parameterSets.set(config, known);
    return known;
  }

  /** How many of a fragment's pictures are left out, because what they are made from is not there. */
  #skipToKey({ decodeTime, syncs }: FragmentHead): number {
    const since = this.#waitsForKeySince;
    if (since === null) return 0;
    const key = syncs.indexOf(true);
    const isTooLong = decodeTime - since > LONGEST_WAIT_FOR_KEY_TICKS;
    if (key < 0 && !isTooLong) return syncs.length;
    this.#waitsForKeySince = null;
    return Math.max(0, key);
  }

  #addSilence(frames: number): void {
    const config = this.#soundConfig;
    if (config === null) return;
    if (!this.#silence.has(config)) this.#silence.set(config, silentFrame(config));
    const frame = this.#silence.get(config) ?? null;
    // Of a layout whose silence is not known nothing is put in: the picture is late until the next joint.
    if (frame === null) return;
    const count = Math.min(frames, MOST_SILENCE);
    const bytes = new Uint8Array(count * frame.byteLength);
    for (let index = 0; index < count; index++) bytes.set(frame, index * frame.byteLength);
    const { audio } = this;
    const ticks = Math.round((config.samplesPerFrame * audio.timescale) / config.sampleRate);
    audio.tables.addChunk(this.pieces.addBytes(bytes), count, audio.describe(config));
    for (let index = 0; index < count; index++) {
      audio.add(audio.endTicks, ticks, frame.byteLength, true, 0);
    }
  }
}

type Ordered = { readonly track: 'video' | 'audio'; readonly fragment: PlacedFragment };

/** A row's fragments by their time: what a player needs at the same moment lies together. */
function inOrder({ video, audio }: MovieRow): readonly Ordered[] {
  const timed = (track: Ordered['track'], list: readonly PlacedFragment[], timescale: number) =>
    list.map((fragment) => ({
      track,
      fragment,
      time: (fragment.head.decodeTime - (list[0]?.head.decodeTime ?? 0)) / timescale,
    }));
  return [
    ...timed('video', video?.fragments ?? [], TICKS_PER_SECOND),
    ...timed('audio', audio.fragments, audio.config.sampleRate),
  ].sort((a, b) => a.time - b.time);
}

/** All sample rates of AAC that have a name go into less than this. */
const HIGHEST_TIMESCALE = 2 ** 31;
const OF_ALL_NAMED_RATES = 28_224_000;

/** A time scale in which the samples of all rates last a whole number of ticks. */
function commonTimescale(sampleRates: readonly number[]): number {
  const common = sampleRates.reduce((all, rate) => (all / greatestDivisor(all, rate)) * rate, 1);
  return common < HIGHEST_TIMESCALE ? common : OF_ALL_NAMED_RATES;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
