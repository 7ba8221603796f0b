import { html, nothing, type TemplateResult } from 'lit';

/** What the lists of webcasts and of recordings have in common besides their styles. */

export type Choice = { readonly value: string; readonly label: string };

/** A menu that filters or orders. @param name what it chooses, for screen readers */
export function choiceMenu(
  name: string,
  options: readonly Choice[],
  chosen: string,
  change: (value: string) => void,
): TemplateResult {
  return html`<select
    aria-label=${name}
    @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
  >
    ${options.map(
      ({ value, label }) =>
        html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
    )}
  </select>`;
}

/** What is shown is kept while the server is away; that it is not of now is said. */
export function staleNote(isStale: boolean): TemplateResult | typeof nothing {
  if (!isStale) return nothing;
  return html`<p class="box warn stale" role="status">
    ${navigator.onLine ? 'The server does not answer.' : 'You are offline.'} This is how it was; the
    list goes on by itself.
  </p>`;
}

/** The list before it is there. @param noun what is loaded: `recordings` */
export function listBones(noun: string): TemplateResult {
  return html`<div aria-busy="true">
    <span class="visually-hidden">Loading the ${noun}</span>
    <table role="presentation">
      <tbody>
        ${Array.from(
          { length: 5 },
          () => html`<tr>
            <td class="picture"><div class="bone picture"></div></td>
            <td class="name"><div class="bone title"></div></td>
            <td class="state"><div class="bone word"></div></td>
            <td class="when"><div class="bone word"></div></td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
