import type { LaunchParameters, Playback, RecordingOfWebcast, Webcast } from '@rostrum/sdk';
import { Html, html } from './html.ts';
import { PEOPLE, type Person } from './people.ts';

/** The portal's pages: HTML and no script but the player's. */

export function page(person: Person, title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Portal</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/portal.css">
  </head>
  <body>
    <header>
      <strong><a href="/">Portal</a></strong>
      <span class="quiet">Signed in as ${person.name}</span>
      <form class="row" method="post" action="/sign-in">
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
  const items = webcasts.map(
    (webcast) => html`<li>
      <a href="/webcasts/${webcast.id}">${webcast.name}</a>
      <span class="${webcast.state === 'on-air' ? 'live' : 'quiet'}">${stateText(webcast)}</span>
      ${person.mayProduce && html`<a href="/webcasts/${webcast.id}/produce">Produce</a>`}
    </li>`,
  );
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

/** @param refusal why the form came back */
export function newPage(formId: string, sent: URLSearchParams, refusal: string | null): Html {
  const was = (name: string) => sent.get(name) ?? '';
  return html`<h1>New webcast</h1>
    ${refusal !== null && html`<p class="refused" role="alert">${refusal}</p>`}
    <form class="fields" method="post">
      <input type="hidden" name="formId" value="${formId}">
      <label>Name <input name="name" required maxlength="200" value="${was('name')}"></label>
      <label>What it is about
        <textarea name="description" rows="3">${was('description')}</textarea>
      </label>
      <label>Starts <input type="datetime-local" name="startsAt" required value="${was('startsAt')}"></label>
      <label>Minutes
        <input type="number" name="minutes" min="5" max="1440" required value="${was('minutes') || '60'}">
      </label>
      <label>Presenter <input name="presenter" value="${was('presenter')}"></label>
      <label class="check">
        <input type="checkbox" name="isRecorded" checked> Record it
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

export type Desk = {
  readonly webcast: Webcast;
  readonly playback: Playback;
  readonly recordings: readonly RecordingOfWebcast[];
  readonly moderatorUrl: string;
  readonly launch: LaunchParameters;
};

export function producePage({ webcast, playback, recordings, moderatorUrl, launch }: Desk): Html {
  const address = webcast.encoder?.rtmp ?? null;
  return html`<div class="row spread">
      <h1>${webcast.name}</h1>
      <span class="${webcast.state === 'on-air' ? 'live' : 'quiet'}">${stateText(webcast)}</span>
    </div>
    <p><a href="/webcasts/${webcast.id}">The page that viewers see</a></p>

    <h2>1. Encoder</h2>
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
            In OBS: Settings → Stream → Custom. The keys are secrets. The backup key is for a second
            encoder, which takes over by itself.
          </p>`
    }

    <h2>2. Show</h2>
    <p>${showAdvice(webcast)}</p>
    <form class="row" method="post" action="/webcasts/${webcast.id}/go-live">
      <button class="live">Go live</button>
      <button formaction="/webcasts/${webcast.id}/end">End</button>
    </form>

    <h2>3. Questions and slides</h2>
    <p><a href="${moderatorUrl}" rel="noreferrer">The moderators’ desk</a></p>
    <details>
      <summary>What the studio is launched with</summary>
      <pre>${JSON.stringify({ ...launch, ks: '…' }, null, 2)}</pre>
    </details>

    <h2>4. Recordings</h2>
    <p>Viewers get now: ${playbackText(playback)}.</p>
    ${
      recordings.length === 0
        ? html`<p class="quiet">There is none yet.</p>`
        : recordingList(webcast, recordings)
    }`;
}

export function messagePage(title: string, words: string): Html {
  return html`<h1>${title}</h1><p>${words}</p><p><a href="/">All webcasts</a></p>`;
}

function recordingList(webcast: Webcast, recordings: readonly RecordingOfWebcast[]): Html {
  return html`<ul class="webcasts">
    ${recordings.map(
      ({ id, name, createdAtMs, durationMs, isReady }) => html`<li>
        <a href="/webcasts/${webcast.id}/recordings/${id}">${name}</a>
        <span class="quiet">${whenText(createdAtMs)}</span>
        <span class="quiet">${isReady ? lengthText(durationMs) : 'being recorded'}</span>
      </li>`,
    )}
  </ul>`;
}

function stateText({ state, startsAtMs }: Webcast): string {
  switch (state) {
    case 'on-air':
      return 'Live';
    case 'preview':
      return 'In preview';
    case 'ended':
      return 'Ended';
    default:
      return startsAtMs === null ? 'Not planned yet' : whenText(startsAtMs);
  }
}

function showAdvice({ state }: Webcast): string {
  switch (state) {
    case 'on-air':
      return 'Everybody gets the picture. “End” takes it from the audience and closes the recording.';
    case 'preview':
      return 'The picture is there, and only producers see it. “Go live” gives it to everybody.';
    default:
      return 'Start the encoder: the picture comes to the producers first. Then go live.';
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

function whenText(ms: number): string {
  return new Date(ms).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}

function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
