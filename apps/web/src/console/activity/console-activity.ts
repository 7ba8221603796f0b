import { type Activity, listActivity, listPeople } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import '../parts/console-page.ts';
import '../parts/console-pager.ts';
import '../parts/console-state.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { failureState } from '../parts/failure-words.ts';
import { selectField } from '../parts/field.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import { LOCALE } from '../parts/times.ts';
import {
  type ActivityView,
  activityPath,
  DEEDS,
  type Did,
  isFiltered,
  KINDS,
  type Kind,
  queryOf,
  readActivityView,
} from './activity-address.ts';
import { activityLine } from './activity-line.ts';
import { activityStyles } from './activity-styles.ts';

type Page = { readonly totalCount: number; readonly lines: readonly Activity[] };

const PAGE_SIZE = 50;
/** How often new lines are looked for while somebody looks, ms. */
const REFRESH_MS = 15_000;
/** Names that are known; others are shown by their ids. */
const MAX_NAMES = 500;

const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full' });

/** Who did what in the account, and who was refused. */
export class ConsoleActivity extends LitElement {
  static override properties = {
    console: { attribute: false },
    search: { attribute: false },
    page: { state: true },
    failure: { state: true },
    names: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  /** Null until it has been loaded for what is shown. */
  private declare page: Page | null;
  private declare failure: unknown;
  /** User id to what people call them. */
  private declare names: ReadonlyMap<string, string>;

  static override styles = [tokens, base, partStyles, fieldStyles, activityStyles];

  #loading = new AbortController();
  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.search = '';
    this.page = null;
    this.failure = null;
    this.names = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Activity');
    void this.#loadNames();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search') && !changed.has('console')) return;
    if (changed.get('search') !== undefined) this.page = null;
    this.#refresher.now();
  }

  protected override render() {
    return html`<console-page
      .heading=${'Activity'}
      .lead=${'Who did what, and who was refused. Lines are kept for 400 days.'}
    >
      ${this.#tools()} ${this.#about()} ${this.#stale()} ${this.#content()}
    </console-page>`;
  }

  #tools() {
    const { view } = this;
    return html`<form class="tools" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <div class="field">
        <label for="who">Person</label>
        <input
          id="who"
          type="text"
          list="people"
          placeholder="Everybody"
          autocomplete="off"
          spellcheck="false"
          .value=${live(view.who)}
          @change=${(event: Event) => this.#go({ who: inputOf(event).trim() })}
        />
        <datalist id="people">
          ${[...this.names].map(([id, name]) => html`<option value=${id}>${name}</option>`)}
        </datalist>
      </div>
      ${selectField({
        id: 'kind',
        label: 'About',
        value: view.kind,
        options: KINDS,
        change: (kind) => this.#go({ kind: kind as Kind }),
      })}
      ${selectField({
        id: 'did',
        label: 'What',
        value: view.did,
        options: DEEDS,
        change: (did) => this.#go({ did: did as Did }),
      })}
      ${this.#dayField('from', 'From')} ${this.#dayField('to', 'To')}
    </form>`;
  }

  #dayField(name: 'from' | 'to', label: string) {
    return html`<div class="field day">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type="date"
        .value=${live(this.view[name])}
        @change=${(event: Event) => this.#go({ [name]: inputOf(event) })}
      />
    </div>`;
  }

  #about() {
    const { object } = this.view;
    if (object === '') return nothing;
    return html`<p class="about">
      <span>Only what concerns <span class="mono">${object}</span>.</span>
      <button class="button small" type="button" @click=${() => this.#go({ object: '' })}>
        Show everything
      </button>
    </p>`;
  }

  #stale() {
    if (this.failure === null || this.page === null) return nothing;
    return html`<p class="box warn" role="status">
      ${navigator.onLine ? 'The server does not answer.' : 'You are offline.'} This is how it was; the
      list goes on by itself.
    </p>`;
  }

  #content() {
    if (this.page === null) {
      if (this.failure !== null) return failureState(this.failure, () => this.#refresher.now());
      return html`<div class="bones" aria-busy="true">
        <span class="visually-hidden">Loading the activity</span>
        ${Array.from({ length: 6 }, () => html`<div class="bone"></div>`)}
      </div>`;
    }
    const { lines, totalCount } = this.page;
    if (lines.length === 0) return this.#nothing();
    const nameOf = (userId: string) => this.names.get(userId) ?? userId;
    return html`
      ${repeat(
        [...Map.groupBy(lines, ({ atMs }) => DAY.format(atMs))],
        ([day]) => day,
        ([day, ofDay]) => html`<section aria-label=${day}>
          <h2>${day}</h2>
          <ul class="lines">
            ${repeat(
              ofDay,
              ({ id }) => id,
              (line) => activityLine(line, nameOf),
            )}
          </ul>
        </section>`,
      )}
      <console-pager
        .page=${this.view.page}
        .pageSize=${PAGE_SIZE}
        .total=${totalCount}
        .noun=${'lines'}
        @console-page=${(event: CustomEvent<number>) => this.#go({ page: event.detail })}
      ></console-pager>
    `;
  }

  #nothing() {
    if (!isFiltered(this.view) && this.view.page === 1) {
      return html`<console-state
        .kind=${'empty'}
        .icon=${icons.list}
        .heading=${'Nothing has happened yet'}
        .text=${'Whatever somebody changes from now on stands here: who, when, what it was before, and from where. So do refused attempts.'}
      ></console-state>`;
    }
    return html`<console-state
      .kind=${'missing'}
      .heading=${'Nothing fits'}
      .text=${'Nobody did that in this time.'}
    >
      <button
        class="button"
        type="button"
        @click=${() => this.console.navigate('/console/activity')}
      >
        Show everything
      </button>
    </console-state>`;
  }

  private get view(): ActivityView {
    return readActivityView(this.search);
  }

  #go(change: Partial<ActivityView>): void {
    this.console.navigate(activityPath({ ...this.view, page: 1, ...change }));
  }

  async #load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const page = await listActivity(this.console.client, queryOf(this.view, PAGE_SIZE), {
        signal,
      });
      if (signal.aborted) return;
      this.page = page;
      this.failure = null;
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  /** Ids do as well where names may not be read. */
  async #loadNames(): Promise<void> {
    if (!this.console.may('ADMIN_BASE')) return;
    try {
      const { people } = await listPeople(this.console.client, { page: 1, pageSize: MAX_NAMES });
      this.names = new Map(
        people.map(({ id, fullName, screenName }) => [id, fullName || screenName || id]),
      );
    } catch {
      this.names = new Map();
    }
  }
}

function inputOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

customElements.define('console-activity', ConsoleActivity);
