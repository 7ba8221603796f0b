import type { RoomRefusalCode, WebcastCard } from '@rostrum/contracts';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { en, type Messages } from '../messages/en.ts';
import { chooseLanguage, loadMessages } from '../messages/languages.ts';
import { browserEngine } from '../player/choose-engine.ts';
import { loadHls } from '../player/load-hls.ts';
import { PlayerBeacons } from '../player/player-beacons.ts';
import { RoomClient } from '../room/room-client.ts';
import type { RoomPicture, RoomState } from '../room/room-state.ts';
import { type Announced, announcementOf } from './announcements.ts';
import { calendarAddress } from './calendar-address.ts';
import { scheduleText, zoneText } from './format.ts';
import { icons } from './icons.ts';
import type { PlayerMode } from './rostrum-player.ts';
import { scriptOrigin } from './script-origin.ts';
import { base, tokens } from './tokens.ts';
import { watchForWake } from './wake-watch.ts';
import { webcastStyles } from './webcast-styles.ts';
import { pictureOf, viewOf, type WebcastView } from './webcast-view.ts';

/**
 * One webcast as a viewer sees it, whole: waiting page, picture, interruption, end, and what there is to know about it.
 * It changes by itself with what the server pushes.
 *
 * @fires rostrum-change the view or the webcast's card has changed; `detail` is `{ view, title }`
 */
export class RostrumWebcast extends LitElement {
  static override properties = {
    serviceUrl: { attribute: 'service-url' },
    webcastId: { attribute: 'webcast-id' },
    session: {},
    lang: { reflect: false },
    beacons: {},
    room: { state: true },
    playedUrl: { state: true },
    messages: { state: true },
    announcement: { state: true },
    hasWaited: { state: true },
  };

  /** Where the server is: `https://live.example.com`. Default: where this script comes from. */
  declare serviceUrl: string;
  declare webcastId: string;
  /** The viewer's session (KS); empty for an anonymous viewer. */
  declare session: string;
  /** `off`: the server is not told what is watched. */
  declare beacons: 'on' | 'off';
  private declare room: RoomState;
  /** What is being played, until it has been played to its end. */
  private declare playedUrl: string | null;
  private declare messages: Messages;
  private declare announcement: string;
  /** For a recording to be there: it may begin by itself. */
  private declare hasWaited: boolean;

  static override styles = [tokens, base, webcastStyles];

  #client: RoomClient | null = null;
  #language = 'en';
  #announced: Announced = { view: { kind: 'loading' }, isLost: false };
  #online = new AbortController();
  /** The viewer's session, through the show and its replay. */
  #beacons: PlayerBeacons | null = null;

  constructor() {
    super();
    this.serviceUrl = scriptOrigin();
    this.webcastId = '';
    this.session = '';
    this.lang = '';
    this.beacons = 'on';
    this.room = { status: 'connecting', attempt: 0 };
    this.playedUrl = null;
    this.messages = en;
    this.announcement = '';
    this.hasWaited = false;
  }

  /** What the stage shows now. */
  get view(): WebcastView {
    return viewOf(this.room, this.playedUrl);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#join();
    this.#online = new AbortController();
    const onReturn = () => this.#retryLostRoom();
    const onWake = () => this.#client?.renew();
    watchForWake({ onReturn, onWake }, this.#online.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#online.abort();
    this.#client?.close();
    this.#client = null;
    this.#endBeacons();
    this.playedUrl = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('serviceUrl') || changed.has('webcastId') || changed.has('session')) {
      this.#join();
    }
    if (changed.has('lang')) this.#speak();
    const { view } = this;
    if (view.kind === 'playing' && view.mode !== 'playing-on') {
      // Nobody watches the rest of a rehearsal: it is gone with its end.
      this.playedUrl = view.mode === 'preview' ? null : view.manifestUrl;
    }
    if (view.kind === 'being-recorded') this.hasWaited = true;
    const isLost = this.room.status === 'lost';
    const said = announcementOf(this.#announced, { view, isLost }, this.messages);
    this.#announced = { view, isLost };
    if (said !== null) this.announcement = said;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('room') && !changed.has('playedUrl')) return;
    const detail = { view: this.view.kind, title: pictureOf(this.room)?.webcast.title ?? '' };
    this.dispatchEvent(new CustomEvent('rostrum-change', { detail }));
  }

  #join(): void {
    this.#client?.close();
    this.#client = null;
    this.#endBeacons();
    this.playedUrl = null;
    this.hasWaited = false;
    this.room = { status: 'connecting', attempt: 0 };
    if (this.serviceUrl === '' || this.webcastId === '') return;
    // The player's code and the room's answer travel at the same time.
    if (browserEngine() === 'hls.js') loadHls().catch(() => {});
    const client = new RoomClient({
      serviceUrl: this.serviceUrl,
      webcastId: this.webcastId,
      ...(this.session === '' ? {} : { session: this.session }),
    });
    this.#client = client;
    let isTold = false;
    client.on('state', (state) => {
      if (state.status !== 'closed') this.room = state;
      if (state.status !== 'refused' || state.code !== 'not-found' || isTold) return;
      isTold = true;
      // The viewer is told whom to ask; whoever writes the page is told what.
      console.warn(
        `<rostrum-webcast>: there is no webcast "${this.webcastId}" at ${this.serviceUrl} (attributes webcast-id and service-url).`,
      );
    });
  }

  /** Of what is on stage; a rehearsal is nobody's viewing. */
  #beaconsFor({ partnerId }: RoomPicture['webcast'], view: WebcastView): PlayerBeacons | null {
    if (this.beacons === 'off' || isPreview(view)) return null;
    const { serviceUrl, webcastId: entryId, session } = this;
    this.#beacons ??= new PlayerBeacons({ serviceUrl, entryId, partnerId, session });
    return this.#beacons;
  }

  #endBeacons(): void {
    this.#beacons?.close();
    this.#beacons = null;
  }

  /** Somebody is back at the page: no reason to wait any longer. */
  #retryLostRoom(): void {
    if (this.room.status === 'lost' || this.room.status === 'connecting') this.#client?.retryNow();
  }

  #speak(): void {
    const wanted = this.lang === '' ? navigator.languages : [this.lang];
    const language = chooseLanguage(wanted);
    // Dates keep the viewer's region: a German in Austria, an English speaker with 24 hours.
    const regional = navigator.languages.find((tag) => chooseLanguage([tag]) === language);
    this.#language = regional?.startsWith(language) === true ? regional : language;
    void loadMessages(language).then((messages) => {
      this.messages = messages;
    });
  }

  #nowMs = () => this.#client?.serverNowMs ?? Date.now();

  protected override render() {
    const { view } = this;
    const picture = pictureOf(this.room);
    return html`
      <div dir=${this.messages.direction} lang=${this.#language}>
        ${picture === null ? this.#withoutWebcast(view) : this.#webcast(view, picture)}
        <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>
      </div>
    `;
  }

  #withoutWebcast(view: WebcastView): TemplateResult {
    const { messages } = this;
    switch (view.kind) {
      case 'unreachable':
        return message(icons.alert, messages.unreachable, messages.unreachableHint, 'warn');
      case 'busy':
        return message(icons.people, messages.busy, messages.busyHint, 'warn');
      case 'refused':
        return this.#refusal(view.code);
      default:
        return this.#skeleton();
    }
  }

  #refusal(code: Exclude<RoomRefusalCode, 'busy'>): TemplateResult {
    const { title, hint } = this.messages.refused[code];
    const isOutdated = code === 'bad-command';
    const again = isOutdated ? () => location.reload() : () => this.#client?.retryNow();
    return message(
      code === 'not-found' ? icons.search : icons.lock,
      title,
      hint,
      '',
      html`<button class="button" @click=${again}>
        ${isOutdated ? this.messages.reload : this.messages.tryAgain}
      </button>`,
    );
  }

  #skeleton(): TemplateResult {
    const { messages } = this;
    return html`<div class="layout" aria-busy="true">
      <h1 class="visually-hidden">${messages.loading}</h1>
      <div class="stage"><div class="pulse"></div></div>
      <div class="below" aria-hidden="true">
        <div class="bone title"></div>
        <div class="bone line"></div>
      </div>
      <div class="rail" aria-hidden="true">
        <div class="tabs"><span class="tab"></span></div>
        <div class="panel">
          <div class="bone line"></div>
          <div class="bone line"></div>
          <div class="bone line last"></div>
        </div>
      </div>
    </div>`;
  }

  #webcast(view: WebcastView, picture: RoomPicture): TemplateResult {
    return html`<div class="layout">
      <div class=${isPreview(view) ? 'stage rehearsal' : 'stage'}>${this.#stage(view, picture)}</div>
      ${this.#below(view, picture)} ${this.#rail(view, picture)}
    </div>`;
  }

  #stage(view: WebcastView, { webcast, stage }: RoomPicture) {
    if (view.kind === 'playing') {
      return html`<rostrum-player
        .manifestUrl=${view.manifestUrl}
        .mode=${view.mode}
        .label=${webcast.title}
        .dvrWindowMs=${view.mode === 'preview' ? 0 : webcast.dvrWindowMs}
        .onAirSinceMs=${'onAirSinceMs' in stage ? stage.onAirSinceMs : null}
        .messages=${this.messages}
        .beacons=${this.#beaconsFor(webcast, view)}
        @rostrum-played-out=${this.#handlePlayedOut}
      >
        <div slot="top" class="chips">${this.#chips(view)}</div>
      </rostrum-player>`;
    }
    const lost = html`<div class="chips">${this.#lostChip()}</div>`;
    if (view.kind === 'replay') {
      return html`<rostrum-replay
          .manifestUrl=${view.manifestUrl}
          .label=${webcast.title}
          .playsByItself=${this.hasWaited}
          .messages=${this.messages}
          .beacons=${this.#beaconsFor(webcast, view)}
        ></rostrum-replay>
        <div class="chips">
          <span class="chip on-stage">${this.messages.replay}</span>${this.#lostChip()}
        </div>`;
    }
    const { messages } = this;
    switch (view.kind) {
      case 'ended':
        return html`${resting(icons.check, messages.ended, messages.endedHint)} ${lost}`;
      case 'being-recorded':
        return html`${resting(icons.clock, messages.beingRecorded, messages.beingRecordedHint)}
        ${lost}`;
      case 'empty':
        return html`${resting(icons.search, messages.nothingHere, messages.nothingHereHint)}
        ${lost}`;
    }
    return html`<rostrum-waiting
        .webcast=${webcast}
        .nowMs=${this.#nowMs}
        .messages=${this.messages}
        .language=${this.#language}
      ></rostrum-waiting>
      ${lost}`;
  }

  #handlePlayedOut = () => {
    const { view } = this;
    if (view.kind === 'playing' && view.mode === 'playing-on') this.playedUrl = null;
  };

  #chips(view: Extract<WebcastView, { kind: 'playing' }>) {
    const { messages } = this;
    const mode = {
      'on-air': html`<span class="chip live"><span class="dot"></span>${messages.live}</span>`,
      preview: html`<span class="chip preview">
        <span class="long">${messages.previewOnly}</span
        ><span class="short">${messages.preview}</span>
      </span>`,
      interrupted: html`<span class="chip warn">${messages.interruptedChip}</span>`,
      'playing-on': html`<span class="chip on-stage">${messages.endedPlayingOn}</span>`,
    }[view.mode];
    return html`${mode} ${view.mode === 'playing-on' ? nothing : this.#watching(view.mode)} ${this.#lostChip()}`;
  }

  #watching(mode: PlayerMode) {
    const watching = pictureOf(this.room)?.watching ?? 0;
    if (watching < 1) return nothing;
    const formatted = new Intl.NumberFormat(this.#language).format(watching);
    const { inTheRoom, watching: areWatching } = this.messages;
    // Before the show most of them see the waiting page.
    const whole = (mode === 'preview' ? inTheRoom : areWatching)(watching, formatted);
    return html`<span class="chip on-stage">
      <span class="long">${whole}</span>
      <span class="short"
        ><span aria-hidden="true">${formatted}</span
        ><span class="visually-hidden">${whole}</span></span
      >
    </span>`;
  }

  #lostChip() {
    if (this.room.status !== 'lost') return nothing;
    return html`<span class="chip on-stage lost">
      <span class="dot"></span>${this.messages.reconnecting}
    </span>`;
  }

  #below(view: WebcastView, { webcast }: RoomPicture) {
    const { startsAtMs, endsAtMs } = webcast;
    return html`<div class="below">
      <h1>${webcast.title}</h1>
      <div class="meta">
        ${
          isPreview(view)
            ? html`<span class="chip warn narrow">${this.messages.previewOnly}</span>`
            : nothing
        }
        ${
          view.kind === 'replay' && view.isHeldBack
            ? html`<span class="chip warn">${this.messages.heldBack}</span>`
            : nothing
        }
        ${
          startsAtMs === null
            ? nothing
            : html`<span>${scheduleText(startsAtMs, endsAtMs, this.#language, this.#nowMs())}</span>
                <span aria-hidden="true">·</span><span>${zoneText()}</span>`
        }
      </div>
      ${view.kind === 'waiting' && startsAtMs !== null ? this.#calendarLink(webcast) : nothing}
    </div>`;
  }

  /** A link, so that it can be copied and opened by whatever keeps the viewer's calendar. */
  #calendarLink(webcast: WebcastCard) {
    return html`<a
      class="button calendar"
      href=${calendarAddress(this.serviceUrl, webcast, this.session)}
      >${icons.calendar}${this.messages.addToCalendar}</a
    >`;
  }

  #rail(view: WebcastView, { webcast, stage }: RoomPicture) {
    const { messages } = this;
    return html`<aside class="rail" aria-label=${messages.about}>
      <div class="tabs" role="tablist">
        <button class="tab" role="tab" id="about-tab" aria-selected="true" aria-controls="about">
          ${messages.about}
        </button>
      </div>
      <div class="panel" role="tabpanel" id="about" aria-labelledby="about-tab" tabindex="0">
        <rostrum-about
          .webcast=${webcast}
          .onAirSinceMs=${'onAirSinceMs' in stage ? stage.onAirSinceMs : null}
          .player=${playerIn(view)}
          .isOver=${view.kind === 'replay' || view.kind === 'ended'}
          .messages=${messages}
          .language=${this.#language}
        ></rostrum-about>
      </div>
    </aside>`;
  }
}

/** A stage where nothing moves: what has become of the show, and what to expect. */
function resting(icon: TemplateResult, title: string, hint: string): TemplateResult {
  return html`<div class="ended">
    <span class="icon">${icon}</span>
    <h2>${title}</h2>
    <p>${hint}</p>
  </div>`;
}

function playerIn(view: WebcastView): 'live' | 'replay' | null {
  if (view.kind === 'replay') return 'replay';
  return view.kind === 'playing' ? 'live' : null;
}

function isPreview(view: WebcastView): boolean {
  return view.kind === 'playing' && view.mode === 'preview';
}

function message(
  icon: TemplateResult,
  title: string,
  hint: string,
  tone: '' | 'warn',
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="message" role="alert">
    <span class="icon ${tone}">${icon}</span>
    <h1>${title}</h1>
    <p>${hint}</p>
    ${action}
  </div>`;
}
