import { describe, expect, it } from 'vitest';
import { readWatchAddress } from './watch-address.ts';

describe('the address of a watch page', () => {
  it('names the webcast in its path and carries the session in its fragment', () => {
    expect(readWatchAddress({ pathname: '/watch/0_ab12cd34', hash: '#ks=djJ8MTAw' })).toEqual({
      webcastId: '0_ab12cd34',
      session: 'djJ8MTAw',
    });
  });

  it('belongs to an anonymous viewer without a session', () => {
    expect(readWatchAddress({ pathname: '/watch/0_ab12cd34/', hash: '' }).session).toBe('');
  });

  it('survives an address that is badly encoded', () => {
    expect(readWatchAddress({ pathname: '/watch/%E0%A4%A', hash: '' }).webcastId).toBe('%E0%A4%A');
  });
});
