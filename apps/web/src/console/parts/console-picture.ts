import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, type PropertyValues } from 'lit';

/** The picture of a row in a list. Only where not everybody may see it does the session go into its address. */
export class ConsolePicture extends LitElement {
  static override properties = {
    address: { attribute: false },
    session: { attribute: false },
    attempt: { state: true },
  };

  /** Of the picture as everybody gets it. */
  declare address: string;
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
    this.address = '';
    this.session = '';
    this.attempt = 'public';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What could not be had as everybody may be had now.
    if (changed.has('address') && this.attempt === 'none') this.attempt = 'public';
  }

  protected override render() {
    if (this.attempt === 'none' || this.address === '') return icons.film;
    const ks = this.attempt === 'private' ? `?ks=${encodeURIComponent(this.session)}` : '';
    return html`<img
      alt=""
      loading="lazy"
      decoding="async"
      src="${this.address}${ks}"
      @error=${() => {
        this.attempt = this.attempt === 'public' ? 'private' : 'none';
      }}
    />`;
  }
}

customElements.define('console-picture', ConsolePicture);
