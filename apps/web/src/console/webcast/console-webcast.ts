import { askDiskFree, type LiveStreamEntry } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '../parts/console-chip.ts';
import '../parts/console-page.ts';
import '../parts/console-state.ts';
import './health/webcast-health.ts';
import './share/webcast-share.ts';
import './stage/webcast-stage.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureState } from '../parts/failure-words.ts';
import { partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import { webcastChip } from '../parts/webcast-chip.ts';
import {
  endQuestion,
  LIFE_ANNOUNCEMENTS,
  newKeyQuestion,
  notYetText,
  pressFailure,
  type Sender,
  switchLabel,
} from './live/live-words.ts';
import type { WebcastShare } from './share/webcast-share.ts';
import { WebcastDesk } from './webcast-desk.ts';
import {
  isExplicitLive,
  isFromEncoders,
  type LiveSwitch,
  liveSwitchOf,
  type WebcastLife,
} from './webcast-life.ts';
import { webcastPageStyles } from './webcast-page-styles.ts';
import { webcastRail } from './webcast-rail.ts';

const WEBCASTS = [{ label: 'Webcasts', path: '/console' }];

/** A disk fills up in hours, ms. */
const DISK_REFRESH_MS = 60_000;

/** The page of one webcast: what it shows, how it does, and going live. */
export class ConsoleWebcast extends LitElement {
  static override properties = {
    console: { attribute: false },
    params: { attribute: false },
    diskFreeBytes: { state: true },
  };

  declare console: ConsoleContext;
  /** `id`: the webcast's. */
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  /** Null where this session may not know. */
  private declare diskFreeBytes: number | null;

  static override styles = [tokens, base, partStyles, webcastPageStyles];

  readonly #desk = new WebcastDesk(this);
  readonly #diskWatch = new Refresher(this, DISK_REFRESH_MS, () => this.#lookAtDisk());
  #announced: WebcastLife['kind'] | null = null;

  constructor() {
    super();
    this.diskFreeBytes = null;
  }

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
    this.#diskWatch.now();
  }

  /** A fact of the checklist, which does without it. */
  async #lookAtDisk(): Promise<void> {
    const { client, may } = this.console;
    if (!may('ADMIN_BASE')) return;
    this.diskFreeBytes = await askDiskFree(client).catch(() => null);
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
          <div class="rail">${this.#rail(entry, life, liveSwitch)}</div>
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
      .isFromElsewhere=${!isFromEncoders(entry)}
      .isLost=${room.status === 'lost'}
      .sendingSinceMs=${encoder?.connectedAtMs ?? null}
      .nowMs=${this.#nowMs}
    ></webcast-stage>`;
  }

  #health(entry: LiveStreamEntry, life: WebcastLife | null) {
    if (!isFromEncoders(entry)) return nothing;
    const isOnAir = life?.kind === 'on-air' || life?.kind === 'interrupted';
    return html`<webcast-health
      .history=${this.#desk.health}
      .isRecorded=${isOnAir && entry.recordStatus !== 0}
    ></webcast-health>`;
  }

  #rail(entry: LiveStreamEntry, life: WebcastLife | null, liveSwitch: LiveSwitch | null) {
    return webcastRail({
      console: this.console,
      entry,
      life,
      liveSwitch,
      desk: this.#desk,
      diskFreeBytes: this.diskFreeBytes,
      mayRun: this.console.may('LIVE_STREAM_UPDATE'),
      makeNewKey: this.#newKey,
    });
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
        this.console.notify(notYetText(liveSwitch, this.#sender), 'warn');
        return;
      case 'go-live':
        await this.#desk.goLive();
        return;
      case 'end':
        if (await ask(endQuestion(this.#sender))) await this.#desk.end();
        return;
      case 'armed':
      case 'follows-encoder':
        return;
    }
  }

  /** What sends the picture, as words call it. */
  get #sender(): Sender {
    const { entry } = this.#desk;
    return entry.status === 'ready' && !isFromEncoders(entry.value) ? 'stream' : 'encoder';
  }

  #newKey = async (isOnAir: boolean): Promise<void> => {
    if (!(await ask(newKeyQuestion(isOnAir)))) return;
    await this.#desk.newStreamKey();
    if (this.#desk.press.status !== 'failed') {
      this.console.notify('There is a new stream key. Enter it in your encoder.');
    }
  };

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
