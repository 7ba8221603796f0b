import {
  addRostrumWebhook,
  changeRostrumWebhook,
  listRostrumWebhookEventTypes,
  type RostrumWebhook,
  type RostrumWebhookEventType,
} from '@rostrum/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import '../parts/console-copy.ts';
import { failureSentence } from '../parts/failure-words.ts';
import { checkField, choiceField, inputField } from '../parts/field.ts';
import { FormDialog } from '../parts/form-dialog.ts';

type Values = {
  readonly url: string;
  readonly name: string;
  readonly which: 'all' | 'some';
  readonly types: readonly string[];
};

const EMPTY: Values = { url: '', name: '', which: 'all', types: [] };

/**
 * Makes a webhook and shows its secret, or changes one.
 *
 * @fires form-saved
 */
export class WebhookDialog extends FormDialog {
  static override properties = {
    ...FormDialog.properties,
    values: { state: true },
    types: { state: true },
    secret: { state: true },
  };

  private declare values: Values;
  /** Null until they are loaded. */
  private declare types: readonly RostrumWebhookEventType[] | null;
  /** Of the webhook that was made; null before. */
  private declare secret: string | null;

  static override styles = [
    ...FormDialog.styles,
    css`
      form {
        display: grid;
        gap: 16px;
      }

      .types {
        display: grid;
        gap: 10px;
        padding-inline-start: 28px;
      }
    `,
  ];

  #id: string | null = null;

  constructor() {
    super();
    this.values = EMPTY;
    this.types = null;
    this.secret = null;
  }

  /** @param webhook that is changed; a new one where it is absent */
  async open(webhook?: RostrumWebhook): Promise<void> {
    this.#id = webhook?.id ?? null;
    this.secret = null;
    this.values =
      webhook === undefined
        ? EMPTY
        : {
            url: webhook.url,
            name: webhook.name,
            which: webhook.eventTypes.length === 0 ? 'all' : 'some',
            types: webhook.eventTypes,
          };
    const shown = this.show();
    try {
      this.types ??= await listRostrumWebhookEventTypes(this.console.client);
    } catch (error) {
      this.problem = failureSentence(error);
    }
    await shown;
  }

  protected override forget(): void {
    this.secret = null;
  }

  protected heading(): string {
    if (this.secret !== null) return 'Give the receiver its secret';
    return this.#id === null ? 'New webhook' : 'Edit webhook';
  }

  protected verb(): string | null {
    if (this.secret !== null) return null;
    return this.#id === null ? 'Add webhook' : 'Save webhook';
  }

  protected missing(): string {
    const { url, which, types } = this.values;
    if (url.trim() === '') return 'Say where the requests go to: an address of yours.';
    return which === 'some' && types.length === 0 ? 'Choose what it is told of.' : '';
  }

  protected async send(): Promise<boolean> {
    const { url, name, which, types } = this.values;
    const sent = {
      url: url.trim(),
      name: name.trim(),
      eventTypes: which === 'all' ? [] : types,
    };
    if (this.#id !== null) {
      await changeRostrumWebhook(this.console.client, this.#id, sent);
      return true;
    }
    this.secret = (await addRostrumWebhook(this.console.client, sent)).secret;
    return false;
  }

  protected fields(): TemplateResult {
    if (this.secret !== null) {
      return html`<p>
          Every request is signed with it, so that your receiver knows that it comes from here. It
          belongs on your server, and can be looked at again on the webhook’s page.
        </p>
        <console-copy .label=${'Signing secret'} .value=${this.secret}></console-copy>`;
    }
    const { values } = this;
    return html`
      ${inputField({
        id: 'url',
        label: 'Address',
        type: 'url',
        value: values.url,
        placeholder: 'https://example.com/rostrum',
        hint: 'Requests are sent here by POST. HTTPS, unless it is this machine or in a network that the operator has named.',
        maxLength: 2000,
        input: (url) => this.#set({ url }),
      })}
      ${inputField({
        id: 'name',
        label: 'Name',
        value: values.name,
        isOptional: true,
        placeholder: 'Intranet',
        maxLength: 100,
        input: (name) => this.#set({ name }),
      })}
      ${choiceField({
        id: 'which',
        label: 'It is told of',
        value: values.which,
        choices: [
          { value: 'all', label: 'Everything', hint: 'Also what later versions add.' },
          { value: 'some', label: 'Only some events' },
        ],
        change: (which) => this.#set({ which: which === 'some' ? 'some' : 'all' }),
      })}
      ${values.which === 'all' ? nothing : this.#typeFields()}
    `;
  }

  #typeFields() {
    if (this.types === null) return html`<div class="bone" aria-busy="true"></div>`;
    return html`<div class="types" role="group" aria-label="Events">
      ${this.types.map(({ name, about }) =>
        checkField({
          id: name,
          label: name,
          hint: about,
          isChecked: this.values.types.includes(name),
          change: (isChecked) => {
            const others = this.values.types.filter((each) => each !== name);
            this.#set({ types: isChecked ? [...others, name] : others });
          },
        }),
      )}
    </div>`;
  }

  #set(values: Partial<Values>): void {
    this.values = { ...this.values, ...values };
  }
}

customElements.define('webhook-dialog', WebhookDialog);
