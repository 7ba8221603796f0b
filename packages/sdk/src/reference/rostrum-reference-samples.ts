import { css, html, LitElement } from 'lit';
import { base, tokens } from '../elements/tokens.ts';
import type { SampleCall } from './samples/sample-call.ts';
import { type Sample, samplesFor } from './samples/samples.ts';

/** One call in several languages, behind tabs; the chosen language stays chosen from action to action. */
export class RostrumReferenceSamples extends LitElement {
  static override properties = {
    call: { attribute: false },
    chosen: { state: true },
  };

  declare call: SampleCall;
  private declare chosen: string;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }

      .tabs {
        display: flex;
        gap: 4px 16px;
        margin-block-end: 8px;
        overflow-x: auto;
        scrollbar-width: none;
      }

      .tab {
        flex: none;
        padding: 6px 0;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        font-size: 14px;
        line-height: 20px;
        font-weight: 600;
        color: var(--text-2);
        cursor: pointer;
      }

      .tab[aria-selected='true'] {
        border-color: currentColor;
        color: var(--text);
      }

      .tab:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  constructor() {
    super();
    this.chosen = '';
  }

  protected override render() {
    const samples = samplesFor(this.call);
    const shown = samples.find(({ id }) => id === this.chosen) ?? samples[0];
    if (shown === undefined) return html``;
    return html`
      <div class="tabs" role="tablist" aria-label="Languages" @keydown=${(event: KeyboardEvent) => this.#move(event, samples, shown)}>
        ${samples.map(
          ({ id, name }) => html`<button
            class="tab"
            type="button"
            role="tab"
            id=${`tab-${id}`}
            aria-controls="panel"
            aria-selected=${id === shown.id ? 'true' : 'false'}
            tabindex=${id === shown.id ? 0 : -1}
            @click=${() => {
              this.chosen = id;
            }}
          >
            ${name}
          </button>`,
        )}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby=${`tab-${shown.id}`}>
        <rostrum-code .code=${shown.write(this.call)} label=${shown.name}></rostrum-code>
      </div>
    `;
  }

  #move(event: KeyboardEvent, samples: readonly Sample[], shown: Sample): void {
    const place = samples.indexOf(shown);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const sample = samples.at(next % samples.length);
    if (sample === undefined) return;
    this.chosen = sample.id;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${sample.id}`)?.focus(),
    );
  }
}
