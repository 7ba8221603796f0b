import type {
  ActionCompatibility,
  CompatibilityStatus,
  ServiceCompatibility,
} from '@rostrum/contracts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { compatibilityWord } from './compatibility-words.ts';
import { prose } from './prose.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { fieldStyles, referenceStyles } from './reference-styles.ts';

const STATUSES: readonly CompatibilityStatus[] = [
  'works',
  'works-differently',
  'later',
  'not-offered',
  'own',
];

/** What becomes of each of Kaltura's actions here. */
export class RostrumReferenceCompatibility extends LitElement {
  static override properties = {
    index: { attribute: false },
    chosen: { state: true },
  };

  declare index: ReferenceIndex;
  private declare chosen: CompatibilityStatus | 'all';

  static override styles = [
    tokens,
    base,
    referenceStyles,
    fieldStyles,
    css`
      .field {
        max-inline-size: 320px;
        margin-block-start: 16px;
      }

      .row-head {
        justify-content: space-between;
      }

      .chip.later {
        color: var(--text-2);
      }

      li p.hint {
        margin-block-start: 2px;
      }
    `,
  ];

  constructor() {
    super();
    this.chosen = 'all';
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render() {
    const { compatibility } = this.index.reference;
    const all = compatibility.flatMap(({ actions }) => actions);
    const count = (status: CompatibilityStatus) =>
      all.filter((each) => each.status === status).length;
    return html`
      <p class="crumb"><a href="#">API reference</a></p>
      <h1 tabindex="-1">Compatibility</h1>
      <p class="lead">
        What becomes of each action of Kaltura’s API that has to do with webcasting. An action that
        is said to work is on this server; one that is not answers that it does not exist.
      </p>
      <div class="field">
        <label for="status">Show</label>
        <select
          id="status"
          @change=${(event: Event) => {
            this.chosen = (event.target as HTMLSelectElement).value as CompatibilityStatus | 'all';
          }}
        >
          <option value="all">All ${all.length} actions</option>
          ${STATUSES.filter((status) => count(status) > 0).map(
            (status) =>
              html`<option value=${status}>${compatibilityWord(status)} (${count(status)})</option>`,
          )}
        </select>
      </div>
      ${compatibility.map((service) => this.#service(service))}
    `;
  }

  #service({ service, actions }: ServiceCompatibility): TemplateResult | typeof nothing {
    const shown = actions.filter(({ status }) => this.chosen === 'all' || status === this.chosen);
    if (shown.length === 0) return nothing;
    return html`<h2>${service}</h2>
      <ul class="rows">
        ${shown.map((action) => this.#action(service, action))}
      </ul>`;
  }

  #action(service: string, { action, status, note }: ActionCompatibility): TemplateResult {
    const target = `${service}.${action}`;
    const isThere = this.index.action(target) !== undefined;
    return html`<li>
      <div class="row-head">
        ${
          isThere
            ? html`<a class="mono" href=${`#${target}`}>${action}</a>`
            : html`<span class="mono">${action}</span>`
        }
        <span class=${CHIPS[status]}>${compatibilityWord(status)}</span>
      </div>
      ${note === '' ? nothing : html`<p class="hint">${prose(note)}</p>`}
    </li>`;
  }
}

const CHIPS: Readonly<Record<CompatibilityStatus, string>> = {
  works: 'chip good',
  'works-differently': 'chip warn',
  later: 'chip later',
  'not-offered': 'chip later',
  own: 'chip',
};
