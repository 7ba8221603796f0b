import type { ChildProcess } from 'node:child_process';
import { endChild, forkPinned, nextMessage, SERVER_CORE } from '../delivery/pinned-process.ts';

export const ACCOUNT = { partnerId: 100, secret: 'a secret for the benchmark only' };

export const NEW_ENTRY = {
  liveStreamEntry: {
    objectType: 'KalturaLiveStreamEntry',
    name: 'Benchmark',
    mediaType: 201,
    dvrStatus: 1,
    dvrWindow: 60,
    recordStatus: 2,
    recordingOptions: { shouldMakeHidden: true },
  },
  sourceType: '32',
};

type Addresses = {
  readonly address: string;
  /** Of node:http alone, in the same process. */
  readonly bareAddress: string;
};

/** An API on a core of its own, with a live stream and an admin's session. */
export class ApiUnderLoad {
  readonly address: string;
  readonly bareAddress: string;
  readonly ks: string;
  readonly entryId: string;
  readonly #process: ChildProcess;

  private constructor(
    process: ChildProcess,
    { address, bareAddress }: Addresses,
    { ks, entryId }: { readonly ks: string; readonly entryId: string },
  ) {
    this.#process = process;
    this.address = address;
    this.bareAddress = bareAddress;
    this.ks = ks;
    this.entryId = entryId;
  }

  static async start(): Promise<ApiUnderLoad> {
    const process = forkPinned(SERVER_CORE, '../api/api-server-process.ts', [
      String(ACCOUNT.partnerId),
      ACCOUNT.secret,
    ]);
    try {
      const addresses = await nextMessage<Addresses>(process, 'listening');
      const call = <T>(service: string, action: string, body: object) =>
        callApi<T>(addresses.address, service, action, body);
      const admin = { ...ACCOUNT, type: 2, userId: 'bench' };
      const ks = await call<string>('session', 'start', admin);
      const { id } = await call<{ readonly id: string }>('livestream', 'add', { ks, ...NEW_ENTRY });
      return new ApiUnderLoad(process, addresses, { ks, entryId: id });
    } catch (error) {
      await endChild(process, null);
      throw error;
    }
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  close(): Promise<void> {
    return endChild(this.#process, null);
  }
}

async function callApi<T>(
  address: string,
  service: string,
  action: string,
  body: object,
): Promise<T> {
  const response = await fetch(`${address}/api_v3/service/${service}/action/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, ...body }),
  });
  return (await response.json()) as T;
}
