import { PLAYER_EVENT_DAYS } from '../../beacons/player-event-retention.ts';
import { quotaStateOf } from '../../recording/quota.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import { Storage, type StorageValue } from '../../schema/storage.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { StorageStore } from '../../store/recording/storage-store.ts';

export type StorageServices = { readonly storage: StorageStore };

/** How much an account keeps, how much it may, and for how long. */
export class StorageService {
  readonly #services: StorageServices;

  constructor(services: StorageServices) {
    this.#services = services;
  }

  async get(call: Call) {
    const { storage } = this.#services;
    const { partnerId } = sessionOf(call);
    const [rule, usedBytes, recordingCount] = await Promise.all([
      storage.ruleOf(partnerId),
      storage.usedBytesOf(partnerId),
      storage.recordingCountOf(partnerId),
    ]);
    return {
      objectType: Storage.name,
      usedBytes,
      recordingCount,
      quotaBytes: rule.quotaBytes,
      retentionDays: rule.retentionDays,
      playerEventDays: rule.playerEventDays ?? PLAYER_EVENT_DAYS,
      isFull: quotaStateOf(usedBytes, rule.quotaBytes) === 'full',
    };
  }

  /** Only what was sent changes; null takes a limit away, or brings back what is usual. */
  async update(call: Call, { storage: sent }: { readonly storage: StorageValue }) {
    checkProperties(Storage, sent, { purpose: 'update', isAdmin: true });
    const { quotaBytes, retentionDays, playerEventDays } = sent;
    await this.#services.storage.changeRule(sessionOf(call).partnerId, {
      ...(quotaBytes === undefined ? {} : { quotaBytes }),
      ...(retentionDays === undefined ? {} : { retentionDays }),
      ...(playerEventDays === undefined ? {} : { playerEventDays }),
    });
    return this.get(call);
  }
}
