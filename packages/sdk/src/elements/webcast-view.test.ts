import type { Stage } from '@rostrum/contracts';
import { describe, expect, it } from 'vitest';
import type { RoomState } from '../room/room-state.ts';
import { viewOf } from './webcast-view.ts';

const WEBCAST = {
  webcastId: '0_ab12cd34',
  partnerId: 100,
  title: 'All hands',
  description: '',
  startsAtMs: null,
  endsAtMs: null,
  dvrWindowMs: 0,
};

const MANIFEST = 'https://media.example.com/v/token/index.m3u8';
const REPLAY = 'http://media.example/r/token/composition/index.m3u8';

function at(stage: Stage, status: 'open' | 'lost' = 'open'): RoomState {
  const picture = { role: 'viewer', webcast: WEBCAST, stage, watching: 1 } as const;
  return status === 'open' ? { status, picture } : { status, attempt: 0, picture };
}

describe('the view of a webcast', () => {
  it('loads first and says only after a while that nobody answers', () => {
    expect(viewOf({ status: 'connecting', attempt: 0 }, null).kind).toBe('loading');
    expect(viewOf({ status: 'connecting', attempt: 1 }, null).kind).toBe('loading');
    expect(viewOf({ status: 'connecting', attempt: 2 }, null).kind).toBe('unreachable');
  });

  it('waits before the show, and in a preview that is not this viewer’s', () => {
    expect(viewOf(at({ kind: 'scheduled' }), null).kind).toBe('waiting');
    expect(viewOf(at({ kind: 'preview', manifestUrl: null }), null).kind).toBe('waiting');
  });

  it('plays the preview for those who get it, the show and the interruption', () => {
    const onAir = { manifestUrl: MANIFEST, onAirSinceMs: 0 };
    const stages: Stage[] = [
      { kind: 'preview', manifestUrl: MANIFEST },
      { kind: 'on-air', ...onAir },
      { kind: 'interrupted', ...onAir, waitsUntilMs: 1 },
    ];
    for (const stage of stages) {
      expect(viewOf(at(stage), null)).toEqual({
        kind: 'playing',
        manifestUrl: MANIFEST,
        mode: stage.kind,
      });
    }
  });

  it('plays on while the connection to the room is lost', () => {
    const stage: Stage = { kind: 'on-air', manifestUrl: MANIFEST, onAirSinceMs: 0 };
    expect(viewOf(at(stage, 'lost'), null).kind).toBe('playing');
  });

  it('plays what was begun to its end, then says that it has ended', () => {
    const ended = at({ kind: 'ended', endedAtMs: 1, replayUrl: null });
    expect(viewOf(ended, MANIFEST)).toMatchObject({ kind: 'playing', mode: 'playing-on' });
    expect(viewOf(ended, null).kind).toBe('ended');
    const recorded = at({ kind: 'ended', endedAtMs: 1, replayUrl: REPLAY });
    expect(viewOf(recorded, MANIFEST)).toMatchObject({ mode: 'playing-on' });
    const replay = { kind: 'replay', manifestUrl: REPLAY, isHeldBack: false };
    expect(viewOf(recorded, null)).toEqual(replay);
  });

  it('plays a recording by itself, once there is something to play', () => {
    expect(viewOf(at({ kind: 'being-recorded' }), null)).toEqual({ kind: 'being-recorded' });
    expect(viewOf(at({ kind: 'empty' }), null)).toEqual({ kind: 'empty' });
    const heldBack = at({ kind: 'recorded', replayUrl: REPLAY, isHeldBack: true });
    const replay = { kind: 'replay', manifestUrl: REPLAY, isHeldBack: true };
    expect(viewOf(heldBack, MANIFEST)).toEqual(replay);
  });

  it('shows a refusal, and a full room as something that passes', () => {
    const refused = { status: 'refused', code: 'not-found', message: '' } as const;
    expect(viewOf(refused, null)).toEqual({ kind: 'refused', code: 'not-found' });
    expect(viewOf({ status: 'waiting', attempt: 0 }, null).kind).toBe('busy');
  });
});
