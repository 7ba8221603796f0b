import type { ChannelHealth } from '@rostrum/sdk';
import { describe, expect, it } from 'vitest';
import { historyOf, type SampleChange } from './health-history-for-tests.ts';
import { healthVerdict } from './health-verdict.ts';
import type { ReadingName } from './reading.ts';

function readingOf(name: ReadingName, history: readonly ChannelHealth[]) {
  const reading = healthVerdict(history, true).readings.find((each) => each.name === name);
  if (reading === undefined) throw new Error(`no reading ${name}`);
  return reading;
}

const always = (change: SampleChange) => historyOf(40, () => change);
const keyFrames = (keyFrameDistanceMs: number | null) => always({ video: { keyFrameDistanceMs } });

describe('healthVerdict', () => {
  it('finds nothing wrong with a good encoder', () => {
    const { readings, advice } = healthVerdict(historyOf(40), true);
    expect(readings.map(({ verdict }) => verdict.word)).toEqual(Array(6).fill('Good'));
    expect(advice).toEqual([]);
  });

  it('shows the same six places whether there is an encoder or not', () => {
    const names = (history: readonly ChannelHealth[]) =>
      healthVerdict(history, true).readings.map(({ name }) => name);
    const away = always({ health: { encoders: [] } });
    expect(names([])).toEqual(names(historyOf(40)));
    expect(names(away)).toEqual(names(historyOf(40)));
    expect(healthVerdict([], true).readings.map(({ value }) => value)).toEqual(Array(6).fill('–'));
  });

  it('takes its time with the first sample', () => {
    const words = healthVerdict(historyOf(1), true).readings.map(({ verdict }) => verdict.word);
    expect(words.filter((word) => word === 'Measuring')).toHaveLength(3);
  });

  it.each([
    [1_000, 'Good'],
    [2_000, 'Good'],
    [2_200, 'Good'],
    [2_300, 'Fair'],
    [4_000, 'Fair'],
    [4_100, 'Long'],
    [6_000, 'Long'],
    [8_300, 'Too long'],
  ])('calls key frames %i ms apart: %s', (distanceMs, word) => {
    expect(readingOf('key-frames', keyFrames(distanceMs)).verdict.word).toBe(word);
  });

  it('says what long key frames do to viewers, and where OBS has the setting', () => {
    expect(healthVerdict(keyFrames(5_200), true).advice).toEqual([
      {
        title: 'Key frames are 5.2 s apart.',
        text: 'Viewers start slower and the delay grows to about 8 s. In OBS: Settings, Output, Keyframe interval: 2 s.',
      },
    ]);
  });

  it('names the setting of the software that sends', () => {
    const ofSoftware = (software: string) =>
      healthVerdict(always({ encoder: { software }, video: { keyFrameDistanceMs: 5_000 } }), true)
        .advice[0]?.text;
    expect(ofSoftware('FMLE/3.0 (compatible; Lavf59.27.100)')).toContain('In FFmpeg: -g 60.');
    expect(ofSoftware('obs-output module (libobs version 30.1.2)')).toContain('In OBS: Settings');
    expect(ofSoftware('Teradek/9')).toContain('In Teradek/9: set the key frame interval');
    expect(ofSoftware('')).toContain('In your encoder: set the key frame interval');
  });

  it('goes by the longest of the last key frames, because scene changes bring others early', () => {
    const history = historyOf(40, (index) => ({
      video: { keyFrameDistanceMs: index === 38 ? 5_000 : 300 },
    }));
    expect(readingOf('key-frames', history)).toMatchObject({
      value: '5.0',
      verdict: { word: 'Long' },
    });
  });

  it('waits for the second key frame', () => {
    expect(readingOf('key-frames', keyFrames(null))).toMatchObject({
      value: '–',
      verdict: { word: 'Measuring' },
    });
  });

  it.each([
    [1920, 1080, 4_600_000, 'Good'],
    [1920, 1080, 1_200_000, 'Low'],
    [1280, 720, 1_200_000, 'Good'],
    [1280, 720, 700_000, 'Low'],
    [1920, 1080, 10_500_000, 'High'],
  ])(
    'judges the bitrate by the picture: %ix%i at %i bit/s is %s',
    (widthPx, heightPx, bitsPerSecond, word) => {
      const history = always({
        encoder: { bitsPerSecond },
        video: { widthPx, heightPx, bitsPerSecond },
      });
      expect(readingOf('bitrate', history).verdict.word).toBe(word);
    },
  );

  it('shows the bitrate as the average of the last samples, in its own unit', () => {
    const history = historyOf(10, (index) => ({
      encoder: { bitsPerSecond: [3_000_000, 4_000_000, 5_000_000][index % 3] ?? 0 },
    }));
    expect(readingOf('bitrate', history)).toMatchObject({ value: '4.0', unit: 'Mbit/s' });
    expect(readingOf('bitrate', always({ encoder: { bitsPerSecond: 640_000 } }))).toMatchObject({
      value: '640',
      unit: 'kbit/s',
    });
  });

  it('calls a frame rate low that is seen as single pictures', () => {
    expect(
      readingOf(
        'frame-rate',
        always({ video: { framesPerSecond: 15, announcedFramesPerSecond: null } }),
      ).verdict.word,
    ).toBe('Low');
    expect(
      readingOf(
        'frame-rate',
        always({ video: { framesPerSecond: 24, announcedFramesPerSecond: 24 } }),
      ).verdict.word,
    ).toBe('Good');
  });

  it('notices a stutter, and forgets it after a minute', () => {
    const stutterAt = (bad: number) =>
      historyOf(80, (index) => ({ video: { framesPerSecond: index === bad ? 17.5 : 30 } }));
    expect(readingOf('frame-rate', stutterAt(70)).verdict.word).toBe('Unsteady');
    expect(readingOf('frame-rate', stutterAt(40)).verdict.word).toBe('Good');
    expect(readingOf('frame-rate', stutterAt(0)).verdict.word).toBe('Good');
  });

  it('counts frames that were lost within a minute', () => {
    const lostAt = (at: number) =>
      historyOf(80, (index) => ({ encoder: { droppedFrames: index >= at ? 12 : 0 } }));
    expect(readingOf('drops', lostAt(75))).toMatchObject({
      value: '12',
      verdict: { word: 'Dropping', advice: { title: '12 frames were lost within a minute.' } },
    });
    expect(readingOf('drops', lostAt(20))).toMatchObject({
      value: '12',
      verdict: { word: 'Good' },
    });
  });

  it('notices an encoder that does not keep up, and one that sends too fast', () => {
    const sliding = (msPerSample: number) =>
      historyOf(40, (index) => ({ encoder: { driftMs: index * msPerSample } }));
    expect(readingOf('drift', sliding(-200)).verdict.word).toBe('Behind');
    expect(readingOf('drift', sliding(400)).verdict.word).toBe('Ahead');
    expect(readingOf('drift', sliding(1)).verdict.word).toBe('Good');
  });

  it('does not call it running ahead when an encoder catches up after a stall', () => {
    const history = historyOf(40, (index) => ({
      encoder: { driftMs: index >= 25 && index < 36 ? -4_000 : 0 },
    }));
    expect(readingOf('drift', history).verdict.word).toBe('Good');
  });

  it('puts a failing disk before everything else', () => {
    const history = historyOf(40, () => ({
      video: { keyFrameDistanceMs: 5_000 },
      health: { archive: 'failing', lostParts: 4 },
    }));
    expect(healthVerdict(history, true).advice.map(({ title }) => title)).toEqual([
      'The server’s disk fails.',
      'Key frames are 5.0 s apart.',
    ]);
    expect(readingOf('recording', history)).toMatchObject({ unit: '4 parts missing' });
  });

  it('does not call a preview recorded, though the disk has it for a while', () => {
    const recording = healthVerdict(historyOf(40), false).readings.at(-1);
    expect(recording).toMatchObject({ value: 'Off', verdict: { tone: 'quiet', word: 'Not now' } });
  });

  it('says that the disk is slow as long as nothing is missing', () => {
    const history = always({ health: { archive: 'behind' } });
    expect(readingOf('recording', history).verdict.word).toBe('Behind');
  });

  it('notices a picture that stands still, and one that is not what the encoder announced', () => {
    const at = (framesPerSecond: number) =>
      readingOf('frame-rate', always({ video: { framesPerSecond } })).verdict;
    expect(at(0)).toMatchObject({ word: 'Still' });
    expect(at(22)).toMatchObject({
      word: 'Low',
      advice: { title: '22 of 30 frames a second arrive.' },
    });
    expect(at(29)).toMatchObject({ word: 'Good' });
  });

  it('notices sound that was announced and does not come', () => {
    const audio = { codec: 'mp4a.40.2', sampleRate: 48_000, channelCount: 2, bitsPerSecond: 0 };
    expect(healthVerdict(always({ encoder: { audio } }), true).advice[0]?.title).toBe(
      'No sound arrives.',
    );
  });

  it.each([
    ['audio', 'No sound arrives.'],
    ['video', 'No picture arrives.'],
  ])('says what to do without %s, once it had the time to come', (missing, title) => {
    const without = { encoder: { [missing]: null } };
    expect(healthVerdict(always(without), true).advice[0]?.title).toBe(title);
    expect(
      healthVerdict(
        historyOf(2, () => without),
        true,
      ).advice,
    ).toEqual([]);
  });

  it('says that an encoder which sends nothing is to be started', () => {
    const nothing = { encoder: { audio: null, video: null, bitsPerSecond: 0 } };
    expect(healthVerdict(always(nothing), true).advice[0]?.title).toBe(
      'The encoder is connected and sends nothing.',
    );
  });

  it('begins anew with a new connection: what another encoder did is not this one’s', () => {
    const history = historyOf(40, (index) => ({
      encoder:
        index < 37
          ? { connectedAtMs: 1, droppedFrames: 0, driftMs: 60_000 }
          : { connectedAtMs: 2, droppedFrames: 7 },
    }));
    expect(readingOf('drops', history).verdict.word).toBe('Good');
    expect(readingOf('drift', history).verdict.word).toBe('Good');
  });

  it('follows the encoder that viewers get', () => {
    const [sample] = historyOf(1);
    const [primary] = sample?.encoders ?? [];
    if (sample === undefined || primary === undefined) throw new Error('no sample');
    const backup = { ...primary, slot: 'backup', bitsPerSecond: 2_000_000 } as const;
    const two = (isBackupInUse: boolean) =>
      [0, 1, 2].map((index) => ({
        ...sample,
        atMs: sample.atMs + index * 2_000,
        encoders: [
          { ...primary, isInUse: !isBackupInUse },
          { ...backup, isInUse: isBackupInUse },
        ],
      }));
    expect(readingOf('bitrate', two(true)).value).toBe('2.0');
    expect(readingOf('bitrate', two(false)).value).toBe('4.6');
  });
});
