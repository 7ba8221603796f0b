import type { EncoderHealth } from '@rostrum/contracts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { refused } from '../../ks/session-verifier.ts';
import type { Server } from '../../ports.ts';
import { isEditor } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';

/** How streams do: what producers see in the room, for whoever has no socket there. */
export class HealthService {
  readonly #book: EntryBook;
  readonly #server: Server;

  constructor(book: EntryBook, server: Server) {
    this.#book = book;
    this.#server = server;
  }

  async get(call: Call, { entryId }: { readonly entryId: string }): Promise<object> {
    const session = sessionOf(call);
    const { entry } = await this.#book.find(session, entryId, ['webcast']);
    if (!isEditor(session, entry)) throw refused(session.ks, 'INVALID_TYPE');
    const health = this.#server.healthOf(entryId);
    return {
      objectType: 'RostrumStreamHealth',
      entryId,
      sampledAt: health === null ? null : Math.floor(health.atMs / 1000),
      encoders: health?.encoders.map(toEncoder) ?? [],
      archive: health?.archive ?? 'off',
      lostParts: health?.lostParts ?? 0,
    };
  }
}

function toEncoder(encoder: EncoderHealth): object {
  const { video, audio, connectedAtMs, ...rest } = encoder;
  return {
    objectType: 'RostrumEncoderHealth',
    ...rest,
    connectedAt: Math.floor(connectedAtMs / 1000),
    videoCodec: video?.codec ?? null,
    width: video?.widthPx ?? null,
    height: video?.heightPx ?? null,
    videoBitsPerSecond: video?.bitsPerSecond ?? null,
    framesPerSecond: video?.framesPerSecond ?? null,
    announcedFramesPerSecond: video?.announcedFramesPerSecond ?? null,
    keyFrameDistanceMs: video?.keyFrameDistanceMs ?? null,
    audioCodec: audio?.codec ?? null,
    audioSampleRate: audio?.sampleRate ?? null,
    audioChannels: audio?.channelCount ?? null,
    audioBitsPerSecond: audio?.bitsPerSecond ?? null,
  };
}
