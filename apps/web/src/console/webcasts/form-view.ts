import type { LiveProfile, WebcastCategory } from '@rostrum/sdk';
import { html, type TemplateResult } from 'lit';
import { inputField } from '../parts/field.ts';
import type { Problems } from './form-problems.ts';
import type { FieldName, WebcastValues } from './webcast-values.ts';

/** What the sections of the form need to be drawn. */
export type FormView = {
  readonly values: WebcastValues;
  readonly problems: Problems;
  /** An encoder is connected: what decides over its picture stays as it is. */
  readonly isLocked: boolean;
  /** Whether the session is an administrator's: some fields are theirs. */
  readonly isAdmin: boolean;
  /** Null where the session may not read them. */
  readonly profiles: readonly LiveProfile[] | null;
  readonly categories: readonly WebcastCategory[] | null;
  set<Name extends FieldName>(name: Name, value: WebcastValues[Name]): void;
};

/** What a section is about, and its fields. */
export function section(heading: string, about: string, fields: TemplateResult): TemplateResult {
  const id = `section-${heading.toLowerCase().replaceAll(' ', '-')}`;
  return html`<section aria-labelledby=${id}>
    <div class="about">
      <h2 id=${id}>${heading}</h2>
      <p class="hint">${about}</p>
    </div>
    <div class="fields">${fields}</div>
  </section>`;
}

/** Fields that hold a text as it is typed. */
export type TextName = {
  [Name in FieldName]: WebcastValues[Name] extends string ? Name : never;
}[FieldName];

export function text(
  view: FormView,
  name: TextName,
  label: string,
  more: Partial<Parameters<typeof inputField>[0]> = {},
): TemplateResult {
  return inputField({ ...words(view, name, label), ...more });
}

export function words({ values, problems, set }: FormView, name: TextName, label: string) {
  return {
    id: name,
    label,
    value: String(values[name]),
    problem: problems[name],
    input: (value: string) => set(name, value as never),
  };
}
