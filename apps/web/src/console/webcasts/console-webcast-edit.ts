import { checkOutsideAddress, type LiveStreamEntry } from '@rostrum/sdk';
import { base, tokens } from '@rostrum/sdk/design';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import '../parts/console-menu.ts';
import '../parts/console-page.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence, failureState } from '../parts/failure-words.ts';
import { fieldStyles, partStyles } from '../parts/part-styles.ts';
import { editStyles } from './edit-styles.ts';
import { countProblems, type Problems, problemsOf, refusalOf } from './form-problems.ts';
import {
  advancedSection,
  airSection,
  peopleSection,
  whatSection,
  whenSection,
} from './form-sections.ts';
import { type FormView, section } from './form-view.ts';
import { type FormChoices, loadForm } from './load-form.ts';
import { outsideUrlProblem } from './outside-source.ts';
import { pictureField, pictureProblem, sendPicture } from './picture-field.ts';
import { recordingSection } from './recording-section.ts';
import { relaySection } from './relay-section.ts';
import { type SourceCheck, sourceSection } from './source-section.ts';
import { deleteWebcast, duplicateWebcast, webcastPath } from './webcast-deeds.ts';
import {
  changesOf,
  type FieldName,
  isChanged,
  newStreamOf,
  newValues,
  valuesOf,
  type WebcastValues,
} from './webcast-values.ts';
import { pictureAddress } from './webcast-words.ts';

/** Makes a webcast, or changes one: the page of `/console/webcasts/new` and of `/console/webcasts/ID/edit`. */
export class ConsoleWebcastEdit extends LitElement {
  static override properties = {
    console: { attribute: false },
    params: { attribute: false },
    values: { state: true },
    known: { state: true },
    entry: { state: true },
    choices: { state: true },
    problems: { state: true },
    told: { state: true },
    isSaving: { state: true },
    failure: { state: true },
    picture: { state: true },
    sourceCheck: { state: true },
  };

  declare console: ConsoleContext;
  declare params: Readonly<Record<string, string>>;
  declare search: string;
  /** Null until what is there has been loaded. */
  private declare values: WebcastValues | null;
  /** As the server has them. */
  private declare known: WebcastValues;
  private declare entry: LiveStreamEntry | null;
  private declare choices: FormChoices;
  private declare problems: Problems;
  private declare told: string;
  private declare isSaving: boolean;
  private declare failure: unknown;
  private declare picture: {
    readonly file: File;
    readonly address: string;
    readonly problem: string | undefined;
  } | null;

  private declare sourceCheck: SourceCheck;

  static override styles = [tokens, base, partStyles, fieldStyles, editStyles];

  #lifetime = new AbortController();

  constructor() {
    super();
    this.params = {};
    this.search = '';
    this.values = null;
    this.known = newValues();
    this.entry = null;
    this.choices = { profiles: null, categories: null };
    this.problems = {};
    this.told = '';
    this.isSaving = false;
    this.failure = null;
    this.picture = null;
    this.sourceCheck = { status: 'idle' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lifetime = new AbortController();
    addEventListener('online', () => this.#loadAgain(), { signal: this.#lifetime.signal });
    if (this.values === null) void this.#load();
    this.console.setTitle(this.#isNew ? 'New webcast' : 'Edit webcast');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lifetime.abort();
  }

  protected override updated(changed: PropertyValues): void {
    if (!['values', 'known', 'picture', 'console'].some((name) => changed.has(name))) return;
    this.console.holdLeaving(this.#isDirty ? askToLeave : null);
  }

  protected override render() {
    const { entry } = this;
    const crumbs = [
      { label: 'Webcasts', path: '/console' },
      ...(entry === null ? [] : [{ label: entry.name, path: webcastPath(entry.id) }]),
    ];
    return html`<console-page .heading=${this.#isNew ? 'New webcast' : 'Edit'} .crumbs=${crumbs}>
      ${entry === null ? nothing : this.#menu(entry)} ${this.#content()}
    </console-page>`;
  }

  #menu(entry: LiveStreamEntry) {
    return html`<console-menu slot="actions" .label=${`More for “${entry.name}”`}>
      ${
        this.console.may('LIVE_STREAM_ADD')
          ? html`<button type="button" @click=${() => void this.#copy(entry)}>Make a copy</button>`
          : nothing
      }
      <button type="button" @click=${() => void this.#delete(entry)}>Delete…</button>
    </console-menu>`;
  }

  #content() {
    if (this.failure !== null) return failureState(this.failure, () => void this.#load());
    if (this.values === null) return bones();
    const view = this.#viewOf(this.values);
    const isFromHere = this.values.source === 'encoders';
    const source = {
      isNew: this.#isNew,
      check: this.sourceCheck,
      look: () => void this.#checkSource(),
    };
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event)}>
      ${whatSection(view)} ${whenSection(view)} ${this.#pictureSection()}
      ${sourceSection(view, source)} ${airSection(view)}
      ${isFromHere ? recordingSection(view) : nothing} ${peopleSection(view)}
      ${view.isAdmin && isFromHere ? relaySection(view) : nothing} ${advancedSection(view)}
      ${this.#bar()}
    </form>`;
  }

  #pictureSection() {
    const { entry, picture } = this;
    const known = entry === null ? null : pictureAddress(entry, 0);
    return section(
      'How it looks',
      'On the watch page and in lists. While it is on air, lists show the show itself.',
      pictureField({
        address: picture === null || picture.problem !== undefined ? known : picture.address,
        problem: picture?.problem,
        choose: (file) => this.#choosePicture(file),
      }),
    );
  }

  #bar() {
    const isWarning = countProblems(this.problems) > 0 || this.told !== '';
    const told = this.told || (this.#isDirty && !this.#isNew ? 'Changes are not saved yet.' : '');
    return html`<div class="bar">
      <p class="told ${isWarning ? 'warn' : ''}" role=${isWarning ? 'alert' : nothing}>${told}</p>
      <a class="button" href=${this.entry === null ? '/console' : webcastPath(this.entry.id)}>Cancel</a>
      <button class="button primary" type="submit" aria-disabled=${this.isSaving ? 'true' : 'false'}>
        ${this.isSaving ? 'Saving…' : this.#isNew ? 'Create webcast' : 'Save'}
      </button>
    </div>`;
  }

  #viewOf(values: WebcastValues): FormView {
    const { problems, entry, choices } = this;
    return {
      values,
      problems,
      isLocked: (entry?.currentBroadcastStartTime ?? 0) > 0,
      isAdmin: this.console.who.isAdmin,
      ...choices,
      set: (name, value) => this.#set(name, value),
    };
  }

  #set<Name extends FieldName>(name: Name, value: WebcastValues[Name]): void {
    if (this.values === null) return;
    this.values = { ...this.values, [name]: value };
    if (name === 'outside') this.sourceCheck = { status: 'idle' };
    if (this.problems[name] === undefined) return;
    // What was wrong is looked at again while it is mended, and nothing else is.
    const { [name]: _mended, ...others } = this.problems;
    const again = problemsOf(this.values)[name];
    this.problems = again === undefined ? others : { ...others, [name]: again };
    if (countProblems(this.problems) === 0) this.told = '';
  }

  /** Asks the server what it finds at the address, which may be none yet. */
  async #checkSource(): Promise<void> {
    const { values } = this;
    if (values === null || this.sourceCheck.status === 'checking') return;
    const url = values.outside.url.trim();
    const problem = outsideUrlProblem(url);
    if (problem !== undefined) {
      this.problems = { ...this.problems, outside: problem };
      void this.#focusFirstProblem();
      return;
    }
    this.sourceCheck = { status: 'checking' };
    const { signal } = this.#lifetime;
    try {
      const seen = await checkOutsideAddress(this.console.client, url, { signal });
      this.sourceCheck = { status: 'seen', seen };
    } catch (error) {
      this.sourceCheck = { status: 'failed', text: failureSentence(error) };
    }
  }

  #choosePicture(file: File | null): void {
    if (this.picture !== null) URL.revokeObjectURL(this.picture.address);
    this.picture =
      file === null
        ? null
        : { file, address: URL.createObjectURL(file), problem: pictureProblem(file) };
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { values } = this;
    if (values === null || this.isSaving) return;
    this.problems = problemsOf(values);
    const count = countProblems(this.problems) + (this.picture?.problem === undefined ? 0 : 1);
    if (count > 0) {
      this.told = count === 1 ? 'One field needs a look.' : `${count} fields need a look.`;
      void this.#focusFirstProblem();
      return;
    }
    this.isSaving = true;
    this.told = '';
    try {
      await this.#save(values);
    } catch (error) {
      const { problems, text } = refusalOf(error, this.entry === null);
      this.problems = problems;
      this.told = text;
      void this.#focusFirstProblem();
    } finally {
      this.isSaving = false;
    }
  }

  async #save(values: WebcastValues): Promise<void> {
    const { client } = this.console;
    const wasNew = this.entry === null;
    if (this.entry === null) this.entry = await client.liveStream.add(newStreamOf(values));
    else if (isChanged(this.known, values)) {
      this.entry = await client.liveStream.update(this.entry.id, changesOf(this.known, values));
    }
    // From here on it is an edit of what is there, whatever becomes of the picture.
    this.known = values;
    if (!(await this.#savePicture(this.entry))) return;
    this.console.holdLeaving(null);
    this.console.notify(wasNew ? `“${this.entry.name}” is created.` : 'Saved.');
    this.console.navigate(webcastPath(this.entry.id), { isReplacing: wasNew });
  }

  /** @returns whether it is where it should be, also where there is none */
  async #savePicture({ id }: LiveStreamEntry): Promise<boolean> {
    if (this.picture === null) return true;
    const sent = await sendPicture(this.console.client, id, this.picture.file);
    if (sent.kind !== 'taken') {
      this.picture = { ...this.picture, problem: sent.kind === 'refused' ? sent.text : undefined };
      this.told = `The webcast is saved, its picture is not. ${sent.kind === 'away' ? sent.text : ''}`;
      void this.#focusFirstProblem();
      return false;
    }
    this.entry = sent.entry;
    this.#choosePicture(null);
    return true;
  }

  async #focusFirstProblem(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  async #load(): Promise<void> {
    this.failure = null;
    const { signal } = this.#lifetime;
    try {
      const { entry, choices } = await loadForm(this.console, this.params.id ?? null, signal);
      this.entry = entry;
      this.choices = choices;
      this.known = entry === null ? newValues() : valuesOf(entry);
      this.values = this.known;
      if (entry !== null) this.console.setTitle(`Edit “${entry.name}”`);
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  #loadAgain(): void {
    if (this.failure !== null) void this.#load();
  }

  async #copy(entry: LiveStreamEntry): Promise<void> {
    const copy = await duplicateWebcast(this.console, entry);
    if (copy !== null) this.console.navigate(`${webcastPath(copy.id)}/edit`);
  }

  async #delete(entry: LiveStreamEntry): Promise<void> {
    if (!(await deleteWebcast(this.console, entry))) return;
    this.console.holdLeaving(null);
    this.console.navigate('/console', { isReplacing: true });
  }

  get #isNew(): boolean {
    return this.params.id === undefined && this.entry === null;
  }

  get #isDirty(): boolean {
    if (this.values === null) return false;
    return this.picture !== null || isChanged(this.known, this.values);
  }
}

function askToLeave(): Promise<boolean> {
  return ask({
    heading: 'Leave without saving?',
    text: 'What you changed on this page is lost.',
    confirm: 'Leave',
    cancel: 'Stay here',
  });
}

function bones() {
  return html`<div class="bones" aria-busy="true">
    <span class="visually-hidden">Loading the webcast</span>
    <div class="bone short"></div>
    <div class="bone tall"></div>
    <div class="bone short"></div>
    <div class="bone tall"></div>
    <div class="bone short"></div>
    <div class="bone tall"></div>
  </div>`;
}

customElements.define('console-webcast-edit', ConsoleWebcastEdit);
