import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Part, Segment } from '../package/segment.ts';
import type { GenerationArchive } from '../package/segment-archive.ts';
import { FolderArchive } from './folder-archive.ts';
import { areWholeFragments } from './fragment-boxes.ts';
import { encodeJournalLine } from './journal-line.ts';
import { openRecordingLog } from './testing/recording-log.ts';
import {
  closeSample,
  SAMPLE_GENERATION,
  SAMPLE_SETTINGS,
  sampleHead,
  sampleInit,
  sampleParts,
} from './testing/sample-media.ts';

let directory: string;
let log: ReturnType<typeof openRecordingLog>;
let archives: FolderArchive[];
const NOTHING = { generations: [], endedShows: [] };
const folder = () => join(directory, SAMPLE_SETTINGS.webcastId, SAMPLE_GENERATION);

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-archive-'));
  log = openRecordingLog();
  archives = [];
});

afterEach(async () => {
  for (const archive of archives) await archive.close();
  rmSync(directory, { recursive: true, force: true });
});

function openArchive(limits: { maximumQueuedBytes?: number; retryDelayMs?: number } = {}) {
  const archive = new FolderArchive({ directory, log, limits });
  archives.push(archive);
  return archive;
}

function begin(archive = openArchive()): GenerationArchive {
  const generation = archive.create(
    SAMPLE_SETTINGS,
    SAMPLE_GENERATION,
    'on-air',
    1_800_000_000_000,
  );
  generation.writeInit('video', sampleInit('video'));
  return generation;
}

/** Archives a closed video segment of four parts. */
function archiveSegment(generation: GenerationArchive, msn: number): Segment {
  const head = sampleHead('video', msn);
  const parts = sampleParts(msn, 4);
  generation.openSegment(head);
  for (const part of parts) generation.appendPart(head, part);
  const segment = closeSample(head, parts);
  generation.closeSegment(segment);
  return segment;
}

function bytesOf(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map((part) => part.bytes));
}

/** What another process finds in the folder. */
async function restore() {
  const archive = openArchive();
  const [found] = (await archive.restore()).generations;
  const video = found?.restored.tracks.get('video');
  return { archive, found, segments: video?.segments ?? [], inits: video?.inits };
}

describe('writing', () => {
  test('a segment is a file of its parts, readable whole and in ranges', async () => {
    const generation = begin();
    const head = sampleHead('video', 7);
    const parts = sampleParts(7, 3);
    generation.openSegment(head);
    for (const part of parts) generation.appendPart(head, part);
    await generation.flush();
    const whole = bytesOf(parts);
    expect(await generation.read('video-k3f9-7.m4s')).toEqual(whole);
    const second = parts[1];
    const range = { start: second?.offsetBytes ?? 0, end: (second?.offsetBytes ?? 0) + 50 };
    expect(await generation.read('video-k3f9-7.m4s', range)).toEqual(
      whole.subarray(range.start, range.end),
    );
    expect(await generation.read('video-init-0.mp4')).toEqual(Buffer.from('init of video'));
    expect(await generation.read('video-k3f9-8.m4s')).toBeNull();
  });

  test('only the server’s own user can read folders and files', async () => {
    const generation = begin();
    archiveSegment(generation, 0);
    await generation.flush();
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder())) {
      expect(statSync(join(folder(), name)).mode & 0o777, name).toBe(0o600);
    }
  });

  test.each([
    '../journal.ndjson',
    'journal.ndjson',
    'video-a/../b.m4s',
    '/etc/passwd',
    'video-.m4s',
    '',
  ])('the name %j is never read', async (name) => {
    const generation = begin();
    await generation.flush();
    expect(await generation.read(name)).toBeNull();
  });

  test('a name that could leave the folder is never written', () => {
    const generation = begin();
    const head = { ...sampleHead('video', 0), stem: '../video-k3f9-0' };
    expect(() => generation.openSegment(head)).toThrow(RangeError);
    expect(() => openArchive().create(SAMPLE_SETTINGS, '../generation', 'on-air', 0)).toThrow(
      RangeError,
    );
  });

  test('a dropped segment’s file goes, a removed generation’s folder goes', async () => {
    const archive = openArchive();
    const generation = begin(archive);
    const first = archiveSegment(generation, 0);
    archiveSegment(generation, 1);
    generation.dropSegment(first);
    await generation.flush();
    expect(existsSync(join(folder(), 'video-k3f9-0.m4s'))).toBe(false);
    expect(existsSync(join(folder(), 'video-k3f9-1.m4s'))).toBe(true);
    expect(archive.find(SAMPLE_SETTINGS.webcastId, SAMPLE_GENERATION)).toBe(generation);
    await generation.remove();
    expect(existsSync(folder())).toBe(false);
    expect(archive.find(SAMPLE_SETTINGS.webcastId, SAMPLE_GENERATION)).toBeUndefined();
    await generation.flush();
  });

  test('what a slow disk can’t take is left out, counted, and reported once', async () => {
    const generation = begin(openArchive({ maximumQueuedBytes: 10_000 }));
    const head = sampleHead('video', 0);
    const parts = sampleParts(0, 30);
    generation.openSegment(head);
    // All in one turn of the event loop: no disk is fast enough for that.
    for (const part of parts) generation.appendPart(head, part);
    expect(generation.condition.state).toBe('behind');
    generation.closeSegment(closeSample(head, parts));
    await generation.flush();
    archiveSegment(generation, 1);
    await generation.flush();
    archiveSegment(generation, 2);
    await generation.flush();
    expect(log.entries.map(({ level }) => level)).toEqual(['warn', 'info']);
    expect(generation.condition.state).toBe('writing');
    expect(generation.condition.lostParts).toBeGreaterThan(4);

    const { segments } = await restore();
    expect(segments.map(({ msn }) => msn)).toEqual([2]);
    const prefix = readFileSync(join(folder(), 'video-k3f9-0.m4s'));
    expect(prefix.length).toBeGreaterThan(0);
    expect(prefix.equals(bytesOf(parts).subarray(0, prefix.length))).toBe(true);
    expect(areWholeFragments(prefix)).toBe(true);
  });

  test('a disk that fails is reported once, and archived on again when it is back', async () => {
    // A file where the webcast’s folder should be: nothing can be made below it, not even by root.
    const obstacle = join(directory, SAMPLE_SETTINGS.webcastId);
    writeFileSync(obstacle, '');
    // Longer than from one part to the next: what comes must not put off the try.
    const generation = begin(openArchive({ retryDelayMs: 50 }));
    archiveSegment(generation, 0);
    await generation.flush();
    archiveSegment(generation, 1);
    await generation.flush();
    expect(log.entries.map(({ level }) => level)).toEqual(['error']);
    expect(generation.condition).toEqual({ state: 'failing', lostParts: 8 });

    rmSync(obstacle);
    let msn = 2;
    while (log.entries.length < 2) {
      archiveSegment(generation, msn++);
      await generation.flush();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(log.entries.map(({ level }) => level)).toEqual(['error', 'info']);
    expect(generation.condition.state).toBe('writing');
    archiveSegment(generation, msn);
    await generation.flush();
    const { segments, inits } = await restore();
    expect(segments.at(-1)?.msn).toBe(msn);
    expect(inits?.get(0)?.name).toBe('video-init-0.mp4');
  });
});

describe('restoring', () => {
  test('settings, init segments and closed segments come back as they were', async () => {
    const generation = begin();
    const segments = [archiveSegment(generation, 0), archiveSegment(generation, 1)];
    generation.updateSettings({ ...SAMPLE_SETTINGS, revision: 2, playbackEpoch: 4 });
    await generation.flush();

    const { found, ...video } = await restore();
    expect(found?.restored).toMatchObject({
      settings: { ...SAMPLE_SETTINGS, revision: 2, playbackEpoch: 4 },
      generation: SAMPLE_GENERATION,
      kind: 'on-air',
      startedAtMs: 1_800_000_000_000,
    });
    expect(video.segments).toEqual(segments);
    const init = video.inits?.get(0);
    expect(init).toMatchObject({ initId: 0, name: 'video-init-0.mp4' });
    expect(Buffer.from(init?.bytes ?? [])).toEqual(Buffer.from('init of video'));
    expect([...(init?.config.decoderConfig ?? [])]).toEqual([1, 2, 3]);
  });

  test('the segment that was open is closed with what it had, and stays so', async () => {
    const generation = begin();
    const closed = archiveSegment(generation, 0);
    const head = sampleHead('video', 1);
    const parts = sampleParts(1, 3);
    generation.openSegment(head);
    for (const part of parts) generation.appendPart(head, part);
    await generation.flush();

    const first = await restore();
    const expected = closeSample(head, parts);
    expect(first.segments).toEqual([closed, expected]);
    first.found?.archive.openSegment(sampleHead('video', 2));
    archiveSegment(first.found?.archive ?? generation, 3);
    await first.found?.archive.flush();
    expect((await restore()).segments.map(({ msn }) => msn)).toEqual([3]);
  });

  test('a file is cut behind the last part that is whole, and a torn last line is forgotten', async () => {
    const generation = begin();
    const head = sampleHead('video', 0);
    const parts = sampleParts(0, 3);
    generation.openSegment(head);
    for (const part of parts) generation.appendPart(head, part);
    await generation.flush();
    const file = join(folder(), 'video-k3f9-0.m4s');
    const twoParts = bytesOf(parts.slice(0, 2));
    truncateSync(file, twoParts.length + 100);
    appendFileSync(join(folder(), 'journal.ndjson'), '{"type":"part","stem":"video-k3');

    const { segments, found } = await restore();
    expect(segments).toEqual([closeSample(head, parts.slice(0, 2))]);
    expect(readFileSync(file).equals(twoParts)).toBe(true);
    await found?.archive.flush();
    const journal = readFileSync(join(folder(), 'journal.ndjson'), 'utf8');
    for (const line of journal.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });

  test('bytes that were written without their journal line are cut off', async () => {
    const generation = begin();
    const head = sampleHead('video', 0);
    const parts = sampleParts(0, 2);
    generation.openSegment(head);
    for (const part of parts) generation.appendPart(head, part);
    await generation.flush();
    const file = join(folder(), 'video-k3f9-0.m4s');
    appendFileSync(file, Buffer.from('half a fragment'));
    expect((await restore()).segments).toEqual([closeSample(head, parts)]);
    expect(statSync(file).size).toBe(bytesOf(parts).length);
  });

  test('parts whose bytes are no fragments are dropped', async () => {
    const generation = begin();
    const head = sampleHead('video', 0);
    generation.openSegment(head);
    for (const part of sampleParts(0, 2)) generation.appendPart(head, part);
    await generation.flush();
    const file = join(folder(), 'video-k3f9-0.m4s');
    writeFileSync(file, Buffer.alloc(statSync(file).size));
    expect((await restore()).segments).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  test('segments before a missing file are left out, so that the numbers have no gap', async () => {
    const generation = begin();
    const segments = [0, 1, 2, 3].map((msn) => archiveSegment(generation, msn));
    await generation.flush();
    rmSync(join(folder(), 'video-k3f9-1.m4s'));
    expect((await restore()).segments).toEqual(segments.slice(2));
    expect(log.entries.some(({ level }) => level === 'warn')).toBe(true);
  });

  test('a webcast that is deleted takes the shows of earlier processes with it', async () => {
    // At every moment of the retirement that goes on by itself.
    for (let yields = 0; yields < 40; yields++) {
      const first = openArchive();
      begin(first).end();
      await first.close();
      const second = openArchive();
      await second.restore();
      for (let each = 0; each < yields; each++) await setImmediate();
      await second.retireWebcast(SAMPLE_SETTINGS.webcastId);
      expect(readdirSync(directory)).toEqual([]);
    }
  });

  test('a generation that can’t be read is passed over, the others come back', async () => {
    const archive = openArchive();
    begin(archive);
    const other = archive.create(
      { ...SAMPLE_SETTINGS, webcastId: '0_zzzz0000' },
      SAMPLE_GENERATION,
      'preview',
      5,
    );
    await other.flush();
    await archive.close();
    writeFileSync(join(folder(), 'journal.ndjson'), 'not a journal\n');
    mkdirSync(join(directory, '0_aaaa0000', SAMPLE_GENERATION), { recursive: true });
    mkdirSync(join(directory, 'lost+found'));
    const { generations: restored } = await openArchive().restore();
    expect(restored.map(({ restored: { settings } }) => settings.webcastId)).toEqual([
      '0_zzzz0000',
    ]);
    expect(log.entries.filter(({ level }) => level === 'warn')).toHaveLength(2);
  });

  test('an empty folder and a missing one hold nothing', async () => {
    expect(await openArchive().restore()).toEqual(NOTHING);
    const archive = new FolderArchive({ directory: join(directory, 'none'), log });
    expect(await archive.restore()).toEqual(NOTHING);
  });

  test('a segment that only one track had begun goes, so that all tracks end together', async () => {
    const generation = begin();
    generation.writeInit('audio', sampleInit('audio'));
    const first = archiveSegment(generation, 0);
    const parts = sampleParts(0, 4);
    for (const msn of [0, 1]) {
      const head = sampleHead('audio', msn);
      generation.openSegment(head);
      for (const part of parts) generation.appendPart(head, part);
      if (msn === 0) generation.closeSegment(closeSample(head, parts));
    }
    await generation.flush();
    const { found, segments } = await restore();
    expect(segments).toEqual([first]);
    expect(found?.restored.tracks.get('audio')?.segments.map(({ msn }) => msn)).toEqual([0]);
    expect(existsSync(join(folder(), 'audio-k3f9-1.m4s'))).toBe(false);
  });

  test('files that the journal does not speak of are removed', async () => {
    const generation = begin();
    archiveSegment(generation, 0);
    await generation.flush();
    writeFileSync(join(folder(), 'video-old-1.m4s'), 'orphan');
    writeFileSync(join(folder(), 'notes.txt'), 'somebody else’s');
    await restore();
    expect(readdirSync(folder()).sort()).toEqual([
      'journal.ndjson',
      'notes.txt',
      'video-init-0.mp4',
      'video-k3f9-0.m4s',
    ]);
  });

  test('a journal of mostly useless lines is shortened and says the same', async () => {
    mkdirSync(folder(), { recursive: true });
    const { webcastId: _, ...rest } = SAMPLE_SETTINGS;
    const lines = [
      encodeJournalLine({
        type: 'begin',
        settings: { ...rest, webcastId: SAMPLE_SETTINGS.webcastId },
        generation: SAMPLE_GENERATION,
        kind: 'on-air',
        startedAtMs: 1,
        show: { onAirSinceMs: 1, takes: [] },
      }),
    ];
    for (let msn = 1000; msn < 21_000; msn++) {
      const head = sampleHead('video', msn);
      lines.push(encodeJournalLine({ type: 'opened', head }));
      lines.push(encodeJournalLine({ type: 'dropped', stem: head.stem }));
    }
    const journal = join(folder(), 'journal.ndjson');
    writeFileSync(journal, lines.join(''));
    const before = statSync(journal).size;
    expect(before).toBeGreaterThan(4 * 1024 * 1024);

    const { found } = await restore();
    const generation = found?.archive ?? begin();
    generation.writeInit('video', sampleInit('video'));
    const segment = archiveSegment(generation, 0);
    await generation.flush();
    expect(statSync(journal).size).toBeLessThan(2000);
    const next = archiveSegment(generation, 1);
    await generation.flush();
    expect((await restore()).segments).toEqual([segment, next]);
  });

  test('a folder without permission does not stop the start', async () => {
    mkdirSync(join(directory, SAMPLE_SETTINGS.webcastId));
    chmodSync(join(directory, SAMPLE_SETTINGS.webcastId), 0o000);
    expect(await openArchive().restore()).toEqual(NOTHING);
    chmodSync(join(directory, SAMPLE_SETTINGS.webcastId), 0o700);
  });
});

describe('kill -9', () => {
  test('everything that was acknowledged is there and parses, thirty times in a row', async () => {
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < 30; round++) {
      for (const line of await runUntilKilled(round)) {
        const [first = '', second = ''] = line.split(' ');
        if (first === 'dropped') acknowledged.delete(second);
        else acknowledged.set(first, Number(second));
      }
      const { found } = await restore();
      const parts = new Map<string, number>();
      for (const track of found?.restored.tracks.values() ?? []) {
        for (const segment of track.segments) {
          parts.set(segment.stem, segment.parts.length);
          const file = readFileSync(join(folder(), `${segment.stem}.m4s`));
          expect(file.length).toBe(segment.sizeBytes);
          expect(areWholeFragments(file)).toBe(true);
          const expected = bytesOf(sampleParts(segment.msn, 4, 20_000));
          expect(file.equals(expected.subarray(0, file.length))).toBe(true);
        }
      }
      for (const [stem, count] of acknowledged) {
        expect(parts.get(stem), `${stem} in round ${round}`).toBeGreaterThanOrEqual(count);
      }
    }
    expect(acknowledged.size).toBeGreaterThan(30);
  }, 120_000);

  /** The lines of a child that archives and is killed at some moment after its first line. */
  async function runUntilKilled(round: number): Promise<readonly string[]> {
    const script = fileURLToPath(new URL('./testing/archive-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [script, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      // Moments spread over the first few hundred writes, different in each round.
      if (text === '') setTimeout(() => child.kill('SIGKILL'), (round * 7) % 40);
      text += chunk;
    });
    await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');
    return text.split('\n').slice(0, -1);
  }
});
