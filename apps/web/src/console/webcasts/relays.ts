import { parseRelayTarget } from '@rostrum/contracts';
import type { PublishConfiguration } from '@rostrum/sdk';

/** A server that the webcast is sent on to. */
export type Relay = {
  /** `rtmp://live.example.com/app`. */
  readonly address: string;
  readonly backupAddress: string;
  /** The stream key; empty where the address has it. */
  readonly key: string;
  /** Empty where the server asks nobody for a name. */
  readonly user: string;
  readonly password: string;
  /** What an integration has set besides, which stays. */
  readonly others: PublishConfiguration;
};

export const NEW_RELAY: Relay = {
  address: '',
  backupAddress: '',
  key: '',
  user: '',
  password: '',
  others: {},
};

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

/** What is wrong with who publishes there; undefined where nothing is. */
export function loginProblem({ user, password }: Relay): string | undefined {
  if (user.trim() === '' && password === '') return undefined;
  if (user.trim() === '') return 'Enter the user name that belongs to the password.';
  if (/[\s&?#=]/.test(user.trim())) return 'A user name has no spaces, and none of & ? # =.';
  return password === '' ? 'Enter the password that belongs to the user name.' : undefined;
}

export function relayOf(others: PublishConfiguration): Relay {
  const { publishUrl, backupPublishUrl, streamName, userId, password } = others;
  return {
    address: publishUrl ?? '',
    backupAddress: backupPublishUrl ?? '',
    key: streamName ?? '',
    user: userId ?? '',
    password: password ?? '',
    others,
  };
}

export function configurationsOf(relays: readonly Relay[]): readonly PublishConfiguration[] {
  return relays.map(({ address, backupAddress, key, user, password, others }) => ({
    ...others,
    objectType: 'KalturaLiveStreamPushPublishRTMPConfiguration',
    publishUrl: address.trim(),
    backupPublishUrl: backupAddress.trim(),
    streamName: key.trim(),
    userId: user.trim(),
    password,
  }));
}
