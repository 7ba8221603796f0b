import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import { kindLink } from './kind-words.ts';
import { prose } from './prose.ts';
import type { ReferenceView } from './reference-address.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { referenceStyles } from './reference-styles.ts';

export type Overview = Extract<
  ReferenceView,
  { readonly kind: 'start' | 'objects' | 'service' | 'errors' | 'nothing' }
>;

/** The pages that lead to others: the start, a service, all objects, all errors, and what to do where nothing is. */
export class RostrumReferenceOverview extends LitElement {
  static override properties = {
    serviceUrl: { attribute: false },
    index: { attribute: false },
    view: { attribute: false },
  };

  declare serviceUrl: string;
  declare index: ReferenceIndex;
  declare view: Overview;

  static override styles = [
    tokens,
    base,
    referenceStyles,
    css`
      .row-head .name {
        font-size: 14px;
      }

      .columns {
        columns: 260px;
        column-gap: 24px;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 13px;
        line-height: 26px;
      }

      .marked {
        margin-inline: -12px;
        padding-inline: 12px;
        border-radius: 8px;
        background: var(--action-soft);
      }

      dl {
        display: grid;
        gap: 12px;
      }

      dt {
        font-weight: 600;
      }

      dd {
        max-inline-size: 68ch;
        color: var(--text-2);
      }
    `,
  ];

  override focus(): void {
    const marked = this.renderRoot.querySelector<HTMLElement>('.marked');
    if (marked !== null) marked.scrollIntoView({ block: 'center' });
    (marked ?? this.renderRoot.querySelector<HTMLElement>('h1'))?.focus({
      preventScroll: marked !== null,
    });
  }

  protected override render() {
    switch (this.view.kind) {
      case 'start':
        return this.#start();
      case 'objects':
        return this.#objects();
      case 'service':
        return this.#service(this.view.service.name);
      case 'errors':
        return this.#errors(this.view.error?.code ?? '');
      case 'nothing':
        return this.#nothing(this.view.target);
    }
  }

  #start(): TemplateResult {
    const { services, apiVersion } = this.index.reference;
    const count = services.reduce((sum, { actions }) => sum + actions.length, 0);
    return html`
      <h1 tabindex="-1">API reference</h1>
      <p class="lead">
        ${count} actions of ${services.length} services, in the words of Kaltura’s API v3 (version
        ${apiVersion}). What stands here is what this server does: it is made from the list that
        routes its calls.
      </p>
      <h2>How a call is made</h2>
      <dl>
        <div>
          <dt>One address for each action</dt>
          <dd>
            <code>POST ${this.serviceUrl}/api_v3/service/SERVICE/action/ACTION</code> with a JSON
            body. <code>format</code> says what the answer is: 1 JSON, 2 XML (also where it is left
            out).
          </dd>
        </div>
        <div>
          <dt>A session says who calls</dt>
          <dd>
            <a href="#session.start">session.start</a> answers a text, the <code>ks</code>, which
            goes along as a parameter. Secrets belong on your servers; give pages short sessions
            with the privileges they need.
          </dd>
        </div>
        <div>
          <dt>Every answer has status 200</dt>
          <dd>
            A refusal is an object of type <code>KalturaAPIException</code> with a code from the
            <a href="#errors">list of errors</a>, a sentence, and the values it speaks of.
          </dd>
        </div>
        <div>
          <dt>Objects name their type</dt>
          <dd>
            <code>objectType</code> chooses a subtype. Properties that are not sent stay as they
            are; <code>name__null</code> clears the property <code>name</code>.
          </dd>
        </div>
        <div>
          <dt>Several calls in one</dt>
          <dd>
            <code>/api_v3/service/multirequest</code> takes calls numbered from 1;
            <code>{1:result:id}</code> stands for the id that the first one answered.
          </dd>
        </div>
        <div>
          <dt>For programs</dt>
          <dd>
            The same as <a href=${`${this.serviceUrl}/api_v3/openapi.json`}>OpenAPI 3.1</a> and as
            <a href=${`${this.serviceUrl}/api_v3/reference.json`}>plain JSON</a>.
          </dd>
        </div>
      </dl>
      <h2>Services</h2>
      <ul class="rows">
        ${services.map(
          ({ name, actions }) => html`<li class="row-head">
            <a class="name mono" href=${`#${name}`}>${name}</a>
            <span class="aside">${actions.length === 1 ? '1 action' : `${actions.length} actions`}</span>
          </li>`,
        )}
      </ul>
    `;
  }

  #service(name: string): TemplateResult {
    const service = this.index.service(name);
    return html`
      <p class="crumb"><a href="#">API reference</a></p>
      <h1 tabindex="-1">${name}</h1>
      <p class="lead">Sent as <code>${service?.wireName}</code>, in any case.</p>
      <h2>Actions</h2>
      <ul class="rows">
        ${service?.actions.map(
          (action) => html`<li>
            <div class="row-head">
              <a class="name mono" href=${`#${name}.${action.name}`}>${action.name}</a>
              <span class="aside">${kindLink(action.result)}</span>
            </div>
            <p class="about">${prose(action.summary)}</p>
          </li>`,
        )}
      </ul>
    `;
  }

  #objects(): TemplateResult {
    const { types, enums } = this.index.reference;
    const names = types.map(({ name }) => name).sort();
    return html`
      <p class="crumb"><a href="#">API reference</a></p>
      <h1 tabindex="-1">Objects and enumerations</h1>
      <h2>Objects</h2>
      ${columns(names)}
      <h2>Enumerations</h2>
      ${columns(enums.map(({ name }) => name))}
    `;
  }

  #errors(marked: string): TemplateResult {
    return html`
      <p class="crumb"><a href="#">API reference</a></p>
      <h1 tabindex="-1">Errors</h1>
      <p class="lead">
        Compare the code, read the arguments by their names; the sentence is for people.
      </p>
      <h2>Codes</h2>
      <ul class="rows">
        ${this.index.reference.errors.map(({ code, meaning }) => {
          const actions = this.index.actionsWithError(code);
          return html`<li class=${code === marked ? 'marked' : ''} tabindex=${code === marked ? -1 : nothing}>
            <span class="name mono">${code}</span>
            <p class="about">${meaning}</p>
            ${
              actions.length === 0
                ? ''
                : html`<p class="hint">
                    ${actions.map(
                      ({ service, action }, place) =>
                        html`${place === 0 ? '' : ', '}<a
                            href=${`#${service.name}.${action.name}`}
                            >${service.name}.${action.name}</a
                          >`,
                    )}
                  </p>`
            }
          </li>`;
        })}
      </ul>
    `;
  }

  #nothing(target: string): TemplateResult {
    return html`
      <h1 tabindex="-1">There is no “${target}” here</h1>
      <p class="lead">
        This server has no service, action, object or error of that name. Search for a part of it,
        or look in the <a href="#compatibility">table of compatibility</a> whether it comes later.
      </p>
    `;
  }
}

function columns(names: readonly string[]): TemplateResult {
  return html`<ul class="columns">
    ${names.map((name) => html`<li><a class="mono" href=${`#${name}`}>${name}</a></li>`)}
  </ul>`;
}
