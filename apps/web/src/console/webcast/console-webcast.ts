import type { LiveStreamEntry } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '../parts/console-chip.ts';
import '../parts/console-page.ts';
import '../parts/console-state.ts';
import './checklist/webcast-checklist.ts';
import './encoder/webcast-encoder.ts';
import './health/webcast-health.ts';
import './live/webcast-going-live.ts';
import './panels/webcast-recordings.ts';
import './panels/webcast-summary.ts';
import './panels/webcast-viewers.ts';
import './share/webcast-share.ts';
import './stage/webcast-stage.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureState } from '../parts/failure-words.ts';
import { partStyles } from '../parts/part-styles.ts';
import { webcastChip } from '../parts/webcast-chip.ts';
import { checklistOf } from './checklist/checklist.ts';
import { encoderAddressesOf } from './encoder/encoder-addresses.ts';
import {
  END_QUESTION,
  LIFE_ANNOUNCEMENTS,
  newKeyQuestion,
  notYetText,
  pressFailure,
  switchLabel,
} from './live/live-words.ts';
import type { WebcastShare } from './share/webcast-share.ts';
import { WebcastDesk } from './webcast-desk.ts';
import { isExplicitLive, type LiveSwitch, liveSwitchOf, type WebcastLife } from './webcast-life.ts';
import { webcastPageStyles } from './webcast-page-styles.ts';

const WEBCASTS = [{ label: 'Webcasts', path: '/console' }];

/** Value of sourceType: encoders of ours make the picture. */
const LIVE_STREAM = '32';

/** The page of one webcast: what it shows, how it does, and going live. */
export class ConsoleWebcast extends LitElement {
  static override properties = { console: { attribute: false }, params: { attribute: false } };

  declare console: ConsoleContext;
  /** `id`: the webcast's. */
  declare params: Readonly<Record<string, string>>;
  declare search: string;

  static override styles = [tokens, base, partStyles, webcastPageStyles];

  readonly #desk = new WebcastDesk(this);
  #announced: WebcastLife['kind'] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') || this.#isOtherSession(changed)) this.#open();
  }

  protected override updated(): void {
    const kind = this.#desk.life?.kind ?? null;
    if (kind === this.#announced || kind === null) return;
    if (this.#announced !== null) this.console.announce(LIFE_ANNOUNCEMENTS[kind]);
    this.#announced = kind;
  }

  #isOtherSession(changed: PropertyValues<this>): boolean {
    if (!changed.has('console')) return false;
    const before = changed.get('console');
    return before === undefined || before.session !== this.console.session;
  }

  #open(): void {
    this.#announced = null;
    const { client, serviceUrl, session } = this.console;
    this.#desk.open({ client, serviceUrl, session, webcastId: this.params.id ?? '' });
  }

  protected override render() {
    const { entry, room } = this.#desk;
    if (entry.status === 'failed') return this.#instead(failureState(entry.error, this.#retry));
    if (room.status === 'refused') return this.#refused(room.code);
    if (entry.status === 'loading') return this.#bones();
    const picture = 'picture' in room ? room.picture : null;
    // A session may know a webcast and have no part in running it.
    if (picture !== null && picture.role !== 'producer') return this.#refused('not-allowed');
    return this.#webcast(entry.value);
  }

  #webcast(entry: LiveStreamEntry): TemplateResult {
    const { life } = this.#desk;
    const title = entry.name === '' ? 'Webcast without a name' : entry.name;
    this.console.setTitle(title);
    const liveSwitch = life === null ? null : liveSwitchOf(entry, life);
    const mayRun = this.console.may('LIVE_STREAM_UPDATE');
    return html`<console-page .heading=${title} .crumbs=${WEBCASTS}>
        <span slot="beside">${life === null ? nothing : stateChip(life)}</span>
        <div class="head-actions" slot="actions">
          <a class="button" href="/console/webcasts/${entry.id}/edit" ?hidden=${!mayRun}>Edit</a>
          <button class="button" type="button" @click=${this.#share}>Share</button>
          ${liveSwitch === null || !mayRun ? nothing : this.#switch(liveSwitch)}
        </div>
        ${this.#lostBox()} ${this.#pressBox()}
        <div class="columns" ?data-waits=${life?.kind === 'scheduled'}>
          <div class="main">${this.#stage(entry, life)} ${this.#health(entry, life)}</div>
          <div class="rail">${this.#rail(entry, life, liveSwitch, mayRun)}</div>
        </div>
      </console-page>
      <webcast-share
        .serviceUrl=${this.console.serviceUrl}
        .webcastId=${entry.id}
        .label=${title}
      ></webcast-share>`;
  }

  #stage(entry: LiveStreamEntry, life: WebcastLife | null): TemplateResult {
    const { room, health } = this.#desk;
    const encoder = health.at(-1)?.encoders.find(({ isInUse }) => isInUse);
    const picture = 'picture' in room ? room.picture : null;
    return html`<webcast-stage
      .life=${life}
      .label=${entry.name}
      .dvrWindowMs=${picture?.webcast.dvrWindowMs ?? 0}
      .isExplicitLive=${isExplicitLive(entry)}
      .isFromElsewhere=${entry.sourceType !== LIVE_STREAM}
      .isLost=${room.status === 'lost'}
      .sendingSinceMs=${encoder?.connectedAtMs ?? null}
      .nowMs=${this.#nowMs}
    ></webcast-stage>`;
  }

  #health(entry: LiveStreamEntry, life: WebcastLife | null) {
    if (entry.sourceType !== LIVE_STREAM) return nothing;
    const isOnAir = life?.kind === 'on-air' || life?.kind === 'interrupted';
    return html`<webcast-health
      .history=${this.#desk.health}
      .isRecorded=${isOnAir && entry.recordStatus !== 0}
    ></webcast-health>`;
  }

  #rail(
    entry: LiveStreamEntry,
    life: WebcastLife | null,
    liveSwitch: LiveSwitch | null,
    mayRun: boolean,
  ): TemplateResult {
    const { health, press, recordings, watching } = this.#desk;
    const isOnAir = life?.kind === 'on-air' || life?.kind === 'interrupted';
    const hasEncoder = entry.sourceType === LIVE_STREAM;
    return html`
      ${
        !hasEncoder
          ? nothing
          : html`<webcast-going-live
              .liveSwitch=${liveSwitch}
              .press=${press}
              .mayChange=${mayRun}
              @webcast-hold-back=${() => void this.#desk.holdBack()}
              @webcast-disarm=${() => void this.#desk.disarm()}
            ></webcast-going-live>`
      }
      ${isOnAir ? this.#viewers(watching, true) : nothing}
      <webcast-encoder
        .addresses=${encoderAddressesOf(entry)}
        .encoders=${health.at(-1)?.encoders ?? []}
        .isChangingKey=${press.status === 'pending' && press.wish === 'new-key'}
        .mayChangeKey=${mayRun}
        @webcast-new-key=${() => void this.#newKey(isOnAir)}
      ></webcast-encoder>
      ${
        isOnAir || !hasEncoder
          ? nothing
          : html`<webcast-checklist
              .items=${checklistOf({
                entry,
                history: health,
                nowMs: this.#desk.nowMs,
                diskFreeBytes: null,
              })}
            ></webcast-checklist>`
      }
      ${isOnAir ? nothing : this.#viewers(watching, false)}
      <webcast-recordings
        .recordings=${recordings}
        .isRecorded=${entry.recordStatus !== 0}
        .isOnAir=${isOnAir}
      ></webcast-recordings>
      <webcast-summary .entry=${entry} .mayEdit=${mayRun}></webcast-summary>
    `;
  }

  #viewers(watching: number | null, isOnAir: boolean): TemplateResult {
    return html`<webcast-viewers .watching=${watching} .isOnAir=${isOnAir}></webcast-viewers>`;
  }

  /** One button that stays where it is, so that the focus stays with it from Go live to End. */
  #switch(liveSwitch: LiveSwitch) {
    if (liveSwitch.kind === 'armed' || liveSwitch.kind === 'follows-encoder') return nothing;
    const { press } = this.#desk;
    const pending = press.status === 'pending' ? press.wish : null;
    const waits = liveSwitch.kind === 'not-yet' || pending !== null;
    return html`<button
      class="button live ${waits ? 'waits' : ''}"
      type="button"
      aria-disabled=${waits ? 'true' : 'false'}
      @click=${() => void this.#pressSwitch(liveSwitch)}
    >
      ${switchLabel(liveSwitch, pending)}
    </button>`;
  }

  async #pressSwitch(liveSwitch: LiveSwitch): Promise<void> {
    if (this.#desk.press.status === 'pending') return;
    switch (liveSwitch.kind) {
      case 'not-yet':
        this.console.notify(notYetText(liveSwitch), 'warn');
        return;
      case 'go-live':
        await this.#desk.goLive();
        return;
      case 'end':
        if (await ask(END_QUESTION)) await this.#desk.end();
        return;
      case 'armed':
      case 'follows-encoder':
        return;
    }
  }

  async #newKey(isOnAir: boolean): Promise<void> {
    if (!(await ask(newKeyQuestion(isOnAir)))) return;
    await this.#desk.newStreamKey();
    if (this.#desk.press.status !== 'failed') {
      this.console.notify('There is a new stream key. Enter it in your encoder.');
    }
  }

  #share = () => {
    void this.renderRoot.querySelector<WebcastShare>('webcast-share')?.show();
  };

  #lostBox() {
    const { room } = this.#desk;
    const isAway = room.status === 'lost' || (room.status === 'connecting' && room.attempt > 1);
    if (!isAway && room.status !== 'waiting') return nothing;
    return html`<div class="box warn said" role="status">
      <span>
        ${navigator.onLine ? 'The server does not answer.' : 'You are offline.'} What you see is how
        it was; the page goes on by itself.
      </span>
      <button class="button small" type="button" @click=${this.#retry}>Try now</button>
    </div>`;
  }

  #pressBox() {
    const { press } = this.#desk;
    if (press.status !== 'failed') return nothing;
    return html`<div class="box warn said" role="alert">
      <span>${pressFailure(press.wish, press.error)}</span>
      <button class="button small" type="button" @click=${() => this.#desk.forgetPress()}>
        Close
      </button>
    </div>`;
  }

  #refused(code: string): TemplateResult {
    const isMissing = code === 'not-found';
    return this.#instead(
      html`<console-state
        .kind=${isMissing ? 'missing' : 'refused'}
        .heading=${isMissing ? 'This webcast is not here' : 'You may not run this webcast'}
        .text=${
          isMissing
            ? 'It was deleted, or it belongs to another account. Its recordings are under Recordings.'
            : 'Ask its owner to name you as an editor, or an administrator of the account for another role.'
        }
      >
        <a class="button" href="/console">All webcasts</a>
      </console-state>`,
    );
  }

  #instead(content: TemplateResult): TemplateResult {
    this.console.setTitle('Webcast');
    return html`<console-page .heading=${'Webcast'} .crumbs=${WEBCASTS}>${content}</console-page>`;
  }

  #bones(): TemplateResult {
    const card = html`<div class="bones">
      <div class="bone"></div>
      <div class="bone"></div>
      <div class="bone"></div>
    </div>`;
    return html`<console-page .heading=${'Webcast'} .crumbs=${WEBCASTS}>
      <div class="columns" aria-busy="true">
        <div class="main">
          <webcast-stage .nowMs=${this.#nowMs}></webcast-stage>
          ${card}
        </div>
        <div class="rail">${card} ${card}</div>
      </div>
    </console-page>`;
  }

  #retry = () => this.#desk.retry();

  #nowMs = () => this.#desk.nowMs;
}

/** The state beside the title; of the preview it says who sees it. */
function stateChip({ kind }: WebcastLife): TemplateResult {
  if (kind !== 'preview') return webcastChip(kind);
  return html`<console-chip
    .tone=${'warn'}
    .text=${'Preview · only you and your team can watch'}
  ></console-chip>`;
}

customElements.define('console-webcast', ConsoleWebcast);
