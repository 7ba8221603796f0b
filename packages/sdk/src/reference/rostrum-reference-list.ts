import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icons } from '../elements/icons.ts';
import { base, tokens } from '../elements/tokens.ts';
import { allFindings, type Finding, findInReference } from './find-in-reference.ts';
import { listStyles } from './list-styles.ts';
import { breakable } from './prose.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { fieldStyles } from './reference-styles.ts';

/**
 * The list of everything: a search, and below it the services with their actions, or what was found.
 *
 * @fires rostrum-chosen somebody has followed one of its links
 */
export class RostrumReferenceList extends LitElement {
  static override properties = {
    index: { attribute: false },
    target: { attribute: false },
    section: { attribute: false },
    query: { state: true },
  };

  declare index: ReferenceIndex;
  /** Where the page is: `liveStream.add`. */
  declare target: string;
  /** The page of the first four that it belongs to; empty where it belongs to none. */
  declare section: string;
  private declare query: string;

  #findings: readonly Finding[] = [];

  static override styles = [tokens, base, fieldStyles, listStyles];

  constructor() {
    super();
    this.target = '';
    this.section = '';
    this.query = '';
  }

  /** Puts the cursor into the search. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('index')) this.#findings = allFindings(this.index.reference);
  }

  protected override render() {
    const found = findInReference(this.#findings, this.query);
    const isSearching = this.query.trim() !== '';
    return html`
      <div class="search" role="search">
        <input
          type="search"
          aria-label="Search actions, objects and errors"
          placeholder="Search"
          autocomplete="off"
          spellcheck="false"
          .value=${this.query}
          @input=${(event: Event) => {
            this.query = (event.target as HTMLInputElement).value;
          }}
          @keydown=${(event: KeyboardEvent) => this.#keyInSearch(event, found)}
        />
        ${icons.search}<kbd aria-hidden="true">/</kbd>
        <span class="visually-hidden" role="status"
          >${isSearching ? countOf(found.length) : ''}</span
        >
      </div>
      <nav aria-label="Reference" @keydown=${(event: KeyboardEvent) => this.#keyInList(event)}>
        ${isSearching ? this.#found(found) : this.#everything()}
      </nav>
    `;
  }

  #found(found: readonly Finding[]): TemplateResult {
    if (found.length === 0) {
      return html`<p class="empty">
        Nothing has “${this.query.trim()}” in it. Try a part of the name, such as stream or session.
      </p>`;
    }
    return html`<ul class="found">
      ${found.map(
        ({ name, about }) => html`<li>
          ${this.#link(name, html`<b>${breakable(name)}</b>${about === '' ? nothing : html`<span>${about.replaceAll('`', '')}</span>`}`)}
        </li>`,
      )}
    </ul>`;
  }

  #everything(): TemplateResult {
    const current = this.target.split('.')[0]?.toLowerCase();
    return html`
      <ul class="group">
        <li>${this.#link('', html`Start`)}</li>
        <li>${this.#link('objects', html`Objects and enumerations`)}</li>
        <li>${this.#link('errors', html`Errors`)}</li>
        <li>${this.#link('compatibility', html`Compatibility`)}</li>
      </ul>
      <div class="services">
        ${this.index.reference.services.map(
          ({ name, wireName, actions }) => html`<details ?open=${wireName === current}>
            <summary><span>${breakable(name)}</span></summary>
            <ul>
              ${actions.map(
                (action) =>
                  html`<li>${this.#link(`${name}.${action.name}`, breakable(action.name))}</li>`,
              )}
            </ul>
          </details>`,
        )}
      </div>
    `;
  }

  #link(target: string, content: TemplateResult): TemplateResult {
    const here = this.section === '' ? this.target : this.section;
    const isCurrent = [this.target, here].some(
      (each) => each.toLowerCase() === target.toLowerCase(),
    );
    return html`<a
      href=${`#${target}`}
      aria-current=${isCurrent ? 'page' : nothing}
      @click=${() => this.dispatchEvent(new CustomEvent('rostrum-chosen'))}
      >${content}</a
    >`;
  }

  #keyInSearch(event: KeyboardEvent, found: readonly Finding[]): void {
    const [first] = found;
    if (event.key === 'Enter' && first !== undefined) {
      location.hash = first.name;
      this.dispatchEvent(new CustomEvent('rostrum-chosen'));
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#links()[0]?.focus();
    } else if (event.key === 'Escape') {
      this.query = '';
    }
  }

  #keyInList(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const links = this.#links();
    const place = links.indexOf(event.target as HTMLElement);
    if (place < 0) return;
    event.preventDefault();
    if (place + step < 0) this.focus();
    else links[place + step]?.focus();
  }

  /** Everything in the list that can be reached, from top to bottom. */
  #links(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('nav a, nav summary')].filter(
      (element) => element.checkVisibility(),
    );
  }
}

function countOf(count: number): string {
  return count === 1 ? '1 result' : `${count} results`;
}
