import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { partStyles } from '../../parts/part-styles.ts';
import { panelStyles } from '../panels/panel-styles.ts';
import type { LiveSwitch } from '../webcast-life.ts';
import type { Press } from './live-presses.ts';
import type { Sender } from './live-words.ts';

/**
 * How this webcast goes on air where nobody has to press for it, and how to change that. Nothing where the red button
 * says it all.
 *
 * @fires webcast-hold-back from now on, the picture is to wait for somebody to go live
 * @fires webcast-disarm somebody has gone live before the encoder came: that is to be taken back
 */
export class WebcastGoingLive extends LitElement {
  static override properties = {
    liveSwitch: { attribute: false },
    sender: { attribute: false },
    press: { attribute: false },
    mayChange: { attribute: false },
  };

  declare liveSwitch: LiveSwitch | null;
  declare sender: Sender;
  declare press: Press;
  declare mayChange: boolean;

  static override styles = [tokens, base, partStyles, panelStyles];

  constructor() {
    super();
    this.liveSwitch = null;
    this.sender = 'encoder';
    this.press = { status: 'idle' };
    this.mayChange = false;
  }

  protected override updated(): void {
    const kind = this.liveSwitch?.kind;
    this.hidden = kind !== 'armed' && kind !== 'follows-encoder';
  }

  protected override render() {
    const { liveSwitch } = this;
    if (liveSwitch?.kind === 'armed') return this.#armed();
    if (liveSwitch?.kind !== 'follows-encoder') return nothing;
    return liveSwitch.isOnAir ? this.#endsWithEncoder() : this.#startsWithEncoder();
  }

  #armed(): TemplateResult {
    return this.#card(
      `On air with the ${this.sender}`,
      `You have gone live already: the picture is on air for everybody ${this.#beginning}.`,
      this.#button('Hold back again', 'Holding back…', 'disarm', 'webcast-disarm'),
    );
  }

  #startsWithEncoder(): TemplateResult {
    return this.#card(
      'Goes on air by itself',
      `The picture is on air for everybody ${this.#beginning}. To look at it first and go live yourself, hold it back.`,
      this.#button('Hold back until I go live', 'Holding back…', 'hold-back', 'webcast-hold-back'),
    );
  }

  #endsWithEncoder(): TemplateResult {
    return this.#card(
      `Ends with your ${this.sender}`,
      `To end the webcast, ${this.sender === 'stream' ? 'end your stream' : 'stop your encoder'}. If it breaks off instead, viewers wait for it a while. For the next show you can have the picture held back until you go live.`,
      nothing,
    );
  }

  get #beginning(): string {
    return this.sender === 'stream'
      ? 'as soon as your stream is there'
      : 'as soon as your encoder sends it';
  }

  #card(heading: string, text: string, action: TemplateResult | typeof nothing): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="quiet-text">${text}</p>
      ${this.mayChange ? action : nothing}
    </section>`;
  }

  #button(label: string, pending: string, wish: 'disarm' | 'hold-back', event: string) {
    const isPending = this.press.status === 'pending';
    const isThis = isPending && this.press.status === 'pending' && this.press.wish === wish;
    return html`<div class="actions">
      <button
        class="button small"
        type="button"
        aria-disabled=${isPending ? 'true' : 'false'}
        @click=${() => {
          if (!isPending) this.dispatchEvent(new CustomEvent(event));
        }}
      >
        ${isThis ? pending : label}
      </button>
    </div>`;
  }
}

customElements.define('webcast-going-live', WebcastGoingLive);
