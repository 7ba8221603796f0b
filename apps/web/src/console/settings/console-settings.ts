import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing } from 'lit';
import '../parts/console-copy.ts';
import '../parts/console-page.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { partStyles } from '../parts/part-styles.ts';
import './account-section.ts';
import './secrets-section.ts';
import './storage-section.ts';
import './tokens-section.ts';

/** The account: what it is called, how applications reach it, what it keeps. */
export class ConsoleSettings extends LitElement {
  static override properties = { console: { attribute: false } };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;

  static override styles = [
    tokens,
    base,
    partStyles,
    css`
      .sections {
        display: grid;
        gap: 24px;
        max-inline-size: 760px;
      }

      .card {
        display: grid;
        gap: 16px;
        padding: 20px;
      }

      .links {
        display: grid;
        gap: 6px;
        list-style: none;
        font-size: 14px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.setTitle('Settings');
  }

  protected override render() {
    const { console } = this;
    const mayIntegrate = console.may('INTEGRATION_BASE');
    return html`<console-page .heading=${'Settings'}>
      <div class="sections">
        <account-section .console=${console}></account-section>
        ${
          mayIntegrate
            ? html`<secrets-section .console=${console}></secrets-section>
                <tokens-section .console=${console}></tokens-section>
                ${WEBHOOKS}`
            : html`<section class="card">
                <h2>Secrets and tokens</h2>
                <p class="hint">
                  Your role does not let you see them. An administrator of the account can change that
                  under People.
                </p>
              </section>`
        }
        <storage-section .console=${console}></storage-section> ${this.#addresses()}
      </div>
    </console-page>`;
  }

  #addresses() {
    const { serviceUrl } = this.console;
    return html`<section class="card" aria-labelledby="addresses">
      <h2 id="addresses">Addresses</h2>
      <console-copy .label=${'Service URL, for clients of the API'} .value=${serviceUrl}></console-copy>
      <console-copy .label=${'OpenAPI description'} .value=${`${serviceUrl}/api_v3/openapi.json`}></console-copy>
      <ul class="links">
        <li>
          <a href="${serviceUrl}/reference" target="_blank" rel="noopener">API reference</a>: every
          action, with requests to copy
        </li>
        ${
          this.console.may('AUDIT_PLUGIN_PERMISSION')
            ? html`<li>
                <a href="/console/activity?kind=account">Activity</a>: who changed or looked at what
                stands here
              </li>`
            : nothing
        }
      </ul>
    </section>`;
  }
}

const WEBHOOKS = html`<section class="card" aria-labelledby="webhooks">
  <header>
    <h2 id="webhooks">Webhooks</h2>
    <p class="hint">
      Your servers are told what happens here, by signed requests: a show begins, a recording is
      ready, something needs attention.
    </p>
  </header>
  <div class="actions">
    <a class="button" href="/console/settings/webhooks">Open webhooks</a>
  </div>
</section>`;

customElements.define('console-settings', ConsoleSettings);
