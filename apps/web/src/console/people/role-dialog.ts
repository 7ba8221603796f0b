import { addRole, changeRole, type Permission, type Role } from '@rostrum/sdk';
import { css, html, type TemplateResult } from 'lit';
import { checkField, inputField } from '../parts/field.ts';
import { FormDialog } from '../parts/form-dialog.ts';
import { groupPermissions } from './permission-groups.ts';

/** Makes a role, or changes what it allows. */
export class RoleDialog extends FormDialog {
  static override properties = {
    ...FormDialog.properties,
    edited: { state: true },
    permissions: { state: true },
    name: { state: true },
    description: { state: true },
    chosen: { state: true },
  };

  /** Null for a new one. */
  private declare edited: Role | null;
  private declare permissions: readonly Permission[];
  private declare name: string;
  private declare description: string;
  private declare chosen: ReadonlySet<string>;

  static override styles = [
    ...FormDialog.styles,
    css`
      form {
        display: grid;
        gap: 16px;
      }
    `,
  ];

  constructor() {
    super();
    this.edited = null;
    this.permissions = [];
    this.name = '';
    this.description = '';
    this.chosen = new Set();
  }

  open(role: Role | null, permissions: readonly Permission[]): Promise<void> {
    this.edited = role;
    this.permissions = permissions;
    this.name = role?.name ?? '';
    this.description = role?.description ?? '';
    this.chosen = new Set(role?.permissions ?? ['BASE_USER_SESSION_PERMISSION']);
    return this.show();
  }

  protected heading(): string {
    return this.edited === null ? 'New role' : 'Edit role';
  }

  protected verb(): string {
    return this.edited === null ? 'Make role' : 'Save';
  }

  protected missing(): string {
    return this.name.trim() === '' ? 'Give the role a name.' : '';
  }

  protected async send(): Promise<boolean> {
    const { client, notify } = this.console;
    const sent = {
      name: this.name.trim(),
      description: this.description.trim(),
      permissions: [...this.chosen],
    };
    if (this.edited === null) await addRole(client, sent);
    else await changeRole(client, this.edited.id, sent);
    notify(`“${sent.name}” is saved.`);
    return true;
  }

  protected fields(): TemplateResult {
    return html`
      ${inputField({
        id: 'name',
        label: 'Name',
        value: this.name,
        maxLength: 100,
        input: (name) => {
          this.name = name;
        },
      })}
      ${inputField({
        id: 'description',
        label: 'Description',
        value: this.description,
        isOptional: true,
        maxLength: 1000,
        input: (description) => {
          this.description = description;
        },
      })}
      ${groupPermissions(this.permissions).map(
        ({ heading, permissions }) => html`<fieldset>
          <legend>${heading}</legend>
          ${permissions.map(({ name, meaning }) =>
            checkField({
              id: name,
              label: meaning,
              isChecked: this.chosen.has(name),
              isDisabled: !this.chosen.has(name) && !this.console.who.permissions.has(name),
              change: (isChosen) => this.#choose(name, isChosen),
            }),
          )}
        </fieldset>`,
      )}
      <p class="hint">A role allows at most what you may do yourself. Who has it follows at once.</p>
    `;
  }

  #choose(name: string, isChosen: boolean): void {
    const chosen = new Set(this.chosen);
    if (isChosen) chosen.add(name);
    else chosen.delete(name);
    this.chosen = chosen;
  }
}

customElements.define('role-dialog', RoleDialog);
