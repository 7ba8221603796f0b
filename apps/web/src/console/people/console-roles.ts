import {
  copyRole,
  deleteRole,
  listPermissions,
  listRoles,
  type Permission,
  type Role,
} from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../parts/console-chip.ts';
import '../parts/console-menu.ts';
import '../parts/console-page.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence, failureState } from '../parts/failure-words.ts';
import { partStyles } from '../parts/part-styles.ts';
import { tableStyles } from '../parts/table-styles.ts';
import { peopleTabs, tabStyles } from './people-tabs.ts';
import { groupPermissions } from './permission-groups.ts';
import './role-dialog.ts';
import type { RoleDialog } from './role-dialog.ts';

type Loaded = { readonly roles: readonly Role[]; readonly permissions: readonly Permission[] };

/** The roles of the account, and those that every account has, with what they allow in words. */
export class ConsoleRoles extends LitElement {
  static override properties = {
    console: { attribute: false },
    loaded: { state: true },
    failure: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  private declare loaded: Loaded | null;
  private declare failure: unknown;

  static override styles = [
    tokens,
    base,
    partStyles,
    tableStyles,
    tabStyles,
    css`
      td {
        vertical-align: top;
      }

      .groups {
        display: grid;
        gap: 6px;
        font-size: 13px;
        line-height: 20px;
      }

      .groups dt {
        color: var(--text-2);
      }

      .group {
        display: grid;
        grid-template-columns: 170px minmax(0, 1fr);
        gap: 0 16px;
      }

      td.name {
        inline-size: 30%;
      }

      @media (width < 720px) {
        td.name {
          inline-size: auto;
        }

        .group {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.search = '';
    this.loaded = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Roles');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('console')) void this.#load();
  }

  protected override render() {
    return html`<console-page
      .heading=${'Roles'}
      .lead=${'A role is a list of what somebody may do. It is given to people, and to sessions by privilege setrole.'}
    >
      ${
        this.#mayChange
          ? html`<button
              class="button primary"
              slot="actions"
              type="button"
              @click=${() => this.#edit(null)}
            >
              ${icons.plus} New role
            </button>`
          : nothing
      }
      ${peopleTabs('roles')} ${this.#content()}
      <role-dialog .console=${this.console} @form-saved=${() => void this.#load()}></role-dialog>
    </console-page>`;
  }

  #content() {
    if (this.loaded === null) {
      if (this.failure !== null) return failureState(this.failure, () => void this.#load());
      return html`<div aria-busy="true">
        <span class="visually-hidden">Loading the roles</span>
        ${[1, 2, 3].map(() => html`<p><span class="bone"></span></p>`)}
      </div>`;
    }
    const { roles, permissions } = this.loaded;
    return html`<table role="table" aria-label="Roles">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Role</th>
          <th role="columnheader" scope="col">Allows</th>
          <th role="columnheader" scope="col" class="more">
            <span class="visually-hidden">More</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          [...roles].sort((left, right) => Number(left.isShared) - Number(right.isShared)),
          ({ id }) => id,
          (role) => this.#row(role, permissions),
        )}
      </tbody>
    </table>`;
  }

  #row(role: Role, permissions: readonly Permission[]): TemplateResult {
    return html`<tr role="row">
      <td role="cell" class="main name">
        <strong>${role.name}</strong>
        <span class="under">${role.description || role.systemName}</span>
        <span class="chips">
          ${role.isShared ? html`<console-chip .text=${'Built in'}></console-chip>` : nothing}
          ${role.isActive ? nothing : html`<console-chip .tone=${'warn'} .text=${'Not active'}></console-chip>`}
        </span>
      </td>
      <td role="cell">${allowed(role, permissions)}</td>
      <td role="cell" class="more">${this.#mayChange ? this.#menu(role) : nothing}</td>
    </tr>`;
  }

  #menu(role: Role) {
    return html`<console-menu .label=${`More for ${role.name}`}>
      ${
        role.isShared
          ? nothing
          : html`<button type="button" @click=${() => this.#edit(role)}>Edit</button>`
      }
      <button type="button" @click=${() => void this.#copy(role)}>Make a copy</button>
      ${
        role.isShared
          ? nothing
          : html`<button type="button" @click=${() => void this.#delete(role)}>Delete…</button>`
      }
    </console-menu>`;
  }

  get #mayChange(): boolean {
    return this.console.may('ADMIN_ROLE_ADD');
  }

  #edit(role: Role | null): void {
    const dialog = this.renderRoot.querySelector<RoleDialog>('role-dialog');
    void dialog?.open(role, this.loaded?.permissions ?? []);
  }

  async #copy(role: Role): Promise<void> {
    await this.#attempt(async () => {
      const copy = await copyRole(this.console.client, role.id);
      this.console.notify(`“${copy.name}” is made.`);
      await this.#load();
      this.#edit(copy);
    });
  }

  async #delete({ id, name }: Role): Promise<void> {
    const isSure = await ask({
      heading: `Delete the role “${name}”?`,
      text: 'Sessions that have it may do nothing any more. A role that people have can’t be deleted: give them another one first.',
      confirm: 'Delete role',
    });
    if (!isSure) return;
    await this.#attempt(async () => {
      await deleteRole(this.console.client, id);
      this.console.notify(`“${name}” is deleted.`);
      await this.#load();
    });
  }

  async #attempt(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      this.console.notify(failureSentence(error), 'warn');
    }
  }

  async #load(): Promise<void> {
    const { client } = this.console;
    try {
      const [roles, permissions] = await Promise.all([listRoles(client), listPermissions(client)]);
      this.loaded = { roles, permissions };
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
  }
}

function allowed(role: Role, permissions: readonly Permission[]): TemplateResult {
  const names = new Set(role.permissions);
  const groups = groupPermissions(permissions.filter(({ name }) => names.has(name)));
  if (groups.length === 0) return html`<span class="hint">Nothing</span>`;
  return html`<dl class="groups">
    ${groups.map(
      ({ heading, permissions: ofGroup }) => html`<div class="group">
        <dt>${heading}</dt>
        <dd>${ofGroup.map(({ meaning }) => meaning).join('; ')}</dd>
      </div>`,
    )}
  </dl>`;
}

customElements.define('console-roles', ConsoleRoles);
