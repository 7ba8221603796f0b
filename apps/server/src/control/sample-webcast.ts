import type { SampleWebcast } from '../link/process-messages.ts';

/** What making the sample needs from the API. */
export interface SampleSource {
  /** Finds the webcast with this reference id, or creates it. */
  ensureWebcast(webcast: {
    readonly referenceId: string;
    readonly name: string;
    readonly description: string;
    readonly dvrWindowMinutes: number;
  }): Promise<{ readonly webcastId: string; readonly streamToken: string }>;
}

/** The webcast that a newcomer finds: there from the first start, and the target of `npm run demo`. */
export async function ensureSampleWebcast(source: SampleSource): Promise<SampleWebcast> {
  const { webcastId, streamToken } = await source.ensureWebcast({
    referenceId: 'rostrum-sample',
    name: 'Sample webcast',
    description:
      'This webcast exists from the first start. Stream into it from OBS or FFmpeg, or run the demo, and watch it here about two seconds later.',
    dvrWindowMinutes: 120,
  });
  return { webcastId, streamToken, streamName: `${webcastId}_1` };
}
