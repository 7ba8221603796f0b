import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icons } from '../elements/icons.ts';
import { base, tokens } from '../elements/tokens.ts';
import { allFindings, type Finding, findInReference } from './find-in-reference.ts';
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

  static override styles = [
    tokens,
    base,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: var(--ink-1);
      }

      .search {
        position: relative;
        padding: 16px 12px 8px;
      }

      .search svg {
        position: absolute;
        inset-block-start: 24px;
        inset-inline-start: 22px;
        inline-size: 18px;
        block-size: 20px;
        color: var(--text-2);
        pointer-events: none;
      }

      .search input {
        padding-inline: 34px 34px;
      }

      kbd {
        position: absolute;
        inset-block-start: 24px;
        inset-inline-end: 22px;
        min-inline-size: 20px;
        padding: 0 5px;
        border: 1px solid var(--line);
        border-radius: 5px;
        font: 500 12px/18px var(--font);
        color: var(--text-2);
        text-align: center;
        pointer-events: none;
      }

      .search input:focus ~ kbd,
      .search input:not(:placeholder-shown) ~ kbd {
        display: none;
      }

      nav {
        flex: 1;
        padding: 4px 12px 24px;
        overflow: auto;
        overscroll-behavior: contain;
      }

      ul {
        list-style: none;
      }

      a {
        display: block;
        padding: 5px 10px;
        border-radius: 8px;
        color: var(--text-2);
        font-size: 14px;
        line-height: 20px;
        text-decoration: none;
        overflow-wrap: anywhere;
      }

      a:hover {
        color: var(--text);
        background: var(--ink-2);
      }

      a[aria-current] {
        background: var(--ink-2);
        color: var(--text);
        font-weight: 600;
      }

      :focus-visible {
        outline-offset: -2px;
      }

      .group + .group,
      .services {
        margin-block-start: 12px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
      }

      summary {
        display: flex;
        gap: 8px;
        list-style: none;
        overflow-wrap: anywhere;
        padding: 5px 10px;
        border-radius: 8px;
        font-size: 14px;
        line-height: 20px;
        font-weight: 600;
        cursor: pointer;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary::before {
        content: '';
        flex: none;
        inline-size: 6px;
        block-size: 6px;
        margin: 6px 1px 0;
        border: solid var(--text-2);
        border-width: 0 1.75px 1.75px 0;
        rotate: -45deg;
        transition: rotate 120ms;
      }

      details[open] > summary::before {
        rotate: 45deg;
      }

      summary:hover {
        background: var(--ink-2);
      }

      details ul {
        margin-inline-start: 15px;
        padding-inline-start: 6px;
        border-inline-start: 1px solid var(--line);
      }

      .found b {
        display: block;
        color: var(--text);
        font-weight: 600;
      }

      .found span {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        font-size: 13px;
        line-height: 18px;
      }

      .empty {
        padding: 8px 10px;
        font-size: 14px;
        line-height: 20px;
        color: var(--text-2);
      }
    `,
  ];

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
          ${this.#link(name, html`<b>${name}</b>${about === '' ? nothing : html`<span>${about.replaceAll('`', '')}</span>`}`)}
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
            <summary>${name}</summary>
            <ul>
              ${actions.map(
                (action) =>
                  html`<li>${this.#link(`${name}.${action.name}`, html`${action.name}`)}</li>`,
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
