import type {
  ChannelSettings,
  ChannelStatus,
  ControlToMedia,
  MediaToControl,
  PublishDecision,
  PublishRequest,
} from '@rostrum/contracts';
import type { SupervisorLink } from '../link/supervisor-link.ts';

/** What the control process needs to answer the media process. */
export type MediaLinkHandlers = {
  authorizePublish(request: PublishRequest): Promise<PublishDecision>;
  onChannelStatus(status: ChannelStatus): void;
  /** The channels the media process should know about; asked for when it (again) accepts work. */
  channelSettings(): Promise<readonly ChannelSettings[]>;
  onError(error: unknown, what: string): void;
};

/** The control process's side of the line to the media process. */
export class MediaLink {
  readonly #link: SupervisorLink<ControlToMedia, MediaToControl>;
  readonly #statuses = new Map<string, ChannelStatus>();

  constructor(link: SupervisorLink<ControlToMedia, MediaToControl>) {
    this.#link = link;
  }

  statusOf(webcastId: string): ChannelStatus | undefined {
    return this.#statuses.get(webcastId);
  }

  applySettings(settings: ChannelSettings): void {
    this.#link.send({ type: 'channel-settings', settings });
  }

  remove(webcastId: string): void {
    this.#statuses.delete(webcastId);
    this.#link.send({ type: 'channel-removed', webcastId });
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
