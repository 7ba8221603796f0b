import { randomUUID } from 'node:crypto';
import type { PublishDecision, PublishRefusalCode, PublishRequest } from '@rostrum/contracts';
import type { Log } from '../ports.ts';
import { isSameSecret } from '../session/compare-secrets.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';
import { channelSettingsOf, hasEncoders } from './webcast.ts';

/** Answers an encoder's question whether it may publish. Never throws: what goes wrong is a refusal. */
export async function decidePublish(
  entries: EntriesStore,
  log: Log,
  request: PublishRequest,
): Promise<PublishDecision> {
  try {
    const record = await entries.findWebcast(request.webcastId);
    // Compared in any case, so that the time tells nobody which webcasts exist.
    const isRight = isSameSecret(request.streamToken, record?.webcast.streamToken ?? randomUUID());
    if (record === null || !hasEncoders(record.webcast)) {
      return refusal('unknown-webcast', `There is no webcast ${request.webcastId}`);
    }
    if (!isRight) return refusal('wrong-token', 'The stream key does not belong to this webcast');
    return { isAllowed: true, settings: channelSettingsOf(record.webcast) };
  } catch (error) {
    log.error(
      { webcastId: request.webcastId, error: String(error) },
      'an encoder could not be checked',
    );
    return refusal('unavailable', 'The server cannot check the stream key now: try again');
  }
}

function refusal(code: PublishRefusalCode, message: string): PublishDecision {
  return { isAllowed: false, code, message };
}
