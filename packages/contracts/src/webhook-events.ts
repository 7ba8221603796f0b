/** What webhooks tell: the body of a request to a receiver, by its type. Times are RFC 3339 in UTC, durations ms. */
export type WebhookEvent = {
  readonly [Type in WebhookEventType]: {
    readonly type: Type;
    /** When it happened; a repeated delivery has the same. */
    readonly timestamp: string;
    readonly data: WebhookEventData[Type];
  };
}[WebhookEventType];

export type WebhookEventType = keyof WebhookEventData;

/** Every event says whose it is. */
type OfAccount = { readonly partnerId: number };

type OfWebcast = OfAccount & {
  /** Id of the live stream entry. */
  readonly webcastId: string;
  readonly name: string;
  /** The page where viewers watch it, before, during and after the show. */
  readonly watchUrl: string;
};

type OfShow = OfWebcast & {
  /** When viewers got its first picture: tells the shows of a webcast apart. */
  readonly showStartedAt: string;
};

export type WebhookEventData = {
  /** Somebody has added or copied a webcast. */
  readonly 'webcast.created': OfWebcast & {
    readonly consoleUrl: string;
    /** User id of who owns it; empty where nobody does. */
    readonly ownerId: string;
    /** When it is planned to begin; null where nobody has said it. */
    readonly scheduledAt: string | null;
  };
  /** Viewers get the picture. */
  readonly 'webcast.started': OfShow & { readonly manifestUrl: string };
  /** The encoder is gone: viewers wait on the same page. */
  readonly 'webcast.interrupted': OfShow & {
    /** The show ends then, unless the encoder comes back; null where that is not known. */
    readonly waitsUntil: string | null;
  };
  /** The encoder is back: the show goes on. */
  readonly 'webcast.resumed': OfShow & { readonly manifestUrl: string };
  /** The show is over. */
  readonly 'webcast.ended': OfShow & { readonly showEndedAt: string };
  /** What was recorded of a show can be played. */
  readonly 'recording.ready': OfAccount & {
    /** Id of the media entry that plays it. */
    readonly recordingId: string;
    readonly webcastId: string;
    readonly name: string;
    readonly durationMs: number;
    readonly watchUrl: string;
    readonly manifestUrl: string;
  };
  /** A viewer has asked something. */
  readonly 'question.asked': OfAccount & {
    readonly webcastId: string;
    readonly questionId: string;
    /** At most 1,000 characters of it. */
    readonly text: string;
    /** Of who asked; empty for viewers without a name. */
    readonly userId: string;
    readonly moderateUrl: string;
  };
  /** Something needs somebody's attention, or needs it no longer. */
  readonly 'health.alert': OfAccount & {
    readonly state: 'raised' | 'over';
    /** `DISK_LOW`, `ARCHIVE_FAILING`, `ENCODER_STILL` and so on. */
    readonly code: string;
    /** warning: it will hurt if nobody acts; error: it hurts already. */
    readonly severity: 'warning' | 'error';
    readonly message: string;
    readonly advice: string;
    /** The webcast that it is about, where it is about one. */
    readonly webcastId: string | null;
    readonly since: string;
  };
  /** Somebody has pressed the button that tries a webhook. */
  readonly 'webhook.test': OfAccount & { readonly webhookId: string; readonly message: string };
};
