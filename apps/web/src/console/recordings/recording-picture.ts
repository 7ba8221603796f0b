import type { RecordingEntry } from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import { recordingPicture } from './recording-words.ts';

/** As wide as the list shows it on a sharp screen, px. */
const WIDTH_PX = 240;

/** A recording's picture in the list. Only where not everybody may see it does the session go into its address. */
export class RecordingPicture extends LitElement {
  static override properties = {
    entry: { attribute: false },
    session: { attribute: false },
    attempt: { state: true },
  };

  declare entry: RecordingEntry;
  declare session: string;
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
    this.attempt = 'public';
  }

  protected override render() {
    if (this.attempt === 'none') return icons.film;
    const ks = this.attempt === 'private' ? `?ks=${encodeURIComponent(this.session)}` : '';
    return html`<img
      alt=""
      loading="lazy"
      decoding="async"
      src="${recordingPicture(this.entry, WIDTH_PX)}${ks}"
      @error=${() => {
        this.attempt = this.attempt === 'public' ? 'private' : 'none';
      }}
    />`;
  }
}

customElements.define('recording-picture', RecordingPicture);
