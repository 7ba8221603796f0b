import type { LiveStreamEntry } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import { pictureAddress } from './webcast-words.ts';

/** What is on air is shown as it was at most so long ago, ms. */
const FRESH_MS = 20_000;

/** A webcast's picture in the list. Only where not everybody may see it does the session go into its address. */
export class WebcastPicture extends LitElement {
  static override properties = {
    entry: { attribute: false },
    session: { attribute: false },
    isOnAir: { attribute: false },
    attempt: { state: true },
  };

  declare entry: LiveStreamEntry;
  declare session: string;
  declare isOnAir: boolean;
  private declare attempt: 'public' | 'private' | 'none';

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: grid;
        place-items: center;
        inline-size: 112px;
        aspect-ratio: 16 / 9;
        border-radius: 6px;
        border: 1px solid var(--line);
        background: var(--ink-2);
        color: var(--text-3);
        overflow: hidden;
      }

      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
    `,
  ];

  constructor() {
    super();
    this.session = '';
    this.isOnAir = false;
    this.attempt = 'public';
  }

  protected override render() {
    if (this.attempt === 'none') return icons.film;
    const moment = this.isOnAir ? Math.floor(Date.now() / FRESH_MS) : 0;
    const address = pictureAddress(this.entry, moment);
    const ks = this.attempt === 'private' ? `?ks=${encodeURIComponent(this.session)}` : '';
    return html`<img
      alt=""
      loading="lazy"
      decoding="async"
      src="${address}${ks}"
      @error=${() => {
        this.attempt = this.attempt === 'public' ? 'private' : 'none';
      }}
    />`;
  }
}

customElements.define('webcast-picture', WebcastPicture);
