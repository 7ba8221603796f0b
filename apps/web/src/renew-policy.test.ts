import { describe, expect, it } from 'vitest';
import { renewPolicy } from './renew-policy.ts';

/** A page whose policy stops things, and what it remembers. */
function openPage(
  remembered: Map<string, string> | null,
  pathname = '/watch/0_ab12cd34',
  isReloaded = false,
) {
  let reloads = 0;
  let listen: (event: SecurityPolicyViolationEvent) => void = () => {};
  const document = {
    addEventListener: (_name: string, listener: unknown) => {
      listen = listener as typeof listen;
    },
  };
  const memory = () => {
    if (remembered === null) throw new DOMException('Access is denied', 'SecurityError');
    return {
      getItem: (name: string) => remembered.get(name) ?? null,
      setItem: (name: string, value: string) => void remembered.set(name, value),
    };
  };
  const location = {
    pathname,
    reload: () => {
      reloads += 1;
    },
  };
  renewPolicy({ document, location, memory, isReloaded });
  return {
    goTo(other: string) {
      location.pathname = other;
    },
    block(blockedURI: string, effectiveDirective = 'connect-src') {
      listen({ blockedURI, effectiveDirective } as SecurityPolicyViolationEvent);
      return reloads;
    },
  };
}

describe('a page', () => {
  it('is loaded again where its stream has come to a server that its policy does not know', () => {
    const remembered = new Map<string, string>();
    expect(openPage(remembered).block('https://cdn.example.com/a/index.m3u8')).toBe(1);
    // What a newer policy does not allow either is not tried for ever.
    const page = openPage(remembered);
    expect(page.block('https://cdn.example.com/a/index.m3u8')).toBe(0);
    expect(page.block('https://other.example.com/b.ts', 'media-src')).toBe(1);
  });

  it('is loaded again where it was opened for another webcast', () => {
    const remembered = new Map<string, string>();
    for (let time = 0; time < 2; time++) {
      const page = openPage(remembered, '/console');
      page.goTo('/console/webcasts/0_ab12cd34');
      expect(page.block('https://cdn.example.com/a/index.m3u8')).toBe(1);
      const again = openPage(remembered, '/console/webcasts/0_ab12cd34');
      expect(again.block('https://cdn.example.com/a/index.m3u8')).toBe(0);
    }
  });

  it('is loaded again once where browsers let it remember nothing', () => {
    const address = 'https://cdn.example.com/a/index.m3u8';
    expect(openPage(null).block(address)).toBe(1);
    expect(openPage(null, undefined, true).block(address)).toBe(0);
  });

  it('stays as it is for anything else that was stopped', () => {
    const page = openPage(new Map());
    expect(page.block('https://cdn.example.com/script.js', 'script-src-elem')).toBe(0);
    expect(page.block('inline')).toBe(0);
  });
});
