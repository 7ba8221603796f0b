import { lookAtOutsideStream, type OutsideAddress } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '../../parts/console-chip.ts';
import type { ConsoleContext } from '../../frame/console-context.ts';
import { failureSentence } from '../../parts/failure-words.ts';
import { outsideReading } from '../../parts/outside-words.ts';
import { partStyles } from '../../parts/part-styles.ts';
import { Refresher } from '../../parts/refresher.ts';
import type { Loaded } from '../webcast-desk.ts';
import { panelStyles } from './panel-styles.ts';

/** The server looks every few seconds itself while somebody is in the room, ms. */
const REFRESH_MS = 5_000;

/** Where the stream of a webcast comes from that no encoder sends here, and how the server finds it there. */
export class WebcastSource extends LitElement {
  static override properties = {
    console: { attribute: false },
    entryId: { attribute: false },
    mayEdit: { attribute: false },
    addresses: { state: true },
  };

  declare console: ConsoleContext;
  declare entryId: string;
  declare mayEdit: boolean;
  private declare addresses: Loaded<readonly OutsideAddress[]>;

  static override styles = [
    tokens,
    base,
    partStyles,
    panelStyles,
    css`
      ul {
        display: grid;
        gap: 12px;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        gap: 4px;
        min-inline-size: 0;
      }

      .address {
        font-size: 13px;
        line-height: 20px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#look());

  constructor() {
    super();
    this.entryId = '';
    this.mayEdit = false;
    this.addresses = { status: 'loading' };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entryId')) {
      this.addresses = { status: 'loading' };
      this.#refresher.now();
    }
  }

  async #look(): Promise<void> {
    const { entryId } = this;
    if (entryId === '') return;
    try {
      const value = await lookAtOutsideStream(this.console.client, entryId);
      if (entryId === this.entryId) this.addresses = { status: 'ready', value };
    } catch (error) {
      // What was seen stands until something else is.
      if (this.addresses.status !== 'ready') this.addresses = { status: 'failed', error };
    }
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <div class="card-head">
        <h2 id="heading">Your HLS stream</h2>
        ${this.mayEdit ? html`<a href="/console/webcasts/${this.entryId}/edit">Edit</a>` : nothing}
      </div>
      ${this.#content()}
      <p class="quiet-text">It plays from your server, and is not recorded here.</p>
    </section>`;
  }

  #content(): TemplateResult {
    const { addresses } = this;
    switch (addresses.status) {
      case 'loading':
        return html`<div class="bone" aria-busy="true"></div>`;
      case 'failed':
        return html`<p class="quiet-text">${failureSentence(addresses.error)}</p>`;
      case 'ready':
        if (addresses.value.length === 0) {
          return html`<p class="quiet-text">It has no address yet: edit the webcast to give it one.</p>`;
        }
        return html`<ul role="list">${addresses.value.map(address)}</ul>`;
    }
  }
}

function address(seen: OutsideAddress): TemplateResult {
  const { tone, word, text } = outsideReading(seen, location.protocol);
  return html`<li>
    <span class="address">${seen.url}</span>
    <span><console-chip .tone=${tone} .text=${word}></console-chip></span>
    ${text === '' ? nothing : html`<p class="quiet-text">${text}</p>`}
  </li>`;
}

customElements.define('webcast-source', WebcastSource);
