import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type DecodedPicture,
  drawPicture,
  nameOf,
  readPicture,
} from '../../packages/media/src/still/testing/read-picture.ts';
import { Encoder } from './encoder.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

describe('thumbnails, from an encoder to a picture', () => {
  let server: ServerUnderTest;
  const encoders: Encoder[] = [];

  beforeEach(async () => {
    server = await ServerUnderTest.start({ ROSTRUM_RECONNECT_SECONDS: '20' });
  });
  afterEach(async () => {
    await Promise.all(encoders.splice(0).map((encoder) => encoder.cut()));
    await server.stop();
  });

  const publish = (url: string, colour: string) => {
    const encoder = new Encoder(url, { colour, size: '640x360' });
    encoders.push(encoder);
    return encoder;
  };

  const thumbnail = async (webcastId: string, wish: string): Promise<DecodedPicture> => {
    const response = await fetch(
      `${server.url}/p/100/sp/10000/thumbnail/entry_id/${webcastId}${wish}`,
    );
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    return readPicture(new Uint8Array(await response.arrayBuffer()));
  };

  const colourOf = async (webcastId: string, wish = '/width/320/height/180') =>
    nameOf((await thumbnail(webcastId, wish)).at(0.1, 0.1));

  const hasColour = (webcastId: string, colour: string, wish?: string) =>
    eventually(`the thumbnail is ${colour}`, async () => {
      return (await colourOf(webcastId, wish)) === colour;
    });

  it('is the placeholder, then what is on air in any size, then a frame of the show', async () => {
    const { webcastId } = server.sample;
    expect(await colourOf(webcastId)).toBe('black');
    const encoder = publish(server.publishUrl, 'red');
    await hasColour(webcastId, 'red');
    const cropped = await thumbnail(webcastId, '/width/200/height/200/type/3/quality/90');
    expect([cropped.widthPx, cropped.heightPx]).toEqual([200, 200]);
    const padded = await thumbnail(webcastId, '/width/200/height/200/type/2/bgcolor/0000ff');
    expect([padded.at(0.5, 0.05), padded.at(0.5, 0.5)].map(nameOf)).toEqual(['blue', 'red']);
    expect((await thumbnail(webcastId, '/width/0/height/0')).widthPx).toBe(640);
    await encoder.stop();
    await eventually('the show is over', async () => !(await server.isLive()));
    expect(await colourOf(webcastId)).toBe('red');
    expect(await colourOf(webcastId, '/width/100/vid_sec/1')).toBe('red');
  });

  it('is the picture that somebody has uploaded, until the show begins', async () => {
    const { webcastId } = server.sample;
    const ks = await server.adminSession();
    const png = await drawPicture('color=yellow:size=300x200', ['-f', 'image2pipe', '-c:v', 'png']);
    const form = new FormData();
    form.append('json', JSON.stringify({ ks, entryId: webcastId, format: 1 }));
    form.append('fileData', new Blob([new Uint8Array(png)]), 'poster.png');
    const response = await fetch(
      `${server.url}/api_v3/service/livestream/action/updateOfflineThumbnailJpeg`,
      { method: 'POST', body: form },
    );
    const { thumbnailUrl } = (await response.json()) as { thumbnailUrl: string };
    const shown = await fetch(`${thumbnailUrl}/width/0/height/0`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    const picture = await readPicture(new Uint8Array(await shown.arrayBuffer()));
    expect([picture.widthPx, picture.heightPx, nameOf(picture.at(0.5, 0.5))]).toEqual([
      ...[300, 200, 'yellow'],
    ]);
    publish(server.publishUrl, 'red');
    await hasColour(webcastId, 'red');
  });

  it('goes on when the control process has been killed while it made pictures', async () => {
    const { webcastId } = server.sample;
    publish(server.publishUrl, 'red');
    await hasColour(webcastId, 'red');
    const many = Array.from({ length: 20 }, (_, index) =>
      fetch(`${server.url}/p/100/thumbnail/entry_id/${webcastId}/width/${300 + index}`).catch(
        () => null,
      ),
    );
    process.kill(server.pidOf('control'), 'SIGKILL');
    await Promise.all(many);
    await eventually('control is back', async () => {
      const health = await server.health().catch(() => null);
      return health?.status === 200;
    });
    await hasColour(webcastId, 'red');
  });

  it('shows nothing of a rehearsal, at no time and to nobody', async () => {
    const ks = await server.adminSession();
    const { id, streamPassword } = await server.call<{ id: string; streamPassword: string }>(
      'livestream',
      'add',
      {
        ks,
        liveStreamEntry: {
          ...{ name: 'Rehearsed', mediaType: 201, dvrStatus: 1, dvrWindow: 60 },
          explicitLive: true,
        },
        sourceType: '32',
      },
    );
    const url = `rtmp://127.0.0.1:${server.rtmpPort}/kLive/${id}_1?t=${streamPassword}`;
    const rehearsal = publish(url, 'lime');
    await eventually('the rehearsal can be seen by an admin', async () =>
      server.call('livestream', 'isLive', { ks, id }),
    );
    const update = (viewMode: number) =>
      server.call('livestream', 'update', { ks, entryId: id, liveStreamEntry: { viewMode } });
    const wishes = [
      '/width/50',
      `/width/60/ks/${ks}`,
      '/width/70/vid_sec/0',
      '/vid_sec/2/version/9',
    ];
    for (const wish of wishes) expect(await colourOf(id, wish)).toBe('black');
    await rehearsal.stop();
    await eventually('the encoder is gone', async () => {
      return !(await server.call('livestream', 'isLive', { ks, id }));
    });
    await update(1);
    const show = publish(url, 'blue');
    await hasColour(id, 'blue');
    for (const wish of wishes) expect(await colourOf(id, wish)).toBe('blue');
    await update(0);
    await eventually('it is a rehearsal again', async () => {
      const { broadcastStatus } = await server.call<{ broadcastStatus: number }>(
        ...(['livestream', 'getDetails', { id }] as const),
      );
      return broadcastStatus === 2;
    });
    await show.stop();
    const again = publish(url, 'lime');
    await eventually('the rehearsal can be seen by an admin', async () =>
      server.call('livestream', 'isLive', { ks, id }),
    );
    for (const wish of wishes) expect(await colourOf(id, wish)).toBe('blue');
    await again.stop();
  });
});
