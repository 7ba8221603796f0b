import {
  createClient,
  createSession,
  createWebcast,
  deleteWebcast,
  playback,
  RostrumError,
} from '../../../packages/sdk/src/index.ts';

/** What a page does: everything from the signing of a session on. */
export async function integrate(serviceUrl: string, partnerId: number, secret: string) {
  const session = () => createSession({ partnerId, secret, isAdmin: true });
  const client = createClient({ serviceUrl, partnerId, session });
  const { id, presenters, isNew } = await createWebcast(client, {
    name: 'From a page',
    presenter: { name: 'Åsa & Co' },
  });
  const now = await playback(client, id);
  await deleteWebcast(client, id);
  const error = await playback(client, id).catch((caught: unknown) => caught);
  const away = createClient({ serviceUrl: 'http://127.0.0.1:1', partnerId, retries: 0 });
  const unreached = await away.session.end().catch((caught: unknown) => caught);
  const codeOf = (caught: unknown) => (caught instanceof RostrumError ? caught.code : 'no error');
  return {
    isNew,
    presenters,
    kind: now.kind,
    refused: codeOf(error),
    away: codeOf(unreached),
  };
}
