import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { dialogStyles } from './dialog-styles.ts';
import { partStyles } from './part-styles.ts';

export type Question = {
  readonly heading: string;
  /** What happens, and what does not: `The recording stays.` */
  readonly text: string | TemplateResult;
  /** The button that does it, by its verb: `Delete webcast`. */
  readonly confirm: string;
  /** `Cancel` where it is left out. */
  readonly cancel?: string;
  /** Red, for what goes on air or off it; everything else stays in ink. */
  readonly isLive?: boolean;
};

/** Asks before something that can't be taken back. Answers false where the dialog is closed in any other way. */
export function ask(question: Question): Promise<boolean> {
  const element = document.createElement('console-ask') as ConsoleAsk;
  element.question = question;
  document.body.append(element);
  return element.answered;
}

class ConsoleAsk extends LitElement {
  static override properties = { question: { attribute: false } };

  declare question: Question;

  #answer: (isYes: boolean) => void;
  readonly answered: Promise<boolean>;

  static override styles = [
    tokens,
    base,
    partStyles,
    dialogStyles,
    css`
      dialog {
        inline-size: min(440px, calc(100vw - 32px));
      }

      @media (width < 520px) {
        dialog {
          inline-size: 100vw;
        }
      }

      .text {
        color: var(--text-2);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
    `,
  ];

  constructor() {
    super();
    this.question = { heading: '', text: '', confirm: '' };
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.answered = promise;
    this.#answer = resolve;
  }

  protected override render() {
    const { heading, text, confirm, cancel, isLive } = this.question;
    return html`<dialog
      role="alertdialog"
      aria-labelledby="heading"
      aria-describedby="text"
      @close=${(event: Event) => this.#close((event.target as HTMLDialogElement).returnValue)}
    >
      <div class="dialog-head"><h2 id="heading">${heading}</h2></div>
      <div class="dialog-body"><div class="text" id="text">${text}</div></div>
      <form class="dialog-foot" method="dialog">
        <button class="button" value="no" autofocus>${cancel ?? 'Cancel'}</button>
        <button class="button ${isLive === true ? 'live' : 'strong'}" value="yes">${confirm}</button>
      </form>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #close(value: string): void {
    this.#answer(value === 'yes');
    this.remove();
  }
}

customElements.define('console-ask', ConsoleAsk);
