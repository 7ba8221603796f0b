import type { SignedIn } from '@rostrum/sdk';
import { icons } from '@rostrum/sdk/design';
import { html, type TemplateResult } from 'lit';
import '../parts/console-state.ts';
import './server-alerts.ts';
import { momentText } from '../parts/times.ts';
import type { ConsoleContext } from './console-context.ts';
import type { PageOutlet } from './page-outlet.ts';
import { type SectionName, sectionsFor } from './routes.ts';
import type { SignedOutReason } from './sign-in-words.ts';

const SECTION_ICONS: Readonly<Record<SectionName, TemplateResult>> = {
  webcasts: icons.broadcast,
  recordings: icons.film,
  people: icons.people,
  activity: icons.list,
  settings: icons.sliders,
};

export const mark = html`<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
  <rect class="tile" width="22" height="22" rx="6" />
  <path class="air" d="M6 4h10v3H6z" />
  <path class="bar" d="M6 9h10v3H6zm0 5h10v3H6z" />
</svg>`;

/** The frame with a page in it. */
export function framePage({
  context,
  outlet,
  signOut,
}: {
  readonly context: ConsoleContext;
  readonly outlet: PageOutlet;
  readonly signOut: () => void;
}): TemplateResult {
  return html`
    <div class="frame">
      <header class="side">
        <button class="skip" type="button" @click=${skip}>Skip to the page</button>
        <a class="mark" href="/console">${mark} Rostrum</a>
        ${sections(context, outlet)} ${account(context, signOut)}
      </header>
      <main id="main" tabindex="-1">
        <server-alerts .console=${context}></server-alerts>
        ${inOutlet(outlet)}
      </main>
    </div>
  `;
}

/** Before it is known who is there. */
export function frameBones(): TemplateResult {
  return html`<div class="frame" aria-busy="true">
    <header class="side"><a class="mark" href="/console">${mark} Rostrum</a></header>
    <main>
      <h1 class="visually-hidden">Loading the console</h1>
      ${bones()}
    </main>
  </div>`;
}

export function signInPage(
  reason: SignedOutReason,
  enter: (session: string) => Promise<void>,
): TemplateResult {
  return html`<console-sign-in .reason=${reason} .enter=${enter}></console-sign-in>`;
}

/** A session that holds and may do nothing here. */
export function refusedPage({ userId }: SignedIn, signOut: () => void): TemplateResult {
  const who = userId === '' ? 'This session' : `The session of ${userId}`;
  return html`<main>
    <h1 class="visually-hidden">The console is not for this session</h1>
    <console-state
      .kind=${'refused'}
      .heading=${'The console is not for this session'}
      .text=${`${who} may watch, but neither set up nor run webcasts. Sign in as somebody who may, or ask an administrator for a role.`}
    >
      <button class="button primary" type="button" @click=${signOut}>Sign in as somebody else</button>
    </console-state>
  </main>`;
}

function sections(context: ConsoleContext, outlet: PageOutlet): TemplateResult {
  const shown = sectionOf(outlet);
  return html`<nav class="sections" aria-label="Console">
    <ul>
      ${sectionsFor(context.may).map(
        ({ name, label, path }) => html`<li>
          <a href=${path} aria-current=${name === shown ? 'page' : 'false'} class=${name === shown ? 'shown' : ''}
            >${SECTION_ICONS[name]}${label}</a
          >
        </li>`,
      )}
    </ul>
  </nav>`;
}

function account({ who, serviceUrl }: ConsoleContext, signOut: () => void): TemplateResult {
  const numbered = `Account ${who.partnerId}`;
  const account = who.accountName === '' ? numbered : who.accountName;
  const whole = account === numbered ? account : `${account} (${numbered})`;
  const person = who.userId === '' ? (who.isAdmin ? 'Administrator' : 'Session') : who.userId;
  return html`
    <button class="who" type="button" popovertarget="account">
      <strong>${person}</strong><span>${account}</span>
    </button>
    <div id="account" popover>
      <p>
        Signed in to ${whole} as ${person}, until ${momentText(who.expiresAtMs)}.
      </p>
      <a href="${serviceUrl}/reference" target="_blank" rel="noopener">API reference</a>
      <button type="button" @click=${signOut}>Sign out</button>
    </div>
  `;
}

function inOutlet({ state }: PageOutlet): TemplateResult | HTMLElement {
  switch (state.kind) {
    case 'loading':
      return html`<h1 class="visually-hidden">Loading</h1>
        ${bones()}`;
    case 'page':
      return state.element;
    case 'refused':
      return html`<h1 class="visually-hidden">Not allowed</h1>
        <console-state
          .kind=${'refused'}
          .heading=${'You may not see this'}
          .text=${'Your role does not allow it. An administrator of the account can change that under People.'}
        ></console-state>`;
    case 'missing':
      return html`<h1 class="visually-hidden">Not found</h1>
        <console-state
          .kind=${'missing'}
          .heading=${'There is no such page'}
          .text=${'The address may be cut off, or what it named is gone.'}
        >
          <a class="button" href="/console">To the webcasts</a>
        </console-state>`;
    case 'failed':
      return html`<h1 class="visually-hidden">Not loaded</h1>
        <console-state
          .kind=${navigator.onLine ? 'error' : 'offline'}
          .heading=${'This page does not load'}
          .text=${'The connection broke, or the server was renewed meanwhile.'}
        >
          <button class="button" type="button" @click=${() => location.reload()}>Load again</button>
        </console-state>`;
  }
}

function bones(): TemplateResult {
  return html`<div class="lead-bones">
    <div class="bone"></div>
    <div class="bone"></div>
    <div class="bone"></div>
    <div class="bone"></div>
  </div>`;
}

function sectionOf({ state }: PageOutlet): SectionName | null {
  return state.kind === 'missing' ? null : state.section;
}

/** A button and no link: the fragment of the address belongs to sign-in links. */
function skip(event: Event): void {
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('#main')?.focus();
}
