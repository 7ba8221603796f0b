import type { ReferenceEnum, ReferenceKind } from '@rostrum/contracts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { base, tokens } from '../elements/tokens.ts';
import {
  type CallValue,
  chosenValue,
  isCallObject,
  isSecretName,
  typedValue,
} from './call-values.ts';
import { kindWord } from './kind-words.ts';
import { prose } from './prose.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';

/**
 * Edits one value, as its kind asks for. Buttons in its slot `actions` stand beside its name.
 *
 * @fires rostrum-value `detail` is the new value; undefined where nothing is to be sent
 */
export class RostrumReferenceValue extends LitElement {
  static override properties = {
    index: { attribute: false },
    name: { attribute: false },
    kind: { attribute: false },
    value: { attribute: false },
    isRequired: { attribute: false },
    about: { attribute: false },
  };

  declare index: ReferenceIndex;
  declare name: string;
  declare kind: ReferenceKind;
  declare value: CallValue;
  declare isRequired: boolean;
  declare about: string;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    fieldStyles,
    css`
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px;
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.kind = { kind: 'string' };
    this.value = undefined;
    this.isRequired = false;
    this.about = '';
  }

  /** Puts the cursor where the value is typed. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  protected override render() {
    const { kind, name, value } = this;
    if (kind.kind === 'object') {
      return html`<rostrum-reference-object
        .index=${this.index}
        .name=${name}
        .declared=${kind.type}
        .value=${isCallObject(value) ? value : undefined}
        .isRequired=${this.isRequired}
        @rostrum-value=${this.#pass}
      ></rostrum-reference-object>`;
    }
    if (kind.kind === 'array') {
      return html`<rostrum-reference-items
        .index=${this.index}
        .name=${name}
        .items=${kind.items}
        .value=${Array.isArray(value) ? value : undefined}
        @rostrum-value=${this.#pass}
      ></rostrum-reference-items>`;
    }
    return html`<div class="field">
      <div class="head">
        <label for="control">
          <span class="mono">${name}</span>
          <span class="kind">${kindWord(kind)}${this.isRequired ? ' · required' : ''}</span>
        </label>
        <slot name="actions"></slot>
      </div>
      ${value === null ? this.#cleared() : this.#control()}
      ${this.#hint()}
    </div>`;
  }

  #control(): TemplateResult {
    const { kind, name } = this;
    const text = this.value === undefined ? '' : String(this.value);
    const describedBy = this.about === '' && kind.kind !== 'time' ? nothing : 'hint';
    switch (kind.kind) {
      case 'enum':
        return this.#choice(enumOptions(this.index.enum(kind.type)), describedBy);
      case 'bool':
        return this.#choice(['true', 'false'].map(plainOption), describedBy);
      case 'nullableBoolean':
        return this.#choice([...['true', 'false'].map(plainOption), UNSET], describedBy);
      case 'file':
        return html`<input
          id="control"
          type="file"
          aria-describedby=${describedBy}
          @change=${(event: Event) => this.#send((event.target as HTMLInputElement).files?.[0])}
        />`;
      default:
        return html`<input
          id="control"
          type=${isSecretName(name) ? 'password' : 'text'}
          inputmode=${kind.kind === 'string' || kind.kind === 'multilingual' ? 'text' : 'numeric'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby=${describedBy}
          .value=${live(text)}
          @input=${(event: Event) => this.#send(typedValue(kind, (event.target as HTMLInputElement).value))}
        />`;
    }
  }

  #choice(options: readonly Option[], describedBy: string | typeof nothing): TemplateResult {
    const chosen = this.value === undefined ? '' : String(this.value);
    return html`<select
      id="control"
      aria-describedby=${describedBy}
      .value=${live(chosen)}
      @change=${(event: Event) => this.#send(this.#chosen((event.target as HTMLSelectElement).value))}
    >
      <option value="" ?selected=${chosen === ''}>not sent</option>
      ${options.map(
        ({ text, value }) =>
          html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>`;
  }

  #cleared(): TemplateResult {
    return html`<input id="control" type="text" disabled value="cleared" />`;
  }

  #hint() {
    const { kind, value, about } = this;
    if (kind.kind === 'time' && typeof value === 'number') {
      return html`<p class="hint" id="hint">${timeHint(value)}</p>`;
    }
    if (about === '' && kind.kind !== 'time') return nothing;
    const hint = about === '' ? 'A small number is an offset from now.' : about;
    return html`<p class="hint" id="hint">${prose(hint)}</p>`;
  }

  #chosen(text: string): CallValue {
    const { kind } = this;
    return chosenValue(text, kind.kind === 'enum' ? this.index.enum(kind.type) : undefined);
  }

  #send(value: CallValue): void {
    this.dispatchEvent(new CustomEvent('rostrum-value', { detail: value }));
  }

  #pass(event: CustomEvent<CallValue>): void {
    this.#send(event.detail);
  }
}

type Option = { readonly value: string; readonly text: string };

const UNSET: Option = { value: '-1', text: 'unset (-1)' };

function plainOption(value: string): Option {
  return { value, text: value };
}

function enumOptions(type: ReferenceEnum | undefined): readonly Option[] {
  return (type?.values ?? []).map(({ name, value }) => ({
    value: String(value),
    text: name === String(value) ? name : `${name} (${value})`,
  }));
}

/** Small numbers are offsets: only a real time is said as a date. */
function timeHint(seconds: number): string {
  if (Math.abs(seconds) <= 315_360_000) return 'An offset from now, in seconds.';
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' }).format(
    seconds * 1000,
  );
}
