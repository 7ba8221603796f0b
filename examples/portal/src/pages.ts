import {
  type LaunchParameters,
  type Playback,
  type RecordingOfWebcast,
  type Webcast,
  type WebcastState,
  webcastStateOf,
} from '@rostrum/sdk';
import { Html, html } from './html.ts';
import { PEOPLE, type Person } from './people.ts';
import { ownZone } from './zoned-time.ts';

/** The portal's pages: HTML, and `public/portal.js` for what changes in them while they are open. */

/** @param at the path of the page: whoever becomes somebody else stays there */
export function page(person: Person, at: string, title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Portal</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/portal.css">
    <script type="module" src="/portal.js"></script>
  </head>
  <body>
    <header>
      <strong><a href="/">Portal</a></strong>
      <span class="quiet">Signed in as ${person.name}</span>
      <form class="row" method="post" action="/sign-in">
        <input type="hidden" name="at" value="${at}">
        ${PEOPLE.filter(({ userId }) => userId !== person.userId).map(
          ({ userId, name }) => html`<button name="as" value="${userId}">Become ${name}</button>`,
        )}
      </form>
    </header>
    <main>${content}</main>
  </body>
</html>`.toString();
}

export function listPage(person: Person, webcasts: readonly Webcast[]): Html {
  const items = webcasts.map((webcast) => {
    const state = stateFor(person, webcast);
    return html`<li>
      <a href="/webcasts/${webcast.id}">${webcast.name}</a>
      <span class="when quiet">${state === 'scheduled' && startHtml(webcast)}</span>
      <span class="state">${stateHtml(state)}</span>
      ${person.mayProduce && html`<a href="/webcasts/${webcast.id}/produce">Produce</a>`}
    </li>`;
  });
  const empty = html`<p class="quiet">There are no webcasts yet.</p>`;
  return html`<div class="row spread">
      <h1>Webcasts</h1>
      ${person.mayProduce && html`<a class="button main" href="/new">New webcast</a>`}
    </div>
    ${items.length === 0 ? empty : html`<ul class="webcasts">${items}</ul>`}
    ${
      !person.mayProduce &&
      html`<p class="quiet">To create a webcast, become the producer (above).</p>`
    }`;
}

/** A form that came back, and why. */
export type Refusal = { readonly form: URLSearchParams; readonly why: string };

export function newPage(formId: string, refusal: Refusal | null): Html {
  const was = (name: string) => refusal?.form.get(name) ?? '';
  const isRecorded = refusal === null || refusal.form.has('isRecorded');
  return html`<h1>New webcast</h1>
    ${refusal !== null && html`<p class="refused" role="alert">${refusal.why}</p>`}
    <form class="fields" method="post">
      <input type="hidden" name="formId" value="${formId}">
      <label>Name <input name="name" required maxlength="200" value="${was('name')}"></label>
      <label>What it is about
        <textarea name="description" rows="3">${was('description')}</textarea>
      </label>
      <div class="pair">
        <label>Starts
          <input type="datetime-local" name="startsAt" required value="${was('startsAt')}">
        </label>
        <div class="field">
          <label for="timezone">Time zone</label>
          ${zoneSelect(was('timezone'))}
        </div>
      </div>
      <label>Minutes
        <input type="number" name="minutes" min="5" max="1440" required value="${was('minutes') || '60'}">
      </label>
      <label>Presenter <input name="presenter" value="${was('presenter')}"></label>
      <label class="check">
        <input type="checkbox" name="isRecorded"${isRecorded && ' checked'}> Record it
      </label>
      <div class="row"><button class="main">Create</button> <a href="/">Cancel</a></div>
    </form>`;
}

export function watchPage(
  person: Person,
  webcast: Webcast,
  player: string,
  recordings: readonly RecordingOfWebcast[],
): Html {
  return html`${new Html(player)}
    ${person.mayProduce && html`<p><a href="/webcasts/${webcast.id}/produce">Produce</a></p>`}
    ${recordings.length > 1 && recordingList(webcast, recordings)}`;
}

/** What may change while the producer's page is open. */
export type Show = {
  readonly webcast: Webcast;
  readonly state: WebcastState;
  readonly playback: Playback;
  readonly recordings: readonly RecordingOfWebcast[];
};

/** The same as HTML, by the ids of its places in the page: it asks for them every few seconds. */
export function showParts({ webcast, state, playback, recordings }: Show) {
  const isLive = isReleased(webcast, state);
  return {
    state: stateHtml(state),
    advice: html`${showAdvice(webcast, state)}`,
    buttons: html`<button class="live"${isLive && ' disabled'}>Go live</button>
      <button formaction="/webcasts/${webcast.id}/end"${!isLive && ' disabled'}>End</button>`,
    playback: html`Viewers get now: ${playbackText(playback)}.`,
    recordings:
      recordings.length === 0
        ? html`<p class="quiet">There is none yet.</p>`
        : recordingList(webcast, recordings),
  };
}

export type Desk = {
  readonly show: Show;
  /** HTML of the picture. */
  readonly player: string;
  readonly moderatorUrl: string | null;
  readonly launch: LaunchParameters;
};

export function producePage({ show, player, moderatorUrl, launch }: Desk): Html {
  const { webcast } = show;
  const address = webcast.encoder?.rtmp ?? null;
  const { state, advice, buttons, playback, recordings } = showParts(show);
  return html`<div class="row spread">
      <h1>${webcast.name}</h1>
      <a href="/webcasts/${webcast.id}">The page that viewers see</a>
    </div>
    <div class="show" data-follow="/webcasts/${webcast.id}/state">
      <div role="status">
        <strong id="state">${state}</strong>
        <p id="advice">${advice}</p>
        <p class="quiet" id="playback">${playback}</p>
      </div>
      <form class="row" id="buttons" method="post" action="/webcasts/${webcast.id}/go-live"
        >${buttons}</form>
    </div>

    <div class="desk">
      <div>${new Html(player)}</div>
      <div>
        <h2>Encoder</h2>
        ${
          address === null
            ? html`<p>This webcast’s picture comes from elsewhere.</p>`
            : html`<dl>
                <dt>Server</dt><dd><code>${address.primary.server}</code></dd>
                <dt>Stream key</dt><dd><code>${address.primary.streamKey}</code></dd>
                ${
                  address.backup !== null &&
                  html`<dt>Backup key</dt><dd><code>${address.backup.streamKey}</code></dd>`
                }
              </dl>
              <p class="quiet">
                In OBS: Settings → Stream → Custom. The keys are secrets. The backup key is for a
                second encoder, which takes over by itself.
              </p>`
        }

        <h2>Recordings</h2>
        <div id="recordings">${recordings}</div>

        <h2>Questions and slides</h2>
        ${
          moderatorUrl === null
            ? html`<p class="quiet">The moderators’ desk and the studio are on their way.</p>`
            : html`<p><a href="${moderatorUrl}" rel="noreferrer">The moderators’ desk</a></p>`
        }
        <details>
          <summary>What the studio is launched with</summary>
          <pre>${JSON.stringify({ ...launch, ks: '…' }, null, 2)}</pre>
        </details>
      </div>
    </div>`;
}

export function messagePage(title: string, words: string): Html {
  return html`<h1>${title}</h1><p>${words}</p><p><a href="/">All webcasts</a></p>`;
}

function recordingList(webcast: Webcast, recordings: readonly RecordingOfWebcast[]): Html {
  return html`<ul class="webcasts">
    ${recordings.map(
      ({ id, createdAtMs, durationMs, isReady }) => html`<li>
        <a href="/webcasts/${webcast.id}/recordings/${id}"
          >${webcast.name}, ${timeHtml(createdAtMs)}</a>
        <span class="quiet">${isReady ? lengthText(durationMs) : 'being recorded'}</span>
      </li>`,
    )}
  </ul>`;
}

/** The browser puts its own zone in place of the portal's, unless somebody has chosen already. */
function zoneSelect(chosen: string): Html {
  const selected = chosen || ownZone();
  const zones = new Set(['UTC', selected, ...Intl.supportedValuesOf('timeZone')]);
  return html`<select id="timezone" name="timezone"${chosen === '' && ' data-is-guess'}>
    ${[...zones].map((zone) => html`<option${zone === selected && ' selected'}>${zone}</option>`)}
  </select>`;
}

/** The words of the server's console. */
const STATE_WORDS: Readonly<Record<WebcastState, string>> = {
  scheduled: 'Scheduled',
  connecting: 'Encoder connecting',
  preview: 'Preview',
  'on-air': 'On air',
  interrupted: 'Interrupted',
  ended: 'Ended',
};

function stateHtml(state: WebcastState): Html {
  return html`<span class="${state === 'on-air' ? 'live' : 'quiet'}">${STATE_WORDS[state]}</span>`;
}

/** Producers see what goes on before a show; for everybody else there is no encoder until then. */
function stateFor({ mayProduce }: Person, { entry, state }: Webcast): WebcastState {
  if (mayProduce || state === 'on-air') return state;
  return webcastStateOf({ ...entry, liveStatus: 0, currentBroadcastStartTime: 0 }, Date.now());
}

/** Whether everybody gets the encoder’s picture, or will as soon as it comes. */
function isReleased({ entry }: Webcast, state: WebcastState): boolean {
  return entry.viewMode === 1 || state === 'on-air' || state === 'interrupted';
}

function startHtml({ startsAtMs }: Webcast): Html {
  return startsAtMs === null ? html`No date yet` : timeHtml(startsAtMs);
}

function showAdvice(webcast: Webcast, state: WebcastState): string {
  switch (state) {
    case 'on-air':
      return 'Everybody gets the picture. “End” takes it from the audience and closes the recording.';
    case 'interrupted':
      return 'The encoder’s picture stays away. The audience waits for it, and the show goes on when it is back.';
    case 'preview':
      return 'The picture is there, and only producers see it. “Go live” gives it to everybody.';
    case 'connecting':
      return 'The encoder is there: its picture comes in a moment.';
    case 'ended':
      return 'The show is over. For another one, send a picture again: it comes to the producers first.';
    case 'scheduled':
      return webcast.hasPreview && !isReleased(webcast, state)
        ? 'Start the encoder: the picture comes to the producers first. Then go live.'
        : 'Start the encoder: everybody gets its picture at once.';
  }
}

function playbackText({ kind }: Playback): string {
  switch (kind) {
    case 'live':
      return 'the live picture';
    case 'recording':
      return 'the recording';
    case 'none':
      return 'the waiting page';
  }
}

/** In the portal's zone; the browser writes it in the reader's. */
function timeHtml(ms: number): Html {
  const text = new Date(ms).toLocaleString('en', {
    ...{ year: 'numeric', month: 'short', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  });
  return html`<time datetime="${new Date(ms).toISOString()}">${text}</time>`;
}

function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
