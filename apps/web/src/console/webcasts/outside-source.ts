import type { LiveStreamConfiguration, LiveStreamEntry } from '@rostrum/sdk';

/** Where somebody else's server has the stream. */
export type OutsideSource = {
  readonly url: string;
  readonly backupUrl: string;
  /** By other protocols, and further ones: what an integration has set, which stays. */
  readonly others: readonly LiveStreamConfiguration[];
};

export const NO_SOURCE: OutsideSource = { url: '', backupUrl: '', others: [] };

const HLS: readonly (string | undefined)[] = ['hls', 'applehttp', 'applehttp_to_mc', 'auto'];

export function outsideSourceOf(entry: LiveStreamEntry): OutsideSource {
  const all = entry.liveStreamConfigurations ?? [];
  const own = all.find(({ protocol }) => HLS.includes(protocol));
  return {
    url: own?.url ?? entry.hlsStreamUrl ?? '',
    backupUrl: own?.backupUrl ?? '',
    others: all.filter((each) => each !== own),
  };
}

/** What the server is told: of the two properties that can hold the address, one. */
export function wireOfSource({ url, backupUrl, others }: OutsideSource) {
  const own: LiveStreamConfiguration = {
    objectType: 'KalturaLiveStreamConfiguration',
    protocol: 'applehttp',
    url: url.trim(),
    ...(backupUrl.trim() === '' ? {} : { backupUrl: backupUrl.trim() }),
  };
  return { liveStreamConfigurations: [own, ...others], hlsStreamUrl: '' };
}

/** What is wrong with an address; undefined where nothing is. */
export function outsideUrlProblem(url: string): string | undefined {
  const address = URL.parse(url.trim());
  if (address?.protocol === 'https:' || address?.protocol === 'http:') return undefined;
  return 'Enter the address of an HLS playlist: it begins with https:// or http://.';
}
