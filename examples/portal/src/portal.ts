import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type NewWebcast, RostrumError } from '@rostrum/sdk';
import type { Html } from './html.ts';
import { listPage, messagePage, newPage, page, producePage, watchPage } from './pages.ts';
import { PEOPLE, type Person, personOf, signInCookie } from './people.ts';
import type { Webcasting } from './webcasting.ts';

type Answer =
  | { readonly title: string; readonly content: Html; readonly status?: number }
  | { readonly redirect: string; readonly cookie?: string };

const STYLE = readFileSync(new URL('../public/portal.css', import.meta.url));

/** A form of the portal has a few hundred bytes. */
const MAX_FORM_BYTES = 20_000;

/** The portal: who asks, for what, and which page that is. */
export class Portal {
  readonly #webcasting: Webcasting;

  constructor(webcasting: Webcasting) {
    this.#webcasting = webcasting;
  }

  /** For `createServer`. Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://portal.invalid');
    if (pathname === '/portal.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(STYLE);
      return;
    }
    const person = personOf(request);
    const answer = await this.#answer(request, pathname, person).catch(refusalPage);
    if ('redirect' in answer) {
      const cookie = answer.cookie === undefined ? {} : { 'set-cookie': answer.cookie };
      response.writeHead(303, { location: answer.redirect, ...cookie }).end();
      return;
    }
    response
      .writeHead(answer.status ?? 200, {
        'content-type': 'text/html; charset=utf-8',
        // The page holds a session: nobody else may get it out of a cache.
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
      })
      .end(page(person, answer.title, answer.content));
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
      return { title: 'New webcast', content: newPage(randomUUID(), new URLSearchParams(), null) };
    }
    if (place !== 'webcasts' || id === '') return NOT_FOUND;
    if (part === '') return this.#watch(id, person);
    if (part === 'recordings') return this.#watch(id, person, partId);
    if (part !== 'produce') return NOT_FOUND;
    return person.mayProduce ? this.#produce(id, person) : FORBIDDEN;
  }

  async #create(form: URLSearchParams): Promise<Answer> {
    const formId = form.get('formId') ?? randomUUID();
    try {
      const webcast = await this.#webcasting.create(webcastOfForm(form), `portal-${formId}`);
      return { redirect: `/webcasts/${webcast.id}/produce` };
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      const content = newPage(formId, form, error.message);
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

  async #produce(id: string, person: Person): Promise<Answer> {
    const webcast = await this.#webcasting.get(id);
    const [playback, recordings, moderatorUrl, launch] = await Promise.all([
      this.#webcasting.playback(id, person),
      this.#webcasting.recordings(id),
      this.#webcasting.moderatorUrl(webcast, person),
      this.#webcasting.launchParameters(webcast, person),
    ]);
    const content = producePage({ webcast, playback, recordings, moderatorUrl, launch });
    return { title: webcast.name, content };
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
  return person === undefined ? FORBIDDEN : { redirect: '/', cookie: signInCookie(person.userId) };
}

/** The form’s times are those of the machine that the portal runs on. */
function webcastOfForm(form: URLSearchParams): NewWebcast {
  const textOf = (name: string) => (form.get(name) ?? '').trim();
  const startsAt = new Date(textOf('startsAt'));
  const minutes = Number(textOf('minutes'));
  const presenter = textOf('presenter');
  return {
    name: textOf('name'),
    description: textOf('description'),
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    recording: form.has('isRecorded') ? 'per-session' : 'off',
    ...(presenter === '' ? {} : { presenter: { name: presenter } }),
  };
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
