import type { RelayHealth } from '@rostrum/contracts';
import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import '../../parts/console-chip.ts';
import { partStyles } from '../../parts/part-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { type RelayReading, relayReading } from './relay-reading.ts';

/** The servers that the show is sent on to, and how each of them takes it. */
export class WebcastRelays extends LitElement {
  static override properties = {
    relays: { attribute: false },
    targets: { attribute: false },
    nowMs: { attribute: false },
  };

  declare relays: readonly RelayHealth[];
  /** How many servers the webcast names. */
  declare targets: number;
  /** The server's wall clock. */
  declare nowMs: number;

  static override styles = [
    tokens,
    base,
    partStyles,
    panelStyles,
    css`
      li {
        display: grid;
        gap: 2px;
        min-inline-size: 0;
      }

      ul {
        display: grid;
        gap: 10px;
        padding: 0;
        list-style: none;
      }

      .host {
        font-size: 14px;
        line-height: 22px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this.relays = [];
    this.targets = 0;
    this.nowMs = 0;
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">Sent on to</h2>
      ${
        this.relays.length === 0
          ? html`<p class="quiet-text">
              ${this.targets === 1 ? 'One other server' : `${this.targets} other servers`}, from the
              moment the webcast is on air.
            </p>`
          : html`<ul role="list">
              ${this.relays.map((relay) => this.#relay(relay.host, relayReading(relay, this.nowMs)))}
            </ul>`
      }
    </section>`;
  }

  #relay(host: string, { tone, word, text }: RelayReading): TemplateResult {
    return html`<li>
      <div class="card-head">
        <span class="host">${host}</span>
        <console-chip .tone=${tone} .text=${word}></console-chip>
      </div>
      ${text === '' ? nothing : html`<p class="quiet-text">${text}</p>`}
    </li>`;
  }
}

customElements.define('webcast-relays', WebcastRelays);
