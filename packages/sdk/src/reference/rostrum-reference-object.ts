import type { ReferenceProperty } from '@rostrum/contracts';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base, tokens } from '../elements/tokens.ts';
import { type CallObject, type CallValue, emptyValue } from './call-values.ts';
import { objectStyles } from './object-styles.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';
import type { RostrumReferenceValue } from './rostrum-reference-value.ts';

/**
 * Edits an object: its type where several may stand here, and its properties one by one.
 *
 * @fires rostrum-value `detail` is the new object; undefined where it is not sent
 */
export class RostrumReferenceObject extends LitElement {
  static override properties = {
    index: { attribute: false },
    name: { attribute: false },
    declared: { attribute: false },
    value: { attribute: false },
    isRequired: { attribute: false },
  };

  declare index: ReferenceIndex;
  declare name: string;
  /** The type that the parameter is declared with. */
  declare declared: string;
  declare value: CallObject | undefined;
  declare isRequired: boolean;

  /** The property that was just added: the cursor goes there. */
  #added: string | null = null;

  static override styles = [tokens, base, referenceStyles, fieldStyles, objectStyles];

  constructor() {
    super();
    this.name = '';
    this.declared = '';
    this.value = undefined;
    this.isRequired = false;
  }

  protected override render() {
    const { value, name } = this;
    if (value === undefined) return this.#absent();
    const type = String(value.objectType ?? this.declared);
    const sent = Object.keys(value).filter((each) => each !== 'objectType');
    return html`<fieldset>
      <legend>
        <span class="mono">${name}</span>
        <span class="kind"><a class="mono" href=${`#${type}`}>${type}</a></span>
        ${
          this.isRequired
            ? nothing
            : html`<button
                class="button small plain"
                type="button"
                @click=${() => this.#send(undefined)}
               aria-label=${`Don’t send ${name}`}>Don’t send</button>`
        }
      </legend>
      ${this.#typeChoice(type)}
      ${repeat(
        sent,
        (each) => each,
        (each) => this.#property(type, each),
      )}
      ${this.#adder(type, new Set(sent))}
    </fieldset>`;
  }

  protected override updated(): void {
    if (this.#added === null) return;
    const row = this.renderRoot.querySelector<RostrumReferenceValue>(
      `[data-property="${CSS.escape(this.#added)}"]`,
    );
    this.#added = null;
    void row?.updateComplete.then(() => row.focus());
  }

  #absent(): TemplateResult {
    return html`<div class="empty">
      <span class="label"
        ><span class="mono">${this.name}</span> <span class="kind">${this.declared}</span></span
      >
      <button class="button small" type="button" @click=${() => this.#create()} aria-label=${`Send it: ${this.name}`}>Send it</button>
    </div>`;
  }

  #typeChoice(type: string) {
    const types = this.index.concreteTypes(this.declared);
    if (types.length < 2) return nothing;
    return html`<div class="field">
      <label for="type"><span class="mono">objectType</span></label>
      <select
        id="type"
        @change=${(event: Event) =>
          this.#send({ ...this.value, objectType: (event.target as HTMLSelectElement).value })}
      >
        ${types.map(
          (each) => html`<option value=${each} ?selected=${each === type}>${each}</option>`,
        )}
      </select>
    </div>`;
  }

  #property(type: string, name: string): TemplateResult {
    const property = this.index.property(type, name);
    const kind = property?.kind ?? { kind: 'string' as const };
    const isWide = kind.kind === 'object' || kind.kind === 'array';
    const isCleared = this.value?.[name] === null;
    const actions = html`<div class="actions" slot=${isWide ? nothing : 'actions'}>
      ${
        isWide
          ? nothing
          : html`<button
              class="button small plain"
              type="button"
              aria-pressed=${isCleared ? 'true' : 'false'}
              @click=${() => this.#set(name, isCleared ? '' : null)}
             aria-label=${`Clear ${name}`}>Clear</button>`
      }
      <button class="button small plain" type="button" @click=${() => this.#remove(name)} aria-label=${`Remove ${name}`}>Remove</button>
    </div>`;
    return html`<div class="property">
      <rostrum-reference-value
        data-property=${name}
        .index=${this.index}
        .name=${name}
        .kind=${kind}
        .value=${this.value?.[name]}
        .isRequired=${kind.kind === 'object'}
        .about=${property?.about ?? ''}
        @rostrum-value=${(event: CustomEvent<CallValue>) => this.#set(name, event.detail)}
        >${isWide ? nothing : actions}</rostrum-reference-value
      >
      ${isWide ? actions : nothing}
    </div>`;
  }

  #adder(type: string, sent: ReadonlySet<string>) {
    const groups = this.index
      .lineage(type)
      .map((each) => ({
        type: each.type.name,
        properties: each.properties.filter(
          ({ name, access }) => access !== 'read-only' && !sent.has(name),
        ),
      }))
      .filter(({ properties }) => properties.length > 0);
    if (groups.length === 0) return nothing;
    return html`<div class="add">
      <div class="field">
        <label for="add">Add a property</label>
        <select id="add" aria-label=${`Add a property to ${this.name}`}>
          ${groups.map(
            (group) =>
              html`<optgroup label=${group.type}>
                ${group.properties.map(({ name }) => html`<option>${name}</option>`)}
              </optgroup>`,
          )}
        </select>
      </div>
      <button class="button" type="button" @click=${() => this.#addChosen(type)} aria-label=${`Add to ${this.name}`}>Add</button>
    </div>`;
  }

  #addChosen(type: string): void {
    const name = this.renderRoot.querySelector<HTMLSelectElement>('#add')?.value ?? '';
    const property: ReferenceProperty | undefined = this.index.property(type, name);
    if (property === undefined) return;
    const { kind } = property;
    const concrete = kind.kind === 'object' ? this.index.concreteTypes(kind.type)[0] : undefined;
    this.#added = name;
    this.#set(name, emptyValue(kind, concrete));
  }

  #create(): void {
    this.#send({ objectType: this.index.concreteTypes(this.declared)[0] ?? this.declared });
  }

  #set(name: string, value: CallValue): void {
    this.#send({ ...this.value, [name]: value });
  }

  #remove(name: string): void {
    const { [name]: _removed, ...rest } = this.value ?? {};
    this.#send(rest);
  }

  #send(value: CallObject | undefined): void {
    this.dispatchEvent(new CustomEvent('rostrum-value', { detail: value }));
  }
}
