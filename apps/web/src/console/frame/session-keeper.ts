/** Where a refresh finds the session again; a tab that is closed forgets it. */
const STORED_AS = 'rostrum-console-session';

/** The session that the address carries (`#ks=…`), which is taken out of the address at once; null where none does. */
export function takeSessionFromAddress(): string | null {
  const parts = location.hash.replace(/^#/, '').split('&');
  const found = parts.find((part) => part.startsWith('ks='));
  if (found === undefined) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return decode(found.slice('ks='.length));
}

/** Storage may be switched off: then the session lasts as long as the page. */
export function keptSession(): string | null {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

export function keepSession(session: string | null): void {
  try {
    if (session === null) sessionStorage.removeItem(STORED_AS);
    else sessionStorage.setItem(STORED_AS, session);
  } catch {
    // Nothing to keep it in.
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
