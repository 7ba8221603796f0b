import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type NewWebcast, RostrumError, type Webcast } from '@rostrum/sdk';
import type { Html } from './html.ts';
import {
  listPage,
  messagePage,
  newPage,
  page,
  producePage,
  type Show,
  showParts,
  watchPage,
} from './pages.ts';
import { PEOPLE, type Person, personOf, signInCookie } from './people.ts';
import type { Webcasting } from './webcasting.ts';
import { momentIn, ownZone } from './zoned-time.ts';

type Answer =
  | { readonly title: string; readonly content: Html; readonly status?: number }
  | { readonly json: unknown }
  | { readonly redirect: string; readonly cookie?: string };

const FILES = new Map([
  ['/portal.css', { type: 'text/css; charset=utf-8', bytes: readPublic('portal.css') }],
  ['/portal.js', { type: 'text/javascript; charset=utf-8', bytes: readPublic('portal.js') }],
]);

/** A form of the portal has a few hundred bytes. */
const MAX_FORM_BYTES = 20_000;

const MINUTE_MS = 60_000;

/** The portal: who asks, for what, and which page that is. */
export class Portal {
  readonly #webcasting: Webcasting;

  constructor(webcasting: Webcasting) {
    this.#webcasting = webcasting;
  }

  /** For `createServer`. Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://portal.invalid');
    const file = FILES.get(pathname);
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
      return;
    }
    const person = personOf(request);
    const answer = await this.#answer(request, pathname, person).catch(refusalPage);
    if ('redirect' in answer) {
      const cookie = answer.cookie === undefined ? {} : { 'set-cookie': answer.cookie };
      response.writeHead(303, { location: answer.redirect, ...cookie }).end();
      return;
    }
    // The page holds a session: nobody else may get it out of a cache.
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'same-origin');
    if ('json' in answer) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.json));
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page(person, pathname, answer.title, answer.content));
  }

  async #answer(request: IncomingMessage, pathname: string, person: Person): Promise<Answer> {
    const [place = '', id = '', part = '', partId = ''] = pathname.slice(1).split('/');
    if (request.method === 'POST') {
      if (!isOwnForm(request)) return FORBIDDEN;
      const form = await readForm(request);
      if (place === 'sign-in') return signIn(form);
      if (!person.mayProduce) return FORBIDDEN;
      if (place === 'new') return this.#create(form);
      if (place !== 'webcasts') return NOT_FOUND;
      if (part === 'go-live') await this.#webcasting.goLive(id);
      else if (part === 'end') await this.#webcasting.end(id);
      else return NOT_FOUND;
      return { redirect: `/webcasts/${id}/produce` };
    }
    if (place === '') {
      return { title: 'Webcasts', content: listPage(person, await this.#webcasting.list()) };
    }
    if (place === 'new') {
      if (!person.mayProduce) return FORBIDDEN;
      return { title: 'New webcast', content: newPage(randomUUID(), null) };
    }
    if (place !== 'webcasts' || id === '') return NOT_FOUND;
    if (part === '') return this.#watch(id, person);
    if (part === 'recordings') return this.#watch(id, person, partId);
    if (part !== 'produce' && part !== 'state') return NOT_FOUND;
    if (!person.mayProduce) return FORBIDDEN;
    const webcast = await this.#webcasting.get(id);
    if (part === 'produce') return this.#produce(webcast, person);
    return { json: showParts(await this.#show(webcast, person)) };
  }

  async #create(form: URLSearchParams): Promise<Answer> {
    const formId = form.get('formId') ?? randomUUID();
    try {
      const webcast = await this.#webcasting.create(webcastOfForm(form), `portal-${formId}`);
      return { redirect: `/webcasts/${webcast.id}/produce` };
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      const content = newPage(formId, { form, why: error.message });
      return { title: 'New webcast', content, status: 422 };
    }
  }

  async #watch(id: string, person: Person, recordingId?: string): Promise<Answer> {
    const [webcast, recordings] = await Promise.all([
      this.#webcasting.get(id),
      this.#webcasting.recordings(id),
    ]);
    if (recordingId !== undefined && !recordings.some((each) => each.id === recordingId)) {
      return NOT_FOUND;
    }
    const played = recordingId === undefined ? webcast : { ...webcast, id: recordingId };
    const player = await this.#webcasting.player(played, person);
    return { title: webcast.name, content: watchPage(person, webcast, player, recordings) };
  }

  async #produce(webcast: Webcast, person: Person): Promise<Answer> {
    const [show, player, moderatorUrl, launch] = await Promise.all([
      this.#show(webcast, person),
      this.#webcasting.player(webcast, person),
      this.#webcasting.moderatorUrl(webcast, person),
      this.#webcasting.launchParameters(webcast, person),
    ]);
    const content = producePage({ show, player, moderatorUrl, launch });
    return { title: webcast.name, content };
  }

  async #show(webcast: Webcast, person: Person): Promise<Show> {
    const [state, playback, recordings] = await Promise.all([
      this.#webcasting.state(webcast),
      this.#webcasting.playback(webcast.id, person),
      this.#webcasting.recordings(webcast.id),
    ]);
    return { webcast, state, playback, recordings };
  }
}

const NOT_FOUND: Answer = {
  title: 'Not found',
  content: messagePage('There is no such page', 'It may have been deleted.'),
  status: 404,
};

const FORBIDDEN: Answer = {
  title: 'Not for you',
  content: messagePage('This is for producers', 'Become the producer, and try again.'),
  status: 403,
};

function refusalPage(error: unknown): Answer {
  if (!(error instanceof RostrumError)) throw error;
  if (error.code === 'ENTRY_ID_NOT_FOUND') return NOT_FOUND;
  const title = 'The webcast server says no';
  return { title, content: messagePage(title, `${error.message} (${error.code})`), status: 502 };
}

function signIn(form: URLSearchParams): Answer {
  const person = PEOPLE.find(({ userId }) => userId === form.get('as'));
  if (person === undefined) return FORBIDDEN;
  return {
    redirect: placeFor(person, form.get('at') ?? '/'),
    cookie: signInCookie(person.userId),
  };
}

/** A path of the portal: nobody is led to another site. */
const OWN_PATH = /^(\/[\w-]+)*\/?$/;

/** The page that somebody was on, or the one beside it that is for them. */
function placeFor({ mayProduce }: Person, at: string): string {
  if (!OWN_PATH.test(at)) return '/';
  if (mayProduce) return at;
  return at === '/new' ? '/' : at.replace(/\/produce$/, '');
}

function webcastOfForm(form: URLSearchParams): NewWebcast {
  const textOf = (name: string) => (form.get(name) ?? '').trim();
  const timezone = textOf('timezone') || ownZone();
  const startsAt = startOf(textOf('startsAt'), timezone);
  const minutes = Number(textOf('minutes'));
  const presenter = textOf('presenter');
  return {
    name: textOf('name'),
    description: textOf('description'),
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS),
    timezone,
    recording: form.has('isRecorded') ? 'per-session' : 'off',
    ...(presenter === '' ? {} : { presenter: { name: presenter } }),
  };
}

/** @throws TypeError, RangeError with words for the form */
function startOf(local: string, timezone: string): Date {
  const ms = momentIn(timezone, local);
  const shown = `${local.replace('T', ' ')}, ${timezone}`;
  if (Number.isNaN(ms)) throw new TypeError(`The start must be a date and a time (got ${shown})`);
  // The minute that is running is now.
  if (ms + MINUTE_MS > Date.now()) return new Date(ms);
  throw new RangeError(`The start must not be in the past (got ${shown})`);
}

/** Browsers say which site a form comes from. */
function isOwnForm({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || URL.parse(headers.origin)?.host === headers.host;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_FORM_BYTES) throw new RostrumError('too-long', 'The form is too long');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function readPublic(name: string): Buffer {
  return readFileSync(new URL(`../public/${name}`, import.meta.url));
}
