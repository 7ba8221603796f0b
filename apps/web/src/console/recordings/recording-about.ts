import type { RecordingEntry } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { inputField, textAreaField } from '../parts/field.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { panelStyles } from '../webcast/panels/panel-styles.ts';

export type AboutValues = { readonly name: string; readonly description: string };

/**
 * Name and description of a recording, to be changed in place.
 *
 * @fires about-change `detail` says whether something has been typed that is not saved
 * @fires about-save `detail` is what they are to be, AboutValues
 */
export class RecordingAbout extends LitElement {
  static override properties = {
    entry: { attribute: false },
    isBusy: { attribute: false },
    values: { state: true },
  };

  declare entry: RecordingEntry;
  declare isBusy: boolean;
  /** What has been typed; null where nothing has. */
  private declare values: AboutValues | null;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    panelStyles,
    css`
      form {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  #wasChanged = false;

  constructor() {
    super();
    this.isBusy = false;
    this.values = null;
  }

  /** Whether something has been typed that is not saved. */
  get isChanged(): boolean {
    const { name, description } = this.entry;
    return (
      this.values !== null && (this.values.name !== name || this.values.description !== description)
    );
  }

  /** What has been saved stands in the entry now. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entry') && this.values !== null && !this.isChanged) this.values = null;
  }

  protected override updated(): void {
    if (this.#wasChanged === this.isChanged) return;
    this.#wasChanged = this.isChanged;
    this.dispatchEvent(new CustomEvent('about-change', { detail: this.isChanged }));
  }

  protected override render() {
    const { name, description } = this.values ?? this.entry;
    const isEmpty = name.trim() === '';
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">About it</h2>
      <form novalidate @submit=${this.#submit}>
        ${inputField({
          id: 'name',
          label: 'Name',
          value: name,
          maxLength: 256,
          problem: this.values !== null && isEmpty ? 'Give it a name: viewers see it.' : undefined,
          input: (value) => this.#type({ name: value }),
        })}
        ${textAreaField({
          id: 'description',
          label: 'Description',
          isOptional: true,
          value: description,
          input: (value) => this.#type({ description: value }),
        })}
        ${
          this.isChanged
            ? html`<div class="actions">
                <button
                  class="button primary small"
                  type="submit"
                  aria-disabled=${isEmpty || this.isBusy ? 'true' : 'false'}
                >
                  ${this.isBusy ? 'Saving…' : 'Save'}
                </button>
                <button
                  class="button quiet small"
                  type="button"
                  @click=${() => {
                    this.values = null;
                  }}
                >
                  Discard
                </button>
              </div>`
            : nothing
        }
      </form>
    </section>`;
  }

  #type(change: Partial<AboutValues>): void {
    const { name, description } = this.values ?? this.entry;
    this.values = { name, description, ...change };
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { values } = this;
    if (values === null || this.isBusy || values.name.trim() === '') return;
    const detail = { ...values, name: values.name.trim() };
    this.values = detail;
    this.dispatchEvent(new CustomEvent('about-save', { detail }));
  };
}

customElements.define('recording-about', RecordingAbout);
