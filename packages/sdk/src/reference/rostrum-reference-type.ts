import type { ReferenceProperty, ReferenceType } from '@rostrum/contracts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { kindLink, ruleSentences } from './kind-words.ts';
import { prose } from './prose.ts';
import { actionName } from './reference-address.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { referenceStyles } from './reference-styles.ts';

/** One type of objects, or one enumeration: its properties or values, and where it is used. */
export class RostrumReferenceType extends LitElement {
  static override properties = {
    index: { attribute: false },
    name: { attribute: false },
  };

  declare index: ReferenceIndex;
  declare name: string;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    css`
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        list-style: none;
        font-size: 14px;
      }

      .value {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 16px;
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render() {
    const type = this.index.type(this.name);
    return type === undefined ? this.#enumeration() : this.#type(type);
  }

  #enumeration(): TemplateResult {
    const values = this.index.enum(this.name)?.values ?? [];
    const isText = typeof values[0]?.value === 'string';
    return html`
      <p class="crumb"><a href="#objects">Objects and enumerations</a></p>
      <h1 class="mono" tabindex="-1">${this.name}</h1>
      <p class="lead">
        ${isText ? 'Values travel as texts.' : 'Values travel as whole numbers.'}
      </p>
      <h2>Values</h2>
      <ul class="rows">
        ${values.map(
          ({ name, value }) => html`<li class="value">
            <span class="mono">${name}</span><code>${String(value)}</code>
          </li>`,
        )}
      </ul>
      ${this.#uses()}
    `;
  }

  #type({ about, isAbstract }: ReferenceType): TemplateResult {
    const [own, ...inherited] = this.index.lineage(this.name);
    const subtypes = this.index.subtypes(this.name);
    return html`
      <p class="crumb"><a href="#objects">Objects and enumerations</a></p>
      <h1 class="mono" tabindex="-1">${this.name}</h1>
      ${about === '' ? nothing : html`<p class="lead">${prose(about)}</p>`}
      ${
        isAbstract
          ? html`<p class="lead">It is never sent or answered itself, but as one of its subtypes.</p>`
          : nothing
      }
      ${
        subtypes.length === 0
          ? nothing
          : html`<h2>Subtypes</h2>
              ${links(subtypes.map(({ name }) => name))}`
      }
      <h2>Properties</h2>
      ${
        own === undefined || own.properties.length === 0
          ? html`<p>None of its own.</p>`
          : propertyRows(own.properties)
      }
      ${inherited
        .filter(({ properties }) => properties.length > 0)
        .map(
          ({
            type,
            properties,
          }) => html`<h3>Inherited from <a class="mono" href=${`#${type.name}`}>${type.name}</a></h3>
            ${propertyRows(properties)}`,
        )}
      ${this.#uses()}
    `;
  }

  #uses() {
    const actions = this.index.usersOf(this.name).map(actionName);
    const types = this.index.holdersOf(this.name).map(({ name }) => name);
    const names = [...actions, ...types];
    if (names.length === 0) return nothing;
    return html`<h2>Used by</h2>
      ${links(names)}`;
  }
}

function propertyRows(properties: readonly ReferenceProperty[]): TemplateResult {
  return html`<ul class="rows">
    ${properties.map((property) => {
      const sentences = [property.about, ...ruleSentences(property)].filter((each) => each !== '');
      return html`<li>
        <div class="row-head">
          <span class="name mono">${property.name}</span>
          <span class="kind">${kindLink(property.kind)}</span>
        </div>
        ${sentences.length === 0 ? nothing : html`<p class="about">${prose(sentences.join(' '))}</p>`}
      </li>`;
    })}
  </ul>`;
}

function links(names: readonly string[]): TemplateResult {
  return html`<ul class="links">
    ${names.map((name) => html`<li><a class="mono" href=${`#${name}`}>${name}</a></li>`)}
  </ul>`;
}
