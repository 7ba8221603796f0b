import {
  type Composition,
  decodeComposition,
  MOVIE_FACTS_FILE,
  type MovieFacts,
} from '@rostrum/contracts';
import type { Movies } from '../ports.ts';

/** Files as a media process would make them of recordings: 2,000 bytes a second. */
export class MoviesForTests implements Movies {
  /** What was asked for, in order. */
  readonly asked: Composition[] = [];
  /** It answers nothing. */
  isAway = false;
  /** What it tells of every recording. */
  facts: MovieFacts = {
    sizeBytes: 120_000,
    durationMs: 60_000,
    widthPx: 1280,
    heightPx: 720,
    framesPerSecond: 29.97003,
    videoCodec: 'avc1.64001f',
    audioCodec: 'mp4a.40.2',
  };

  async factsAt(path: string): Promise<MovieFacts | null> {
    const [, text = '', file] = /^\/r\/[^/]+\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const composition = decodeComposition(text);
    if (composition === null || file !== MOVIE_FACTS_FILE) throw new Error(`asked for ${path}`);
    this.asked.push(composition);
    return this.isAway ? null : this.facts;
  }
}
