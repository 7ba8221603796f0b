/** What the address of a watch page says: `/watch/0_ab12cd34#ks=…`. */
export type WatchAddress = {
  readonly webcastId: string;
  /** Empty for an anonymous viewer. It comes in the fragment, which browsers send to no server. */
  readonly session: string;
};

export function readWatchAddress({
  pathname,
  hash,
}: {
  readonly pathname: string;
  readonly hash: string;
}): WatchAddress {
  const [, webcastId = ''] = /^\/watch\/([^/]+)/.exec(pathname) ?? [];
  const session = new URLSearchParams(hash.replace(/^#/, '')).get('ks') ?? '';
  return { webcastId: decode(webcastId), session };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
