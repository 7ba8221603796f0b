import { icons } from '@rostrum/sdk/design';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What stands around a control: its label above, what it means below, and what is wrong with it. */
export type FieldWords = {
  /** Of the control; unique in the element that shows it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
};

export type InputField = FieldWords & {
  readonly value: string;
  /** Of the input; `text` where it is absent. */
  readonly type?: string;
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly input: (value: string) => void;
};

export function inputField(field: InputField): TemplateResult {
  return fieldAround(
    field,
    html`<input
      id=${field.id}
      name=${field.id}
      type=${field.type ?? 'text'}
      .value=${field.value}
      autocomplete=${field.autocomplete ?? 'off'}
      inputmode=${ifDefined(field.inputmode)}
      placeholder=${ifDefined(field.placeholder)}
      maxlength=${ifDefined(field.maxLength)}
      min=${ifDefined(field.min)}
      max=${ifDefined(field.max)}
      ?required=${field.isRequired ?? false}
      ?disabled=${field.isDisabled ?? false}
      aria-invalid=${field.problem === undefined ? 'false' : 'true'}
      aria-describedby=${describedBy(field)}
      @input=${(event: Event) => field.input((event.target as HTMLInputElement).value)}
    />`,
  );
}

export function textAreaField(field: InputField & { readonly rows?: number }): TemplateResult {
  return fieldAround(
    field,
    html`<textarea
      id=${field.id}
      name=${field.id}
      rows=${field.rows ?? 3}
      .value=${field.value}
      maxlength=${ifDefined(field.maxLength)}
      ?required=${field.isRequired ?? false}
      ?disabled=${field.isDisabled ?? false}
      aria-invalid=${field.problem === undefined ? 'false' : 'true'}
      aria-describedby=${describedBy(field)}
      @input=${(event: Event) => field.input((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

export type SelectField = FieldWords & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly change: (value: string) => void;
};

export function selectField(field: SelectField): TemplateResult {
  return fieldAround(
    field,
    html`<select
      id=${field.id}
      name=${field.id}
      ?disabled=${field.isDisabled ?? false}
      aria-invalid=${field.problem === undefined ? 'false' : 'true'}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}
    >
      ${field.options.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${value === field.value}>${label}</option>`,
      )}
    </select>`,
  );
}

export function checkField(
  field: FieldWords & {
    readonly isChecked: boolean;
    readonly isDisabled?: boolean;
    readonly change: (isChecked: boolean) => void;
  },
): TemplateResult {
  return html`<div class="choice">
    <input
      id=${field.id}
      name=${field.id}
      type="checkbox"
      .checked=${field.isChecked}
      ?disabled=${field.isDisabled ?? false}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.change((event.target as HTMLInputElement).checked)}
    />
    <label for=${field.id}>${field.label}</label>
    ${beneath(field)}
  </div>`;
}

export type ChoiceField = {
  /** Of the group; each choice's own is made from it. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint?: string;
    readonly isDisabled?: boolean;
  }[];
  readonly problem?: string | undefined;
  readonly change: (value: string) => void;
};

/** One of a few, each with what it means. */
export function choiceField(field: ChoiceField): TemplateResult {
  return html`<fieldset aria-describedby=${describedBy(field)}>
    <legend>${field.label}</legend>
    ${field.choices.map(({ value, label, hint, isDisabled }) => {
      const id = `${field.id}-${value}`;
      return html`<div class="choice">
        <input
          id=${id}
          name=${field.id}
          type="radio"
          value=${value}
          .checked=${value === field.value}
          ?disabled=${isDisabled ?? false}
          aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
          @change=${() => field.change(value)}
        />
        <label for=${id}>${label}</label>
        ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
      </div>`;
    })}
    ${beneath(field)}
  </fieldset>`;
}

/** Puts label, hint and problem around a control of the caller's, which has the id and `aria-describedby`. */
export function fieldAround(field: FieldWords, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${field.id}
      >${field.label}${
        field.isOptional === true ? html` <span class="optional">optional</span>` : nothing
      }</label
    >
    ${control} ${beneath(field)}
  </div>`;
}

/** The ids of what explains a control, for its `aria-describedby`. */
export function describedBy({
  id,
  hint,
  problem,
}: Pick<FieldWords, 'id' | 'hint' | 'problem'>): string | typeof nothing {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  return ids.length === 0 ? nothing : ids.join(' ');
}

function beneath({ id, hint, problem }: Pick<FieldWords, 'id' | 'hint' | 'problem'>) {
  return html`${hint === undefined ? nothing : html`<div class="hint" id="${id}-hint">${hint}</div>`}
  ${
    problem === undefined
      ? nothing
      : html`<p class="problem" id="${id}-problem">${icons.alert}<span>${problem}</span></p>`
  }`;
}
