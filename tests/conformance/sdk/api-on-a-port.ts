import { ACCOUNT, ApiForTests } from '../../../packages/api/src/api-for-tests.ts';
import type { DatabaseAddress } from '../../../packages/api/src/store/open-database.ts';
import { createClient, signedSessions } from '../../../packages/sdk/src/index.ts';

/** The API on a port of its own, with the clock of the day: what the SDK meets in the world. */
export class ApiOnAPort {
  readonly api: ApiForTests;
  readonly serviceUrl: string;

  private constructor(api: ApiForTests, serviceUrl: string) {
    this.api = api;
    this.serviceUrl = serviceUrl;
  }

  static async open(database: DatabaseAddress): Promise<ApiOnAPort> {
    const api = await ApiForTests.open(database);
    Object.defineProperty(api.clock, 'now', { get: () => Date.now() });
    const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
    return new ApiOnAPort(api, address);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** A client of an admin, who signs sessions here. */
  adminClient() {
    const { serviceUrl } = this;
    const { partnerId, adminSecret: secret } = ACCOUNT;
    const session = signedSessions({ partnerId, secret, isAdmin: true, userId: 'the-admin' });
    return createClient({ serviceUrl, partnerId, session });
  }

  clientWith(session: string | null) {
    const { serviceUrl } = this;
    const { partnerId } = ACCOUNT;
    return createClient({ serviceUrl, partnerId, ...(session === null ? {} : { session }) });
  }
}
