import { describe, expect, it } from 'vitest';
import { EventRates } from './event-rates.ts';

describe('event rates', () => {
  it('let a hall of three thousand viewers tell behind one address', () => {
    const rates = new EventRates();
    for (let viewer = 0; viewer < 3000; viewer++) {
      for (let n = 0; n < 10; n++) {
        expect(rates.secondsToWait('192.0.2.1', `viewer-${viewer}`, n * 5_000)).toBe(0);
      }
    }
  });

  it('stop an address that makes up a session for each event, and no other address', () => {
    const rates = new EventRates();
    let admitted = 0;
    for (let n = 0; n < 40_000; n++) {
      if (rates.secondsToWait('192.0.2.1', `made-up-${n}`, 0) === 0) admitted++;
    }
    expect(admitted).toBe(30_000);
    expect(rates.secondsToWait('192.0.2.2', 'honest', 15_000)).toBe(0);
    expect(rates.secondsToWait('192.0.2.1', 'honest', 15_000)).toBe(45);
    expect(rates.secondsToWait('192.0.2.1', 'honest', 60_000)).toBe(0);
  });

  it('shut nobody out because others have made up more sessions than are counted', () => {
    const rates = new EventRates();
    for (let n = 0; n < 120_000; n++) {
      rates.secondsToWait(`192.0.2.${n % 6}`, `made-up-${n}`, 0);
    }
    expect(rates.secondsToWait('198.51.100.7', 'honest', 0)).toBe(0);
  });

  it('do not let somebody be silenced by whoever knows their session id', () => {
    const rates = new EventRates();
    for (let n = 0; n < 200; n++) rates.secondsToWait('192.0.2.1', 'known', 0);
    expect(rates.secondsToWait('192.0.2.1', 'known', 0)).toBe(60);
    expect(rates.secondsToWait('198.51.100.7', 'known', 0)).toBe(0);
  });

  it('begin anew when the clock is set back', () => {
    const rates = new EventRates();
    for (let n = 0; n < 121; n++) rates.secondsToWait('192.0.2.1', 's', 10_000_000);
    expect(rates.secondsToWait('192.0.2.1', 's', 0)).toBe(0);
  });
});
