import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';

/** A step of the way to a page: `Webcasts / Q4 all hands`. */
export type Crumb = { readonly label: string; readonly path: string };

/**
 * Head and body of a page: where it is, its name, what can be done with it. What belongs beside the name goes into slot
 * `beside`, buttons into slot `actions`, the rest into the body.
 */
export class ConsolePage extends LitElement {
  static override properties = {
    heading: { attribute: false },
    crumbs: { attribute: false },
    lead: { attribute: false },
  };

  declare heading: string;
  /** Those above this page. */
  declare crumbs: readonly Crumb[];
  /** A sentence under the name; empty for none. */
  declare lead: string;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
        min-block-size: 87px;
        padding: 16px 28px;
        border-block-end: 1px solid var(--line);
      }

      .words {
        flex: 1 1 280px;
        min-inline-size: 0;
      }

      nav {
        font-size: 13px;
        line-height: 20px;
        color: var(--text-2);
      }

      nav a {
        color: inherit;
        text-decoration: none;
        border-radius: 4px;
      }

      nav a:hover {
        color: var(--text);
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }

      h1 {
        min-inline-size: 0;
        font-size: 22px;
        line-height: 28px;
        font-weight: 600;
        letter-spacing: -0.015em;
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }

      .lead {
        font-size: 14px;
        line-height: 20px;
        color: var(--text-2);
      }

      .body {
        padding: 24px 28px 64px;
      }

      @media (width < 720px) {
        header {
          min-block-size: 0;
          padding: 14px 16px;
        }

        .words {
          flex-basis: 160px;
        }

        h1 {
          font-size: 19px;
          line-height: 24px;
        }

        .body {
          padding: 16px 16px 40px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.crumbs = [];
    this.lead = '';
  }

  protected override render() {
    return html`
      <header>
        <div class="words">
          ${this.#way()}
          <div class="line"><h1>${this.heading}</h1><slot name="beside"></slot></div>
          ${this.lead === '' ? nothing : html`<p class="lead">${this.lead}</p>`}
        </div>
        <slot name="actions"></slot>
      </header>
      <div class="body"><slot></slot></div>
    `;
  }

  #way() {
    if (this.crumbs.length === 0) return nothing;
    return html`<nav aria-label="Where you are">
      ${this.crumbs.map(({ label, path }) => html`<a href=${path}>${label}</a> / `)}
      <span aria-current="page">${this.heading}</span>
    </nav>`;
  }
}

customElements.define('console-page', ConsolePage);
