import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement } from 'lit';
import { dialogStyles } from './dialog-styles.ts';
import { partStyles } from './part-styles.ts';

/**
 * A dialog over the page: `show()` opens it, Escape and its cross close it. Its content goes into the default slot,
 * buttons into slot `actions`. The focus goes back where it came from.
 *
 * @fires console-close it was closed, by whatever
 */
export class ConsoleDialog extends LitElement {
  static override properties = { heading: { attribute: false } };

  declare heading: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    dialogStyles,
    css`
      :host {
        display: contents;
      }

      ::slotted([slot='actions']) {
        display: contents;
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
  }

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close(): void {
    this.#dialog.close();
  }

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#handleClose}>
      <div class="dialog-head">
        <h2 id="heading">${this.heading}</h2>
        <button class="button quiet icon" type="button" aria-label="Close" @click=${() => this.close()}>
          ${icons.close}
        </button>
      </div>
      <div class="dialog-body"><slot></slot></div>
      <div class="dialog-foot"><slot name="actions"></slot></div>
    </dialog>`;
  }

  #handleClose = () => {
    this.dispatchEvent(new CustomEvent('console-close'));
  };

  get #dialog(): HTMLDialogElement {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog === null) throw new Error('the dialog is not drawn yet');
    return dialog;
  }
}

customElements.define('console-dialog', ConsoleDialog);
