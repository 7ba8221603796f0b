import { type AppToken, deleteAppToken, listAppTokens } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../parts/console-pager.ts';
import { ask } from '../parts/ask.ts';
import { momentText } from '../parts/times.ts';
import { SettingsSection } from './settings-section.ts';
import './token-dialog.ts';
import type { TokenDialog } from './token-dialog.ts';

type Tokens = { readonly totalCount: number; readonly tokens: readonly AppToken[] };

const PAGE_SIZE = 20;

/** Application tokens: each lets an application start certain sessions without knowing a secret. */
export class TokensSection extends SettingsSection<Tokens> {
  static override properties = { ...SettingsSection.properties, page: { state: true } };

  private declare page: number;

  constructor() {
    super();
    this.page = 1;
  }

  protected heading(): string {
    return 'Application tokens';
  }

  protected lead(): string {
    return 'A token lets an application start the sessions that you choose here, and no others. It can be deleted by itself; its sessions end with it.';
  }

  protected ask(): Promise<Tokens> {
    return listAppTokens(this.console.client, { page: this.page, pageSize: PAGE_SIZE });
  }

  protected content({ tokens, totalCount }: Tokens): TemplateResult {
    return html`
      ${
        tokens.length === 0
          ? html`<p class="box">No application has a token. Make one for each, so that each can be stopped by itself.</p>`
          : html`<ul class="things">
              ${tokens.map((token) => this.#token(token))}
            </ul>`
      }
      ${
        totalCount > PAGE_SIZE
          ? html`<console-pager
              .page=${this.page}
              .pageSize=${PAGE_SIZE}
              .total=${totalCount}
              .noun=${'tokens'}
              @console-page=${(event: CustomEvent<number>) => {
                this.page = event.detail;
                void this.load();
              }}
            ></console-pager>`
          : nothing
      }
      <div class="actions">
        <button
          class="button"
          type="button"
          @click=${() => void this.renderRoot.querySelector<TokenDialog>('token-dialog')?.open()}
        >
          New token
        </button>
      </div>
      <token-dialog .console=${this.console} @form-saved=${() => void this.load()}></token-dialog>
    `;
  }

  #token(token: AppToken) {
    const { id, description, expiresAtMs } = token;
    const until = expiresAtMs === null ? 'until it is deleted' : `until ${momentText(expiresAtMs)}`;
    return html`<li class="thing">
      <div>
        <strong>${description || 'Without a description'}</strong> <span class="mono">${id}</span>
        <div class="hint">${kindWords(token)}, ${until}</div>
      </div>
      <div class="actions">
        <button
          class="button"
          type="button"
          aria-label="Delete ${description || id}"
          @click=${() => void this.#delete(token)}
        >
          Delete…
        </button>
      </div>
    </li>`;
  }

  async #delete({ id, description }: AppToken): Promise<void> {
    const isSure = await ask({
      heading: `Delete the token of ${description || id}?`,
      text: 'All sessions that it has started end at once, and the application starts no more.',
      confirm: 'Delete token',
    });
    if (!isSure) return;
    const isDone = await this.attempt(async () => {
      await deleteAppToken(this.console.client, id);
      await this.load();
    });
    if (isDone) this.console.notify('The token is deleted.');
  }
}

function kindWords({ isAdmin, userId, sessionSeconds, privileges }: AppToken): string {
  const kind = isAdmin === null ? 'Any sessions' : isAdmin ? 'Admin sessions' : 'User sessions';
  const minutes = Math.round(sessionSeconds / 60);
  const whose = userId === '' ? '' : ` of ${userId}`;
  const may = privileges === '' ? '' : ` with ${privileges}`;
  return `${kind}${whose} of ${minutes} min${may}`;
}

customElements.define('tokens-section', TokensSection);
