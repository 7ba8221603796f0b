import { type CallObject, filesOf, toRequest } from './call-values.ts';

export type AnswerFormat = 'json' | 'xml';

export type CallToSend = {
  /** Base address of the server, without a slash at its end. */
  readonly serviceUrl: string;
  /** As clients send it: `livestream`. */
  readonly wireName: string;
  readonly action: string;
  readonly values: CallObject;
  readonly session: string | null;
  readonly format: AnswerFormat;
};

export type CallAnswer = {
  readonly status: number;
  readonly durationMs: number;
  readonly sizeBytes: number;
  readonly contentType: string;
  /** Laid out for people where it is JSON or XML; null where it is a file. */
  readonly text: string | null;
  /** The code of a refusal; null where the call did what it should. */
  readonly errorCode: string | null;
};

/** The same as the API's own limit for what may be uploaded would be too long to wait for without a word. */
const TIMEOUT_MS = 60_000;

export function callAddress({ serviceUrl, wireName, action }: CallToSend): string {
  return `${serviceUrl}/api_v3/service/${wireName}/action/${action}`;
}

/** The body of a call, before it is text: what it is sent with, then its own parameters. */
export function callBody({ values, session, format }: CallToSend): object {
  return {
    format: format === 'json' ? 1 : 2,
    ...(session === null ? {} : { ks: session }),
    ...toRequest(values),
  };
}

/** @throws whatever `fetch` throws: no connection, or the signal */
export async function sendCall(call: CallToSend, signal: AbortSignal): Promise<CallAnswer> {
  const startedAtMs = performance.now();
  const response = await fetch(callAddress(call), {
    method: 'POST',
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    ...bodyOf(call),
  });
  const bytes = await response.arrayBuffer();
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const text = /json|xml|javascript|^text\//.test(contentType)
    ? new TextDecoder().decode(bytes)
    : null;
  return {
    status: response.status,
    durationMs: performance.now() - startedAtMs,
    sizeBytes: bytes.byteLength,
    contentType,
    text: text === null ? null : layOut(text, contentType),
    errorCode: errorCodeOf(text ?? '', response.headers.get('x-kaltura')),
  };
}

function bodyOf(call: CallToSend): RequestInit {
  const json = JSON.stringify(callBody(call));
  const files = filesOf(call.values);
  if (files.length === 0) return { headers: { 'content-type': 'application/json' }, body: json };
  const form = new FormData();
  form.append('json', json);
  for (const [name, file] of files) form.append(name, file);
  return { body: form };
}

function errorCodeOf(text: string, header: string | null): string | null {
  const fromHeader = /^error-(\w+)$/.exec(header ?? '');
  const fromXml = /<error><code>(\w+)<\/code>/.exec(text);
  if (fromXml?.[1] !== undefined) return fromXml[1];
  if (!text.includes('KalturaAPIException')) return fromHeader?.[1] ?? null;
  try {
    const answer: unknown = JSON.parse(text);
    const { objectType, code } = answer as {
      readonly objectType?: unknown;
      readonly code?: unknown;
    };
    return objectType === 'KalturaAPIException' ? String(code) : null;
  } catch {
    return null;
  }
}

function layOut(text: string, contentType: string): string {
  if (contentType.includes('json')) return layOutJson(text);
  return contentType.includes('xml') ? layOutXml(text) : text;
}

function layOutJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** One element a line; an element that holds only text stays on its line. */
export function layOutXml(text: string): string {
  const pieces = text.match(/<[^>]+>[^<]*/g) ?? [text];
  let depth = 0;
  let laidOut = '';
  let isAfterOpening = false;
  for (const piece of pieces) {
    const isClosing = piece.startsWith('</');
    const isDeclaration = piece.startsWith('<?');
    const isWhole = /^<[^>]*\/>/.test(piece);
    if (isClosing) depth = Math.max(0, depth - 1);
    // `<a>text</a>` and `<a></a>` stay together.
    if (!(isClosing && isAfterOpening) && laidOut !== '') laidOut += `\n${'  '.repeat(depth)}`;
    laidOut += piece.trim();
    isAfterOpening = !isClosing && !isDeclaration && !isWhole;
    if (isAfterOpening) depth++;
  }
  return laidOut;
}
