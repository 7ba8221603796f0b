import { icons } from '@rostrum/sdk/design';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, inputField } from '../parts/field.ts';
import { type FormView, section } from './form-view.ts';
import { loginProblem, NEW_RELAY, type Relay, relayProblem } from './relays.ts';

/** The server takes no more. */
const MAX_RELAYS = 8;

/** Where else the show goes while it is on air. Only administrators set this. */
export function relaySection(view: FormView): TemplateResult {
  const { values, problems, set } = view;
  const { relays } = values;
  return section(
    'Sending on',
    'To another platform or a second server, over RTMP or RTMPS.',
    html`
      ${checkField({
        id: 'isRelayed',
        label: 'Send it on while it is on air',
        hint: 'Never while it is in preview.',
        problem: problems.isRelayed,
        isChecked: values.isRelayed,
        change: (isChecked) => {
          set('isRelayed', isChecked);
          if (isChecked && relays.length === 0) set('relays', [NEW_RELAY]);
        },
      })}
      ${values.isRelayed || relays.length > 0 ? relayList(view) : nothing}
    `,
  );
}

function relayList({ values, problems, set }: FormView): TemplateResult {
  const { relays } = values;
  const change = (index: number, changes: Partial<Relay>) =>
    set('relays', relays.with(index, { ...(relays[index] ?? NEW_RELAY), ...changes }));
  return html`
    <ol class="relays">
      ${relays.map((relay, index) => {
        const problem = problems.relays === undefined ? undefined : relayProblem(relay);
        return html`<li>
          ${oneRelay(relay, index, problem, problems.relays !== undefined, (changes) => change(index, changes))}
          <button
            class="button small quiet"
            type="button"
            aria-label="Remove server ${index + 1}"
            @click=${() => set('relays', relays.toSpliced(index, 1))}
          >
            ${icons.close} Remove
          </button>
        </li>`;
      })}
    </ol>
    ${
      problems.relays !== undefined &&
      relays.every((relay) => (relayProblem(relay) ?? loginProblem(relay)) === undefined)
        ? html`<p class="problem" role="alert">${icons.alert}<span>${problems.relays}</span></p>`
        : nothing
    }
    ${
      relays.length < MAX_RELAYS
        ? html`<div>
            <button
              class="button small"
              type="button"
              @click=${() => set('relays', [...relays, NEW_RELAY])}
            >
              ${icons.plus} Add a server
            </button>
          </div>`
        : nothing
    }
  `;
}

function oneRelay(
  relay: Relay,
  index: number,
  problem: string | undefined,
  hasProblems: boolean,
  change: (changes: Partial<Relay>) => void,
): TemplateResult {
  const name = `Server ${index + 1}`;
  return html`
    ${inputField({
      id: `relay-${index}`,
      label: name,
      value: relay.address,
      placeholder: 'rtmp://live.example.com/app',
      inputmode: 'url',
      problem,
      input: (address) => change({ address }),
    })}
    <div class="two">
      ${inputField({
        id: `relay-${index}-key`,
        label: `Stream key of server ${index + 1}`,
        type: 'password',
        autocomplete: 'new-password',
        isOptional: true,
        value: relay.key,
        input: (key) => change({ key }),
      })}
      ${inputField({
        id: `relay-${index}-backup`,
        label: `Backup of server ${index + 1}`,
        isOptional: true,
        inputmode: 'url',
        value: relay.backupAddress,
        input: (backupAddress) => change({ backupAddress }),
      })}
    </div>
    <div class="two">
      ${inputField({
        id: `relay-${index}-user`,
        label: `User name at server ${index + 1}`,
        isOptional: true,
        autocomplete: 'off',
        value: relay.user,
        problem: hasProblems ? loginProblem(relay) : undefined,
        input: (user) => change({ user }),
      })}
      ${inputField({
        id: `relay-${index}-password`,
        label: `Password at server ${index + 1}`,
        type: 'password',
        autocomplete: 'new-password',
        isOptional: true,
        value: relay.password,
        input: (password) => change({ password }),
      })}
    </div>
  `;
}
