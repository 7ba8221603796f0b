/** Longer than this nobody waits for an explanation, ms. */
const TIMEOUT_MS = 5_000;

/**
 * Whether a server answers and yet does not let this page read the answer (CORS). A browser tells a page neither from
 * the other; but a request that does not want to read succeeds where the server is there.
 */
export async function isKeptFromPages(
  url: string,
  request: typeof fetch = fetch,
): Promise<boolean> {
  const answers = async (mode: 'cors' | 'no-cors') => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const options = { mode, signal, cache: 'no-store', credentials: 'omit' } as const;
    try {
      const response = await request(url, options);
      await response.body?.cancel();
      return true;
    } catch {
      return false;
    }
  };
  // Once more as a page reads it: the server may just have come back.
  return (await answers('no-cors')) && !(await answers('cors'));
}
