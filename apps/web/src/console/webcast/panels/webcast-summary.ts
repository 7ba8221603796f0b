import type { LiveStreamEntry } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing } from 'lit';
import { partStyles } from '../../parts/part-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { summaryOf } from './summary.ts';

/** How the webcast is set up, in short. */
export class WebcastSummary extends LitElement {
  static override properties = { entry: { attribute: false }, mayEdit: { attribute: false } };

  declare entry: LiveStreamEntry | null;
  declare mayEdit: boolean;

  static override styles = [tokens, base, partStyles, panelStyles];

  constructor() {
    super();
    this.entry = null;
    this.mayEdit = false;
  }

  protected override render() {
    const { entry } = this;
    if (entry === null) return nothing;
    return html`<section class="card" aria-labelledby="heading">
      <div class="card-head">
        <h2 id="heading">Settings</h2>
        ${this.mayEdit ? html`<a href="/console/webcasts/${entry.id}/edit">Edit</a>` : nothing}
      </div>
      <dl class="facts">
        ${summaryOf(entry).map(
          ({ label, value }) =>
            html`<div class="fact">
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }
}

customElements.define('webcast-summary', WebcastSummary);
