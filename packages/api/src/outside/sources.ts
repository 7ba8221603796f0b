import type { Webcast } from '../live/webcast.ts';
import { hasEncoders } from '../live/webcast.ts';

/** Two names of one thing, and those by which it is asked for without saying what. */
const HLS: readonly (string | null | undefined)[] = ['hls', 'applehttp', 'applehttp_to_mc'];
const ANY: readonly (string | null | undefined)[] = ['auto', '', null, undefined];

/**
 * The addresses at which somebody else's servers have a webcast as HLS, in the order in which they are tried: of each
 * configuration the address before its backup. Empty where it comes from encoders here.
 */
export function outsideAddressesOf(webcast: Webcast): readonly string[] {
  if (hasEncoders(webcast)) return [];
  const { liveStreamConfigurations, hlsStreamUrl } = webcast.properties;
  const configured = (liveStreamConfigurations ?? [])
    .filter(({ protocol }) => HLS.includes(protocol) || ANY.includes(protocol))
    .flatMap(({ url, backupUrl }) => [url, backupUrl]);
  return [...new Set([...configured, hlsStreamUrl].filter((url) => url))] as readonly string[];
}

/** Whether `isLive` can be answered for a protocol: only HLS is looked at. */
export function isKnownOutside(webcast: Webcast, protocol: string | null): boolean {
  if (!HLS.includes(protocol) && !ANY.includes(protocol)) return false;
  return outsideAddressesOf(webcast).length > 0;
}
