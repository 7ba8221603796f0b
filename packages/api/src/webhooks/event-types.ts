import type { WebhookEventData, WebhookEventType } from '@rostrum/contracts';

/** Events that somebody can subscribe to, each with a sentence about it and an example of its data. */

type EventTypeRow<Type extends WebhookEventType> = {
  readonly about: string;
  readonly example: WebhookEventData[Type];
};

/** What every webhook gets without a subscription, when somebody asks for it. */
export type SubscribedType = Exclude<WebhookEventType, 'webhook.test'>;

const WEBCAST = {
  partnerId: 100,
  webcastId: '0_ab12cd34',
  name: 'Town hall',
  watchUrl: 'https://live.example.com/watch/0_ab12cd34',
};
const SHOW = { ...WEBCAST, showStartedAt: '2026-12-01T10:00:00.000Z' };
const manifestUrl =
  'https://live.example.com/p/100/sp/10000/playManifest/entryId/0_ab12cd34/format/applehttp/a.m3u8';

export const EVENT_TYPES: { readonly [Type in SubscribedType]: EventTypeRow<Type> } = {
  'webcast.created': {
    about: 'Somebody has added a webcast, or made one as a copy of another.',
    example: {
      ...WEBCAST,
      consoleUrl: 'https://live.example.com/console/webcasts/0_ab12cd34',
      ownerId: 'olga',
      scheduledAt: '2026-12-01T10:00:00.000Z',
    },
  },
  'webcast.started': {
    about: 'A show is on air: viewers get the picture. A preview is no show.',
    example: { ...SHOW, manifestUrl },
  },
  'webcast.interrupted': {
    about: 'The encoder of a show is gone; viewers wait for it on the same page.',
    example: { ...SHOW, waitsUntil: '2026-12-01T10:21:00.000Z' },
  },
  'webcast.resumed': {
    about: 'The encoder of an interrupted show is back, and the show goes on.',
    example: { ...SHOW, manifestUrl },
  },
  'webcast.ended': {
    about: 'A show is over, whoever or whatever has ended it.',
    example: { ...SHOW, showEndedAt: '2026-12-01T11:00:00.000Z' },
  },
  'recording.ready': {
    about: 'What was recorded can be played; told again when an appended recording has grown.',
    example: {
      partnerId: 100,
      recordingId: '0_ef56gh78',
      webcastId: '0_ab12cd34',
      name: 'Town hall',
      durationMs: 3_600_000,
      watchUrl: 'https://live.example.com/watch/0_ef56gh78',
      manifestUrl: manifestUrl.replace('0_ab12cd34', '0_ef56gh78'),
    },
  },
  'question.asked': {
    about: 'A viewer has asked a question.',
    example: {
      partnerId: 100,
      webcastId: '0_ab12cd34',
      questionId: '0_ij90kl12',
      text: 'When does the new office open?',
      userId: 'vera',
      moderateUrl: 'https://live.example.com/moderate/0_ab12cd34',
    },
  },
  'health.alert': {
    about:
      'Something about the server or about a show has needed attention for ten seconds (raised), or does no longer (over).',
    example: {
      partnerId: 100,
      state: 'raised',
      code: 'ENCODER_STILL',
      severity: 'error',
      message: 'The picture of “Town hall” stands still: its encoder sends no frames.',
      advice:
        'Look at the encoder’s own preview: if it moves there, stop streaming and start again.',
      webcastId: '0_ab12cd34',
      since: '2026-12-01T10:20:00.000Z',
    },
  },
};

export const SUBSCRIBED_TYPES = Object.keys(EVENT_TYPES) as readonly SubscribedType[];

export function isSubscribedType(name: string): name is SubscribedType {
  return Object.hasOwn(EVENT_TYPES, name);
}

/** The body of a request, as it is stored, signed and sent. */
export function bodyOf<Type extends WebhookEventType>(
  type: Type,
  atMs: number,
  data: WebhookEventData[Type],
): string {
  return JSON.stringify({ type, timestamp: timeText(atMs), data });
}

/** RFC 3339, in UTC. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString();
}
