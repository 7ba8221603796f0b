import {
  keepRecording,
  type RecordingContent,
  trimRecording,
  untrimRecording,
  updateRecording,
} from '@rostrum/sdk';
import { base, icons, tokens } from '@rostrum/sdk/design';
import type { RostrumReplay } from '@rostrum/sdk/elements';
import '@rostrum/sdk/elements';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import '../parts/console-menu.ts';
import '../parts/console-page.ts';
import '../webcast/share/webcast-share.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence, failureState } from '../parts/failure-words.ts';
import { partStyles } from '../parts/part-styles.ts';
import { Refresher } from '../parts/refresher.ts';
import type { WebcastShare } from '../webcast/share/webcast-share.ts';
import { lengthText } from '../webcast/span-text.ts';
import { stageStyles } from '../webcast/stage/stage-styles.ts';
import { webcastPageStyles } from '../webcast/webcast-page-styles.ts';
import type { AboutValues } from './recording-about.ts';
import './recording-about.ts';
import { bringBack, deleteForGood, putIntoBin } from './recording-deeds.ts';
import {
  type FileState,
  isFileCurrent,
  loadFile,
  loadRecording,
  type RecordingFacts,
} from './recording-desk.ts';
import './recording-panels.ts';
import './recording-trim.ts';
import { nameOf, recordingChip } from './recording-words.ts';
import type { TrimRange } from './trim-range.ts';

const RECORDINGS = [{ label: 'Recordings', path: '/console/recordings' }];

/** A show that ends makes its recording ready. */
const REFRESH_MS = 8000;

/** The page of one recording: it plays, is trimmed, named, downloaded, passed on and deleted. */
export class ConsoleRecording extends LitElement {
  static override properties = {
    console: { attribute: false },
    params: { attribute: false },
    facts: { state: true },
    file: { state: true },
    failure: { state: true },
    positionMs: { state: true },
    busy: { state: true },
  };

  declare console: ConsoleContext;
  /** `id`: the recording's. */
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  private declare facts: RecordingFacts | null;
  private declare file: FileState;
  private declare failure: unknown;
  private declare positionMs: number;
  /** What is being saved. */
  private declare busy: 'trim' | 'about' | null;

  static override styles = [tokens, base, partStyles, webcastPageStyles, stageStyles];

  #loading = new AbortController();
  readonly #player = createRef<RostrumReplay>();
  readonly #refresher = new Refresher(this, REFRESH_MS, () => this.#load());

  constructor() {
    super();
    this.facts = null;
    this.file = { kind: 'preparing' };
    this.failure = null;
    this.positionMs = 0;
    this.busy = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#refresher.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') || changed.has('console')) this.#refresher.now();
  }

  protected override render() {
    if (this.facts !== null) return this.#recording(this.facts);
    if (this.failure === null) return this.#bones();
    this.console.setTitle('Recording');
    return html`<console-page .heading=${'Recording'} .crumbs=${RECORDINGS}>
      ${failureState(this.failure, () => this.#refresher.now())}
    </console-page>`;
  }

  #bones(): TemplateResult {
    return html`<console-page .heading=${'Recording'} .crumbs=${RECORDINGS}>
      <div class="columns" aria-busy="true">
        <div class="main"><div class="stage"><div class="pulse"></div></div></div>
        <div class="rail">
          <div class="bones"><div class="bone"></div><div class="bone"></div></div>
        </div>
      </div>
    </console-page>`;
  }

  #recording(facts: RecordingFacts): TemplateResult {
    const { entry, content } = facts;
    const title = nameOf(entry);
    this.console.setTitle(title);
    return html`<console-page .heading=${title} .crumbs=${RECORDINGS}>
        <span slot="beside">${recordingChip(entry.state)}</span>
        <div class="head-actions" slot="actions">${this.#actions(facts)}</div>
        ${this.#notes(facts)}
        <div class="columns">
          <div class="main">
            ${this.#stage(facts)}
            ${
              content === null || entry.state !== 'ready' || facts.playlistUrl === null
                ? nothing
                : this.#trim(content)
            }
          </div>
          <div class="rail">
            <recording-panels
              .facts=${facts}
              .file=${this.file}
              @keep-change=${(event: CustomEvent<boolean>) => void this.#keep(event.detail)}
            ></recording-panels>
            ${
              content === null
                ? nothing
                : html`<recording-about
                    .entry=${entry}
                    .isBusy=${this.busy === 'about'}
                    @about-change=${(event: CustomEvent<boolean>) =>
                      this.console.holdLeaving(event.detail ? mayLeave : null)}
                    @about-save=${(event: CustomEvent<AboutValues>) => void this.#rename(event.detail)}
                  ></recording-about>`
            }
          </div>
        </div>
      </console-page>
      <webcast-share
        .serviceUrl=${this.console.serviceUrl}
        .webcastId=${entry.id}
        .label=${title}
      ></webcast-share>`;
  }

  #actions({ entry, content }: RecordingFacts): TemplateResult {
    const share = html`<button class="button" type="button" @click=${this.#share}>Share</button>`;
    if (content === null) return share;
    if (entry.state === 'in-bin') {
      return html`<button class="button" type="button" @click=${() => void this.#bringBack()}>
          Bring back
        </button>
        <button class="button" type="button" @click=${() => void this.#delete()}>
          Delete for good…
        </button>`;
    }
    return html`${share}
      <button
        class="button"
        type="button"
        ?hidden=${entry.state !== 'ready'}
        @click=${() => void this.#putIntoBin()}
      >
        ${icons.bin} Move to bin…
      </button>`;
  }

  #notes({ entry }: RecordingFacts): TemplateResult | typeof nothing {
    if (this.failure !== null) {
      return html`<p class="box warn said" role="status">
        ${navigator.onLine ? 'The server does not answer.' : 'You are offline.'} This is how it was;
        the page goes on by itself.
      </p>`;
    }
    if (entry.state !== 'in-bin') return nothing;
    return html`<p class="box said">
      It is in the bin: its webcast’s page and all lists no longer show it, and it still takes its
      space.
    </p>`;
  }

  #stage({ entry, playlistUrl }: RecordingFacts): TemplateResult {
    if (playlistUrl === null) {
      const isRecording = entry.state === 'recording';
      return html`<div class="stage">
        <div class="notice" role="status">
          <span class="badge ${isRecording ? 'coming' : ''}">${icons.film}</span>
          <h2>${isRecording ? 'The show is being recorded' : 'There is nothing to play'}</h2>
          <p>
            ${
              isRecording
                ? 'It can be watched here the moment it ends. Where nothing of it was recorded, it stays empty.'
                : 'Its video is not on this server, or not yet.'
            }
          </p>
        </div>
      </div>`;
    }
    return html`<div class="stage">
      <rostrum-replay
        ${ref(this.#player)}
        .manifestUrl=${playlistUrl}
        .label=${nameOf(entry)}
        @rostrum-position=${() => {
          this.positionMs = this.#player.value?.positionMs ?? 0;
        }}
      ></rostrum-replay>
    </div>`;
  }

  #trim(content: RecordingContent): TemplateResult {
    return html`<recording-trim
      .content=${content}
      .positionMs=${this.positionMs}
      .isBusy=${this.busy === 'trim'}
      @trim-seek=${(event: CustomEvent<number>) => this.#player.value?.seekTo(event.detail)}
      @trim-save=${(event: CustomEvent<TrimRange>) => void this.#cut(event.detail)}
      @trim-undo=${() => void this.#uncut()}
    ></recording-trim>`;
  }

  async #load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const id = this.params.id ?? '';
    try {
      const facts = await loadRecording(this.console, id, signal);
      if (signal.aborted) return;
      const before = this.facts;
      this.facts = facts;
      this.failure = null;
      if (isFileCurrent(this.file, before, facts, Date.now())) return;
      this.file = { kind: 'preparing' };
      const file = await loadFile(this.console, id, signal);
      if (!signal.aborted) this.file = file;
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  async #cut(range: TrimRange): Promise<void> {
    const before = this.facts?.content?.durationMs ?? 0;
    await this.#save('trim', async (id) => {
      await trimRecording(this.console.client, id, range);
      await this.#load();
      const after = this.facts?.content?.durationMs ?? 0;
      return `Trimmed from ${lengthText(before)} to ${lengthText(after)}.`;
    });
  }

  async #uncut(): Promise<void> {
    await this.#save('trim', async (id) => {
      await untrimRecording(this.console.client, id);
      await this.#load();
      return 'All of the recording plays again.';
    });
  }

  async #rename(values: AboutValues): Promise<void> {
    await this.#save('about', async (id) => {
      await updateRecording(this.console.client, id, values);
      await this.#load();
      return 'Saved.';
    });
  }

  async #keep(isKept: boolean): Promise<void> {
    await this.#save(null, async (id) => {
      await keepRecording(this.console.client, id, isKept);
      await this.#load();
      return isKept ? 'It stays for good.' : 'It goes when the account’s days are over.';
    });
  }

  /** @param deed gives what to say when it is done */
  async #save(what: typeof this.busy, deed: (id: string) => Promise<string>): Promise<void> {
    const { id } = this.facts?.entry ?? {};
    if (id === undefined || this.busy !== null) return;
    this.busy = what;
    try {
      this.console.notify(await deed(id));
    } catch (error) {
      this.console.notify(failureSentence(error), 'warn');
      this.requestUpdate();
    } finally {
      this.busy = null;
    }
  }

  async #putIntoBin(): Promise<void> {
    const { entry } = this.facts ?? {};
    if (entry === undefined || !(await putIntoBin(this.console, entry))) return;
    this.console.holdLeaving(null);
    this.console.navigate('/console/recordings');
  }

  async #bringBack(): Promise<void> {
    const { entry } = this.facts ?? {};
    if (entry !== undefined && (await bringBack(this.console, entry))) this.#refresher.now();
  }

  async #delete(): Promise<void> {
    const { entry } = this.facts ?? {};
    if (entry === undefined || !(await deleteForGood(this.console, entry))) return;
    this.console.holdLeaving(null);
    this.console.navigate('/console/recordings?show=bin');
  }

  readonly #share = () => {
    (this.renderRoot.querySelector('webcast-share') as WebcastShare | null)?.show();
  };
}

function mayLeave(): Promise<boolean> {
  return ask({
    heading: 'Leave without saving?',
    text: 'The new name or description is lost.',
    confirm: 'Leave',
    cancel: 'Stay',
  });
}

customElements.define('console-recording', ConsoleRecording);
