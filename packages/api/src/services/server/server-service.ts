import type { StandingAlert } from '../../health/alert-book.ts';
import type { ServerWatch } from '../../health/server-watch.ts';
import type { Server } from '../../ports.ts';
import { type Call, sessionOf } from '../../session/call.ts';

/** How the server does, for its operator, and for accounts as far as it concerns them. */
export class ServerService {
  readonly #server: Server;
  readonly #watch: ServerWatch;

  constructor(server: Server, watch: ServerWatch) {
    this.#server = server;
    this.#watch = watch;
  }

  async getState(call: Call): Promise<object> {
    const { partnerId } = sessionOf(call);
    const isOperator = call.permissions.has('MANAGE_ACCOUNTS');
    const { alerts, onAir } = await this.#watch.look();
    const concerned = alerts.filter(
      ({ concerns }) => isOperator || concerns === 'everybody' || concerns === partnerId,
    );
    return {
      objectType: 'RostrumServerState',
      version: this.#server.version,
      alerts: concerned.map(toAlert),
      liveStreams: onAir.get(partnerId) ?? 0,
      ...(isOperator ? this.#machine() : {}),
    };
  }

  #machine(): object {
    const { http, media, rtmp, rtmps } = this.#server.ports();
    const store = this.#server.storeHealth();
    return {
      processes: this.#server.processes().map(({ name, pid, isReady }) => ({
        objectType: 'RostrumServerProcess',
        ...{ name, pid, isReady },
      })),
      httpPort: http ?? null,
      mediaPort: media ?? null,
      rtmpPort: rtmp ?? null,
      rtmpsPort: rtmps ?? null,
      diskFreeBytes: store?.diskFreeBytes ?? null,
      diskSizeBytes: store?.diskSizeBytes ?? null,
    };
  }
}

function toAlert({ code, severity, message, advice, entryId, sinceMs }: StandingAlert): object {
  return {
    objectType: 'RostrumServerAlert',
    ...{ code, severity, message, advice },
    entryId: entryId ?? null,
    since: Math.floor(sinceMs / 1000),
  };
}
