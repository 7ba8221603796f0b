import type { RoomFrame, RoomRefusalCode, RoomRole, Stage, WebcastCard } from '@rostrum/contracts';
import { healthSamplesOf } from './decode-health.ts';
import { type Fields, isFields, numberOf, timeOf } from './frame-fields.ts';

/**
 * Reads one text frame of the room's socket. Null for what this version does not know: a newer server may say more than
 * an older page understands, and the page goes on with what it does.
 */
export function decodeRoomFrame(text: string): RoomFrame | null {
  const frame = parseRecord(text);
  if (frame === null) return null;
  switch (frame.type) {
    case 'snapshot': {
      const webcast = webcastOf(frame.webcast);
      const stage = stageOf(frame.stage);
      if (webcast === null || stage === null) return null;
      return {
        type: 'snapshot',
        seq: numberOf(frame.seq),
        role: roleOf(frame.role),
        webcast,
        stage,
        watching: numberOf(frame.watching),
        serverTimeMs: numberOf(frame.serverTimeMs),
      };
    }
    case 'stage': {
      const webcast = webcastOf(frame.webcast);
      const stage = stageOf(frame.stage);
      if (webcast === null || stage === null) return null;
      return { type: 'stage', seq: numberOf(frame.seq), webcast, stage };
    }
    case 'presence':
      return { type: 'presence', seq: numberOf(frame.seq), watching: numberOf(frame.watching) };
    case 'health':
      return { type: 'health', samples: healthSamplesOf(frame.samples) };
    case 'refused':
      return { type: 'refused', code: refusalOf(frame.code), message: String(frame.message ?? '') };
    default:
      return null;
  }
}

function parseRecord(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

function webcastOf(value: unknown): WebcastCard | null {
  if (!isFields(value) || typeof value.webcastId !== 'string') return null;
  return {
    webcastId: value.webcastId,
    partnerId: numberOf(value.partnerId),
    title: String(value.title ?? ''),
    description: String(value.description ?? ''),
    startsAtMs: timeOf(value.startsAtMs),
    endsAtMs: timeOf(value.endsAtMs),
    dvrWindowMs: numberOf(value.dvrWindowMs),
  };
}

function stageOf(value: unknown): Stage | null {
  if (!isFields(value)) return null;
  const manifestUrl = typeof value.manifestUrl === 'string' ? value.manifestUrl : null;
  const onAirSinceMs = numberOf(value.onAirSinceMs);
  switch (value.kind) {
    case 'scheduled':
      return { kind: 'scheduled' };
    case 'preview':
      return { kind: 'preview', manifestUrl };
    case 'on-air':
      return manifestUrl === null ? null : { kind: 'on-air', manifestUrl, onAirSinceMs };
    case 'interrupted':
      if (manifestUrl === null) return null;
      return {
        kind: 'interrupted',
        manifestUrl,
        onAirSinceMs,
        waitsUntilMs: numberOf(value.waitsUntilMs),
      };
    case 'ended':
      return {
        kind: 'ended',
        endedAtMs: numberOf(value.endedAtMs),
        replayUrl: typeof value.replayUrl === 'string' ? value.replayUrl : null,
      };
    case 'recorded':
      if (typeof value.replayUrl !== 'string') return null;
      return {
        kind: 'recorded',
        replayUrl: value.replayUrl,
        isHeldBack: value.isHeldBack === true,
      };
    case 'being-recorded':
    case 'empty':
      return { kind: value.kind };
    default:
      return null;
  }
}

const ROLES: readonly RoomRole[] = ['viewer', 'presenter', 'moderator', 'producer'];

function roleOf(value: unknown): RoomRole {
  return ROLES.find((role) => role === value) ?? 'viewer';
}

const REFUSALS: readonly RoomRefusalCode[] = [
  'bad-command',
  'bad-session',
  'not-found',
  'not-allowed',
  'busy',
];

function refusalOf(value: unknown): RoomRefusalCode {
  return REFUSALS.find((code) => code === value) ?? 'bad-command';
}
