import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { type CallObject, type CallValue, filesOf } from './call-values.ts';
import { sizeWord } from './kind-words.ts';
import type { ActionEntry, ReferenceIndex } from './reference-index.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';
import { withoutSecrets } from './samples/sample-call.ts';
import {
  type AnswerFormat,
  type CallAnswer,
  type CallToSend,
  callAddress,
  callBody,
  sendCall,
} from './send-call.ts';
import type { TrySession } from './try-session.ts';

type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'answered'; readonly answer: CallAnswer }
  | { readonly kind: 'unanswered' };

/**
 * A form for one action: its parameters, what is sent, what comes back.
 *
 * @fires rostrum-values `detail` is all that the form holds, after each change
 * @fires rostrum-session passed on from the session's form
 */
export class RostrumReferenceTry extends LitElement {
  static override properties = {
    serviceUrl: { attribute: false },
    index: { attribute: false },
    entry: { attribute: false },
    values: { attribute: false },
    session: { attribute: false },
    format: { state: true },
    outcome: { state: true },
  };

  declare serviceUrl: string;
  declare index: ReferenceIndex;
  declare entry: ActionEntry;
  declare values: CallObject;
  declare session: TrySession | null;
  private declare format: AnswerFormat;
  private declare outcome: Outcome;

  #sending: AbortController | null = null;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        min-inline-size: 0;
      }

      h2 {
        margin: 0;
      }

      h3 {
        margin: 0 0 8px;
      }

      form {
        display: grid;
        gap: 16px;
      }

      .send {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }

      .send .field {
        inline-size: 104px;
      }

      .outcome {
        display: grid;
        gap: 12px;
        min-inline-size: 0;
      }

      details rostrum-code {
        margin-block-start: 8px;
      }

      summary {
        font-size: 13px;
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.serviceUrl = '';
    this.values = {};
    this.session = null;
    this.format = 'json';
    this.outcome = { kind: 'nothing' };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sending?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entry')) return;
    this.#sending?.abort();
    this.outcome = { kind: 'nothing' };
  }

  protected override render() {
    const { parameters } = this.entry.action;
    return html`
      <h2>Try it</h2>
      ${this.#session()}
      <form @submit=${(event: SubmitEvent) => this.#submit(event)}>
        ${
          parameters.length === 0
            ? html`<p class="hint">It takes no parameters.</p>`
            : parameters.map(
                ({ name, kind, isRequired, about }) => html`<rostrum-reference-value
                  .index=${this.index}
                  .name=${name}
                  .kind=${kind}
                  .value=${this.values[name]}
                  .isRequired=${isRequired}
                  .about=${about}
                  @rostrum-value=${(event: CustomEvent<CallValue>) => this.#set(name, event.detail)}
                ></rostrum-reference-value>`,
              )
        }
        <div class="send">
          <div class="field">
            <label for="format">Answer</label>
            <select
              id="format"
              @change=${(event: Event) => {
                this.format = (event.target as HTMLSelectElement).value as AnswerFormat;
              }}
            >
              <option value="json">JSON</option>
              <option value="xml">XML</option>
            </select>
          </div>
          <button class="button primary" type="submit" ?disabled=${this.outcome.kind === 'waiting'}>
            ${this.outcome.kind === 'waiting' ? 'Sending…' : 'Send'}
          </button>
        </div>
      </form>
      ${this.#request()}
      <p class="visually-hidden" role="status">${announcementOf(this.outcome)}</p>
      <div class="outcome">${this.#outcome()}</div>
    `;
  }

  #session(): TemplateResult | typeof nothing {
    const { session: need } = this.entry.action;
    if (need === 'ignored') return nothing;
    const isMissing = this.session === null && need === 'required';
    return html`<section class="box" aria-labelledby="session">
      <h3 id="session">${isMissing ? 'It needs a session' : 'Session'}</h3>
      <rostrum-reference-session
        .serviceUrl=${this.serviceUrl}
        .session=${this.session}
        .isNeeded=${need === 'required'}
        @rostrum-session=${(event: CustomEvent<string | null>) =>
          this.dispatchEvent(new CustomEvent('rostrum-session', { detail: event.detail }))}
      ></rostrum-reference-session>
    </section>`;
  }

  #request(): TemplateResult {
    const call = this.#call();
    const body = JSON.stringify(
      maskSession(callBody({ ...call, values: withoutSecrets(call.values) })),
      null,
      2,
    );
    const files = filesOf(call.values);
    return html`<details>
      <summary>The request</summary>
      <rostrum-code
        label="Request"
        .code=${`POST ${callAddress(call)}\n\n${body}${files
          .map(([name, file]) => `\n\n${name}: ${file.name}, ${sizeWord(file.size)}`)
          .join('')}`}
      ></rostrum-code>
    </details>`;
  }

  #outcome(): TemplateResult | typeof nothing {
    switch (this.outcome.kind) {
      case 'nothing':
      case 'waiting':
        return nothing;
      case 'unanswered':
        return html`<p class="box warn" role="alert">
          The server does not answer. Check your connection, then send it again.
        </p>`;
      case 'answered':
        return html`<rostrum-reference-answer
          .index=${this.index}
          .answer=${this.outcome.answer}
        ></rostrum-reference-answer>`;
    }
  }

  #set(name: string, value: CallValue): void {
    // A field that is emptied again sends nothing, and the default counts.
    const values = { ...this.values, [name]: value === '' ? undefined : value };
    this.dispatchEvent(new CustomEvent('rostrum-values', { detail: values }));
  }

  #call(): CallToSend {
    const { service, action } = this.entry;
    return {
      serviceUrl: this.serviceUrl,
      wireName: service.wireName,
      action: action.name,
      values: this.values,
      session: action.session === 'ignored' ? null : (this.session?.ks ?? null),
      format: this.format,
    };
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.#sending?.abort();
    const sending = new AbortController();
    this.#sending = sending;
    this.outcome = { kind: 'waiting' };
    const outcome = await sendCall(this.#call(), sending.signal).then(
      (answer): Outcome => ({ kind: 'answered', answer }),
      // Whatever stood in the way, no answer came: the browser doesn't say more than that.
      (): Outcome => ({ kind: 'unanswered' }),
    );
    if (!sending.signal.aborted) this.outcome = outcome;
  }
}

/** What screen readers say; the answer itself is there to be read. */
function announcementOf(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return 'Sending';
  if (outcome.kind !== 'answered') return '';
  const { errorCode, durationMs } = outcome.answer;
  return errorCode === null
    ? `The server has answered in ${Math.round(durationMs)} milliseconds`
    : `The server has refused: ${errorCode}`;
}

/** The session is long and secret: people know it by its beginning. */
function maskSession(body: object): object {
  return 'ks' in body ? { ...body, ks: `${String(body.ks).slice(0, 8)}…` } : body;
}
