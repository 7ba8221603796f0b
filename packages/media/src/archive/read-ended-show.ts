import type { ChannelSettings } from '@rostrum/contracts';
import { type RecordedTake, sizeOf } from '../package/recorded-take.ts';
import type { EndedShow, ShowSoFar } from '../package/segment-archive.ts';
import { forEachJournalLine } from './read-journal.ts';
import { readTake } from './read-take.ts';

/**
 * What a generation that has ended says of its show; null for a rehearsal.
 *
 * @param endedAtMs wall clock
 * @throws as readTake
 */
export async function readEndedShow(
  folder: string,
  webcastId: string,
  generation: string,
  endedAtMs: number,
): Promise<EndedShow | null> {
  let settings: ChannelSettings | null = null;
  let show: ShowSoFar | null = null;
  await forEachJournalLine(folder, (line) => {
    if (line.type === 'settings') settings = line.settings;
    if (line.type !== 'begin') return;
    settings = line.settings;
    show = line.kind === 'on-air' ? line.show : null;
  });
  const found: { settings: ChannelSettings | null; show: ShowSoFar | null } = { settings, show };
  if (found.settings === null || found.show === null) return null;
  const take = await readTake(folder, webcastId, generation);
  const takes = [...found.show.takes, ...(take === null ? [] : [describe(take)])];
  const { onAirSinceMs } = found.show;
  return { settings: found.settings, endedAtMs, show: { onAirSinceMs, takes } };
}

function describe({ generation, tracks }: RecordedTake) {
  const [first] = tracks.values();
  const segments = first?.segments ?? [];
  const last = segments.at(-1);
  return {
    generation,
    startsAtMs: segments[0]?.startsAtMs ?? 0,
    durationMs: last === undefined ? 0 : last.offsetMs + last.durationMs,
    sizeBytes: sizeOf(tracks.values()),
    hasVideo: tracks.has('video'),
  };
}
