import { base, icons, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../frame/console-context.ts';
import './console-dialog.ts';
import type { ConsoleDialog } from './console-dialog.ts';
import { failureSentence } from './failure-words.ts';
import { fieldStyles, partStyles } from './part-styles.ts';

/**
 * A dialog with a form: sends once, says what the server has refused, and loses nothing of what was typed.
 *
 * @fires form-saved what was sent has been done
 */
export abstract class FormDialog extends LitElement {
  static override properties = {
    console: { attribute: false },
    isOpen: { state: true },
    isBusy: { state: true },
    problem: { state: true },
  };

  declare console: ConsoleContext;
  protected declare isOpen: boolean;
  protected declare isBusy: boolean;
  protected declare problem: string;

  static override styles = [tokens, base, partStyles, fieldStyles];

  constructor() {
    super();
    this.isOpen = false;
    this.isBusy = false;
    this.problem = '';
  }

  protected abstract heading(): string;
  protected abstract fields(): TemplateResult;
  /** The button that sends, by its verb; null where there is nothing (more) to send. */
  protected abstract verb(): string | null;
  /** What is missing, as a sentence; empty where it can be sent. */
  protected abstract missing(): string;
  /** Sends. @returns whether the dialog has done its work and closes */
  protected abstract send(): Promise<boolean>;

  protected async show(): Promise<void> {
    this.isOpen = true;
    this.isBusy = false;
    this.problem = '';
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector<ConsoleDialog>('console-dialog');
    await dialog?.show();
    this.renderRoot.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  close(): void {
    this.renderRoot.querySelector<ConsoleDialog>('console-dialog')?.close();
  }

  /** What was shown is forgotten: it may be a secret. */
  protected forget(): void {}

  protected override render() {
    if (!this.isOpen) return nothing;
    const verb = this.verb();
    return html`<console-dialog .heading=${this.heading()} @console-close=${this.#handleClose}>
      <form id="form" novalidate @submit=${this.#handleSubmit}>
        ${this.fields()}
        <div role="alert">
          ${
            this.problem === ''
              ? nothing
              : html`<p class="problem">${icons.alert}<span>${this.problem}</span></p>`
          }
        </div>
        <button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">
          ${verb ?? 'Close'}
        </button>
      </form>
      <div slot="actions">
        ${
          verb === null
            ? html`<button class="button primary" type="button" @click=${() => this.close()}>
                Done
              </button>`
            : html`<button class="button" type="button" @click=${() => this.close()}>Cancel</button>
                <button
                  class="button primary"
                  type="button"
                  aria-disabled=${this.isBusy ? 'true' : 'false'}
                  @click=${() => void this.#submit()}
                >
                  ${this.isBusy ? 'Saving…' : verb}
                </button>`
        }
      </div>
    </console-dialog>`;
  }

  #handleClose = () => {
    this.isOpen = false;
    this.forget();
  };

  #handleSubmit = (event: Event) => {
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    if (this.isBusy) return;
    if (this.verb() === null) {
      this.close();
      return;
    }
    this.problem = this.missing();
    if (this.problem !== '') return;
    this.isBusy = true;
    try {
      const isDone = await this.send();
      this.dispatchEvent(new CustomEvent('form-saved'));
      if (isDone) this.close();
    } catch (error) {
      this.problem = failureSentence(error);
    } finally {
      this.isBusy = false;
    }
  }
}
