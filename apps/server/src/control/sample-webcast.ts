import type { SampleWebcast } from '../link/process-messages.ts';
import type { AdminCall } from './call-as-admin.ts';

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

/** The webcast that a newcomer finds: there from the first start, and the target of the demo. */
export async function ensureSampleWebcast(call: AdminCall): Promise<SampleWebcast> {
  const { objects } = await call<{ objects: readonly Entry[] }>('livestream', 'list', {
    filter: { objectType: 'KalturaLiveStreamEntryFilter', referenceIdEqual: REFERENCE_ID },
  });
  const entry =
    objects[0] ??
    (await call<Entry>('livestream', 'add', { liveStreamEntry: SAMPLE, sourceType: '32' }));
  return {
    webcastId: entry.id,
    streamToken: entry.streamPassword,
    streamName: `${entry.id}_1`,
  };
}
