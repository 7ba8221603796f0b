import { css, html, LitElement } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { type CallList, type CallValue, isCallObject } from './call-values.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';

/**
 * Edits a list of objects.
 *
 * @fires rostrum-value `detail` is the new list; undefined where it is not sent
 */
export class RostrumReferenceItems extends LitElement {
  static override properties = {
    index: { attribute: false },
    name: { attribute: false },
    items: { attribute: false },
    value: { attribute: false },
  };

  declare index: ReferenceIndex;
  declare name: string;
  /** The type that its objects are declared with. */
  declare items: string;
  declare value: CallList | undefined;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    fieldStyles,
    css`
      ol {
        display: grid;
        gap: 12px;
        margin: 8px 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        gap: 4px;
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.items = '';
    this.value = undefined;
  }

  protected override render() {
    const list = this.value ?? [];
    return html`
      <span class="label"
        ><span class="mono">${this.name}</span> <span class="kind">list of ${this.items}</span></span
      >
      <ol>
        ${list.map(
          (item, place) => html`<li>
            <rostrum-reference-object
              .index=${this.index}
              .name=${`${this.name} ${place + 1}`}
              .declared=${this.items}
              .value=${isCallObject(item) ? item : undefined}
              .isRequired=${true}
              @rostrum-value=${(event: CustomEvent<CallValue>) =>
                this.#send(list.map((each, other) => (other === place ? event.detail : each)))}
            ></rostrum-reference-object>
            <div class="actions">
              <button
                class="button small plain"
                type="button"
                @click=${() => this.#send(list.filter((_, other) => other !== place))}
               aria-label=${`Remove ${this.name} ${place + 1}`}>Remove</button>
            </div>
          </li>`,
        )}
      </ol>
      <div class="actions">
        <button class="button small" type="button" @click=${() => this.#append(list)} aria-label=${`Add an item to ${this.name}`}>Add an item</button>
      </div>
    `;
  }

  #append(list: CallList): void {
    const objectType = this.index.concreteTypes(this.items)[0] ?? this.items;
    this.#send([...list, { objectType }]);
  }

  /** A list that has lost its last item is not sent at all. */
  #send(list: CallList): void {
    const detail = list.length === 0 ? undefined : list;
    this.dispatchEvent(new CustomEvent('rostrum-value', { detail }));
  }
}
