import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AudioGrid } from './audio-grid.ts';
import { SILENT_AUDIO, silentFrame } from './silence.ts';

const SECOND = 90_000;
const FRAME = 1920;
const SOUND = Uint8Array.of(1, 2, 3);

function open(isSilent = false) {
  const starts: number[] = [];
  const written: Uint8Array[] = [];
  let dropped = 0;
  const grid = new AudioGrid({
    start: (position) => starts.push(position),
    write: (data) => written.push(data),
    drop: () => dropped++,
  });
  grid.begin(SILENT_AUDIO, SECOND, isSilent);
  return {
    grid,
    starts,
    get dropped() {
      return dropped;
    },
    /** One letter for each frame. */
    get text() {
      const silence = silentFrame(SILENT_AUDIO);
      return written.map((data) => (data.length === silence?.length ? '.' : 'x')).join('');
    },
  };
}

describe('the audio grid', () => {
  it('begins exactly where the first frame is', () => {
    const { grid, starts } = open();
    grid.place(SECOND + 900, SOUND, SECOND);
    expect(starts).toEqual([48_000 + 480]);
    expect(grid.endTicks).toBe(SECOND + 900 + FRAME);
  });

  it('drops what is before the beginning', () => {
    const opened = open();
    opened.grid.place(SECOND - 900, SOUND, SECOND);
    opened.grid.place(SECOND + 1020, SOUND, SECOND);
    expect(opened.text).toBe('x');
  });

  it('fills up to a first frame that comes late', () => {
    const opened = open();
    opened.grid.place(SECOND + 3 * FRAME + 90, SOUND, SECOND);
    expect(opened.text).toBe('...x');
    expect(opened.starts).toEqual([48_000 + 48]);
  });

  it('does not hear the rounding to milliseconds', () => {
    const opened = open();
    for (let frame = 0; frame < 5000; frame++) {
      const ms = Math.round((frame * 1024) / 48);
      opened.grid.place(SECOND + ms * 90, SOUND, SECOND + ms * 90);
    }
    expect(opened.text).toBe('x'.repeat(5000));
  });

  it('does not hear time stamps that tremble by a frame', () => {
    const opened = open();
    for (let frame = 0; frame < 500; frame++) {
      const jitter = frame % 3 === 1 ? FRAME : 0;
      opened.grid.place(SECOND + frame * FRAME + jitter, SOUND, SECOND + frame * FRAME);
    }
    expect(opened.text).toBe('x'.repeat(500));
  });

  it('puts silence into a gap', () => {
    const opened = open();
    for (let frame = 0; frame < 20; frame++) {
      const position = SECOND + (frame < 10 ? frame : frame + 10) * FRAME;
      opened.grid.place(position, SOUND, position);
    }
    expect(opened.text).toBe(`${'x'.repeat(10)}${'.'.repeat(10)}${'x'.repeat(10)}`);
  });

  it('puts silence in place of two lost frames, after a moment of patience', () => {
    const opened = open();
    for (let frame = 0; frame < 40; frame++) {
      const position = SECOND + (frame < 10 ? frame : frame + 2) * FRAME;
      opened.grid.place(position, SOUND, position);
    }
    expect(opened.text.replaceAll('x', '')).toBe('..');
    expect(opened.grid.endTicks).toBe(SECOND + 42 * FRAME);
  });

  it('leaves frames out that overlap', () => {
    const opened = open();
    for (let frame = 0; frame < 60; frame++) {
      const position = SECOND + (frame < 30 ? frame : frame - 10) * FRAME;
      opened.grid.place(position, SOUND, position);
    }
    expect(opened.text).toBe('x'.repeat(50));
    expect(opened.dropped).toBe(10);
  });

  it('replaces audio that stays away for more than a second', () => {
    const opened = open();
    opened.grid.place(SECOND, SOUND, SECOND);
    opened.grid.follow(SECOND + SECOND);
    expect(opened.text).toBe('x');
    opened.grid.follow(SECOND + 2 * SECOND);
    expect(Math.abs(opened.grid.endTicks - 2 * SECOND)).toBeLessThanOrEqual(FRAME / 2);
  });

  it('comes to terms with audio that is always late', () => {
    const opened = open();
    const late = 1.5 * SECOND;
    for (let frame = 0; frame < 500; frame++) {
      const position = SECOND + frame * FRAME;
      opened.grid.follow(position);
      if (position - late >= SECOND) opened.grid.place(position - late, SOUND, position);
    }
    expect(opened.text.endsWith('x'.repeat(300))).toBe(true);
  });

  it('makes all of the audio where the encoder has none', () => {
    const opened = open(true);
    opened.grid.follow(SECOND + SECOND);
    expect(opened.text).toBe('.'.repeat(47));
  });

  it('has at least one frame in a stretch', () => {
    const opened = open();
    opened.grid.finish(SECOND + 100);
    expect(opened.text).toBe('.');
  });

  it('ends within a frame of the encoder however its audio drifts', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.995, max: 1.005, noNaN: true }), (drift) => {
        const opened = open();
        let last = 0;
        for (let frame = 0; frame < 3000; frame++) {
          last = SECOND + Math.round(frame * FRAME * drift);
          opened.grid.place(last, SOUND, last);
        }
        expect(Math.abs(opened.grid.endTicks - FRAME - last)).toBeLessThanOrEqual(2.1 * FRAME);
      }),
      { numRuns: 30 },
    );
  });
});
