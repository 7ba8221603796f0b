import { createHash } from 'node:crypto';
import { parseRelayTarget, type RelayTargetSettings } from '@rostrum/contracts';
import { ApiError } from '../errors/api-error.ts';
import type {
  LiveStreamEntryValue,
  LiveStreamPushPublishRTMPConfigurationValue,
} from '../schema/live-stream-entry.ts';

/** Servers that a webcast may be sent on to, each with a backup address: more would be a network of its own. */
const MAX_CONFIGURATIONS = 8;

const TYPE = 'KalturaLiveStreamPushPublishRTMPConfiguration';

/** Where a webcast is sent on to while it is on air; nowhere unless it is switched on. */
export function relayTargetsOf({
  pushPublishEnabled,
  publishConfigurations,
}: LiveStreamEntryValue): readonly RelayTargetSettings[] {
  if (pushPublishEnabled !== 1) return [];
  const targets = new Map<string, RelayTargetSettings>();
  for (const configuration of publishConfigurations ?? []) {
    const { userId, password }: LiveStreamPushPublishRTMPConfigurationValue = configuration;
    const login = userId && password ? { login: { user: userId, password } } : {};
    for (const url of urlsOf(configuration)) {
      if (!targets.has(url)) targets.set(url, { id: relayIdOf(url), url, ...login });
    }
  }
  return [...targets.values()];
}

/** The same for the same address: what is reported of a relay is found again by it, without showing the address. */
export function relayIdOf(url: string): string {
  return createHash('sha256').update(url).digest('hex').slice(0, 12);
}

/** @throws ApiError for a configuration that nothing could be sent to */
export function refuseImpossibleRelays({ publishConfigurations }: LiveStreamEntryValue): void {
  if ((publishConfigurations?.length ?? 0) > MAX_CONFIGURATIONS) {
    const name = 'KalturaLiveStreamEntry::publishConfigurations';
    throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', name, MAX_CONFIGURATIONS);
  }
  for (const configuration of publishConfigurations ?? []) refuseImpossible(configuration);
}

function refuseImpossible(configuration: LiveStreamPushPublishRTMPConfigurationValue): void {
  refuseImpossibleLogin(configuration);
  const urls = urlsOf(configuration);
  if (urls.length === 0) {
    throw new ApiError('PROPERTY_VALIDATION_CANNOT_BE_NULL', `${TYPE}::publishUrl`);
  }
  for (const url of urls) {
    try {
      parseRelayTarget(url);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const format = `an address to publish to: ${error.message}`;
      throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', `${TYPE}::publishUrl`, format);
    }
  }
}

/** A name stands among parameters as it is: servers don't decode it. */
const NAME = /^[^\s&?#=]{1,128}$/;
const MAX_PASSWORD_CHARACTERS = 256;

function refuseImpossibleLogin({
  userId,
  password,
}: LiveStreamPushPublishRTMPConfigurationValue): void {
  if (!userId && !password) return;
  const refuse = (name: string, format: string): never => {
    throw new ApiError('PROPERTY_VALIDATION_WRONG_FORMAT', `${TYPE}::${name}`, format);
  };
  if (!NAME.test(userId ?? '')) {
    refuse('userId', 'a name of at most 128 characters, without spaces, &, ?, # and =');
  }
  if (!password) refuse('password', 'set where userId is');
  if ((password?.length ?? 0) > MAX_PASSWORD_CHARACTERS) {
    refuse('password', `at most ${MAX_PASSWORD_CHARACTERS} characters`);
  }
}

/** The address may be whole, or come in parts: a server, its port, an application, a stream name. */
function urlsOf(configuration: LiveStreamPushPublishRTMPConfigurationValue): readonly string[] {
  const { publishUrl, backupPublishUrl } = configuration;
  return [publishUrl, backupPublishUrl].flatMap((url) =>
    url ? [wholeUrl(url.trim(), configuration)] : [],
  );
}

function wholeUrl(
  url: string,
  { port, applicationName, streamName }: LiveStreamPushPublishRTMPConfigurationValue,
): string {
  const [, origin = url, rest = ''] = /^([a-z]+:\/\/[^/]+)(.*)$/i.exec(url) ?? [];
  const server = port && !/:\d+$/.test(origin) ? `${origin}:${port}` : origin;
  const parts = [`${server}${rest}`.replace(/\/+$/, ''), applicationName, streamName];
  return parts.filter((part) => part).join('/');
}
