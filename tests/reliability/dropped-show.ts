import { Encoder } from '../e2e/encoder.ts';
import { eventually, type ServerUnderTest } from '../e2e/server-under-test.ts';

export type DroppedShow = {
  /** The replay's playlist. */
  readonly url: string;
  /** Brightness of the picture from each encoder, in order: limited range made full, 0 to 255. */
  readonly levels: readonly number[];
  /** What the API says that the recording takes, seconds. */
  readonly lengthS: number;
  /** From the first encoder to the end of the last, seconds: longer than the recording by the drops. */
  readonly tookS: number;
};

/** One brightness for each encoder, far enough apart for any codec, so that the recording shows its own order. */
function levelOf(run: number, runs: number): number {
  return Math.round(20 + (run * 215) / runs);
}

/** A show whose encoder is killed, and started anew, so many times; a real server, real encoders. */
export async function makeDroppedShow(
  server: ServerUnderTest,
  drops: number,
  secondsBetween: number,
): Promise<DroppedShow> {
  const levels = Array.from({ length: drops + 1 }, (_, run) => levelOf(run, drops));
  const beganMs = performance.now();
  for (const [run, level] of levels.entries()) {
    const hex = level.toString(16).padStart(2, '0');
    const encoder = new Encoder(server.publishUrl, { colour: `0x${hex}${hex}${hex}` });
    await eventually(
      'the encoder sends',
      async () => {
        const { lastDiscontinuity, seconds } = await newestRun(server);
        return lastDiscontinuity >= run && seconds >= secondsBetween;
      },
      60_000,
    );
    if (run < drops) await encoder.cut();
    else await encoder.stop();
  }
  const tookS = (performance.now() - beganMs) / 1000;
  const url = await eventually('the replay', async () => {
    const address = await server.manifestUrl();
    return address?.includes('/r/') === true && address;
  });
  const { objects } = await server.call<{ objects: { msDuration: number }[] }>('media', 'list', {
    ks: await server.adminSession(),
    filter: { rootEntryIdEqual: server.sample.webcastId, statusEqual: '2' },
  });
  const [recording, ...others] = objects.filter(({ msDuration }) => msDuration > 0);
  if (recording === undefined || others.length > 0) {
    throw new Error(`there is one recording of one show (found ${objects.length})`);
  }
  return { url, levels, lengthS: recording.msDuration / 1000, tookS };
}

/** How many drops the live playlist tells of, and how much there is since the last one. */
async function newestRun(
  server: ServerUnderTest,
): Promise<{ readonly lastDiscontinuity: number; readonly seconds: number }> {
  const main = await server.manifestUrl();
  if (main === null) return { lastDiscontinuity: -1, seconds: 0 };
  const text = await (await fetch(new URL('video.m3u8', main))).text();
  const [, before = '0'] = /^#EXT-X-DISCONTINUITY-SEQUENCE:(\d+)/m.exec(text) ?? [];
  const parts = text.split(/^#EXT-X-DISCONTINUITY$/m);
  const durations = [...(parts.at(-1) ?? '').matchAll(/^#EXTINF:([\d.]+)/gm)];
  return {
    lastDiscontinuity: Number(before) + parts.length - 1,
    seconds: durations.reduce((sum, [, text]) => sum + Number(text), 0),
  };
}
