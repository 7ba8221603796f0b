import { listPeople, listRoles, type Person, type PersonQuery, type Role } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../parts/console-chip.ts';
import '../parts/console-menu.ts';
import '../parts/console-page.ts';
import '../parts/console-pager.ts';
import '../parts/console-search.ts';
import '../parts/console-state.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { failureState } from '../parts/failure-words.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { tableStyles } from '../parts/table-styles.ts';
import { momentText } from '../parts/times.ts';
import { peopleTabs, tabStyles } from './people-tabs.ts';
import { blockPerson, removePerson, takeSignIn, unblockPerson } from './person-deeds.ts';
import './person-dialog.ts';
import type { PersonDialog } from './person-dialog.ts';
import { personName, powerWords } from './person-words.ts';
import './sign-in-dialog.ts';
import type { SignInDialog } from './sign-in-dialog.ts';

type Show = NonNullable<PersonQuery['show']>;
type Page = { readonly totalCount: number; readonly people: readonly Person[] };

const PAGE_SIZE = 50;

const SHOWN: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'everybody', label: 'Everybody' },
  { value: 'sign-in', label: 'Who signs in' },
  { value: 'blocked', label: 'Blocked' },
];

/** The people of the account: who signs in, and what they may do. */
export class ConsolePeople extends LitElement {
  static override properties = {
    console: { attribute: false },
    search: { attribute: false },
    page: { state: true },
    roles: { state: true },
    failure: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  private declare page: Page | null;
  private declare roles: readonly Role[];
  private declare failure: unknown;

  static override styles = [tokens, base, partStyles, fieldStyles, tableStyles, tabStyles];

  #loading = new AbortController();

  constructor() {
    super();
    this.search = '';
    this.page = null;
    this.roles = [];
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('People');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search') && !changed.has('console')) return;
    void this.#load(changed.get('search') !== undefined);
  }

  protected override render() {
    return html`<console-page .heading=${'People'} .lead=${this.#whoAmI()}>
      ${
        this.#mayChange
          ? html`<button
              class="button primary"
              slot="actions"
              type="button"
              @click=${() => void this.#personDialog?.open(null, this.roles)}
            >
              ${icons.plus} Add person
            </button>`
          : nothing
      }
      ${peopleTabs('people')} ${this.#tools()} ${this.#content()}
      <person-dialog .console=${this.console} @form-saved=${() => void this.#load()}></person-dialog>
      <sign-in-dialog .console=${this.console} @form-saved=${() => void this.#load()}></sign-in-dialog>
    </console-page>`;
  }

  #whoAmI(): string {
    const { userId, isAdmin, expiresAtMs } = this.console.who;
    const who = userId === '' ? 'without a name' : `as ${userId}`;
    const kind = isAdmin ? 'an administrator’s session' : 'a user’s session';
    return `You are signed in ${who}, with ${kind} until ${momentText(expiresAtMs)}.`;
  }

  #tools() {
    const { q, show } = this.#view;
    return html`<div class="tools" role="search">
      <console-search
        .label=${'Find a person'}
        .value=${q}
        @console-search=${(event: CustomEvent<string>) => this.#go({ q: event.detail })}
      ></console-search>
      <select
        aria-label="Show"
        @change=${(event: Event) => this.#go({ show: (event.target as HTMLSelectElement).value as Show })}
      >
        ${SHOWN.map(
          ({ value, label }) =>
            html`<option value=${value} .selected=${value === show}>${label}</option>`,
        )}
      </select>
    </div>`;
  }

  #content() {
    if (this.page === null) {
      if (this.failure !== null) return failureState(this.failure, () => void this.#load());
      return bones();
    }
    if (this.page.people.length === 0) return this.#nobody();
    return html`
      <table role="table" aria-label="People">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Name</th>
            <th role="columnheader" scope="col">May do</th>
            <th role="columnheader" scope="col">Signs in</th>
            <th role="columnheader" scope="col" class="more">
              <span class="visually-hidden">More</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.page.people,
            ({ id }) => id,
            (person) => this.#row(person),
          )}
        </tbody>
      </table>
      ${
        this.#view.q === ''
          ? html`<console-pager
              .page=${this.#view.page}
              .pageSize=${PAGE_SIZE}
              .total=${this.page.totalCount}
              .noun=${'people'}
              @console-page=${(event: CustomEvent<number>) => this.#go({ page: event.detail })}
            ></console-pager>`
          : nothing
      }
    `;
  }

  #row(person: Person): TemplateResult {
    const name = personName(person);
    const under = [person.email, person.id].filter((text) => text !== '' && text !== name);
    const isOneself = person.id === this.console.who.userId;
    return html`<tr role="row">
      <td role="cell" class="main">
        <strong>${name}</strong>
        <span class="under">${[...new Set(under)].join(' · ')}</span>
        <span class="chips">
          ${isOneself ? html`<console-chip .text=${'You'}></console-chip>` : nothing}
          ${person.isBlocked ? html`<console-chip .tone=${'warn'} .text=${'Blocked'}></console-chip>` : nothing}
        </span>
      </td>
      <td role="cell" class="quiet">${powerWords(person)}</td>
      <td role="cell" class="quiet">${signInWords(person)}</td>
      <td role="cell" class="more">${this.#menu(person, isOneself)}</td>
    </tr>`;
  }

  #menu(person: Person, isOneself: boolean) {
    const activity = html`<a href="/console/activity?who=${encodeURIComponent(person.id)}"
      >What they did</a
    >`;
    const label = `More for ${personName(person)}`;
    if (!this.#mayChange) return html`<console-menu .label=${label}>${activity}</console-menu>`;
    const isFixed = person.isAccountOwner || isOneself;
    return html`<console-menu .label=${label}>
      ${this.#item('Edit', () => this.#personDialog?.open(person, this.roles))} ${activity}
      ${this.#item(person.maySignIn ? 'New password…' : 'Let them sign in…', () => this.#signInDialog?.open(person))}
      ${
        person.maySignIn && !isFixed
          ? this.#deed('Take sign-in away…', () => takeSignIn(this.console, person))
          : nothing
      }
      ${
        person.isBlocked
          ? this.#deed('Unblock', () => unblockPerson(this.console, person))
          : isFixed
            ? nothing
            : this.#deed('Block…', () => blockPerson(this.console, person))
      }
      ${isFixed ? nothing : this.#deed('Remove…', () => removePerson(this.console, person))}
    </console-menu>`;
  }

  #deed(label: string, deed: () => Promise<boolean>) {
    return this.#item(label, async () => {
      if (await deed()) await this.#load();
    });
  }

  #item(label: string, press: () => unknown) {
    return html`<button type="button" @click=${() => void press()}>${label}</button>`;
  }

  #nobody() {
    const { q, show } = this.#view;
    if (q === '' && show === 'everybody') {
      return html`<console-state
        .kind=${'empty'}
        .icon=${icons.people}
        .heading=${'Nobody is here yet'}
        .text=${'Add the people who set up and run webcasts: they sign in with their e-mail. Users whom your application names in its sessions appear here by themselves.'}
      >
        ${
          this.#mayChange
            ? html`<button
                class="button primary"
                type="button"
                @click=${() => void this.#personDialog?.open(null, this.roles)}
              >
                Add person
              </button>`
            : nothing
        }
      </console-state>`;
    }
    return html`<console-state
      .kind=${'missing'}
      .heading=${'Nobody fits'}
      .text=${q === '' ? 'Choose “Everybody” to see the others.' : `Nobody’s name, id or e-mail begins with “${q}”.`}
    >
      <button class="button" type="button" @click=${() => this.console.navigate('/console/people')}>
        Show everybody
      </button>
    </console-state>`;
  }

  get #mayChange(): boolean {
    return this.console.may('ADMIN_USER_ADD');
  }

  get #personDialog(): PersonDialog | null {
    return this.renderRoot.querySelector('person-dialog');
  }

  get #signInDialog(): SignInDialog | null {
    return this.renderRoot.querySelector('sign-in-dialog');
  }

  get #view(): { readonly q: string; readonly show: Show; readonly page: number } {
    const query = new URLSearchParams(this.search);
    const page = Number(query.get('page'));
    return {
      q: query.get('q')?.trim() ?? '',
      show: SHOWN.find(({ value }) => value === query.get('show'))?.value ?? 'everybody',
      page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    };
  }

  #go(change: { readonly q?: string; readonly show?: Show; readonly page?: number }): void {
    const { q, show, page } = { ...this.#view, page: 1, ...change };
    const query = new URLSearchParams({
      ...(q === '' ? {} : { q }),
      ...(show === 'everybody' ? {} : { show }),
      ...(page === 1 ? {} : { page: String(page) }),
    });
    const isTyped = change.q !== undefined && this.#view.q !== '';
    this.console.navigate(query.size === 0 ? '/console/people' : `/console/people?${query}`, {
      isReplacing: isTyped,
    });
  }

  async #load(isAnnounced = false): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const { client } = this.console;
    const { q: search, show, page } = this.#view;
    try {
      const [found, roles] = await Promise.all([
        listPeople(client, { search, show, page, pageSize: PAGE_SIZE }, { signal }),
        listRoles(client, { signal }),
      ]);
      if (signal.aborted) return;
      this.page = found;
      this.roles = roles;
      this.failure = null;
      if (isAnnounced) this.console.announce(`${found.totalCount} people`);
    } catch (error) {
      if (signal.aborted) return;
      this.page = null;
      this.failure = error;
    }
  }
}

function signInWords({ maySignIn, lastSignInMs, isBlocked }: Person): string {
  if (!maySignIn) return 'No sign-in';
  if (isBlocked) return 'Not while blocked';
  return lastSignInMs === null ? 'Has not signed in yet' : `Last ${momentText(lastSignInMs)}`;
}

function bones(): TemplateResult {
  return html`<div aria-busy="true">
    <span class="visually-hidden">Loading the people</span>
    <table role="presentation">
      <tbody>
        ${Array.from(
          { length: 4 },
          () => html`<tr>
            <td class="main"><div class="bone"></div></td>
            <td><div class="bone"></div></td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

customElements.define('console-people', ConsolePeople);
