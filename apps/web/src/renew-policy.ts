const KEY = 'rostrum-renewed-for';

/**
 * A page may load from the servers that its stream was known to come from when it was opened. A stream that has come to
 * others since is one that the server knows of by now: the page is loaded again for the newer policy, once for each
 * server, unless it was opened for something else.
 */
export function renewPolicy(
  page: Pick<Document, 'addEventListener'>,
  memory: Pick<Storage, 'getItem' | 'setItem'>,
  location: Pick<Location, 'pathname' | 'reload'>,
): void {
  const openedFor = location.pathname;
  page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== 'connect-src' && effectiveDirective !== 'media-src') return;
    const origin = URL.parse(blockedURI)?.origin;
    if (origin === undefined) return;
    const key = `${origin}${location.pathname}`;
    const renewed = (memory.getItem(KEY) ?? '').split(' ');
    if (openedFor === location.pathname && renewed.includes(key)) return;
    memory.setItem(KEY, [...new Set([...renewed, key])].join(' ').trim());
    location.reload();
  });
}
