import { listServerAlerts, type ServerAlert } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import { Refresher } from '../parts/refresher.ts';
import type { ConsoleContext } from './console-context.ts';

/** As often as the server looks at itself. */
const LOOK_EVERY_MS = 10_000;

/** More than this would push the page away; the worst come first. */
const MOST_SHOWN = 3;

/** What is wrong with the server, above every page, for as long as it is. Nothing where all is well or nobody may ask. */
export class ServerAlerts extends LitElement {
  static override properties = { console: { attribute: false }, alerts: { state: true } };

  declare console: ConsoleContext;
  private declare alerts: readonly ServerAlert[];

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
      }

      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 20px 28px 0;
        list-style: none;
      }

      li {
        display: flex;
        gap: 10px;
        padding: 11px 14px;
        border-radius: 10px;
        background: var(--warn-soft);
        font-size: 14px;
        line-height: 20px;
      }

      svg {
        flex: none;
        margin-block-start: 1px;
        color: var(--warn);
      }

      strong {
        display: block;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .error {
        box-shadow: inset 0 0 0 1px var(--warn);
      }

      a {
        color: inherit;
        white-space: nowrap;
      }

      @media (width < 720px) {
        ul {
          padding: 16px 16px 0;
        }
      }
    `,
  ];

  readonly #refresher = new Refresher(this, LOOK_EVERY_MS, () => this.#look());
  #seen = new Set<string>();

  constructor() {
    super();
    this.alerts = [];
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    // Another session sees other alerts.
    if (changed.has('console')) this.#refresher.now();
  }

  protected override render() {
    if (this.alerts.length === 0) return nothing;
    return html`<ul aria-label="What needs attention on the server">
      ${this.alerts.slice(0, MOST_SHOWN).map(
        ({ severity, message, advice, entryId }) => html`<li class=${severity}>
          ${icons.alert}
          <span>
            <strong>${message}</strong>
            ${advice}
            ${
              entryId === null
                ? nothing
                : html`<a href="/console/webcasts/${entryId}">Open the webcast</a>`
            }
          </span>
        </li>`,
      )}
    </ul>`;
  }

  async #look(): Promise<void> {
    const { console: context } = this;
    if (context === undefined || !context.may('ADMIN_BASE')) return;
    try {
      const alerts = await listServerAlerts(context.client);
      if (context === this.console) this.#show(alerts);
    } catch {
      // A server that does not answer is what the pages themselves say; what was known stays.
    }
  }

  /** Each is read out once, when it comes. */
  #show(alerts: readonly ServerAlert[]): void {
    const keyOf = ({ code, entryId }: ServerAlert) => `${code} ${entryId ?? ''}`;
    for (const alert of alerts) {
      if (!this.#seen.has(keyOf(alert))) this.console.announce(alert.message);
    }
    this.#seen = new Set(alerts.map(keyOf));
    this.alerts = alerts;
  }
}

customElements.define('server-alerts', ServerAlerts);
