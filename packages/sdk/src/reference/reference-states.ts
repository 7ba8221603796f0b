import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../elements/icons.ts';

/** Before the description is there. */
export function loadingPage(isNarrow: boolean): TemplateResult {
  const line = html`<div class="bone"></div>`;
  return html`<div class="layout" aria-busy="true">
    ${isNarrow ? nothing : html`<aside class="bones">${Array.from({ length: 5 }, () => line)}</aside>`}
    <main class="page">
      <h1 class="visually-hidden">Loading the reference</h1>
      <div class="bone title"></div>
      ${line}
      <div class="bone short"></div>
    </main>
  </div>`;
}

/** Where it does not come. */
export function failurePage(isOffline: boolean, tryAgain: () => void): TemplateResult {
  return html`<main class="message">
    <div role="alert">
      <span class="icon">${icons.alert}</span>
      <h1>${isOffline ? 'You are offline' : 'The reference does not load'}</h1>
      <p>
        ${
          isOffline
            ? 'It loads by itself as soon as you are back.'
            : 'The server does not answer, or not as this page expects. Check your connection, then try again.'
        }
      </p>
    </div>
    <button class="button primary" type="button" @click=${tryAgain}>Try again</button>
  </main>`;
}
