import { decodePlayerEvent } from '../../beacons/decode-player-event.ts';
import type { EventIntake } from '../../beacons/event-intake.ts';
import { claimOfLiveStats, claimOfStats } from '../../beacons/legacy-events.ts';
import type { Clock } from '../../ports.ts';
import type { RawObject } from '../../schema/parameters.ts';
import type { LiveStatsEventValue, StatsEventValue } from '../../schema/player-event.ts';
import type { Call } from '../../session/call.ts';

/** Takes what players tell. They need no session, and are answered before it is stored. */
export class PlayerEventService {
  readonly #intake: EventIntake;
  readonly #clock: Clock;

  constructor(intake: EventIntake, clock: Clock) {
    this.#intake = intake;
    this.#clock = clock;
  }

  /** @param sent everything that came, as KAVA sends it: flat */
  async track(call: Call, sent: RawObject) {
    await this.#intake.take(call, decodePlayerEvent(sent));
    return { time: Math.floor(this.#clock.nowMs() / 1000), viewEventsEnabled: true };
  }

  async collectStats(call: Call, { event }: { readonly event: StatsEventValue }): Promise<boolean> {
    const claim = claimOfStats(event);
    if (claim !== null) await this.#intake.take(call, claim);
    return true;
  }

  async collectLiveStats(
    call: Call,
    { event }: { readonly event: LiveStatsEventValue },
  ): Promise<boolean> {
    await this.#intake.take(call, claimOfLiveStats(event));
    return true;
  }
}
