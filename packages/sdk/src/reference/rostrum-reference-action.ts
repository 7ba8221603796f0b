import type { ReferenceAction, ReferenceParameter } from '@rostrum/contracts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import type { CallObject } from './call-values.ts';
import { compatibilityWord } from './compatibility-words.ts';
import { kindLink } from './kind-words.ts';
import { prose } from './prose.ts';
import type { ActionEntry, ReferenceIndex } from './reference-index.ts';
import { referenceStyles } from './reference-styles.ts';

/** One action: what it does, who may call it, what it takes and answers, how it is called. */
export class RostrumReferenceAction extends LitElement {
  static override properties = {
    serviceUrl: { attribute: false },
    partnerId: { attribute: false },
    index: { attribute: false },
    entry: { attribute: false },
    values: { attribute: false },
  };

  declare serviceUrl: string;
  declare partnerId: number;
  declare index: ReferenceIndex;
  declare entry: ActionEntry;
  /** What the form holds: the examples show it. */
  declare values: CallObject;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    css`
      h1 {
        font-weight: 500;
        color: var(--text-2);
      }

      h1 strong {
        font-weight: 600;
        color: var(--text);
      }

      .required {
        color: var(--text);
        font-weight: 600;
      }

      details {
        margin-block-start: 12px;
      }

      summary {
        font-size: 14px;
        line-height: 20px;
        font-weight: 600;
      }

      details ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin-block-start: 8px;
        list-style: none;
        font-size: 13px;
      }
    `,
  ];

  constructor() {
    super();
    this.serviceUrl = '';
    this.partnerId = 0;
    this.values = {};
  }

  protected override render() {
    const { service, action } = this.entry;
    return html`
      <p class="crumb"><a href=${`#${service.name}`}>${service.name}</a></p>
      <h1 tabindex="-1">${service.name}.<strong>${action.name}</strong></h1>
      <p class="lead">${prose(action.summary)}</p>
      <div class="chips">
        <span class="chip">${SESSION_WORDS[action.session]}</span>
        ${this.#compatibility()}
      </div>
      <h2>Who may call it</h2>
      ${this.#access(action)}
      <h2>Parameters</h2>
      ${this.#parameters(action)}
      <h2>Answer</h2>
      <p>
        ${action.result === null ? html`Nothing: <code>null</code> in JSON.` : kindLink(action.result)}
      </p>
      <h2>Errors</h2>
      ${this.#errors(action)}
      <h2>Example</h2>
      <rostrum-reference-samples .call=${this.#sampleCall()}></rostrum-reference-samples>
      <p class="hint">
        The example shows what the form holds. Sent to
        <code>/api_v3/service/${service.wireName}/action/${action.name}</code>.
      </p>
    `;
  }

  /** Where people and screen readers begin to read. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  #compatibility() {
    const found = this.index.compatibility(this.entry);
    if (found === undefined) return nothing;
    return html`<span class=${found.status === 'works' ? 'chip good' : 'chip warn'}
        >${compatibilityWord(found.status)}</span
      >${found.note === '' ? nothing : html`<p class="hint">${prose(found.note)}</p>`}`;
  }

  #access({ permission, ownership }: ReferenceAction): TemplateResult {
    const { name, about, heldBy } = permission;
    return html`
      ${
        name === null
          ? html`<p>${about}</p>`
          : html`<p>Sessions with <code>${name}</code>: ${heldBy.join(', ')}.</p>
              <p class="hint">${about}</p>`
      }
      ${ownership === null ? nothing : html`<p>${ownership}</p>`}
    `;
  }

  #parameters({ parameters }: ReferenceAction): TemplateResult {
    if (parameters.length === 0) return html`<p>None.</p>`;
    return html`<ul class="rows">
      ${parameters.map(
        (parameter) => html`<li>
          <div class="row-head">
            <span class="name mono">${parameter.name}</span>
            <span class="kind">${kindLink(parameter.kind)}</span>
            <span class="aside">${needOf(parameter)}</span>
          </div>
          ${parameter.about === '' ? nothing : html`<p class="about">${prose(parameter.about)}</p>`}
        </li>`,
      )}
    </ul>`;
  }

  #errors({ errors, commonErrors }: ReferenceAction): TemplateResult {
    return html`
      ${
        errors.length === 0
          ? html`<p>None of its own.</p>`
          : html`<ul class="rows">
              ${errors.map(
                (code) => html`<li>
                  <a class="name mono" href=${`#${code}`}>${code}</a>
                  <p class="about">${this.index.error(code)?.meaning}</p>
                </li>`,
              )}
            </ul>`
      }
      ${
        commonErrors.length === 0
          ? nothing
          : html`<details>
              <summary>And ${commonErrors.length} that calls of this kind share</summary>
              <ul>
                ${commonErrors.map(
                  (code) => html`<li><a class="mono" href=${`#${code}`}>${code}</a></li>`,
                )}
              </ul>
            </details>`
      }
    `;
  }

  #sampleCall() {
    const { serviceUrl, partnerId, entry, values, index } = this;
    return { serviceUrl, partnerId, entry, values, index };
  }
}

const SESSION_WORDS = {
  required: 'Needs a session',
  optional: 'Session optional',
  ignored: 'No session needed',
} as const;

function needOf({ isRequired, default: value }: ReferenceParameter): TemplateResult {
  if (isRequired) return html`<span class="required">required</span>`;
  if (value === null || value === '') return html`optional`;
  return html`optional, <code>${String(value)}</code> if not sent`;
}
