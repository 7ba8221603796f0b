import { askSignedIn, createClient, RostrumError, type SignedIn } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement } from 'lit';
import './console-notices.ts';
import './console-sign-in.ts';
import { failureState, isServerAway } from '../parts/failure-words.ts';
import { partStyles } from '../parts/part-styles.ts';
import type { ConsoleContext } from './console-context.ts';
import { ConsoleHistory } from './console-history.ts';
import type { ConsoleNotices } from './console-notices.ts';
import { frameBones, framePage, refusedPage, signInPage } from './frame-pages.ts';
import { frameStyles } from './frame-styles.ts';
import { PageOutlet } from './page-outlet.ts';
import { keepSession, keptSession, takeSessionFromAddress } from './session-keeper.ts';
import { type SignedOutReason, signedOutReasonOf } from './sign-in-words.ts';

type Door =
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | { readonly kind: 'checking' }
  | { readonly kind: 'unreachable'; readonly session: string; readonly error: RostrumError }
  /** A session that holds, and may do nothing here. */
  | { readonly kind: 'refused'; readonly who: SignedIn }
  | { readonly kind: 'open'; readonly context: ConsoleContext };

/** A server that is away is asked again after this long, ms. */
const RETRY_MS = 4000;

/** The console: who is signed in, which page is shown, and what stands around it. */
export class RostrumConsole extends LitElement {
  static override properties = { door: { state: true }, pageState: { state: true } };

  private declare door: Door;
  /** Counts what the outlet has changed. */
  private declare pageState: number;

  static override styles = [tokens, base, partStyles, frameStyles];

  #lifetime = new AbortController();
  #session = '';
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #history = new ConsoleHistory(() => void this.#follow());
  readonly #outlet = new PageOutlet(() => this.pageState++);

  constructor() {
    super();
    this.door = { kind: 'checking' };
    this.pageState = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const session = takeSessionFromAddress() ?? keptSession();
    this.#history.open(signal);
    addEventListener('hashchange', () => this.#takeLink(), { signal });
    addEventListener('online', () => this.#tryAgain(), { signal });
    if (session === null) this.door = { kind: 'signed-out', reason: 'new' };
    else void this.#enter(session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
    clearTimeout(this.#retry);
  }

  protected override render() {
    return html`${this.#content()}<console-notices></console-notices>`;
  }

  #content() {
    const { door } = this;
    switch (door.kind) {
      case 'checking':
        return frameBones();
      case 'signed-out':
        return signInPage(door.reason, (session) => this.#enter(session));
      case 'unreachable':
        return html`<main>${failureState(door.error, () => this.#tryAgain())}</main>`;
      case 'refused':
        return refusedPage(door.who, () => void this.#signOut());
      case 'open':
        return framePage({
          context: door.context,
          outlet: this.#outlet,
          signOut: () => void this.#signOut(),
        });
    }
  }

  /** @throws RostrumError where the session does not hold; then nothing has changed */
  async #enter(session: string): Promise<void> {
    const before = this.door;
    // Neither the form nor the words about a server that is away give way to a moment of nothing.
    if (before.kind === 'open') this.door = { kind: 'checking' };
    clearTimeout(this.#retry);
    let who: SignedIn;
    try {
      who = await askSignedIn(location.origin, session, { signal: this.#lifetime.signal });
    } catch (error) {
      if (this.#lifetime.signal.aborted) return;
      if (!(error instanceof RostrumError)) throw error;
      this.#couldNotEnter(session, error, before);
      return;
    }
    this.#session = session;
    keepSession(session);
    if (!mayRunWebcasts(who)) {
      this.door = { kind: 'refused', who };
      return;
    }
    this.door = { kind: 'open', context: this.#contextFor(who) };
    await this.#follow();
  }

  #couldNotEnter(session: string, error: RostrumError, before: Door): void {
    if (isServerAway(error)) {
      this.door = { kind: 'unreachable', session, error };
      this.#retry = setTimeout(() => this.#tryAgain(), RETRY_MS);
      return;
    }
    // Somebody who follows an old link stays signed in where they were.
    if (before.kind === 'open') {
      this.door = before;
      this.#notices?.show('That sign-in link does not hold any more.', 'warn');
      return;
    }
    keepSession(null);
    this.door = { kind: 'signed-out', reason: signedOutReasonOf(error) };
  }

  #contextFor(who: SignedIn): ConsoleContext {
    const client = createClient({
      serviceUrl: location.origin,
      partnerId: who.partnerId,
      session: this.#session,
      onFailure: (error) => this.#heardFailure(error, client),
    });
    const session = this.#session;
    return {
      client,
      serviceUrl: location.origin,
      session,
      who,
      may: (permission) => who.permissions.has(permission),
      navigate: (path, { isReplacing = false } = {}) => void this.#history.go(path, isReplacing),
      notify: (text, tone = 'good') => this.#notices?.show(text, tone),
      announce: (text) => this.#notices?.announce(text),
      setTitle: (title) => {
        document.title = title === '' ? 'Rostrum console' : `${title} · Rostrum console`;
      },
      holdLeaving: (ask) => this.#history.holdLeaving(ask),
    };
  }

  /** A session that has ended leads to the sign-in page; the page that one was on waits behind it as it is. */
  #heardFailure(error: RostrumError, client: ConsoleContext['client']): void {
    if (error.code !== 'INVALID_KS') return;
    if (this.door.kind !== 'open' || this.door.context.client !== client) return;
    keepSession(null);
    this.door = { kind: 'signed-out', reason: signedOutReasonOf(error) };
  }

  #takeLink(): void {
    const session = takeSessionFromAddress();
    if (session !== null) void this.#enter(session);
  }

  #tryAgain(): void {
    if (this.door.kind === 'unreachable') void this.#enter(this.door.session);
  }

  async #signOut(): Promise<void> {
    if (!(await this.#history.mayLeave())) return;
    const session = this.#session;
    keepSession(null);
    this.#session = '';
    this.#outlet.clear();
    this.door = { kind: 'signed-out', reason: 'signed-out' };
    const client = createClient({ serviceUrl: location.origin, partnerId: 0, session });
    // A server that can't be reached ends it by itself when its time is over.
    await client.session.end().catch(() => {});
  }

  async #follow(): Promise<void> {
    if (this.door.kind !== 'open') return;
    const hasMoved = await this.#outlet.show(this.#history.place, this.door.context);
    if (!hasMoved) return;
    scrollTo({ top: 0, behavior: 'instant' });
    await this.updateComplete;
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  get #notices(): ConsoleNotices | null {
    return this.renderRoot.querySelector('console-notices');
  }
}

/** A viewer's session holds, but there is nothing in the console for it. */
function mayRunWebcasts({ permissions }: SignedIn): boolean {
  return ['LIVE_STREAM_UPDATE', 'LIVE_STREAM_ADD', 'CONTENT_MANAGE_BASE', 'ADMIN_BASE'].some(
    (name) => permissions.has(name),
  );
}

customElements.define('rostrum-console', RostrumConsole);
