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
import { momentText } from '../parts/times.ts';
import { lengthText } from '../webcast/span-text.ts';
import { listCells } from './list-cells.ts';
import {
  isFiltered,
  type ListView,
  listPath,
  ORDERS,
  type Order,
  readListView,
  SHOWN,
  type Show,
} from './list-view.ts';
import {
  type ListedRecording,
  loadRecordings,
  PAGE_SIZE,
  type RecordingList,
} from './load-recordings.ts';
import { bringBack, deleteForGood, putIntoBin } from './recording-deeds.ts';
import {
  nameOf,
  recordingChip,
  recordingPath,
  recordingPicture,
  sizeText,
} from './recording-words.ts';
import './storage-bar.ts';

/** How often the list is looked up while somebody looks, ms: recordings change when shows end. */
const REFRESH_MS = 8000;

/** As wide as the list shows it on a sharp screen. */
const PICTURE_WIDTH_PX = 240;

/** What the account's shows have left behind. */
export class ConsoleRecordings extends LitElement {
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
  private declare list: RecordingList | null;
  /** What became of the last attempt to load; null where all is well. */
  private declare failure: unknown;

  static override styles = [tokens, base, partStyles, fieldStyles, listStyles, listCells];

  #loading = new AbortController();
  #isCountWanted = false;
  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.search = '';
    this.list = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Recordings');
    if (this.hasUpdated) this.#refresher.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search') && !changed.has('console')) return;
    if (changed.get('search') !== undefined && this.list !== null) this.#isCountWanted = true;
    this.#refresher.now();
  }

  protected override render() {
    return html`<console-page .heading=${'Recordings'}>
      ${this.#isEmptyAccount() ? firstSteps() : this.#whole()}
    </console-page>`;
  }

  #whole() {
    const storage = this.list?.storage ?? null;
    return html`
      ${storage === null ? nothing : html`<storage-bar .storage=${storage}></storage-bar>`}
      ${this.#tools()} ${staleNote(this.failure !== null && this.list !== null)} ${this.#content()}
    `;
  }

  #tools() {
    const { view } = this;
    return html`<div class="tools" role="search">
      <console-search
        .label=${'Find a recording'}
        .value=${view.search}
        @console-search=${(event: CustomEvent<string>) => this.#go({ search: event.detail })}
      ></console-search>
      ${choiceMenu('Show', SHOWN, view.show, (show) => this.#go({ show: show as Show }))}
      ${choiceMenu('Order', ORDERS, view.order, (order) => this.#go({ order: order as Order }))}
    </div>`;
  }

  #content() {
    if (this.list === null) {
      return this.failure === null
        ? listBones('recordings')
        : failureState(this.failure, () => this.#refresher.now());
    }
    if (this.list.recordings.length === 0) return this.#nothingFound();
    return html`
      <table role="table" aria-label="Recordings">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col"><span class="visually-hidden">Picture</span></th>
            <th role="columnheader" scope="col">Name</th>
            <th role="columnheader" scope="col">State</th>
            <th role="columnheader" scope="col">When</th>
            <th role="columnheader" scope="col" class="length">Length</th>
            <th role="columnheader" scope="col" class="size">Space</th>
            <th role="columnheader" scope="col"><span class="visually-hidden">More</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.list.recordings,
            ({ entry }) => entry.id,
            (recording) => this.#row(recording),
          )}
        </tbody>
      </table>
      <console-pager
        .page=${this.view.page}
        .pageSize=${PAGE_SIZE}
        .total=${this.list.totalCount}
        .noun=${'recordings'}
        @console-page=${(event: CustomEvent<number>) => this.#go({ page: event.detail })}
      ></console-pager>
    `;
  }

  #row({ entry, content, webcastName }: ListedRecording): TemplateResult {
    const { id, state, durationMs, createdAtMs } = entry;
    const about = webcastName === null ? 'Its webcast is deleted' : `Of “${webcastName}”`;
    return html`<tr role="row">
      <td role="cell" class="picture">
        <console-picture
          .address=${recordingPicture(entry, PICTURE_WIDTH_PX)}
          .session=${this.console.session}
        ></console-picture>
      </td>
      <td role="cell" class="name">
        <a href=${recordingPath(id)}>${nameOf(entry)}</a>
        <span class="about">${about}${entry.isHidden ? ', hidden from lists' : ''}</span>
      </td>
      <td role="cell" class="state">${recordingChip(state)}</td>
      <td role="cell" class="when">${momentText(createdAtMs)}</td>
      <td role="cell" class="length">
        ${durationMs === 0 ? '–' : lengthText(durationMs)}
        ${
          content?.isTrimmed === true
            ? html`<span class="cut" title="Trimmed">${icons.scissors}</span
                ><span class="visually-hidden">, trimmed</span>`
            : nothing
        }
      </td>
      <td role="cell" class="size">
        ${content === null || content.storedBytes === 0 ? '–' : sizeText(content.storedBytes)}
      </td>
      <td role="cell" class="more">${this.#menu(entry)}</td>
    </tr>`;
  }

  #menu(entry: ListedRecording['entry']): TemplateResult {
    const after = (isDone: boolean) => {
      if (isDone) this.#refresher.now();
    };
    const isInBin = entry.state === 'in-bin';
    return html`<console-menu .label=${`More for “${nameOf(entry)}”`}>
      <a href=${recordingPath(entry.id)}>Open</a>
      ${
        isInBin
          ? html`<button
                type="button"
                @click=${() => void bringBack(this.console, entry).then(after)}
              >
                Bring back
              </button>
              <button
                type="button"
                @click=${() => void deleteForGood(this.console, entry).then(after)}
              >
                Delete for good…
              </button>`
          : html`<button
              type="button"
              @click=${() => void putIntoBin(this.console, entry).then(after)}
            >
              Move to bin…
            </button>`
      }
    </console-menu>`;
  }

  #nothingFound() {
    const { page, search, show } = this.view;
    if (show === 'bin' && search === '' && page === 1) {
      return html`<console-state
        .kind=${'empty'}
        .icon=${icons.bin}
        .heading=${'The bin is empty'}
        .text=${'Recordings that you move to the bin wait here until you bring them back or delete them for good.'}
      ></console-state>`;
    }
    const heading = page > 1 ? 'There are no more recordings' : 'No recording fits';
    const text =
      search === ''
        ? 'Choose “All recordings” to see the others.'
        : `Nothing has “${search}” in its name, description, tags or id.`;
    return html`<console-state .kind=${'missing'} .heading=${heading} .text=${text}>
      <button class="button" type="button" @click=${() => this.#go({ search: '', show: 'all' })}>
        Show all recordings
      </button>
    </console-state>`;
  }

  #isEmptyAccount(): boolean {
    return (
      this.list?.totalCount === 0 &&
      this.list.storage?.recordingCount === 0 &&
      !isFiltered(this.view) &&
      this.view.page === 1
    );
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
      const list = await loadRecordings(this.console.client, this.view, { signal });
      if (signal.aborted) return;
      this.list = list;
      this.failure = null;
      this.#tellCount(list);
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  /** After a search, and not with every refresh. */
  #tellCount({ totalCount }: RecordingList): void {
    if (!this.#isCountWanted) return;
    this.#isCountWanted = false;
    this.console.announce(totalCount === 1 ? '1 recording' : `${totalCount} recordings`);
  }
}

function firstSteps(): TemplateResult {
  return html`<console-state
    .kind=${'empty'}
    .icon=${icons.film}
    .heading=${'There are no recordings yet'}
    .text=${'A show is recorded from the moment it goes on air, and can be watched again the moment it ends. Whether a webcast is recorded stands in its settings.'}
  >
    <a class="button primary" href="/console">Go to the webcasts</a>
  </console-state>`;
}

customElements.define('console-recordings', ConsoleRecordings);
