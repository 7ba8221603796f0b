import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderArchive } from '../../folder-archive.ts';
import { openRecordingLog } from '../../testing/recording-log.ts';
import {
  closeSample,
  SAMPLE_SETTINGS,
  sampleHead,
  sampleInit,
  sampleParts,
} from '../../testing/sample-media.ts';
import type { TakeName } from '../take-store.ts';

/** A folder that is gone with the test's own. */
export function openFolder(prefix = 'rostrum-store-'): string {
  return mkdtempSync(join(tmpdir(), prefix));
}

/** Leaves a real take in a shelf: what an archive has retired, both tracks with so many segments. */
export async function makeTake(
  shelf: string,
  { generation }: Pick<TakeName, 'generation'>,
  segments = 4,
  sampleBytes = 500,
): Promise<TakeName> {
  const directory = openFolder();
  const archive = new FolderArchive({ directory, log: openRecordingLog() });
  const { webcastId } = SAMPLE_SETTINGS;
  const made = archive.create(SAMPLE_SETTINGS, generation, 'on-air', 1000);
  for (const track of ['video', 'audio'] as const) {
    made.writeInit(track, sampleInit(track));
    for (let msn = 0; msn < segments; msn++) {
      const head = { ...sampleHead(track, msn), isRecorded: true };
      const parts = sampleParts(msn, 4, sampleBytes);
      made.openSegment(head);
      for (const part of parts) made.appendPart(head, part);
      made.closeSegment(closeSample(head, parts));
    }
  }
  made.end();
  await made.retire();
  await archive.close();
  const from = join(directory, 'recordings', webcastId, generation);
  mkdirSync(join(shelf, webcastId), { recursive: true });
  renameSync(from, join(shelf, webcastId, generation));
  rmSync(directory, { recursive: true });
  return { webcastId, generation };
}
