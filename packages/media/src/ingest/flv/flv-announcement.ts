import { type AmfObject, type AmfValue, isAmfObject, readAmf0 } from '../../rtmp/amf0.ts';
import type { Frame } from '../../stream/frame.ts';

export type Announcement = Extract<Frame, { kind: 'announcement' }>;

/**
 * Reads script data: onMetaData (FLV 10.1, E.5), with or without RTMP's @setDataFrame around it. Null for any other
 * data, and for metadata that does not say which kinds of media are to come.
 */
export function readAnnouncement(payload: Uint8Array): Announcement | null {
  const { values } = readAmf0(payload);
  const at = values[0] === '@setDataFrame' ? 1 : 0;
  const metadata = values[at + 1];
  if (values[at] !== 'onMetaData' || !isAmfObject(metadata)) return null;
  const hasVideo = isCodec(metadata.get('videocodecid'));
  const hasAudio = isCodec(metadata.get('audiocodecid'));
  if (!hasVideo && !hasAudio) return null;
  return {
    kind: 'announcement',
    hasVideo,
    hasAudio,
    videoBitsPerSecond: kilobits(metadata, 'videodatarate'),
    audioBitsPerSecond: kilobits(metadata, 'audiodatarate'),
    framesPerSecond: positive(metadata.get('framerate') ?? metadata.get('videoframerate'), 1000),
    software: softwareOf(metadata.get('encoder')),
  };
}

/** Longer texts are cut: a name of more than this is none. */
const MAX_SOFTWARE_CHARACTERS = 200;

/** Encoders that connect by librtmp all introduce themselves alike; here they say who they are. */
function softwareOf(value: AmfValue): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_SOFTWARE_CHARACTERS) : null;
}

/** A number of FLV's tables, a FourCC as a number, or a name; 0 and the empty name stand for "none". */
function isCodec(value: AmfValue): boolean {
  return (typeof value === 'number' && value > 0) || (typeof value === 'string' && value !== '');
}

/** The data rates are kbit/s; some encoders send 0 for "unknown". */
function kilobits(metadata: AmfObject, name: string): number | null {
  const value = positive(metadata.get(name), 1_000_000);
  return value === null ? null : Math.round(value * 1000);
}

function positive(value: AmfValue, max: number): number | null {
  return typeof value === 'number' && value > 0 && value <= max ? value : null;
}
