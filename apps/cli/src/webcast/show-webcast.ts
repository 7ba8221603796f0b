import { type EncoderAddress, type EncoderAddresses, type Webcast, watchUrl } from '@rostrum/sdk';
import { minutesText, timeText } from '../terminal/amounts.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { stateColour, stateWords } from '../terminal/stage-words.ts';
import { table } from '../terminal/table.ts';
import { hasGoneLive, isHeldBack } from './gone-live.ts';
import { shownRelay } from './read-values.ts';
import { valuesOfWebcast } from './values-of-webcast.ts';

export type ShowOptions = {
  readonly url: string;
  readonly state: Parameters<typeof stateWords>[0];
  /** Stream keys too. */
  readonly withSecrets: boolean;
  readonly paint: Paint;
  /** How this program is typed. */
  readonly program: string;
};

/** A webcast as people read it: what it is, where its encoder sends to, and where it is watched. */
export function showWebcast(webcast: Webcast, options: ShowOptions): string {
  const { url, state, withSecrets, paint, program } = options;
  const values = valuesOfWebcast(webcast);
  const zone = values.timezone || 'UTC';
  const time = (ms: number | null) => (ms === null ? '' : timeText(ms, zone));
  const rows = [
    ['Id', webcast.id],
    ['Key', printable(webcast.referenceId)],
    ['State', paint(stateColour(state), stateWords(state, isHeldBack(webcast.entry)))],
    ['Starts', time(values.starts)],
    ['Ends', time(values.ends)],
    ['Timezone', values.timezone],
    ['Presenters', values.presenters.map(({ name }) => printable(name)).join(', ')],
    ['Recording', values.recording],
    ['DVR', values.dvr === 0 ? 'off' : minutesText(values.dvr)],
    ['Preview', previewWords(webcast, state, program)],
    ['Tags', printable(values.tags.join(', '))],
    ['Sent on to', values.relays.map(shownRelay).join(', ')],
    ...encoderRows(webcast.encoder, withSecrets),
    ['Watch', watchUrl({ serviceUrl: url }, webcast.id)],
    ['Console', consoleUrl(url, webcast.id)],
  ].filter(([, text]) => text !== '');
  return `${paint('bold', printable(webcast.name))}\n${table(rows)}`;
}

/** The same for programs. */
export function describeWebcast(
  webcast: Webcast,
  { url, state, withSecrets }: Omit<ShowOptions, 'paint' | 'program'>,
): object {
  const { starts, ends, relays, ...values } = valuesOfWebcast(webcast);
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    ...{ id: webcast.id, key: webcast.referenceId, state, ...values },
    ...{ starts: iso(starts), ends: iso(ends) },
    relays: withSecrets ? relays : relays.map(shownRelay),
    encoder: withSecrets ? webcast.encoder : hideKeys(webcast.encoder),
    watchUrl: watchUrl({ serviceUrl: url }, webcast.id),
    consoleUrl: consoleUrl(url, webcast.id),
  };
}

/** Whether viewers see what the encoder sends, now and later. */
function previewWords(
  { entry, hasPreview }: Webcast,
  state: ShowOptions['state'],
  program: string,
): string {
  if (!hasPreview) return 'off: on air with its encoder';
  if (!hasGoneLive(entry))
    return `on: only its producers see it before ${program} webcasts go-live`;
  const words =
    state === 'on-air'
      ? 'viewers see the picture'
      : state === 'interrupted'
        ? 'viewers see the picture once its encoder is back'
        : state === 'connecting'
          ? 'viewers see the picture in a moment'
          : 'viewers see the picture as soon as an encoder sends one';
  return `gone live: ${words}, until ${program} webcasts end`;
}

function consoleUrl(url: string, id: string): string {
  return `${url.replace(/\/+$/, '')}/console/webcasts/${encodeURIComponent(id)}`;
}

const PROTOCOLS = ['rtmp', 'rtmps', 'srt', 'rtsp'] as const;

function encoderRows(encoder: EncoderAddresses | null, withSecrets: boolean): string[][] {
  if (encoder === null) return [];
  const rows = PROTOCOLS.flatMap((protocol) => {
    const pair = encoder[protocol];
    if (pair === null) return [];
    const rowsOf = (title: string, { server, streamKey }: EncoderAddress) => [
      [`${protocol.toUpperCase()} ${title}`, server],
      ['  key', withSecrets ? streamKey : hiddenKey(streamKey)],
    ];
    return [
      ...rowsOf('encoder', pair.primary),
      ...(pair.backup === null ? [] : rowsOf('backup', pair.backup)),
    ];
  });
  return withSecrets ? rows : [...rows, ['', '(--secrets shows the keys)']];
}

function hideKeys(encoder: EncoderAddresses | null): object | null {
  if (encoder === null) return null;
  return Object.fromEntries(
    PROTOCOLS.map((protocol) => {
      const pair = encoder[protocol];
      const hide = ({ server, streamKey }: EncoderAddress) => ({
        server,
        streamKey: hiddenKey(streamKey),
      });
      if (pair === null) return [protocol, null];
      const backup = pair.backup === null ? null : hide(pair.backup);
      return [protocol, { primary: hide(pair.primary), backup }];
    }),
  );
}

/** The name stays, because it says which webcast it is; what lets an encoder in does not. */
function hiddenKey(streamKey: string): string {
  return `${streamKey.split(/[?,]/)[0]}?…`;
}
