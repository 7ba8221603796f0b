import type { ServerUnderTest } from '../server-under-test.ts';

/** Sessions of everybody who may watch a webcast and not its rehearsals; null for nobody's. */
export async function viewerSessions(
  server: ServerUnderTest,
  webcastId: string,
): Promise<ReadonlyMap<string, string | null>> {
  const start = (userId: string, privileges = '', expiry = 3600) =>
    server.call<string>('session', 'start', {
      ...{ secret: server.adminSecret, partnerId: 100, type: 0, userId, privileges, expiry },
    });
  const widget = await server.call<{ ks: string }>('session', 'startWidgetSession', {
    widgetId: '_100',
  });
  return new Map([
    ['nobody', null],
    ['nobody, with a session that is none', 'djJ8MTAwfAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['a widget session', widget.ks],
    ['a viewer', await start('vera')],
    ['a viewer of everything', await start('vera', 'sview:*,view:*,list:*,download:*')],
    ['who may preview none', await start('vera', 'restrictexplicitliveview:*')],
    ['who may preview another one', await start('vera', 'restrictexplicitliveview:0_otherone')],
    ['the owner, who may preview none', await start('olga', 'restrictexplicitliveview:*')],
    [
      'whose session to preview has expired',
      await start('vera', `restrictexplicitliveview:${webcastId}`, -1),
    ],
    ['an owner whose session has expired', await start('olga', '', -1)],
  ]);
}

/** Every frame that a room sends within a moment after the join, as text. */
export async function listenToRoom(
  serverUrl: string,
  webcastId: string,
  session: string | null,
  moment: Promise<unknown>,
): Promise<string> {
  const socket = new WebSocket(`${serverUrl.replace('http', 'ws')}/room`);
  const frames: string[] = [];
  const first = new Promise<void>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => {
      frames.push(String(data));
      resolve();
    });
    socket.addEventListener('error', () => reject(new Error('the room does not open')));
  });
  socket.addEventListener('open', () =>
    socket.send(
      JSON.stringify({ type: 'join', webcastId, ...(session === null ? {} : { session }) }),
    ),
  );
  await first;
  await moment;
  socket.close();
  return frames.join('\n');
}
