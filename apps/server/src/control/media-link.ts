import type {
  ChannelSettings,
  ChannelStatus,
  ControlToMedia,
  KeptTake,
  MeasuredStretch,
  MediaToControl,
  PublishDecision,
  PublishRequest,
  StoreHealth,
  TakeTrim,
} from '@rostrum/contracts';
import type { SupervisorLink } from '../link/supervisor-link.ts';
import { HealthHistory } from './health-history.ts';
import { MediaQuestions } from './media-questions.ts';

/** What the control process needs to answer the media process. */
export type MediaLinkHandlers = {
  authorizePublish(request: PublishRequest): Promise<PublishDecision>;
  onChannelStatus(status: ChannelStatus): void;
  /** The channels the media process should know about; asked for when it (again) accepts work. */
  channelSettings(): Promise<readonly ChannelSettings[]>;
  onError(error: unknown, what: string): void;
};

/** The media process answers at once, where it is there and its disk works. */
const REMOVAL_TIMEOUT_MS = 10_000;

type Stretches = readonly (MeasuredStretch | null)[] | null;

/** The control process's side of the line to the media process. */
export class MediaLink {
  /** What the media process tells of its channels' health. */
  readonly health = new HealthHistory();
  readonly #link: SupervisorLink<ControlToMedia, MediaToControl>;
  readonly #statuses = new Map<string, ChannelStatus>();
  /** Who waits for the end of a take, by `WEBCAST/GENERATION`. */
  readonly #removals = new Map<string, Set<() => void>>();
  readonly #measurements = new MediaQuestions<Stretches>();
  readonly #lists = new MediaQuestions<readonly KeptTake[]>();

  #storeHealth: StoreHealth | null = null;

  constructor(link: SupervisorLink<ControlToMedia, MediaToControl>) {
    this.#link = link;
  }

  statusOf(webcastId: string): ChannelStatus | undefined {
    return this.#statuses.get(webcastId);
  }

  /** Null until the media process has told it for the first time. */
  get storeHealth(): StoreHealth | null {
    return this.#storeHealth;
  }

  applySettings(settings: ChannelSettings): void {
    this.#link.send({ type: 'channel-settings', settings });
  }

  remove(webcastId: string): void {
    this.#statuses.delete(webcastId);
    this.health.forget(webcastId);
    this.#link.send({ type: 'channel-removed', webcastId });
  }

  /** @throws where the media process has not confirmed it in time: it is to be asked again later */
  removeTake(webcastId: string, generation: string): Promise<void> {
    const key = `${webcastId}/${generation}`;
    const waiting = this.#removals.get(key) ?? new Set();
    this.#removals.set(key, waiting);
    this.#link.send({ type: 'remove-take', webcastId, generation });
    return new Promise((resolve, reject) => {
      const confirm = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(confirm);
        if (waiting.size === 0 && this.#removals.get(key) === waiting) this.#removals.delete(key);
        reject(new Error(`the media process has not confirmed the end of the take ${key}`));
      }, REMOVAL_TIMEOUT_MS);
      waiting.add(confirm);
    });
  }

  /** @throws where the media process has not answered in time */
  measureTake(
    webcastId: string,
    generation: string,
    trims: readonly (TakeTrim | null)[],
  ): Promise<Stretches> {
    return this.#measurements.ask(`measure ${webcastId}/${generation}`, (requestId) =>
      this.#link.send({ type: 'measure-take', requestId, webcastId, generation, trims }),
    );
  }

  /** @throws where the media process has not answered in time */
  listTakes(after: string | null): Promise<readonly KeptTake[]> {
    return this.#lists.ask('list the archive', (requestId) =>
      this.#link.send({ type: 'list-takes', requestId, after }),
    );
  }

  /** Begins to listen. Until then the supervisor's messages wait for the API to be open. */
  open(handlers: MediaLinkHandlers): void {
    this.#link.onMessage((message) => {
      switch (message.type) {
        case 'authorize-publish':
          void this.#decide(message.requestId, message.request, handlers);
          return;
        case 'channel-status':
          this.#statuses.set(message.status.webcastId, message.status);
          handlers.onChannelStatus(message.status);
          return;
        case 'channel-health':
          this.health.record(message.health);
          return;
        case 'store-health':
          this.#storeHealth = message.health;
          return;
        case 'take-removed':
          this.#confirmRemoval(`${message.webcastId}/${message.generation}`);
          return;
        case 'take-measured':
          this.#measurements.answer(message.requestId, message.stretches);
          return;
        case 'takes-listed':
          this.#lists.answer(message.requestId, message.takes);
          return;
      }
    });
    this.#link.onPeerReady(() => {
      handlers.channelSettings().then(
        (all) => {
          for (const settings of all) this.applySettings(settings);
        },
        (error: unknown) => handlers.onError(error, 'channel settings could not be read'),
      );
    });
  }

  #confirmRemoval(key: string): void {
    const waiting = this.#removals.get(key);
    this.#removals.delete(key);
    for (const confirm of waiting ?? []) confirm();
  }

  async #decide(
    requestId: number,
    request: PublishRequest,
    handlers: MediaLinkHandlers,
  ): Promise<void> {
    let decision: PublishDecision;
    try {
      decision = await handlers.authorizePublish(request);
    } catch (error) {
      handlers.onError(error, 'a publish could not be authorised');
      decision = {
        isAllowed: false,
        code: 'unavailable',
        message: 'The server can not check the stream key now. Try again in a moment.',
      };
    }
    this.#link.send({ type: 'publish-decision', requestId, decision });
  }
}
