import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RecordedTake } from '../package/recorded-take.ts';
import {
  type TakeStretch,
  writeRecordingIFrames,
  writeRecordingMultivariant,
  writeRecordingPlaylist,
} from '../package/recording-playlist-writer.ts';
import { MediaReply } from './media-reply.ts';
import { playlistFields } from './playlist-cache.ts';
import type { RecordingFile } from './recording-file-name.ts';
import type { AdmittedRecording } from './recording-gate.ts';

type Playlist = Exclude<RecordingFile, { kind: 'media' | 'movie' | 'movie-facts' }>;

/** Written and compressed playlists that are kept: those of ten days of recordings, or of thousands of short ones. */
const MOST_BYTES = 48 * 1024 * 1024;

/** What a playlist costs besides its bytes. */
const PLAYLIST_COST_BYTES = 1024;

/** A recording does not change, but it may be deleted. */
const MAX_AGE_SECONDS = 600;

const FIELDS = playlistFields(false, MAX_AGE_SECONDS);
const GZIP_FIELDS = playlistFields(true, MAX_AGE_SECONDS);

const gzipBeside = promisify(gzip);

/** The playlists of the recordings that were asked for last, each written once for all viewers. */
export class RecordingPlaylists {
  /** The least recently used first. */
  readonly #recordings = new Map<AdmittedRecording, Map<Playlist, WrittenPlaylist>>();
  #sizeBytes = 0;

  /** A playlist that was written of the same takes. */
  find(
    recording: AdmittedRecording,
    file: Playlist,
    takes: readonly RecordedTake[],
  ): WrittenPlaylist | undefined {
    const files = this.#recordings.get(recording);
    if (files === undefined) return undefined;
    const found = files.get(file);
    if (found === undefined || !found.isOf(takes)) return undefined;
    this.#recordings.delete(recording);
    this.#recordings.set(recording, files);
    return found;
  }

  write(
    recording: AdmittedRecording,
    file: Playlist,
    stretches: readonly TakeStretch[],
  ): WrittenPlaylist {
    const written = new WrittenPlaylist(file, stretches);
    const files = this.#recordings.get(recording) ?? new Map<Playlist, WrittenPlaylist>();
    this.#sizeBytes -= files.get(file)?.sizeBytes ?? 0;
    files.set(file, written);
    this.#recordings.delete(recording);
    this.#recordings.set(recording, files);
    void written.made.then(
      () => this.#count(recording, file, written),
      () => {
        if (files.get(file) === written) files.delete(file);
      },
    );
    return written;
  }

  /** Counts what has been made, where it has not been replaced meanwhile, and makes room. */
  #count(recording: AdmittedRecording, file: Playlist, written: WrittenPlaylist): void {
    if (this.#recordings.get(recording)?.get(file) !== written) return;
    written.count();
    this.#sizeBytes += written.sizeBytes;
    for (const [oldest, files] of this.#recordings) {
      if (this.#sizeBytes <= MOST_BYTES) return;
      this.#recordings.delete(oldest);
      for (const each of files.values()) this.#sizeBytes -= each.sizeBytes;
    }
  }
}

/** A playlist that is being written, or is. */
class WrittenPlaylist {
  readonly made: Promise<{ readonly plain: MediaReply; readonly gzipped: MediaReply }>;
  /** As counted; 0 until it is made. */
  sizeBytes = 0;

  readonly #takes: readonly RecordedTake[];
  #madeBytes = 0;

  constructor(file: Playlist, stretches: readonly TakeStretch[]) {
    this.#takes = stretches.map(({ take }) => take);
    this.made = this.#make(file, stretches);
  }

  isOf(takes: readonly RecordedTake[]): boolean {
    return (
      takes.length === this.#takes.length &&
      takes.every((take, index) => take === this.#takes[index])
    );
  }

  async reply(isGzip: boolean): Promise<MediaReply> {
    const { plain, gzipped } = await this.made;
    return isGzip ? gzipped : plain;
  }

  count(): void {
    this.sizeBytes = this.#madeBytes + PLAYLIST_COST_BYTES;
  }

  async #make(file: Playlist, stretches: readonly TakeStretch[]) {
    const pieces: Buffer[] = [];
    for (const text of textOf(file, stretches)) {
      pieces.push(Buffer.from(text));
      // The live edge does not wait for hours of lines.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const plain = Buffer.concat(pieces);
    const packed = await gzipBeside(plain);
    this.#madeBytes = plain.length + packed.length;
    return {
      plain: new MediaReply(200, FIELDS, [plain]),
      gzipped: new MediaReply(200, GZIP_FIELDS, [packed]),
    };
  }
}

function textOf(file: Playlist, stretches: readonly TakeStretch[]): Iterable<string> {
  switch (file.kind) {
    case 'multivariant':
      return [writeRecordingMultivariant(stretches) ?? ''];
    case 'playlist':
      return writeRecordingPlaylist(stretches, file.track);
    case 'i-frames':
      return writeRecordingIFrames(stretches);
  }
}
