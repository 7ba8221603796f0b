import type { FastifyInstance } from 'fastify';
import type { SampleWebcast } from '../link/process-messages.ts';

const REFERENCE_ID = 'rostrum-sample';

const SAMPLE = {
  objectType: 'KalturaLiveStreamEntry',
  name: 'Sample webcast',
  description:
    'This webcast exists from the first start. Stream into it from OBS or FFmpeg, or run the demo, and watch it here about two seconds later.',
  referenceId: REFERENCE_ID,
  // The values of the API: a live stream by encoders, with two hours of DVR.
  mediaType: 201,
  dvrStatus: 1,
  dvrWindow: 120,
};

type Entry = { readonly id: string; readonly streamPassword: string };

/**
 * The webcast that a newcomer finds: there from the first start, and the target of the demo. It is made through the
 * front door, as any integration makes one.
 */
export async function ensureSampleWebcast(
  app: FastifyInstance,
  account: { readonly partnerId: number; readonly adminSecret: string },
): Promise<SampleWebcast> {
  const call = async <T>(service: string, action: string, parameters: object): Promise<T> => {
    const response = await app.inject({
      method: 'POST',
      url: `/api_v3/service/${service}/action/${action}`,
      payload: { format: 1, ...parameters },
    });
    const answer = response.json<T & { code?: string; message?: string }>();
    if (answer.code !== undefined) {
      throw new Error(`the sample webcast could not be made: ${answer.code}: ${answer.message}`);
    }
    return answer;
  };
  const ks = await call<string>('session', 'start', {
    secret: account.adminSecret,
    partnerId: account.partnerId,
    type: 2,
    expiry: 60,
  });
  const { objects } = await call<{ objects: readonly Entry[] }>('livestream', 'list', {
    ks,
    filter: { objectType: 'KalturaLiveStreamEntryFilter', referenceIdEqual: REFERENCE_ID },
  });
  const entry =
    objects[0] ??
    (await call<Entry>('livestream', 'add', { ks, liveStreamEntry: SAMPLE, sourceType: '32' }));
  return {
    webcastId: entry.id,
    streamToken: entry.streamPassword,
    streamName: `${entry.id}_1`,
  };
}
