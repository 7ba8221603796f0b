import type { ArchiveHealth, ChannelHealth, EncoderHealth, RelayHealth } from '@rostrum/contracts';
import { type Fields, isFields, numberOf, textOf, timeOf } from './frame-fields.ts';

/** More than the server keeps: five minutes, one every two seconds. */
const MAX_SAMPLES = 1_000;

/** A webcast has a primary and a backup address. */
const MAX_ENCODERS = 2;

/** More targets than a webcast can have. */
const MAX_RELAYS = 32;

/** The samples of a `health` frame; those that are none are left out. */
export function healthSamplesOf(value: unknown): readonly ChannelHealth[] {
  if (!Array.isArray(value)) return [];
  return value.slice(-MAX_SAMPLES).flatMap((sample: unknown) => {
    const atMs = isFields(sample) ? timeOf(sample.atMs) : null;
    return isFields(sample) && atMs !== null ? [sampleOf(sample, atMs)] : [];
  });
}

function sampleOf(sample: Fields, atMs: number): ChannelHealth {
  const encoders: readonly unknown[] = Array.isArray(sample.encoders) ? sample.encoders : [];
  const relays: readonly unknown[] = Array.isArray(sample.relays) ? sample.relays : [];
  return {
    webcastId: textOf(sample.webcastId),
    atMs,
    encoders: encoders.slice(0, MAX_ENCODERS).filter(isFields).map(encoderOf),
    archive: archiveOf(sample.archive),
    lostParts: numberOf(sample.lostParts),
    relays: relays.slice(0, MAX_RELAYS).filter(isFields).map(relayOf),
  };
}

const RELAY_STATES: readonly RelayHealth['state'][] = ['connecting', 'publishing', 'waiting'];

function relayOf(relay: Fields): RelayHealth {
  return {
    id: textOf(relay.id),
    host: textOf(relay.host),
    state: RELAY_STATES.find((state) => state === relay.state) ?? 'connecting',
    sinceMs: numberOf(relay.sinceMs),
    problem: typeof relay.problem === 'string' ? relay.problem : null,
    retryAtMs: timeOf(relay.retryAtMs),
    bitsPerSecond: numberOf(relay.bitsPerSecond),
    droppedFrames: numberOf(relay.droppedFrames),
  };
}

function encoderOf(encoder: Fields): EncoderHealth {
  return {
    slot: encoder.slot === 'backup' ? 'backup' : 'primary',
    protocol: encoder.protocol === 'rtmps' ? 'rtmps' : 'rtmp',
    software: textOf(encoder.software),
    remoteAddress: textOf(encoder.remoteAddress),
    connectedAtMs: numberOf(encoder.connectedAtMs),
    isInUse: encoder.isInUse === true,
    video: isFields(encoder.video) ? videoOf(encoder.video) : null,
    audio: isFields(encoder.audio) ? audioOf(encoder.audio) : null,
    bitsPerSecond: numberOf(encoder.bitsPerSecond),
    droppedFrames: numberOf(encoder.droppedFrames),
    driftMs: numberOf(encoder.driftMs),
  };
}

function videoOf(video: Fields): NonNullable<EncoderHealth['video']> {
  return {
    codec: textOf(video.codec),
    widthPx: numberOf(video.widthPx),
    heightPx: numberOf(video.heightPx),
    bitsPerSecond: numberOf(video.bitsPerSecond),
    framesPerSecond: numberOf(video.framesPerSecond),
    announcedFramesPerSecond: timeOf(video.announcedFramesPerSecond),
    keyFrameDistanceMs: timeOf(video.keyFrameDistanceMs),
  };
}

function audioOf(audio: Fields): NonNullable<EncoderHealth['audio']> {
  return {
    codec: textOf(audio.codec),
    sampleRate: numberOf(audio.sampleRate),
    channelCount: numberOf(audio.channelCount),
    bitsPerSecond: numberOf(audio.bitsPerSecond),
  };
}

const ARCHIVE_STATES: readonly ArchiveHealth[] = ['off', 'writing', 'behind', 'failing'];

function archiveOf(value: unknown): ArchiveHealth {
  return ARCHIVE_STATES.find((state) => state === value) ?? 'off';
}
