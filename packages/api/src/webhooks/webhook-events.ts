import type { ChannelStatus, WebhookEventData } from '@rostrum/contracts';
import type { Entry } from '../entries/entry.ts';
import type { MediaItem } from '../entries/media-item.ts';
import type { BroadcastFacts } from '../live/broadcast-facts.ts';
import { type ShowChange, showChanges } from '../live/show-changes.ts';
import type { Webcast } from '../live/webcast.ts';
import type { Clock } from '../ports.ts';
import type { Statement } from '../store/database.ts';
import type { Outbox } from '../store/webhook/outbox.ts';
import { bodyOf, type SubscribedType, timeText } from './event-types.ts';

export type WebhookEventsOptions = {
  readonly outbox: Outbox;
  /** Base of addresses in events, without a slash at its end. */
  readonly publicUrl: () => string;
  readonly clock: Clock;
  /** Something was written that is to be sent. */
  readonly wake: () => void;
};

/** A question as whoever keeps questions tells it. */
export type AskedQuestion = {
  readonly partnerId: number;
  readonly webcastId: string;
  readonly questionId: string;
  readonly text: string;
  /** Empty for viewers without a name. */
  readonly userId: string;
  readonly askedAtMs: number;
};

const MAX_QUESTION_LENGTH = 1000;

/**
 * What webhooks tell, as statements for the job that stores what has happened: an event is told if it has happened, and
 * only then. Whoever writes such a job says `wake` afterwards, so that it is sent at once.
 */
export class WebhookEvents {
  readonly #options: WebhookEventsOptions;

  constructor(options: WebhookEventsOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#options.wake();
  }

  entryAdded(entry: Entry): readonly Statement[] {
    if (entry.kind !== 'webcast') return [];
    const { userId, startDate } = entry.properties;
    return this.#event('webcast.created', entry.createdAtMs, {
      ...this.#webcast(entry),
      consoleUrl: `${this.#base}/console/webcasts/${entry.id}`,
      ownerId: userId ?? '',
      scheduledAt: startDate ? timeText(startDate * 1000) : null,
    });
  }

  /**
   * What a status tells of shows that was not known before; nothing where it repeats itself.
   *
   * @param after with this status
   */
  statusTold(
    webcast: Webcast,
    before: BroadcastFacts | null,
    after: BroadcastFacts,
  ): readonly Statement[] {
    return showChanges(before, after).flatMap((change) =>
      this.#showChanged(webcast, change, after.status.waitsUntilMs),
    );
  }

  recordingReady(recording: MediaItem, status: ChannelStatus): readonly Statement[] {
    const { id, partnerId, rootEntryId, properties } = recording;
    return this.#event('recording.ready', this.#options.clock.nowMs(), {
      partnerId,
      recordingId: id,
      webcastId: status.webcastId || rootEntryId,
      name: properties.name ?? '',
      durationMs: properties.msDuration ?? 0,
      watchUrl: this.#watchUrl(id),
      manifestUrl: this.#manifestUrl(recording),
    });
  }

  /** For the job that stores a question. */
  questionAsked(question: AskedQuestion): readonly Statement[] {
    const { askedAtMs, text, ...rest } = question;
    return this.#event('question.asked', askedAtMs, {
      ...rest,
      text: text.slice(0, MAX_QUESTION_LENGTH),
      moderateUrl: `${this.#base}/moderate/${encodeURIComponent(question.webcastId)}`,
    });
  }

  alertChanged(data: WebhookEventData['health.alert'], atMs: number): readonly Statement[] {
    return this.#event('health.alert', atMs, data);
  }

  #showChanged(
    webcast: Webcast,
    { kind, showStartedMs, atMs }: ShowChange,
    waitsUntilMs: number | null,
  ): readonly Statement[] {
    const show = { ...this.#webcast(webcast), showStartedAt: timeText(showStartedMs) };
    const manifestUrl = this.#manifestUrl(webcast);
    switch (kind) {
      case 'started':
        return this.#event('webcast.started', atMs, { ...show, manifestUrl });
      case 'interrupted': {
        const waitsUntil = waitsUntilMs === null ? null : timeText(waitsUntilMs);
        return this.#event('webcast.interrupted', atMs, { ...show, waitsUntil });
      }
      case 'resumed':
        return this.#event('webcast.resumed', atMs, { ...show, manifestUrl });
      case 'ended':
        return this.#event('webcast.ended', atMs, { ...show, showEndedAt: timeText(atMs) });
    }
  }

  #event<Type extends SubscribedType>(
    type: Type,
    atMs: number,
    data: WebhookEventData[Type],
  ): readonly Statement[] {
    const { outbox, clock } = this.#options;
    const body = bodyOf(type, atMs, data);
    return outbox.adding({ partnerId: data.partnerId, type, body, nowMs: clock.nowMs() });
  }

  get #base(): string {
    return this.#options.publicUrl();
  }

  #webcast({ id, partnerId, properties }: Webcast) {
    return {
      partnerId,
      webcastId: id,
      name: properties.name ?? '',
      watchUrl: this.#watchUrl(id),
    };
  }

  #watchUrl(id: string): string {
    return `${this.#base}/watch/${id}`;
  }

  #manifestUrl({ id, partnerId }: Pick<Entry, 'id' | 'partnerId'>): string {
    return `${this.#base}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}/format/applehttp/a.m3u8`;
  }
}
