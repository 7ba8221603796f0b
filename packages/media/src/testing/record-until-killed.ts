/**
 * Records a show into a folder, faster than in real time, until it is killed. Says on standard output how many ms of it
 * are in the archive (writing to a pipe is synchronous).
 */
import { argv, stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeMedia } from '../stream/testing/encoded-media.ts';
import { connect, SETTINGS, send, shift } from '../stream/testing/test-channels.ts';
import { RecordingStudio } from './recording-studio.ts';

const SECONDS = 2;

const [directory = ''] = argv.slice(2);
const media = await encodeMedia({ seconds: SECONDS });
const studio = await RecordingStudio.open(directory);
const encoder = await connect(studio.channels);
for (let sentMs = 0; ; sentMs += SECONDS * 1000) {
  const frames = sentMs === 0 ? media : media.filter((frame) => 'data' in frame);
  send(encoder, shift(frames, sentMs), studio.clock);
  const generation = studio.statuses.at(-1)?.generation ?? '';
  await studio.archive.find(SETTINGS.webcastId, generation)?.flush();
  stdout.write(`${sentMs + SECONDS * 1000}\n`);
  await wait(2);
}
