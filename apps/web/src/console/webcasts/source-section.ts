import type { OutsideAddress } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import '../parts/console-chip.ts';
import { choiceField, inputField } from '../parts/field.ts';
import { outsideReading } from '../parts/outside-words.ts';
import { type FormView, section } from './form-view.ts';
import type { WebcastValues } from './webcast-values.ts';

/** What a look at the address has shown. */
export type SourceCheck =
  | { readonly status: 'idle' }
  | { readonly status: 'checking' }
  | { readonly status: 'seen'; readonly seen: OutsideAddress }
  | { readonly status: 'failed'; readonly text: string };

export type SourceView = {
  /** Decided once, when the webcast is made. */
  readonly isNew: boolean;
  readonly check: SourceCheck;
  readonly look: () => void;
};

/** Where the picture comes from: an encoder that sends here, or somebody else's server. */
export function sourceSection(view: FormView, source: SourceView): TemplateResult {
  const { values, set } = view;
  return section(
    'Where it comes from',
    'An encoder sends here, or another server has the stream already.',
    html`
      ${choiceField({
        id: 'source',
        label: 'Source',
        value: values.source,
        choices: [
          {
            value: 'encoders',
            label: 'Encoder',
            hint: 'OBS, FFmpeg or hardware sends here, by RTMP.',
            isDisabled: !source.isNew,
          },
          {
            value: 'outside',
            label: 'Your own HLS stream',
            hint: 'It plays from your server, with its delay. It is not recorded here, and not sent on.',
            isDisabled: !source.isNew,
          },
        ],
        change: (value) => set('source', value as WebcastValues['source']),
      })}
      ${values.source === 'outside' ? addressFields(view, source) : nothing}
    `,
  );
}

function addressFields({ values, problems, set }: FormView, { check, look }: SourceView) {
  const { outside } = values;
  return html`
    ${inputField({
      id: 'outside',
      label: 'Address of its playlist',
      value: outside.url,
      isRequired: true,
      placeholder: 'https://cdn.example.com/show/index.m3u8',
      inputmode: 'url',
      problem: problems.outside,
      input: (url) => set('outside', { ...outside, url }),
    })}
    ${inputField({
      id: 'outside-backup',
      label: 'Backup address',
      value: outside.backupUrl,
      isOptional: true,
      inputmode: 'url',
      hint: 'Played while the first one does not answer.',
      input: (backupUrl) => set('outside', { ...outside, backupUrl }),
    })}
    <div>
      <button
        class="button small"
        type="button"
        aria-disabled=${check.status === 'checking' ? 'true' : 'false'}
        @click=${look}
      >
        ${check.status === 'checking' ? 'Looking…' : 'Check the address'}
      </button>
    </div>
    <div role="status">${checked(check)}</div>
  `;
}

function checked(check: SourceCheck) {
  switch (check.status) {
    case 'idle':
      return nothing;
    case 'checking':
      return html`<p class="hint">This takes as long as one of its segments, at most.</p>`;
    case 'failed':
      return html`<p class="hint">${check.text}</p>`;
    case 'seen': {
      const { tone, word, text } = outsideReading(check.seen, location.protocol);
      return html`<p class="hint">
        <console-chip .tone=${tone} .text=${word}></console-chip> ${text}
      </p>`;
    }
  }
}
