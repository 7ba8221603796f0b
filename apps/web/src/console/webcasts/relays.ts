import { parseRelayTarget } from '@rostrum/contracts';
import type { PublishConfiguration } from '@rostrum/sdk';

/** A server that the webcast is sent on to. */
export type Relay = {
  /** `rtmp://live.example.com/app`. */
  readonly address: string;
  readonly backupAddress: string;
  /** The stream key; empty where the address has it. */
  readonly key: string;
  /** What an integration has set besides, which stays. */
  readonly others: PublishConfiguration;
};

export const NEW_RELAY: Relay = { address: '', backupAddress: '', key: '', others: {} };

/** What is wrong with where it is to be sent on; undefined where nothing is. */
export function relayProblem({ address, key, others }: Relay): string | undefined {
  if (address.trim() === '') return 'Enter the address of the server, or remove it.';
  if (!/^rtmps?:\/\/[^/\s]+/i.test(address.trim())) {
    return 'Enter an address that begins with rtmp:// or rtmps://.';
  }
  const parts = [address.trim().replace(/\/+$/, ''), others.applicationName, key.trim()];
  try {
    parseRelayTarget(parts.filter((part) => part).join('/'));
    return undefined;
  } catch {
    return 'Address and key together name a server, an application and a stream: rtmp://host/application, and the key.';
  }
}

export function relayOf(others: PublishConfiguration): Relay {
  const { publishUrl, backupPublishUrl, streamName } = others;
  return {
    address: publishUrl ?? '',
    backupAddress: backupPublishUrl ?? '',
    key: streamName ?? '',
    others,
  };
}

export function configurationsOf(relays: readonly Relay[]): readonly PublishConfiguration[] {
  return relays.map(({ address, backupAddress, key, others }) => ({
    ...others,
    objectType: 'KalturaLiveStreamPushPublishRTMPConfiguration',
    publishUrl: address.trim(),
    backupPublishUrl: backupAddress.trim(),
    streamName: key.trim(),
  }));
}
