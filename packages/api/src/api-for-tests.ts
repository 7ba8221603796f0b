import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ChannelHealth,
  ChannelSettings,
  ChannelStatus,
  KeptTake,
  MeasuredStretch,
  StoreHealth,
  Take,
  TakeTrim,
} from '@rostrum/contracts';
import Fastify, { type FastifyInstance } from 'fastify';
import { isPublicAddress } from './fetch/public-address.ts';
import { type Api, openApi } from './index.ts';
import { encodeKsV2 } from './ks/ks-v2.ts';
import { LogForTests } from './log-for-tests.ts';
import { StillsForTests } from './pictures/stills-for-tests.ts';
import type { Account, Channels, Server } from './ports.ts';
import { MoviesForTests } from './recording/movies-for-tests.ts';
import { PartnersStore } from './store/account/partners-store.ts';
import { type DatabaseAddress, openDatabase } from './store/open-database.ts';
import type { UploadLimits } from './uploads/upload-limits.ts';

export const ACCOUNT: Account = {
  partnerId: 100,
  adminSecret: 'admin-secret-of-100',
  userSecret: 'user-secret-of-100',
};

export const SECOND_SECRET = 'second-admin-secret-of-100';

/** 22 November 2026, 12:00 UTC. */
export const NOW_MS = Date.UTC(2026, 10, 22, 12);

export type Parameters = { readonly [name: string]: unknown };

export type OpenForTests = {
  readonly uploadLimits?: Partial<UploadLimits>;
  /** One of its own where it is left out. */
  readonly contentFolder?: string;
};

type SessionOptions = {
  readonly userId?: string;
  readonly privileges?: string;
  readonly type?: 0 | 2;
  readonly expiry?: number;
};

const FOREIGN_ACCOUNT: Account = {
  partnerId: 200,
  adminSecret: 'admin-secret-of-200',
  userSecret: 'user-secret-of-200',
};

/** The media process, as far as the API sees it. */
export class ChannelsForTests implements Channels {
  readonly statuses = new Map<string, ChannelStatus>();
  readonly applied: ChannelSettings[] = [];
  readonly removed: string[] = [];
  /** `WEBCAST/GENERATION`, each confirmed at once. */
  readonly removedTakes: string[] = [];
  /** Every take that was told, by `WEBCAST/GENERATION`. */
  readonly takes = new Map<string, Take>();
  /** What is in its archive, in order. */
  readonly kept: KeptTake[] = [];
  /** It answers no questions. */
  isAway = false;

  statusOf(webcastId: string): ChannelStatus | undefined {
    return this.statuses.get(webcastId);
  }

  applySettings(settings: ChannelSettings): void {
    this.applied.push(settings);
  }

  remove(webcastId: string): void {
    this.removed.push(webcastId);
  }

  async removeTake(webcastId: string, generation: string): Promise<void> {
    this.removedTakes.push(`${webcastId}/${generation}`);
  }

  /** Takes as a media process would have them: segments of two seconds, a thousand bytes each. */
  async measureTake(
    webcastId: string,
    generation: string,
    trims: readonly (TakeTrim | null)[],
  ): Promise<readonly (MeasuredStretch | null)[] | null> {
    if (this.isAway) throw new Error('the media process does not answer');
    const take = this.#takeOf(webcastId, generation);
    return take && trims.map((trim) => measure(take.durationMs, trim));
  }

  async listTakes(after: string | null): Promise<readonly KeptTake[]> {
    if (this.isAway) throw new Error('the media process does not answer');
    const keyOf = (take: KeptTake) => `${take.webcastId}/${take.generation}`;
    return this.kept.filter((take) => after === null || keyOf(take) > after);
  }

  #takeOf(webcastId: string, generation: string): Take | null {
    const isRemoved = this.removedTakes.includes(`${webcastId}/${generation}`);
    return isRemoved ? null : (this.takes.get(`${webcastId}/${generation}`) ?? null);
  }
}

/** The server around the API, as tests make it up. */
export class ServerForTests implements Server {
  readonly version = '1.2.3';
  readonly samples = new Map<string, ChannelHealth>();
  /** How many are in a webcast's room. */
  readonly viewers = new Map<string, number>();
  isMediaReady = true;
  store: StoreHealth | null = null;

  processes() {
    return [
      { name: 'supervisor', pid: 1, isReady: true },
      { name: 'media', pid: 2, isReady: this.isMediaReady },
    ];
  }

  ports() {
    return { http: 8080, media: 8081, rtmp: 1935, rtmps: null };
  }

  healthOf(webcastId: string): ChannelHealth | null {
    return this.samples.get(webcastId) ?? null;
  }

  healths(): readonly ChannelHealth[] {
    return [...this.samples.values()];
  }

  watching(webcastId: string): number {
    return this.viewers.get(webcastId) ?? 0;
  }

  storeHealth(): StoreHealth | null {
    return this.store;
  }
}

const SEGMENT_MS = 2000;

function measure(durationMs: number, trim: TakeTrim | null): MeasuredStretch | null {
  const wanted = trim ?? { fromMs: 0, toMs: durationMs };
  const fromMs = Math.floor(wanted.fromMs / SEGMENT_MS) * SEGMENT_MS;
  const toMs = Math.min(durationMs, Math.ceil(wanted.toMs / SEGMENT_MS) * SEGMENT_MS);
  if (fromMs >= toMs) return null;
  const count = Math.ceil((toMs - fromMs) / SEGMENT_MS);
  return { trim: { fromMs, toMs }, durationMs: toMs - fromMs, sizeBytes: count * 1000 };
}

/** An API behind a real front door, with a clock that stands still. */
export class ApiForTests {
  readonly api: Api;
  readonly app: FastifyInstance;
  readonly channels: ChannelsForTests;
  readonly stills: StillsForTests;
  readonly movies: MoviesForTests;
  readonly server: ServerForTests;
  readonly log: LogForTests;
  readonly clock: { now: number };
  /** Empty whenever no call is going on. */
  readonly uploadFolder: string;
  /** Of files that are kept. */
  readonly contentFolder: string;

  private constructor(
    api: Api,
    app: FastifyInstance,
    channels: ChannelsForTests,
    stills: StillsForTests,
    movies: MoviesForTests,
    server: ServerForTests,
    log: LogForTests,
    clock: { now: number },
    uploadFolder: string,
    contentFolder: string,
  ) {
    this.api = api;
    this.app = app;
    this.channels = channels;
    this.stills = stills;
    this.movies = movies;
    this.server = server;
    this.log = log;
    this.clock = clock;
    this.uploadFolder = uploadFolder;
    this.contentFolder = contentFolder;
  }

  static async open(
    database: DatabaseAddress,
    { uploadLimits, contentFolder: given }: OpenForTests = {},
  ): Promise<ApiForTests> {
    const channels = new ChannelsForTests();
    const stills = new StillsForTests();
    const movies = new MoviesForTests();
    const server = new ServerForTests();
    const log = new LogForTests();
    const clock = { now: NOW_MS };
    const uploadFolder = await mkdtemp(join(tmpdir(), 'rostrum-uploads-'));
    const contentFolder = given ?? (await mkdtemp(join(tmpdir(), 'rostrum-content-')));
    await addAccounts(database, log);
    const api = await openApi({
      database,
      account: ACCOUNT,
      playbackSecret: Buffer.alloc(32, 7),
      uploadFolder,
      contentFolder,
      ...(uploadLimits === undefined ? {} : { uploadLimits }),
      channels,
      stills,
      movies,
      server,
      mayFetchFrom: (address) => stills.mayFetchFromHere || isPublicAddress(address),
      addresses: {
        publicUrl: (requestHost) => `http://${requestHost}`,
        mediaUrl: () => 'http://media.example:8081',
        rtmp: () => ({ host: 'ingest.example', port: 1935 }),
        rtmps: () => ({ host: 'ingest.example', port: 1936 }),
      },
      log,
      clock: { nowMs: () => clock.now },
    });
    const app = Fastify();
    await app.register(api.routes);
    return new ApiForTests(
      api,
      app,
      channels,
      stills,
      movies,
      server,
      log,
      clock,
      uploadFolder,
      contentFolder,
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.api.close();
    await rm(this.uploadFolder, { recursive: true, force: true });
    await rm(this.contentFolder, { recursive: true, force: true });
  }

  /** The JSON that an action answers, or the text of the file that it serves. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  async call(service: string, action: string, parameters: Parameters = {}): Promise<any> {
    const files = Object.entries(parameters).filter(([, value]) => value instanceof Blob);
    const response = await this.app.inject({
      method: 'POST',
      url: `/api_v3/service/${service}/action/${action}`,
      ...(files.length === 0
        ? { payload: { format: 1, ...parameters } }
        : await multipart(parameters)),
    });
    // Where a file is asked for, an error is a header.
    const refusal = /^error-(.+)$/.exec(String(response.headers['x-kaltura'] ?? ''));
    if (response.body === '' && refusal !== null) {
      return { objectType: 'KalturaAPIException', code: refusal[1] };
    }
    const isJson = String(response.headers['content-type']).includes('json');
    return isJson ? response.json() : response.body;
  }

  startSession(options: SessionOptions = {}): Promise<string> {
    return this.call('session', 'start', {
      secret: ACCOUNT.adminSecret,
      partnerId: ACCOUNT.partnerId,
      type: 0,
      ...options,
    });
  }

  /** An admin session of an account that the database has besides the configured one. */
  async startForeignSession(): Promise<string> {
    const type = 2;
    return encodeKsV2(
      {
        partnerId: FOREIGN_ACCOUNT.partnerId,
        userId: 'fred',
        type,
        expiresAtSeconds: Math.floor(this.clock.now / 1000) + 60,
        privileges: [],
      },
      FOREIGN_ACCOUNT.adminSecret,
    );
  }

  startAdminSession(): Promise<string> {
    return this.startSession({ type: 2, userId: 'the-admin' });
  }

  /** Adds a webcast as an admin and answers it as that admin sees it. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  async addWebcast(properties: Parameters = {}): Promise<any> {
    const ks = await this.startAdminSession();
    const entry = { name: 'Town hall', mediaType: 201, ...properties };
    return this.call('livestream', 'add', { ks, liveStreamEntry: entry, sourceType: '32' });
  }

  /** Adds a video, without content, as an admin and answers it as that admin sees it. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
  async addVideo(properties: Parameters = {}): Promise<any> {
    const ks = await this.startAdminSession();
    const entry = { name: 'Interview', mediaType: 1, ...properties };
    return this.call('media', 'add', { ks, entry });
  }

  /** A show of a minute of a webcast, recorded and over. @returns the id of its recording */
  async addRecordingOf(webcastId: string): Promise<string> {
    const show = { webcastId, onAirSinceMs: this.clock.now } as const;
    const take: Take = {
      generation: 'recorded0000',
      startsAtMs: this.clock.now,
      durationMs: 60_000,
      sizeBytes: 120_000,
      hasVideo: true,
    };
    await this.tell({ ...show, state: 'on-air', generation: take.generation, takes: [take] });
    await this.tell({ ...show, state: 'ended', takes: [take] });
    const ks = await this.startAdminSession();
    const { recordedEntryId } = await this.call('liveStream', 'get', { ks, entryId: webcastId });
    return recordedEntryId;
  }

  /** Lets the media process tell a status, and waits until it is stored. */
  async tell(
    status: Partial<ChannelStatus> & Pick<ChannelStatus, 'webcastId' | 'state'>,
  ): Promise<void> {
    const whole: ChannelStatus = {
      sinceMs: this.clock.now,
      onAirSinceMs: null,
      generation: null,
      isPlayable: false,
      hasVideo: true,
      encoders: [],
      waitsUntilMs: null,
      takes: [],
      ...status,
    };
    this.channels.statuses.set(whole.webcastId, whole);
    for (const take of whole.takes) {
      this.channels.takes.set(`${whole.webcastId}/${take.generation}`, take);
    }
    this.api.onChannelStatus(whole);
    await this.api.flush();
  }
}

/** What comes with files, as clients send it: everything else is in the field `json`. */
async function multipart(parameters: Parameters) {
  const form = new FormData();
  const others = Object.entries(parameters).filter(([, value]) => !(value instanceof Blob));
  form.append('json', JSON.stringify({ format: 1, ...Object.fromEntries(others) }));
  for (const [name, value] of Object.entries(parameters)) {
    if (value instanceof Blob) form.append(name, value, 'picture');
  }
  const encoded = new Response(form);
  return {
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}

/** Another account, and a second secret of the configured one. */
async function addAccounts(address: DatabaseAddress, log: LogForTests): Promise<void> {
  const database = await openDatabase(address, NOW_MS, log);
  const partners = new PartnersStore(database);
  await partners.configure(FOREIGN_ACCOUNT, NOW_MS);
  await partners.configure({ ...ACCOUNT, adminSecret: 'admin-secret-of-yesterday' }, NOW_MS);
  await partners.addSecret(ACCOUNT.partnerId, 'admin', SECOND_SECRET, NOW_MS);
  await database.close();
}

export function encoder(slot: 'primary' | 'backup' = 'primary', connectedAtMs = NOW_MS) {
  return {
    slot,
    protocol: 'rtmp',
    remoteAddress: '192.0.2.1',
    software: 'FMLE/3.0',
    connectedAtMs,
  } as const;
}
