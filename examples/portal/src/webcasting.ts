import {
  askWebcastState,
  type Client,
  createClient,
  createSession,
  createWebcast,
  endLive,
  getWebcast,
  goLive,
  type LaunchParameters,
  launchParameters,
  listRecordingsOf,
  listWebcasts,
  moderatorPrivileges,
  moderatorUrl,
  type NewWebcast,
  type Playback,
  playback,
  playerEmbed,
  producerPrivileges,
  type RecordingOfWebcast,
  signedSessions,
  viewerPrivileges,
  type Webcast,
  type WebcastState,
  webcastOf,
} from '@rostrum/sdk';
import type { Person } from './people.ts';

/** Everything that the portal has to do with webcasts: this is the file to take along into an application of yours. */

export type WebcastingOptions = {
  /** Where the server is. Kaltura's: `https://www.kaltura.com`. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  /** Stays in this process: pages get sessions that may do one thing. */
  readonly adminSecret: string;
  /** Kaltura's player, where the service is Kaltura's; left out where it is Rostrum's. */
  readonly kalturaPlayerId?: number;
};

/** Sessions in pages last for a working day. */
const SESSION_SECONDS = 8 * 3600;

export class Webcasting {
  readonly #options: WebcastingOptions;
  readonly #client: Client;

  constructor(options: WebcastingOptions) {
    const { serviceUrl, partnerId, adminSecret: secret } = options;
    this.#options = options;
    this.#client = createClient({
      serviceUrl,
      partnerId,
      session: signedSessions({ partnerId, secret, isAdmin: true, userId: 'portal' }),
    });
  }

  /** @param formId makes it safe to send the form twice */
  create(webcast: NewWebcast, formId: string): Promise<Webcast> {
    return createWebcast(this.#client, { ...webcast, idempotencyKey: formId });
  }

  get(id: string): Promise<Webcast> {
    return getWebcast(this.#client, id);
  }

  /** Exactly: an interrupted show is told apart from one that goes well. */
  state({ entry }: Webcast): Promise<WebcastState> {
    return askWebcastState(this.#client, entry, Date.now());
  }

  async list(): Promise<readonly Webcast[]> {
    const { webcasts } = await listWebcasts(this.#client, {
      order: 'newest',
      page: 1,
      pageSize: 50,
      nowMs: Date.now(),
    });
    return webcasts.map((entry) => webcastOf(entry));
  }

  /** From the preview to the audience. */
  goLive(id: string): Promise<Webcast> {
    return goLive(this.#client, id);
  }

  /** Back to the preview; the recording is there at once. */
  end(id: string): Promise<Webcast> {
    return endLive(this.#client, id);
  }

  recordings(id: string): Promise<readonly RecordingOfWebcast[]> {
    return listRecordingsOf(this.#client, id);
  }

  /** What somebody who watches gets now: asked in their name, because producers see previews too. */
  async playback(id: string, person: Person): Promise<Playback> {
    const session = await this.#session(person, viewerPrivileges(id));
    return playback(this.#client, id, { session });
  }

  /** HTML with the picture: a producer gets the preview too. */
  async player({ id, hasPreview }: Webcast, person: Person): Promise<string> {
    const { serviceUrl, partnerId, kalturaPlayerId } = this.#options;
    const canPreview = hasPreview && person.mayProduce;
    const session = await this.#session(person, viewerPrivileges(id, { canPreview }));
    if (kalturaPlayerId === undefined) {
      return playerEmbed({ as: 'element', serviceUrl, entryId: id, session });
    }
    // Rostrum's element finds the recording by itself; another player is told what to play.
    const { entryId } = await this.playback(id, person);
    const { userId } = person;
    return playerEmbed({
      ...{ as: 'kaltura', serviceUrl, partnerId, uiConfId: kalturaPlayerId },
      ...{ entryId, session, userId },
    });
  }

  /** Where the questions are answered; null where the server has no such page yet. It is a secret: a session is in it. */
  async moderatorUrl(webcast: Webcast, person: Person): Promise<string | null> {
    if (this.#options.kalturaPlayerId === undefined) return null;
    const { id, startsAtMs, endsAtMs } = webcast;
    const session = await this.#session(person, moderatorPrivileges(id));
    return moderatorUrl({ serviceUrl: this.#options.serviceUrl }, id, {
      session,
      sessionExpiresAt: Date.now() + SESSION_SECONDS * 1000,
      ...(startsAtMs === null ? {} : { startsAt: startsAtMs }),
      ...(endsAtMs === null ? {} : { endsAt: endsAtMs }),
    });
  }

  /** What the studio application is started with. */
  async launchParameters(webcast: Webcast, person: Person): Promise<LaunchParameters> {
    return launchParameters(this.#client, webcast, {
      session: await this.#session(person, producerPrivileges(webcast.id)),
      sessionExpiresAt: Date.now() + SESSION_SECONDS * 1000,
      userId: person.userId,
    });
  }

  #session({ userId }: Person, privileges: string): Promise<string> {
    const { partnerId, adminSecret: secret } = this.#options;
    return createSession({
      ...{ partnerId, secret, userId, privileges },
      expirySeconds: SESSION_SECONDS,
    });
  }
}
