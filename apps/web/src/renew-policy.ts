const KEY = 'rostrum-renewed-for';

export type RenewalPage = {
  readonly document: Pick<Document, 'addEventListener'>;
  readonly location: Pick<Location, 'pathname' | 'reload'>;
  /** Throws where browsers keep it from the page: in a frame of another site. */
  readonly memory: () => Pick<Storage, 'getItem' | 'setItem'>;
  /** Whether it has been loaded again already, by itself or by hand. */
  readonly isReloaded: boolean;
};

/** The page that this runs in. */
export function thisPage(): RenewalPage {
  const [navigation] = performance.getEntriesByType('navigation');
  const isReloaded = (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
  return { document, location, memory: () => sessionStorage, isReloaded };
}

/**
 * A page may load from the servers that its stream was known to come from when it was opened. A stream that has come to
 * others since is one that the server knows of by now: the page is loaded again for the newer policy, once for each
 * server, unless it was opened for something else. Where nothing can be remembered, it is loaded again once.
 */
export function renewPolicy({ document, location, memory, isReloaded }: RenewalPage): void {
  const openedFor = location.pathname;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== 'connect-src' && effectiveDirective !== 'media-src') return;
    const origin = URL.parse(blockedURI)?.origin;
    if (origin === undefined) return;
    const key = `${origin}${location.pathname}`;
    try {
      const renewed = (memory().getItem(KEY) ?? '').split(' ');
      if (openedFor === location.pathname && renewed.includes(key)) return;
      memory().setItem(KEY, [...new Set([...renewed, key])].join(' ').trim());
    } catch {
      if (isReloaded) return;
    }
    location.reload();
  });
}
