import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement } from 'lit';
import { partStyles } from '../../parts/part-styles.ts';
import { LOCALE } from '../../parts/times.ts';
import { panelStyles } from './panel-styles.ts';

const COUNT = new Intl.NumberFormat(LOCALE);

/** How many are there now: in front of the picture, or before it begins. */
export class WebcastViewers extends LitElement {
  static override properties = {
    watching: { attribute: false },
    isOnAir: { attribute: false },
  };

  /** Null until the room has said. */
  declare watching: number | null;
  declare isOnAir: boolean;

  static override styles = [tokens, base, partStyles, panelStyles];

  constructor() {
    super();
    this.watching = null;
    this.isOnAir = false;
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">Viewers</h2>
      <dl class="facts">
        <div class="fact">
          <dt>${this.isOnAir ? 'Watching now' : 'Waiting on the watch page'}</dt>
          <dd><strong>${this.watching === null ? '–' : COUNT.format(this.watching)}</strong></dd>
        </div>
      </dl>
    </section>`;
  }
}

customElements.define('webcast-viewers', WebcastViewers);
