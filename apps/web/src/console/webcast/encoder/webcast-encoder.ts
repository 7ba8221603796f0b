import type { EncoderHealth } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import '../../parts/console-chip.ts';
import '../../parts/console-copy.ts';
import { partStyles } from '../../parts/part-styles.ts';
import { momentText } from '../../parts/times.ts';
import { encoderSoftwareOf } from '../health/encoder-software.ts';
import { panelStyles } from '../panels/panel-styles.ts';
import {
  type AddressProtocol,
  type EncoderAddress,
  ffmpegCommandOf,
  OBS_SERVICE_FILE,
  obsServiceFileOf,
} from './encoder-addresses.ts';

/**
 * Where an encoder sends to, and who does.
 *
 * @fires webcast-new-key somebody wants another stream key
 */
export class WebcastEncoder extends LitElement {
  static override properties = {
    addresses: { attribute: false },
    encoders: { attribute: false },
    isChangingKey: { attribute: false },
    mayChangeKey: { attribute: false },
    chosen: { state: true },
  };

  declare addresses: readonly EncoderAddress[];
  /** Those that are connected. */
  declare encoders: readonly EncoderHealth[];
  declare isChangingKey: boolean;
  declare mayChangeKey: boolean;
  private declare chosen: AddressProtocol;

  static override styles = [
    tokens,
    base,
    partStyles,
    panelStyles,
    css`
      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }

      .tab {
        min-block-size: 26px;
        padding: 2px 12px;
        border: 0;
        border-radius: 999px;
        background: var(--ink-2);
        color: var(--text-2);
        font-size: 13px;
        line-height: 20px;
        font-weight: 600;
        cursor: pointer;
      }

      .tab[aria-selected='true'] {
        background: var(--text);
        color: var(--ink-0);
      }

      .panel {
        display: grid;
        gap: 12px;
        min-inline-size: 0;
      }

      .panel:focus-visible {
        border-radius: 8px;
      }

      details {
        font-size: 14px;
        line-height: 22px;
      }

      summary {
        min-block-size: 28px;
        padding-block: 3px;
        border-radius: 6px;
        color: var(--text-2);
        font-size: 13px;
        font-weight: 600;
        cursor: pointer;
      }

      summary:hover {
        color: var(--text);
      }

      .inside {
        display: grid;
        gap: 12px;
        padding: 8px 0 12px;
      }

      ol {
        display: grid;
        gap: 4px;
        margin: 0;
        padding-inline-start: 20px;
      }

      .backup {
        display: grid;
        gap: 12px;
      }

      @media (pointer: coarse) {
        .tab {
          min-block-size: 36px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.addresses = [];
    this.encoders = [];
    this.isChangingKey = false;
    this.mayChangeKey = false;
    this.chosen = 'RTMP';
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="heading">
      <div class="card-head">
        <h2 id="heading">Your encoder</h2>
        ${this.#connectedChip()}
      </div>
      ${this.addresses.length === 0 ? elsewhere() : this.#addresses()}
      ${this.#connections()}
    </section>`;
  }

  #connectedChip() {
    const encoder = this.encoders.find(({ isInUse }) => isInUse) ?? this.encoders[0];
    if (encoder === undefined) {
      return html`<console-chip .tone=${'plain'} .text=${'Not connected'}></console-chip>`;
    }
    const { name } = encoderSoftwareOf(encoder.software);
    const text = `${name} connected · ${encoder.protocol.toUpperCase()}`;
    return html`<console-chip .tone=${'good'} .text=${text}></console-chip>`;
  }

  #addresses(): TemplateResult {
    const address =
      this.addresses.find(({ protocol }) => protocol === this.chosen) ?? this.addresses[0];
    if (address === undefined) return elsewhere();
    return html`
      ${this.addresses.length > 1 ? this.#tabs(address.protocol) : nothing}
      <div
        class="panel"
        id="address"
        role=${this.addresses.length > 1 ? 'tabpanel' : nothing}
        aria-labelledby=${this.addresses.length > 1 ? `tab-${address.protocol}` : nothing}
      >
        <console-copy .label=${'Server'} .value=${address.primary.server}></console-copy>
        <console-copy
          .label=${'Stream key'}
          .value=${address.primary.key}
          .isSecret=${true}
        ></console-copy>
        ${this.#obs(address)} ${this.#ffmpeg(address)} ${this.#backup(address)}
      </div>
      ${this.mayChangeKey ? this.#newKey() : nothing}
    `;
  }

  #tabs(chosen: AddressProtocol) {
    return html`<div class="tabs" role="tablist" aria-label="Protocol" @keydown=${this.#handleKey}>
      ${this.addresses.map(
        ({ protocol }) =>
          html`<button
            class="tab"
            type="button"
            role="tab"
            id="tab-${protocol}"
            aria-selected=${protocol === chosen ? 'true' : 'false'}
            aria-controls="address"
            tabindex=${protocol === chosen ? '0' : '-1'}
            @click=${() => {
              this.chosen = protocol;
            }}
          >
            ${protocol}
          </button>`,
      )}
    </div>`;
  }

  #obs({ primary }: EncoderAddress) {
    const file = obsServiceFileOf(primary);
    return html`<details>
      <summary>Settings file for OBS</summary>
      <div class="inside">
        <p class="quiet-text">
          OBS keeps server and key of a profile in a file named ${OBS_SERVICE_FILE}. The key is in
          it: treat the file like a password.
        </p>
        <ol class="quiet-text">
          <li>In OBS: File, Show Profile Folder. Then close OBS.</li>
          <li>Put the file into that folder, in place of the one that is there.</li>
          <li>Start OBS and press Start Streaming.</li>
        </ol>
        <div class="actions">
          <button class="button small" type="button" @click=${() => download(OBS_SERVICE_FILE, file)}>
            Download ${OBS_SERVICE_FILE}
          </button>
        </div>
      </div>
    </details>`;
  }

  #ffmpeg({ primary }: EncoderAddress) {
    return html`<details>
      <summary>Command for FFmpeg</summary>
      <div class="inside">
        <console-copy
          .label=${'Sends a file as a broadcast'}
          .value=${ffmpegCommandOf(primary)}
          .isSecret=${true}
        ></console-copy>
      </div>
    </details>`;
  }

  #backup({ backup }: EncoderAddress) {
    if (backup === null) return nothing;
    return html`<details>
      <summary>Address of the backup encoder</summary>
      <div class="inside">
        <p class="quiet-text">
          A second encoder that sends the same picture here takes over by itself when the first one
          fails.
        </p>
        <console-copy .label=${'Backup server'} .value=${backup.server}></console-copy>
        <console-copy
          .label=${'Backup stream key'}
          .value=${backup.key}
          .isSecret=${true}
        ></console-copy>
      </div>
    </details>`;
  }

  #newKey() {
    return html`<div class="actions">
      <button
        class="button small"
        type="button"
        aria-disabled=${this.isChangingKey ? 'true' : 'false'}
        @click=${() => {
          if (!this.isChangingKey) this.dispatchEvent(new CustomEvent('webcast-new-key'));
        }}
      >
        ${this.isChangingKey ? 'Making a new key…' : 'New stream key…'}
      </button>
    </div>`;
  }

  #connections() {
    if (this.addresses.length === 0 && this.encoders.length === 0) return nothing;
    const slots = [
      { slot: 'primary', label: 'Encoder' },
      { slot: 'backup', label: 'Backup encoder' },
    ] as const;
    return html`<dl class="facts">
      ${slots.map(({ slot, label }) => {
        const encoder = this.encoders.find((each) => each.slot === slot);
        return html`<div class="fact">
          <dt>${label}</dt>
          <dd>${encoder === undefined ? 'not connected' : connectionText(encoder)}</dd>
        </div>`;
      })}
    </dl>`;
  }

  #handleKey = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const names = this.addresses.map(({ protocol }) => protocol);
    const index = names.indexOf(this.chosen) + step;
    this.chosen = names[(index + names.length) % names.length] ?? this.chosen;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLButtonElement>(`#tab-${this.chosen}`)?.focus(),
    );
  };
}

function elsewhere(): TemplateResult {
  return html`<p class="quiet-text">
    No encoder connects here: this webcast plays a stream that is produced elsewhere, or you may not
    see its addresses.
  </p>`;
}

function connectionText({
  software,
  remoteAddress,
  connectedAtMs,
  isInUse,
}: EncoderHealth): string {
  const { name } = encoderSoftwareOf(software);
  const where = remoteAddress === '' ? '' : ` from ${remoteAddress}`;
  return `${name}${where}, since ${momentText(connectedAtMs)}${isInUse ? '' : ', in reserve'}`;
}

/** Has the browser save a text as a file. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

customElements.define('webcast-encoder', WebcastEncoder);
