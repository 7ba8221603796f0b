import type { Activity, ActivityChange } from '@rostrum/sdk';
import { icons } from '@rostrum/sdk/design';
import { html, nothing, type TemplateResult } from 'lit';
import { LOCALE } from '../parts/times.ts';
import { activityWords, refusalWords, shortAddress } from './activity-words.ts';
import { propertyWords, valueWords } from './change-words.ts';

const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });

/** A line of the activity: a sentence that opens to what was before, what is now, and from where. */
export function activityLine(line: Activity, nameOf: (userId: string) => string): TemplateResult {
  const { who, did, object, rest } = activityWords(line, nameOf);
  return html`<li>
    <details>
      <summary>
        <time datetime=${new Date(line.atMs).toISOString()}>${TIME.format(line.atMs)}</time>
        <span class="sentence"
          ><strong>${who}</strong> ${did}
          ${object === null ? nothing : html`<span class="object">${object.label}</span>`} ${rest}</span
        >
        ${line.isDone ? nothing : html`<span class="chip warn">Refused</span>`}
        <span class="open">${icons.next}</span>
      </summary>
      <div class="details">
        ${line.error === '' ? nothing : html`<p class="box warn">${refusalWords(line)}</p>`}
        ${object?.path == null ? nothing : html`<p><a href=${object.path}>Open ${object.label}</a></p>`}
        ${changesTable(line)} ${facts(line)}
      </div>
    </details>
  </li>`;
}

function changesTable({ changes, verb }: Activity) {
  if (changes.length === 0) return nothing;
  if (changes[0]?.name === '') return html`<p>${changes[0].after}</p>`;
  const hasBefore = verb !== 'CREATED' && changes.some(({ before }) => before !== null);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="What was changed">
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          ${hasBefore ? html`<th scope="col">Before</th>` : nothing}
          <th scope="col">${hasBefore ? 'After' : 'Value'}</th>
        </tr>
      </thead>
      <tbody>
        ${changes.map(
          (change) => html`<tr>
            <th scope="row">${propertyWords(change.name)}</th>
            ${hasBefore ? html`<td>${value(change, 'before')}</td>` : nothing}
            <td>${value(change, 'after')}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function value({ name, ...values }: ActivityChange, which: 'before' | 'after') {
  const { before, after } = values;
  if (before === null && after === null && which === 'after') {
    return html`<span class="none">not told</span>`;
  }
  return valueWords(name, values[which]) ?? html`<span class="none">empty</span>`;
}

function facts(line: Activity) {
  const { userId, isAdminSession, isBySystem, ipAddress, userAgent, clientTag } = line;
  const rows: readonly (readonly [string, string])[] = [
    ['User', userId],
    ['Session', isBySystem ? 'the server itself' : isAdminSession ? 'administrator' : 'user'],
    ['Object', line.objectId],
    ['From', shortAddress(ipAddress)],
    ['With', [clientTag, userAgent].filter((text) => text !== '').join(', ')],
    ['Action', line.deed.replace('::', '.')],
    ['Request', line.requestId],
  ];
  return html`<dl>
    ${rows
      .filter(([, text]) => text !== '')
      .map(([name, text]) => html`<div><dt>${name}</dt><dd class="mono">${text}</dd></div>`)}
  </dl>`;
}
