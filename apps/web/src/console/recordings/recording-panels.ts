import { base, icons, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { checkField } from '../parts/field.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { momentText } from '../parts/times.ts';
import { panelStyles } from '../webcast/panels/panel-styles.ts';
import { lengthText } from '../webcast/span-text.ts';
import type { FileState, RecordingFacts } from './recording-desk.ts';
import { sizeText } from './recording-words.ts';

/**
 * What there is to know of a recording, its file, and how long it stays.
 *
 * @fires keep-change `detail` says whether it is to stay
 */
export class RecordingPanels extends LitElement {
  static override properties = { facts: { attribute: false }, file: { attribute: false } };

  declare facts: RecordingFacts;
  declare file: FileState;

  static override styles = [
    tokens,
    base,
    partStyles,
    fieldStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        gap: 18px;
      }

      .download {
        justify-content: center;
        inline-size: 100%;
        min-block-size: 42px;
      }
    `,
  ];

  protected override render() {
    return html`${this.facts.entry.state === 'recording' ? nothing : this.#download()}
    ${this.#about()}`;
  }

  #download(): TemplateResult {
    return html`<section class="card" aria-labelledby="file">
      <h2 id="file">Download</h2>
      <div role="status">${this.#file()}</div>
    </section>`;
  }

  #file(): TemplateResult {
    const { file } = this;
    switch (file.kind) {
      case 'preparing':
        return html`<span class="button download" aria-disabled="true">Preparing the file…</span>
          <p class="quiet-text">A long recording takes some seconds, once.</p>`;
      case 'none':
        return html`<p class="quiet-text">There is nothing to download yet.</p>`;
      case 'ready':
        return html`<a class="button primary download" href=${file.file.url} download
          >${icons.download} Download MP4${
            file.file.sizeBytes === null ? '' : `, ${sizeText(file.file.sizeBytes)}`
          }</a
        >`;
    }
  }

  #about(): TemplateResult {
    const { entry, content, webcastName } = this.facts;
    const { file } = this;
    const size = file.kind === 'ready' ? file.file : null;
    const facts: readonly (readonly [string, unknown])[] = [
      ['Recorded', momentText(entry.createdAtMs)],
      ...(entry.durationMs === 0 ? [] : [['Length', lengthText(entry.durationMs)] as const]),
      ...(size?.widthPx == null
        ? []
        : [['Picture', `${size.widthPx} × ${size.heightPx}`] as const]),
      ...(content === null || content.storedBytes === 0
        ? []
        : [['Space', sizeText(content.storedBytes)] as const]),
      ...(webcastName === null
        ? [['Webcast', 'deleted'] as const]
        : [
            [
              'Webcast',
              html`<a href="/console/webcasts/${entry.webcastId}">${webcastName}</a>`,
            ] as const,
          ]),
      ...(entry.isHidden ? [['In lists', 'hidden'] as const] : []),
      ['Id', html`<code>${entry.id}</code>`],
    ];
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl class="facts">
        ${facts.map(
          ([label, value]) =>
            html`<div class="fact">
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${content === null ? nothing : this.#keep(content.isKept, content.deletesAtMs)}
    </section>`;
  }

  #keep(isKept: boolean, deletesAtMs: number | null): TemplateResult {
    const hint = isKept
      ? 'It stays until somebody deletes it.'
      : deletesAtMs === null
        ? 'Nothing deletes it now. With this it also stays when the account’s limit on days changes.'
        : `Without this it is deleted ${momentText(deletesAtMs)}.`;
    return checkField({
      id: 'keep',
      label: 'Keep it for good',
      hint,
      isChecked: isKept,
      change: (detail) => this.dispatchEvent(new CustomEvent('keep-change', { detail })),
    });
  }
}

customElements.define('recording-panels', RecordingPanels);
