import { type EncoderSlot, isWebcastId } from '@rostrum/contracts';

/** What an encoder's address says, as far as publishing needs it. */
export type RtmpAddress = {
  readonly webcastId: string;
  readonly streamToken: string;
  readonly slot: EncoderSlot;
};

export type RtmpAddressProblem = { readonly problem: string };

/** The one application name: Kaltura's. */
export const RTMP_APP = 'kLive';

/** A name in a message to the encoder is cut here. */
const MAX_SHOWN_CHARACTERS = 80;

/**
 * Why an application name is refused, for the encoder's log; null for the right one. The application may carry
 * parameters: OBS and FFmpeg send `rtmp://host/kLive?t=TOKEN` as the application `kLive?t=TOKEN`.
 */
export function findAppProblem(app: string): string | null {
  const name = splitQuery(app).path.split('/')[0];
  if (name === RTMP_APP) return null;
  return `The address must end in /${RTMP_APP}, but this one has the application "${shown(name ?? '')}".`;
}

/**
 * Reads what `connect` (app, tcUrl) and `publish` (the stream name) say together:
 *
 * - `kLive?t=TOKEN` and `ENTRY_1` (OBS: server and stream key; FFmpeg: `rtmp://host/kLive?t=TOKEN/ENTRY_1`)
 * - `kLive` and `ENTRY_1?t=TOKEN` (FFmpeg: `rtmp://host/kLive/ENTRY_1?t=TOKEN`)
 * - `kLive?p=100&e=ENTRY&i=0&t=TOKEN` and `ENTRY_1` (Kaltura on its own premises); `i=1` is the backup address
 * - everything in the application, and no stream name (an encoder with a single field for the address)
 *
 * Parameters of the stream name win over those of the application, and those over the ones in tcUrl alone.
 */
export function readRtmpAddress(
  app: string,
  tcUrl: string,
  streamName: string,
): RtmpAddress | RtmpAddressProblem {
  const name = splitQuery(streamName);
  const place = name.path === '' ? splitWholeAddress(app) : { ...splitQuery(app), name: name.path };
  const parameter = (key: string): string | undefined =>
    [name.query, place.query, splitQuery(tcUrl).query]
      .map((query) => query.get(key))
      .find((value) => value !== undefined);

  const webcastId = STREAM_NAME.exec(place.name)?.[1];
  if (webcastId === undefined || !isWebcastId(webcastId)) {
    return {
      problem: `The stream name is "${shown(place.name)}"; expected the webcast's id and a stream number, like 0_ab12cd34_1.`,
    };
  }
  const promised = parameter('e');
  if (promised !== undefined && promised !== webcastId) {
    return {
      problem: `The stream name is "${shown(place.name)}", but the address is for ${shown(promised)}.`,
    };
  }
  return {
    webcastId,
    streamToken: parameter('t') ?? '',
    slot: parameter('i') === '1' ? 'backup' : 'primary',
  };
}

/** `_1` to `_9` is the number of the stream where an encoder sends several bit rates. */
const STREAM_NAME = /^([0-9]_[0-9a-z]{8})(?:_[1-9])?$/;

type Place = { readonly path: string; readonly query: ReadonlyMap<string, string> };

function splitQuery(text: string): Place {
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  return {
    path: trimSlashes(path),
    query: mark < 0 ? new Map() : readQuery(text.slice(mark + 1)),
  };
}

/** `kLive/ENTRY_1?t=TOKEN` or `kLive?t=TOKEN/ENTRY_1` in one piece. */
function splitWholeAddress(app: string): Place & { readonly name: string } {
  const mark = app.indexOf('?');
  const lastSlash = app.lastIndexOf('/');
  if (mark >= 0 && lastSlash > mark) {
    return { ...splitQuery(app.slice(0, lastSlash)), name: app.slice(lastSlash + 1) };
  }
  const place = splitQuery(app);
  const slash = place.path.indexOf('/');
  return { ...place, name: slash < 0 ? '' : place.path.slice(slash + 1) };
}

function readQuery(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  // A second question mark comes from people who put the parameters together by hand.
  for (const pair of trimSlashes(text).split(/[&?]/)) {
    const equals = pair.indexOf('=');
    if (equals > 0) query.set(pair.slice(0, equals), decodePercent(pair.slice(equals + 1)));
  }
  return query;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function trimSlashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === '/') start++;
  while (end > start && text[end - 1] === '/') end--;
  return text.slice(start, end);
}

function shown(text: string): string {
  const printable = text.replace(/[^\x20-\x7e]/g, '?');
  return printable.length > MAX_SHOWN_CHARACTERS
    ? `${printable.slice(0, MAX_SHOWN_CHARACTERS)}...`
    : printable;
}
