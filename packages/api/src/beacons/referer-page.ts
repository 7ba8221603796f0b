import { cleanText } from './clean-text.ts';

const MAX_LENGTH = 512;
/** Beyond this nobody's address goes on. */
const MAX_SENT_LENGTH = 4096;

/**
 * The page that a player stands in: its address without query and fragment, which are where applications put sessions
 * and names. Players send it in Base64.
 *
 * @returns null where it is no address of a page
 */
export function refererPage(sent: string): string | null {
  if (sent.length > MAX_SENT_LENGTH) return null;
  const address = ADDRESS.test(sent) ? sent : Buffer.from(sent, 'base64').toString('utf8');
  if (!ADDRESS.test(address) || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return cleanText(`${origin}${pathname}`, MAX_LENGTH);
}

const ADDRESS = /^https?:\/\//i;
