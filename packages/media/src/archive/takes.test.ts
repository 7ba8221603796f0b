import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedTake } from '../package/recorded-take.ts';
import type { TrackName } from '../package/segment.ts';
import type { GenerationArchive } from '../package/segment-archive.ts';
import { FolderArchive } from './folder-archive.ts';
import { TakeIndexCache } from './take-index-cache.ts';
import { openRecordingLog } from './testing/recording-log.ts';
import {
  closeSample,
  SAMPLE_GENERATION,
  SAMPLE_SETTINGS,
  sampleHead,
  sampleInit,
  sampleParts,
} from './testing/sample-media.ts';

const { webcastId } = SAMPLE_SETTINGS;
let directory: string;
let log: ReturnType<typeof openRecordingLog>;
let archive: FolderArchive;
const folder = () => join(directory, webcastId, SAMPLE_GENERATION);
const keptFolder = () => join(directory, 'recordings', webcastId, SAMPLE_GENERATION);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-takes-'));
  log = openRecordingLog();
  archive = new FolderArchive({ directory, log });
});

afterEach(async () => {
  await archive.close();
  rmSync(directory, { recursive: true, force: true });
});

function begin(): GenerationArchive {
  const generation = archive.create(SAMPLE_SETTINGS, SAMPLE_GENERATION, 'on-air', 1000);
  for (const track of ['video', 'audio'] as const) generation.writeInit(track, sampleInit(track));
  return generation;
}

function archiveSegment(
  generation: GenerationArchive,
  track: TrackName,
  msn: number,
  isRecorded = true,
): void {
  const head = { ...sampleHead(track, msn), isRecorded };
  const parts = sampleParts(msn, 4);
  generation.openSegment(head);
  for (const part of parts) generation.appendPart(head, part);
  generation.closeSegment(closeSample(head, parts));
}

/** A generation that has ended, of segments that are recorded from 2 up to 5 in both tracks. */
async function makeEnded(): Promise<GenerationArchive> {
  const generation = begin();
  for (let msn = 0; msn < 8; msn++) {
    archiveSegment(generation, 'video', msn, msn >= 2 && msn <= 5);
    // The other track may begin and end a segment earlier or later.
    archiveSegment(generation, 'audio', msn, msn >= 1 && msn <= 6);
  }
  generation.end();
  await generation.flush();
  return generation;
}

const find = () => archive.findTake(webcastId, SAMPLE_GENERATION);
const msnsOf = (take: RecordedTake | null) =>
  [...(take?.tracks.values() ?? [])].map(({ segments }) => segments.map(({ msn }) => msn));

async function restart(): Promise<Awaited<ReturnType<FolderArchive['restore']>>> {
  await archive.close();
  archive = new FolderArchive({ directory, log });
  const restored = await archive.restore();
  await webcastFolderGone();
  return restored;
}

/** The empty folder of the webcast goes a moment after its last generation. */
async function webcastFolderGone(): Promise<void> {
  await expect.poll(() => existsSync(join(directory, webcastId)), { interval: 5 }).toBe(false);
}

describe('a take', () => {
  test('has the recorded segments that every track has', async () => {
    await makeEnded();
    const take = await find();
    expect([...(take?.tracks.keys() ?? [])]).toEqual(['video', 'audio']);
    expect(msnsOf(take)).toEqual([
      [2, 3, 4, 5],
      [2, 3, 4, 5],
    ]);
    expect(take?.tracks.get('audio')?.segments.map(({ offsetMs }) => offsetMs)).toEqual([
      0, 2000, 4000, 6000,
    ]);
    expect(await find()).toBe(take);
  });

  test('is found only once its generation has ended', async () => {
    const generation = begin();
    archiveSegment(generation, 'video', 0);
    archiveSegment(generation, 'audio', 0);
    expect(await find()).toBeNull();
    generation.end();
    expect(msnsOf(await find())).toEqual([[0], [0]]);
    expect(await archive.findTake(webcastId, 'nonesuch0000')).toBeNull();
    expect(await archive.findTake('../../etc', SAMPLE_GENERATION)).toBeNull();
  });

  test('is nothing in a journal from before there were recordings', async () => {
    await makeEnded();
    const path = join(folder(), 'journal.ndjson');
    const old = readFileSync(path, 'utf8')
      .replaceAll(/,"isRecorded":(?:true|false)/g, '')
      .replace(/,"show":\{[^}]*\}/, '');
    expect(old).not.toMatch(/isRecorded|show/);
    writeFileSync(path, old);
    expect(await find()).toBeNull();
    expect((await restart()).endedShows).toMatchObject([
      { show: { onAirSinceMs: 1000, takes: [] } },
    ]);
    expect(existsSync(keptFolder())).toBe(false);
  });
});

describe('retirement', () => {
  test('leaves what is recorded, moves it away, and the take is the same', async () => {
    const generation = await makeEnded();
    const before = await find();
    await generation.retire();
    await webcastFolderGone();
    const kept = (track: string, msns: readonly number[]) =>
      msns.map((msn) => `${track}-k3f9-${msn}.m4s`);
    expect(readdirSync(keptFolder()).sort()).toEqual([
      'audio-init-0.mp4',
      ...kept('audio', [1, 2, 3, 4, 5, 6]),
      'journal.ndjson',
      'video-init-0.mp4',
      ...kept('video', [2, 3, 4, 5]),
    ]);
    const journal = readFileSync(join(keptFolder(), 'journal.ndjson'), 'utf8');
    expect(journal).not.toMatch(/"type":"(?:part|opened)"/);
    await archive.close();
    archive = new FolderArchive({ directory, log });
    expect(await find()).toEqual(before);
    expect((await archive.read(webcastId, SAMPLE_GENERATION, 'video-k3f9-3.m4s'))?.length).toBe(
      closeSample(sampleHead('video', 3), sampleParts(3, 4)).sizeBytes,
    );
    expect(await archive.read(webcastId, SAMPLE_GENERATION, 'journal.ndjson')).toBeNull();
  });

  test('that a crash has interrupted is finished by the next process, wherever it was', async () => {
    const generation = await makeEnded();
    await generation.retire();
    const whole = readdirSync(keptFolder()).sort();
    // As it was before the folder moved: some of the rest is still there, and half a journal is being written.
    await webcastFolderGone();
    mkdirSync(join(directory, webcastId));
    renameSync(keptFolder(), folder());
    rmSync(join(directory, 'recordings'), { recursive: true });
    writeFileSync(join(folder(), 'video-k3f9-0.m4s'), 'not recorded');
    writeFileSync(join(folder(), 'journal.ndjson.next'), '{"type":"beg');
    const { generations, endedShows } = await restart();
    expect(generations).toEqual([]);
    expect(endedShows).toMatchObject([
      { show: { onAirSinceMs: 1000, takes: [{ durationMs: 8000, hasVideo: true }] } },
    ]);
    expect(readdirSync(keptFolder()).sort()).toEqual(whole);
    expect(msnsOf(await find())[0]).toEqual([2, 3, 4, 5]);
  });

  test('of a generation whose journal can’t be read leaves everything where it is', async () => {
    const generation = await makeEnded();
    const path = join(folder(), 'journal.ndjson');
    const journal = readFileSync(path, 'utf8');
    writeFileSync(path, `x${journal}`);
    await expect(generation.retire()).rejects.toThrow('no journal');
    expect(existsSync(join(folder(), 'video-k3f9-3.m4s'))).toBe(true);
    writeFileSync(path, journal);
    await generation.retire();
    expect(msnsOf(await find())[0]).toEqual([2, 3, 4, 5]);
  });

  test('goes on while somebody reads the take', async () => {
    const generation = await makeEnded();
    const [first, , second] = await Promise.all([find(), generation.retire(), find()]);
    expect(msnsOf(first)[0]).toEqual([2, 3, 4, 5]);
    expect(msnsOf(second)[0]).toEqual([2, 3, 4, 5]);
    expect(await archive.read(webcastId, SAMPLE_GENERATION, 'audio-k3f9-4.m4s')).not.toBeNull();
  });
});

describe('the end of a take', () => {
  test('that is being retired is its end all the same', async () => {
    const generation = await makeEnded();
    const retiring = generation.retire();
    expect(await archive.removeTake(webcastId, SAMPLE_GENERATION)).toBe(true);
    await retiring;
    expect(await find()).toBeNull();
    expect(existsSync(join(directory, 'recordings', webcastId))).toBe(false);
  });

  test('is not confirmed by a disk that does not take it', async () => {
    writeFileSync(join(directory, webcastId), 'no folder can be made here');
    begin();
    expect(await archive.removeTake(webcastId, SAMPLE_GENERATION)).toBe(false);
    rmSync(join(directory, webcastId));
  });

  test('is the end for who asked before it too', async () => {
    const generation = await makeEnded();
    await generation.retire();
    const [asked] = await Promise.all([find(), archive.removeTake(webcastId, SAMPLE_GENERATION)]);
    expect(asked === null || msnsOf(asked).length === 2).toBe(true);
    expect(await find()).toBeNull();
  });
});

test('a start reads nothing of the takes that are kept', async () => {
  const generation = await makeEnded();
  await generation.retire();
  appendFileSync(join(keptFolder(), 'journal.ndjson'), 'this would be reported\n');
  await archive.close();
  archive = new FolderArchive({ directory, log });
  expect(await archive.restore()).toEqual({ generations: [], endedShows: [] });
  expect(log.entries).toEqual([]);
});

test('of the takes that were read, those asked for last are remembered', async () => {
  const cache = new TakeIndexCache(40);
  const made: string[] = [];
  const get = (key: string) =>
    cache.get(key, async () => {
      made.push(key);
      return { take: { webcastId, generation: key, tracks: new Map() }, isFinal: true };
    });
  await Promise.all([get('a'), get('a')]);
  await get('b');
  await get('a');
  await get('c');
  await get('a');
  await get('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
