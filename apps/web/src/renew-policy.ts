const KEY = 'rostrum-renewed-for';

/**
 * A page may load from the servers that its stream was known to come from when the page was opened. A stream that has
 * come to others since is one that the server knows of by now: the page is loaded again for the newer policy, once for
 * each server.
 */
export function renewPolicy(
  page: Pick<Document, 'addEventListener'>,
  memory: Pick<Storage, 'getItem' | 'setItem'>,
  reload: () => void,
): void {
  page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== 'connect-src' && effectiveDirective !== 'media-src') return;
    const origin = URL.parse(blockedURI)?.origin;
    const renewed = (memory.getItem(KEY) ?? '').split(' ');
    if (origin === undefined || renewed.includes(origin)) return;
    memory.setItem(KEY, [...renewed, origin].join(' ').trim());
    reload();
  });
}
