/**
 * Archives both tracks of a generation as fast as the disk takes them, until it is killed. Says on standard output what
 * the archive has acknowledged (writing to a pipe is synchronous): a line `STEM PARTS` after each flush, a line `dropped STEM` after a removal.
 */
import { argv, stdout } from 'node:process';
import type { Part } from '../../package/segment.ts';
import { FolderArchive } from '../folder-archive.ts';
import { openRecordingLog } from './recording-log.ts';
import {
  closeSample,
  SAMPLE_GENERATION,
  SAMPLE_SETTINGS,
  sampleHead,
  sampleInit,
  sampleParts,
} from './sample-media.ts';

const [directory = ''] = argv.slice(2);
const archive = new FolderArchive({ directory, log: openRecordingLog() });
const [before] = (await archive.restore()).generations;
const generation =
  before?.archive ??
  archive.create(SAMPLE_SETTINGS, SAMPLE_GENERATION, 'on-air', 1_800_000_000_000);
if (before === undefined || before.restored.tracks.size < 2) {
  generation.writeInit('video', sampleInit('video'));
  generation.writeInit('audio', sampleInit('audio'));
}
const segments = [...(before?.restored.tracks.values() ?? [])].flatMap((track) => track.segments);
let oldestMsn = before?.restored.tracks.get('video')?.segments[0]?.msn ?? 0;
let msn = segments.reduce((highest, segment) => Math.max(highest, segment.msn), -1) + 1;

for (;;) {
  const [video, audio] = [sampleHead('video', msn), sampleHead('audio', msn)];
  const parts = sampleParts(msn, 4, 20_000);
  generation.openSegment(video);
  generation.openSegment(audio);
  for (const [index, part] of parts.entries()) {
    generation.appendPart(video, part);
    generation.appendPart(audio, part);
    await generation.flush();
    stdout.write(`${video.stem} ${index + 1}\n${audio.stem} ${index + 1}\n`);
  }
  close(video, parts);
  close(audio, parts);
  for (; oldestMsn < msn - 20; oldestMsn++) {
    const old = sampleHead('video', oldestMsn);
    stdout.write(`dropped ${old.stem}\n`);
    generation.dropSegment(closeSample(old, parts));
  }
  msn += 1;
}

function close(head: ReturnType<typeof sampleHead>, parts: readonly Part[]): void {
  generation.closeSegment(closeSample(head, parts));
}
