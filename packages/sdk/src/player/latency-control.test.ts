import { beforeEach, describe, expect, it } from 'vitest';
import { LatencyControl } from './latency-control.ts';

const BASE_MS = 1_500;

let control: LatencyControl;
let nowMs: number;

beforeEach(() => {
  control = new LatencyControl();
  nowMs = 1_000_000;
});

/** What it decides at a distance beyond the base target. */
function decide(behindMs: number, forwardBufferMs = 1_200, unitMs = 500) {
  const latencyMs = BASE_MS + behindMs;
  return control.decide({ nowMs, latencyMs, forwardBufferMs, baseTargetMs: BASE_MS, unitMs });
}

describe('latency control', () => {
  it('leaves a picture at its target alone', () => {
    expect(decide(0)).toEqual({ kind: 'rate', rate: 1 });
    expect(decide(100)).toEqual({ kind: 'rate', rate: 1 });
  });

  it('catches up gently, faster where there is more to catch up', () => {
    expect(decide(300)).toEqual({ kind: 'rate', rate: 1.04 });
    expect(decide(3_000)).toEqual({ kind: 'rate', rate: 1.08 });
  });

  it('goes on until the target is reached, so that the rate does not flicker', () => {
    decide(200);
    expect(decide(60)).toEqual({ kind: 'rate', rate: 1.01 });
    expect(decide(20)).toEqual({ kind: 'rate', rate: 1 });
    expect(decide(60)).toEqual({ kind: 'rate', rate: 1 });
  });

  it('does not eat the last of the buffer', () => {
    expect(decide(1_000, 400)).toEqual({ kind: 'rate', rate: 1 });
  });

  it('jumps where the way back would take minutes, and not twice in a row', () => {
    expect(decide(6_000)).toEqual({ kind: 'jump' });
    nowMs += 250;
    expect(decide(6_000)).toEqual({ kind: 'rate', rate: 1.08 });
    nowMs += 10_000;
    expect(decide(6_000)).toEqual({ kind: 'jump' });
  });

  it('leaves a stream of whole segments alone, unless the viewer is segments behind', () => {
    const SEGMENT_MS = 6_000;
    control.noteResume(nowMs);
    for (const behindMs of [-9_000, -300, 0, 300, 6_000, 12_000]) {
      nowMs += 250;
      expect(decide(behindMs, 100, SEGMENT_MS)).toEqual({ kind: 'rate', rate: 1 });
    }
    expect(decide(17_000, 100, SEGMENT_MS)).toEqual({ kind: 'jump' });
  });

  it('jumps over a late start once what it jumps to is loaded', () => {
    control.noteResume(nowMs);
    expect(decide(1_000, 1_200)).toMatchObject({ kind: 'rate' });
    expect(decide(1_000, 1_700)).toEqual({ kind: 'jump' });
    expect(decide(1_000, 1_700)).toMatchObject({ kind: 'rate' });
  });

  it('does not jump over speech later on', () => {
    control.noteResume(nowMs);
    nowMs += 60_000;
    control.noteResume(nowMs);
    expect(decide(1_000, 1_700)).toEqual({ kind: 'rate', rate: 1.08 });
  });

  it('keeps more distance after a stall and gives it back after a quiet while', () => {
    control.noteStall(nowMs);
    control.noteStall(nowMs);
    expect(control.targetMs(BASE_MS, nowMs)).toBe(2_500);
    expect(control.targetMs(BASE_MS, nowMs + 20_000)).toBe(2_500);
    expect(control.targetMs(BASE_MS, nowMs + 30_000)).toBe(2_000);
    expect(control.targetMs(BASE_MS, nowMs + 60_000)).toBe(BASE_MS);
  });

  it('bounds the distance, however often it stalls', () => {
    for (let stall = 0; stall < 50; stall++) control.noteStall(nowMs);
    expect(control.targetMs(BASE_MS, nowMs)).toBe(4_500);
  });

  it('holds a picture that came back too close to the edge until there is something to play', () => {
    control.noteResume(nowMs - 60_000);
    control.noteResume(nowMs);
    expect(decide(-1_000, 100)).toEqual({ kind: 'rate', rate: 0 });
    nowMs += 500;
    expect(decide(-500, 600)).toEqual({ kind: 'rate', rate: 0 });
    nowMs += 500;
    expect(decide(-50, 1_100)).toEqual({ kind: 'rate', rate: 1 });
  });

  it('never holds the picture for long', () => {
    control.noteResume(nowMs - 60_000);
    control.noteResume(nowMs);
    decide(-1_000, 100);
    nowMs += 3_001;
    expect(decide(-1_000, 100)).toEqual({ kind: 'rate', rate: 0.96 });
  });

  it('plays a little slower where it is too close to the edge', () => {
    expect(decide(-400, 900)).toEqual({ kind: 'rate', rate: 0.96 });
  });
});
