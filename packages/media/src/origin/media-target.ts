import { type MediaFile, readMediaFileName } from './media-file-name.ts';
import { NO_DIRECTIVES, type PlaylistDirectives, readDirectives } from './playlist-request.ts';

/** An address taken apart. */
export type MediaTarget = {
  /** Up to the last slash: `/v/TOKEN/WEBCAST/GENERATION`. */
  readonly prefix: string;
  /** Null where nothing is ever called so. */
  readonly file: MediaFile | null;
  readonly directives: PlaylistDirectives | { readonly problem: string };
  /** The same for addresses within a prefix that ask for the same. */
  readonly key: string;
};

/** A show of some hours has this many addresses at its live edge in every quarter of an hour. */
const REMEMBERED_TARGETS = 4096;

/** Takes addresses apart, each one once: thousands of viewers ask for the same ones at the same moment. */
export class MediaTargets {
  readonly #known = new Map<string, MediaTarget>();

  /** @param target path and query */
  read(target: string): MediaTarget {
    let known = this.#known.get(target);
    if (known === undefined) {
      known = readTarget(target);
      // What is no longer asked for goes with the rest: it is cheap to take apart again what is.
      if (this.#known.size >= REMEMBERED_TARGETS) this.#known.clear();
      if (known.file !== null) this.#known.set(target, known);
    }
    return known;
  }
}

function readTarget(target: string): MediaTarget {
  const question = target.indexOf('?');
  const path = question < 0 ? target : target.slice(0, question);
  const lastSlash = path.lastIndexOf('/');
  const fileName = path.slice(lastSlash + 1);
  const file = readMediaFileName(fileName);
  const directives =
    question < 0 || file?.kind !== 'playlist'
      ? NO_DIRECTIVES
      : readDirectives(target.slice(question + 1));
  const key = `${fileName} ${JSON.stringify(directives)}`;
  return { prefix: path.slice(0, lastSlash), file, directives, key };
}
