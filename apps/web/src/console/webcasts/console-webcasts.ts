import { base, icons, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../parts/console-menu.ts';
import '../parts/console-page.ts';
import '../parts/console-pager.ts';
import '../parts/console-picture.ts';
import '../parts/console-search.ts';
import '../parts/console-state.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { failureState } from '../parts/failure-words.ts';
import { choiceMenu, listBones, staleNote } from '../parts/list-parts.ts';
import { listStyles } from '../parts/list-styles.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import { webcastChip } from '../parts/webcast-chip.ts';
import {
  isFiltered,
  type ListView,
  listPath,
  ORDERS,
  type Order,
  orderOf,
  readListView,
  SHOWN,
  type Show,
} from './list-address.ts';
import { type ListedWebcast, loadWebcasts, PAGE_SIZE, type WebcastList } from './load-webcasts.ts';
import { deleteWebcast, duplicateWebcast, watchAddress, webcastPath } from './webcast-deeds.ts';
import { pictureAddress, recordingWords, whenWords } from './webcast-words.ts';

/** How often the states are looked up while somebody looks, ms. */
const REFRESH_MS = 5000;

/** What is on air is shown as it was at most so long ago, ms. */
const FRESH_MS = 20_000;

/** The webcasts of the account, with what each of them is doing now. */
export class ConsoleWebcasts extends LitElement {
  static override properties = {
    console: { attribute: false },
    search: { attribute: false },
    list: { state: true },
    failure: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  /** Null until it has been loaded for what is shown. */
  private declare list: WebcastList | null;
  /** What became of the last attempt to load; null where all is well. */
  private declare failure: unknown;

  static override styles = [tokens, base, partStyles, fieldStyles, listStyles];

  #loading = new AbortController();
  #announced = '';
  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.search = '';
    this.list = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Webcasts');
    if (this.hasUpdated) this.#refresher.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search') && !changed.has('console')) return;
    if (changed.get('search') !== undefined && this.list !== null) this.#announced = 'wanted';
    this.#refresher.now();
  }

  protected override render() {
    const mayAdd = this.console.may('LIVE_STREAM_ADD');
    return html`<console-page .heading=${'Webcasts'}>
      ${
        mayAdd && !this.#isEmptyAccount()
          ? html`<a class="button primary" slot="actions" href="/console/webcasts/new"
              >${icons.plus} New webcast</a
            >`
          : nothing
      }
      ${this.#isEmptyAccount() ? this.#firstSteps(mayAdd) : this.#whole()}
    </console-page>`;
  }

  #whole() {
    return html`${this.#tools()} ${staleNote(this.failure !== null && this.list !== null)} ${this.#content()}`;
  }

  #tools() {
    const { view } = this;
    return html`<div class="tools" role="search">
      <console-search
        .label=${'Find a webcast'}
        .value=${view.search}
        @console-search=${(event: CustomEvent<string>) => this.#go({ search: event.detail })}
      ></console-search>
      ${choiceMenu('Show', SHOWN, view.show, (show) => this.#go({ show: show as Show, order: null }))}
      ${choiceMenu('Order', ORDERS, orderOf(view), (order) => this.#go({ order: order as Order }))}
    </div>`;
  }

  #content() {
    if (this.list === null) {
      return this.failure === null
        ? listBones('webcasts')
        : failureState(this.failure, () => this.#refresher.now());
    }
    if (this.list.webcasts.length === 0) return this.#nothingFound();
    return html`
      <table role="table" aria-label="Webcasts">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col"><span class="visually-hidden">Picture</span></th>
            <th role="columnheader" scope="col">Name</th>
            <th role="columnheader" scope="col">State</th>
            <th role="columnheader" scope="col">When</th>
            <th role="columnheader" scope="col" class="recording">Recording</th>
            <th role="columnheader" scope="col"><span class="visually-hidden">More</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.list.webcasts,
            ({ entry }) => entry.id,
            (webcast) => this.#row(webcast),
          )}
        </tbody>
      </table>
      <console-pager
        .page=${this.view.page}
        .pageSize=${PAGE_SIZE}
        .total=${this.list.totalCount}
        .noun=${'webcasts'}
        @console-page=${(event: CustomEvent<number>) => this.#go({ page: event.detail })}
      ></console-pager>
    `;
  }

  #row({ entry, state }: ListedWebcast): TemplateResult {
    const isOnAir = state === 'on-air' || state === 'interrupted';
    return html`<tr role="row">
      <td role="cell" class="picture">
        <console-picture
          .address=${pictureAddress(entry, isOnAir ? Math.floor(Date.now() / FRESH_MS) : 0)}
          .session=${this.console.session}
        ></console-picture>
      </td>
      <td role="cell" class="name">
        <a href=${webcastPath(entry.id)}>${entry.name}</a>
        <span class="about">${entry.description ?? ''}</span>
      </td>
      <td role="cell" class="state">${webcastChip(state)}</td>
      <td role="cell" class="when">${whenWords(entry, state)}</td>
      <td role="cell" class="recording">${recordingWords(entry)}</td>
      <td role="cell" class="more">
        <console-menu .label=${`More for “${entry.name}”`}>
          <a href="${webcastPath(entry.id)}/edit">Edit</a>
          <a href=${watchAddress(this.console, entry.id)} target="_blank" rel="noopener"
            >Open the watch page</a
          >
          ${
            this.console.may('LIVE_STREAM_ADD')
              ? html`<button type="button" @click=${() => void this.#copy(entry)}>Make a copy</button>`
              : nothing
          }
          <button type="button" @click=${() => void this.#delete(entry)}>Delete…</button>
        </console-menu>
      </td>
    </tr>`;
  }

  #nothingFound() {
    const { page, search } = this.view;
    const heading = page > 1 ? 'There are no more webcasts' : 'No webcast fits';
    const text =
      search === ''
        ? 'Choose “All webcasts” to see the others.'
        : `Nothing has “${search}” in its name, description, tags or id.`;
    return html`<console-state .kind=${'missing'} .heading=${heading} .text=${text}>
      <button
        class="button"
        type="button"
        @click=${() => this.#go({ search: '', show: 'all', order: null })}
      >
        Show all webcasts
      </button>
    </console-state>`;
  }

  #firstSteps(mayAdd: boolean) {
    return html`<console-state
      .kind=${'empty'}
      .heading=${'Create your first webcast'}
      .text=${'Give it a name and a date. You get a watch page to share, and an address for your encoder: OBS, FFmpeg or a hardware encoder. Nobody sees the picture until you go live.'}
    >
      ${
        mayAdd
          ? html`<a class="button primary" href="/console/webcasts/new">New webcast</a>`
          : nothing
      }
    </console-state>`;
  }

  #isEmptyAccount(): boolean {
    return this.list?.totalCount === 0 && !isFiltered(this.view) && this.view.page === 1;
  }

  private get view(): ListView {
    return readListView(this.search);
  }

  /** Somebody who types leaves one step in the history, not one for each letter. */
  #go(change: Partial<ListView>): void {
    const isTyped = change.search !== undefined && this.view.search !== '';
    this.console.navigate(listPath({ ...this.view, page: 1, ...change }), { isReplacing: isTyped });
  }

  async #load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const list = await loadWebcasts(this.console.client, this.view, Date.now(), { signal });
      if (signal.aborted) return;
      this.list = list;
      this.failure = null;
      this.#tellCount(list);
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  /** After a search, and not with every refresh. */
  #tellCount({ totalCount }: WebcastList): void {
    if (this.#announced !== 'wanted') return;
    this.#announced = '';
    this.console.announce(totalCount === 1 ? '1 webcast' : `${totalCount} webcasts`);
  }

  async #copy(entry: ListedWebcast['entry']): Promise<void> {
    const copy = await duplicateWebcast(this.console, entry);
    if (copy !== null) this.console.navigate(`${webcastPath(copy.id)}/edit`);
  }

  async #delete(entry: ListedWebcast['entry']): Promise<void> {
    if (await deleteWebcast(this.console, entry)) this.#refresher.now();
  }
}

customElements.define('console-webcasts', ConsoleWebcasts);
