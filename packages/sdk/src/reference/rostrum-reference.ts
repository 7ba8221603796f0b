import type { ApiReference } from '@rostrum/contracts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icons } from '../elements/icons.ts';
import { base, tokens } from '../elements/tokens.ts';
import { type CallObject, firstValues } from './call-values.ts';
import { layoutStyles } from './layout-styles.ts';
import { loadReference } from './load-reference.ts';
import {
  actionName,
  readReferenceAddress,
  sectionOf,
  titleOf,
  viewAt,
} from './reference-address.ts';
import { type ActionEntry, ReferenceIndex } from './reference-index.ts';
import { failurePage, loadingPage } from './reference-states.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';
import { askSessionFacts, type TrySession } from './try-session.ts';

type Loading =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'there'; readonly index: ReferenceIndex };

/**
 * The reference of a server's API, whole: a list, a page for everything in it, and a form for each action. Where it is
 * stands in the fragment of the page's address; a session may come there too (`#ks=…`), and is taken out of it at once.
 *
 * @fires rostrum-change the page shows something else; `detail` is `{ title }`
 */
export class RostrumReference extends LitElement {
  static override properties = {
    serviceUrl: { attribute: 'service-url' },
    loading: { state: true },
    target: { state: true },
    session: { state: true },
    values: { state: true },
    isNarrow: { state: true },
  };

  /** Where the server is: `https://live.example.com`. */
  declare serviceUrl: string;
  private declare loading: Loading;
  private declare target: string;
  private declare session: TrySession | null;
  /** What the forms hold, by the names of their actions. */
  private declare values: { readonly [action: string]: CallObject };
  private declare isNarrow: boolean;

  #lifetime = new AbortController();

  static override styles = [tokens, base, referenceStyles, fieldStyles, layoutStyles];

  constructor() {
    super();
    this.serviceUrl = '';
    this.loading = { status: 'loading' };
    this.target = '';
    this.session = null;
    this.values = {};
    this.isNarrow = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const narrow = matchMedia('(width < 900px)');
    this.isNarrow = narrow.matches;
    narrow.addEventListener('change', () => this.#resize(narrow.matches), { signal });
    addEventListener('hashchange', () => this.#follow(true), { signal });
    addEventListener('online', () => this.#loadAgain(), { signal });
    addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#follow(false);
    if (this.hasUpdated && this.loading.status !== 'there') void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('serviceUrl') && this.serviceUrl !== '') void this.#load();
    if (changed.has('target') || changed.has('loading')) this.#tellTitle();
  }

  protected override render() {
    switch (this.loading.status) {
      case 'loading':
        return loadingPage(this.isNarrow);
      case 'failed':
        return failurePage(!navigator.onLine, () => this.#loadAgain());
      case 'there':
        return this.#page(this.loading.index);
    }
  }

  #page(index: ReferenceIndex): TemplateResult {
    const view = viewAt(this.target, index);
    const isAction = view.kind === 'action';
    return html`
      <div class=${isAction ? 'layout with-form' : 'layout'}>
        ${this.isNarrow ? this.#menu(index) : html`<aside>${this.#list(index)}</aside>`}
        <main class="page" tabindex="-1">${this.#content(index)}</main>
        ${isAction ? html`<section class="form" aria-label="Try it">${this.#form(index, view.entry)}</section>` : nothing}
      </div>
    `;
  }

  #content(index: ReferenceIndex): TemplateResult {
    const view = viewAt(this.target, index);
    switch (view.kind) {
      case 'action':
        return html`<rostrum-reference-action
          class="content"
          .serviceUrl=${this.serviceUrl}
          .partnerId=${this.session?.facts?.partnerId ?? 100}
          .index=${index}
          .entry=${view.entry}
          .values=${this.#valuesOf(view.entry)}
        ></rostrum-reference-action>`;
      case 'type':
        return html`<rostrum-reference-type
          class="content"
          .index=${index}
          .name=${view.type.name}
        ></rostrum-reference-type>`;
      case 'enum':
        return html`<rostrum-reference-type
          class="content"
          .index=${index}
          .name=${view.enumeration.name}
        ></rostrum-reference-type>`;
      case 'compatibility':
        return html`<rostrum-reference-compatibility
          class="content"
          .index=${index}
        ></rostrum-reference-compatibility>`;
      default:
        return html`<rostrum-reference-overview
          class="content"
          .serviceUrl=${this.serviceUrl}
          .index=${index}
          .view=${view}
        ></rostrum-reference-overview>`;
    }
  }

  #list(index: ReferenceIndex): TemplateResult {
    return html`<rostrum-reference-list
      .index=${index}
      .target=${this.target}
      .section=${sectionOf(viewAt(this.target, index))}
      @rostrum-chosen=${() => this.#closeMenu()}
    ></rostrum-reference-list>`;
  }

  #menu(index: ReferenceIndex): TemplateResult {
    return html`
      <nav class="bar" aria-label="Menu">
        <button class="button" type="button" aria-haspopup="dialog" @click=${() => this.#openMenu()}>
          ${icons.search} Find
        </button>
        <span class="where">${titleOf(viewAt(this.target, index))}</span>
      </nav>
      <dialog aria-label="Find in the reference">
        <div class="dialog-head">
          <button class="button small" type="button" @click=${() => this.#closeMenu()}>Close</button>
        </div>
        ${this.#list(index)}
      </dialog>
    `;
  }

  #form(index: ReferenceIndex, entry: ActionEntry): TemplateResult {
    return html`<rostrum-reference-try
      .serviceUrl=${this.serviceUrl}
      .index=${index}
      .entry=${entry}
      .values=${this.#valuesOf(entry)}
      .session=${this.session}
      @rostrum-values=${(event: CustomEvent<CallObject>) => {
        this.values = { ...this.values, [actionName(entry)]: event.detail };
      }}
      @rostrum-session=${(event: CustomEvent<string | null>) => void this.#useSession(event.detail)}
    ></rostrum-reference-try>`;
  }

  #valuesOf(entry: ActionEntry): CallObject {
    return this.values[actionName(entry)] ?? firstValues(entry.action);
  }

  async #load(): Promise<void> {
    this.loading = { status: 'loading' };
    const { signal } = this.#lifetime;
    const reference: ApiReference | null = await loadReference(this.serviceUrl, signal);
    if (signal.aborted) return;
    this.loading =
      reference === null
        ? { status: 'failed' }
        : { status: 'there', index: new ReferenceIndex(reference) };
    if (this.loading.status !== 'there') return;
    // An error is one of many on its page: whoever comes for it is brought to it.
    const view = viewAt(this.target, this.loading.index);
    if (view.kind === 'errors' && view.error !== null) void this.#showContent();
  }

  #loadAgain(): void {
    if (this.loading.status === 'failed') void this.#load();
  }

  /** Goes where the address says; a session in it is used, and not left in the address for others to see. */
  #follow(isMove: boolean): void {
    const { target, session } = readReferenceAddress(location.hash);
    if (session !== null) {
      history.replaceState(history.state, '', target === '' ? location.pathname : `#${target}`);
      void this.#useSession(session);
    }
    const hasMoved = target !== this.target;
    this.target = target;
    if (isMove && hasMoved) void this.#showTop();
  }

  async #showTop(): Promise<void> {
    await this.updateComplete;
    scrollTo({ top: 0, behavior: 'instant' });
    await this.#showContent();
  }

  async #showContent(): Promise<void> {
    await this.updateComplete;
    const content = this.renderRoot.querySelector<LitElement>('.content');
    await content?.updateComplete;
    content?.focus();
  }

  async #useSession(ks: string | null): Promise<void> {
    this.session = ks === null || ks === '' ? null : { ks, facts: null };
    if (this.session === null) return;
    const { session } = this;
    // A session that the server refuses is still used: what it answers then is what is to be seen.
    const facts = await askSessionFacts(this.serviceUrl || location.origin, session.ks).catch(
      () => null,
    );
    if (this.session === session) this.session = { ...session, facts };
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
    event.preventDefault();
    if (this.isNarrow) this.#openMenu();
    else this.renderRoot.querySelector<HTMLElement>('rostrum-reference-list')?.focus();
  }

  #resize(isNarrow: boolean): void {
    this.#closeMenu();
    this.isNarrow = isNarrow;
  }

  #openMenu(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.renderRoot.querySelector<HTMLElement>('dialog rostrum-reference-list')?.focus();
  }

  #closeMenu(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  #tellTitle(): void {
    const title =
      this.loading.status === 'there' ? titleOf(viewAt(this.target, this.loading.index)) : '';
    this.dispatchEvent(new CustomEvent('rostrum-change', { detail: { title } }));
  }
}
