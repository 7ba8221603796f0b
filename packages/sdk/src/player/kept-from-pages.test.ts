import { describe, expect, it } from 'vitest';
import { isKeptFromPages } from './kept-from-pages.ts';

/** What a browser makes of a server, by the mode of the request. */
function browser(answers: { readonly [mode in 'cors' | 'no-cors']: boolean }) {
  const request = async (_url: string | URL | Request, options?: RequestInit) => {
    if (answers[options?.mode as 'cors' | 'no-cors']) return new Response('#EXTM3U');
    throw new TypeError('Failed to fetch');
  };
  return request as typeof fetch;
}

describe('a stream', () => {
  const URL = 'https://cdn.example.com/index.m3u8';

  it('is kept from pages where its server is there and they may not read it', async () => {
    expect(await isKeptFromPages(URL, browser({ 'no-cors': true, cors: false }))).toBe(true);
  });

  it('is not kept from them where its server is away, or has just come back', async () => {
    expect(await isKeptFromPages(URL, browser({ 'no-cors': false, cors: false }))).toBe(false);
    expect(await isKeptFromPages(URL, browser({ 'no-cors': true, cors: true }))).toBe(false);
  });
});
