/**
 * Where this code was loaded from: the server itself, for a page that uses the server's own script. Empty where it was
 * not loaded over HTTP.
 */
export function scriptOrigin(): string {
  const { protocol, origin } = new URL(import.meta.url);
  return protocol === 'https:' || protocol === 'http:' ? origin : '';
}
