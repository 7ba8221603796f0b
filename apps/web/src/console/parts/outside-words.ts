import type { OutsideAddress } from '@rostrum/sdk';

export type OutsideReading = {
  readonly tone: 'good' | 'warn';
  readonly word: string;
  /** What there is to know or to do; empty where all is well. */
  readonly text: string;
};

/** How an address of somebody else's stream does, in words. @param pageProtocol `https:` or `http:` */
export function outsideReading(seen: OutsideAddress, pageProtocol: string): OutsideReading {
  if (!seen.isLive) return { tone: 'warn', word: 'Not live', text: seen.message };
  if (pageProtocol === 'https:' && seen.url.startsWith('http:')) {
    return {
      tone: 'warn',
      word: 'Live, but not by https',
      text: 'Browsers play nothing by http on a page that comes by https: give its https address.',
    };
  }
  if (seen.isReadableByPages === false) {
    return {
      tone: 'warn',
      word: 'Live, but kept from pages',
      text: 'Its server does not let other sites read it: browsers will not play it here. It has to send Access-Control-Allow-Origin (CORS).',
    };
  }
  return { tone: 'good', word: 'Live', text: delayText(seen.segmentMs) };
}

/** Players keep three segments of distance. */
function delayText(segmentMs: number | null): string {
  if (segmentMs === null) return '';
  return `Viewers are about ${Math.round((3 * segmentMs) / 1000)} s behind: its segments last ${Math.round(segmentMs / 100) / 10} s.`;
}
