import type { RecordedTake } from '../package/recorded-take.ts';
import type { TakeStretch } from '../package/recording-playlist-writer.ts';
import type { ArchivedMedia } from '../package/segment-archive.ts';
import { buildMovieIndex, type MovieFile, type MovieIndex } from './movie-index.ts';
import type { AdmittedRecording } from './recording-gate.ts';

/** What is remembered: a day of shows with 30 pictures a second, or what is being asked for. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Recordings that wait to be read, each for seconds: who comes later is asked to come again. */
const MOST_WAITING = 16;

type Built = MovieIndex | 'empty' | 'too-long';

type Known = {
  readonly takes: readonly RecordedTake[];
  readonly built: Promise<Built>;
  costBytes: number;
};

/** The indexes of the recordings that were downloaded last. One is built at a time, and once for all who ask for it. */
export class MovieIndexes {
  readonly #archive: Pick<ArchivedMedia, 'read'>;
  readonly #onDamaged: (file: MovieFile) => void;
  /** The least recently used first. */
  readonly #known = new Map<AdmittedRecording, Known>();
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #costBytes = 0;

  constructor(archive: Pick<ArchivedMedia, 'read'>, onDamaged: (file: MovieFile) => void) {
    this.#archive = archive;
    this.#onDamaged = onDamaged;
  }

  /** The index; `busy` where too many wait for theirs. */
  async get(
    recording: AdmittedRecording,
    stretches: readonly TakeStretch[],
  ): Promise<Built | 'busy'> {
    const takes = stretches.map(({ take }) => take);
    const known = this.#known.get(recording);
    if (known !== undefined && areAlike(known.takes, takes)) {
      this.#known.delete(recording);
      this.#known.set(recording, known);
      return await known.built;
    }
    if (this.#waiting >= MOST_WAITING) return 'busy';
    this.#forget(recording);
    const begun: Known = { takes, built: this.#build(stretches), costBytes: 0 };
    this.#known.set(recording, begun);
    void begun.built.then(
      (index) => this.#count(recording, begun, index),
      () => this.#forgetIf(recording, begun),
    );
    return await begun.built;
  }

  async #build(stretches: readonly TakeStretch[]): Promise<Built> {
    this.#waiting += 1;
    const before = this.#last;
    const built = before.then(() => buildMovieIndex(this.#archive, stretches, this.#onDamaged));
    this.#last = built.catch(() => undefined);
    try {
      return await built;
    } finally {
      this.#waiting -= 1;
    }
  }

  #count(recording: AdmittedRecording, known: Known, index: Built): void {
    if (this.#known.get(recording) !== known) return;
    if (typeof index === 'string') {
      this.#forgetIf(recording, known);
      return;
    }
    known.costBytes = index.costBytes;
    this.#costBytes += index.costBytes;
    for (const oldest of this.#known.keys()) {
      if (this.#costBytes <= MOST_BYTES) return;
      // The newest one stays, whatever its size: a download asks for it again and again.
      if (oldest !== recording) this.#forget(oldest);
    }
  }

  #forgetIf(recording: AdmittedRecording, known: Known): void {
    if (this.#known.get(recording) === known) this.#forget(recording);
  }

  #forget(recording: AdmittedRecording): void {
    this.#costBytes -= this.#known.get(recording)?.costBytes ?? 0;
    this.#known.delete(recording);
  }
}

/** Takes that were read again say the same, unless files have gone. */
function areAlike(before: readonly RecordedTake[], now: readonly RecordedTake[]): boolean {
  return (
    before.length === now.length &&
    now.every((take, index) => take === before[index] || areSameSegments(take, before[index]))
  );
}

function areSameSegments(take: RecordedTake, other: RecordedTake | undefined): boolean {
  for (const [name, { segments }] of take.tracks) {
    const others = other?.tracks.get(name)?.segments;
    if (others?.length !== segments.length) return false;
    if (others[0]?.stem !== segments[0]?.stem || others.at(-1)?.stem !== segments.at(-1)?.stem) {
      return false;
    }
  }
  return true;
}
