import type { AppTokenService } from '../services/app-token-service.ts';
import type { LiveStreamService } from '../services/live-stream-service.ts';
import type { SessionService } from '../services/session-service.ts';
import type { SystemService } from '../services/system-service.ts';

/** What carries the actions out. */
export type Services = {
  readonly session: SessionService;
  readonly appToken: AppTokenService;
  readonly liveStream: LiveStreamService;
  readonly system: SystemService;
};
