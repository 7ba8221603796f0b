import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../frame/console-context.ts';
import { failureSentence } from '../parts/failure-words.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';

/** A card of the settings: it loads what it shows, says why where it can't, and tries again. */
export abstract class SettingsSection<Data> extends LitElement {
  static override properties = {
    console: { attribute: false },
    data: { state: true },
    failure: { state: true },
    isBusy: { state: true },
    problem: { state: true },
  };

  declare console: ConsoleContext;
  /** Null until it has been loaded. */
  protected declare data: Data | null;
  protected declare failure: unknown;
  protected declare isBusy: boolean;
  /** Why the last press of a button did nothing; empty where it did. */
  protected declare problem: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }

      .card {
        display: grid;
        gap: 16px;
        padding: 20px;
      }

      /* Said where it is, without a gap while there is nothing to say. */
      [role='alert']:empty {
        margin-block-start: -16px;
      }

      .lead {
        margin-block-start: 2px;
        font-size: 14px;
        line-height: 20px;
        color: var(--text-2);
        text-wrap: pretty;
      }

      .things {
        list-style: none;
        border-block-end: 1px solid var(--line);
      }

      .thing {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px 16px;
        align-items: center;
        padding-block: 12px;
        border-block-start: 1px solid var(--line);
      }

      .thing strong {
        font-size: 14px;
        font-weight: 600;
      }

      .thing .wide {
        grid-column: 1 / -1;
      }

      .chips {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 4px 6px;
        margin-inline-start: 6px;
        vertical-align: middle;
      }

      .bone {
        inline-size: 60%;
      }

      @media (width < 720px) {
        .card {
          padding: 16px;
        }

        .thing {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.data = null;
    this.failure = null;
    this.isBusy = false;
    this.problem = '';
  }

  protected abstract heading(): string;
  protected abstract lead(): string;
  protected abstract ask(): Promise<Data>;
  protected abstract content(data: Data): TemplateResult;
  /** Called with what was loaded. */
  protected loaded(_data: Data): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('console') && changed.get('console') === undefined) void this.load();
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <header>
        <h2 id="heading">${this.heading()}</h2>
        <p class="lead">${this.lead()}</p>
      </header>
      ${this.data === null ? this.#waiting() : this.content(this.data)}
      <div role="alert">${
        this.problem === ''
          ? nothing
          : html`<p class="problem">${icons.alert}<span>${this.problem}</span></p>`
      }</div>
    </section>`;
  }

  #waiting() {
    if (this.failure === null) {
      return html`<div aria-busy="true">
        <span class="visually-hidden">Loading</span>
        <div class="bone"></div>
      </div>`;
    }
    return html`<p class="problem" role="alert">
        ${icons.alert}<span>${failureSentence(this.failure)}</span>
      </p>
      <div class="actions">
        <button class="button" type="button" @click=${() => void this.load()}>Try again</button>
      </div>`;
  }

  protected async load(): Promise<void> {
    try {
      const data = await this.ask();
      this.failure = null;
      this.data = data;
      this.loaded(data);
    } catch (error) {
      this.failure = error;
    }
  }

  /** One press at a time. @returns whether it was done */
  protected async attempt(deed: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.problem = '';
    try {
      await deed();
      return true;
    } catch (error) {
      this.problem = failureSentence(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
