import type { MediaRequest } from './media-request.ts';

/** A request as HTTP/1 wrote it, read and checked. */
export type HttpRequest = MediaRequest & {
  /** The client takes further answers on this connection. */
  readonly isKeepAlive: boolean;
};

/** What is wrong with a request; the connection can't be trusted afterwards and is closed. */
export type HttpRefusal = { readonly status: number; readonly message: string };

/** The longest address that we hand out is that of a recording of 64 trimmed takes; others have 120 characters. */
const MAXIMUM_TARGET_CHARACTERS = 4096;

/** Browsers send 15 to 25 fields. */
const MAXIMUM_FIELDS = 100;

/** A field name is a token (RFC 9110 clause 5.6.2). */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Visible characters, blanks, tabs and what is above ASCII (RFC 9110 clause 5.5). */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

const VISIBLE = /^[\x21-\x7e]+$/;

/** `http://host/path`, which servers have to take too (RFC 9112 clause 3.2.2). */
const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i;

const MALFORMED: HttpRefusal = { status: 400, message: 'This is not a request in HTTP/1.1.' };

/** What the fields of a request say, as far as it matters here. */
type Fields = {
  readonly refusal: HttpRefusal | null;
  readonly hasHost: boolean;
  readonly connection: 'close' | 'keep-alive' | null;
  readonly range: string | null;
  readonly conditionalRange: MediaRequest['conditionalRange'];
  readonly acceptsGzip: boolean;
};

/** Reads the requests of one connection: one is often the same as the one before, and its fields nearly always are. */
export class HttpRequestParser {
  #lastHead = '';
  #lastRequest: HttpRequest | HttpRefusal = MALFORMED;
  #lastText = '';
  #lastFields: Fields | null = null;

  /** @param head request line and fields, each with its line end, without the empty line; one character per byte */
  parse(head: string): HttpRequest | HttpRefusal {
    if (head !== this.#lastHead) {
      this.#lastRequest = this.#parse(head);
      this.#lastHead = head;
    }
    return this.#lastRequest;
  }

  #parse(head: string): HttpRequest | HttpRefusal {
    const lineEnd = head.indexOf('\r\n');
    const firstBlank = head.indexOf(' ');
    const lastBlank = head.lastIndexOf(' ', lineEnd);
    if (lineEnd < 0 || firstBlank < 1 || lastBlank <= firstBlank) return MALFORMED;
    const version = head.slice(lastBlank + 1, lineEnd);
    if (version !== 'HTTP/1.1' && version !== 'HTTP/1.0') {
      return /^HTTP\/\d\.\d$/.test(version) ? WRONG_VERSION : MALFORMED;
    }
    const method = head.slice(0, firstBlank);
    const target = readTarget(head.slice(firstBlank + 1, lastBlank));
    if (typeof target !== 'string') return target;
    const fields = this.#readFields(head.slice(lineEnd + 2));
    if (fields.refusal !== null) return fields.refusal;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') {
      return TOKEN.test(method) ? WRONG_METHOD : MALFORMED;
    }
    const isNew = version === 'HTTP/1.1';
    if (isNew && !fields.hasHost) return NO_HOST;
    // What HTTP/1.0 calls keep-alive needs a field in the answer that nobody has asked for in this century.
    const isKeepAlive = isNew && fields.connection !== 'close';
    const { range, conditionalRange, acceptsGzip } = fields;
    return { method, target, isKeepAlive, range, conditionalRange, acceptsGzip };
  }

  #readFields(text: string): Fields {
    if (this.#lastFields !== null && text === this.#lastText) return this.#lastFields;
    const fields = readFields(text);
    this.#lastText = text;
    this.#lastFields = fields;
    return fields;
  }
}

const WRONG_VERSION: HttpRefusal = { status: 505, message: 'Use HTTP/1.1.' };
const WRONG_METHOD: HttpRefusal = { status: 405, message: 'Use GET, HEAD or OPTIONS.' };
const NO_HOST: HttpRefusal = { status: 400, message: 'A request needs one Host field.' };
const TOO_LONG: HttpRefusal = { status: 414, message: 'The address is too long.' };
const TOO_MANY: HttpRefusal = { status: 431, message: 'There are too many header fields.' };
const BAD_FIELD: HttpRefusal = { status: 400, message: 'A header field is malformed.' };
const BODY: HttpRefusal = { status: 413, message: 'A request here has no body.' };
const BAD_LENGTH: HttpRefusal = { status: 400, message: 'The Content-Length is malformed.' };
const ENCODED_BODY: HttpRefusal = { status: 400, message: 'Transfer-Encoding is not taken here.' };
const EXPECTATION: HttpRefusal = { status: 417, message: 'Expect is not taken here.' };

/** Path and query of a request's target. */
function readTarget(text: string): string | HttpRefusal {
  if (text.length > MAXIMUM_TARGET_CHARACTERS) return TOO_LONG;
  if (!VISIBLE.test(text)) return MALFORMED;
  if (text.startsWith('/')) return text;
  // `OPTIONS *` asks about the server as a whole.
  if (text === '*') return '/*';
  const origin = ABSOLUTE_FORM.exec(text);
  if (origin === null) return MALFORMED;
  const rest = text.slice(origin[0].length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function readFields(text: string): Fields {
  let hasHost = false;
  let connection: Fields['connection'] = null;
  let range: string | null = null;
  let validator: string | null = null;
  let acceptsGzip = false;
  let hasLength = false;
  let count = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\r\n', start);
    const colon = text.indexOf(':', start);
    if (end < 0 || colon < 0 || colon > end) return refused(BAD_FIELD);
    const name = text.slice(start, colon);
    const value = text.slice(colon + 1, end).trim();
    if (!TOKEN.test(name) || !FIELD_VALUE.test(value)) return refused(BAD_FIELD);
    if (++count > MAXIMUM_FIELDS) return refused(TOO_MANY);
    switch (name.toLowerCase()) {
      case 'host':
        if (hasHost) return refused(NO_HOST);
        hasHost = true;
        break;
      case 'connection':
        connection = readConnection(value) ?? connection;
        break;
      case 'range':
        range = value;
        break;
      case 'if-range':
        validator = value;
        break;
      case 'accept-encoding':
        acceptsGzip ||= acceptsCoding(value, 'gzip');
        break;
      case 'content-length':
        // More than one, even of the same length, is how requests are smuggled.
        if (hasLength || !/^\d{1,15}$/.test(value)) return refused(BAD_LENGTH);
        if (Number(value) > 0) return refused(BODY);
        hasLength = true;
        break;
      case 'transfer-encoding':
        return refused(ENCODED_BODY);
      case 'expect':
        return refused(EXPECTATION);
    }
    start = end + 2;
  }
  // Where there is no such validator the whole is sent (RFC 9110 clause 13.1.5).
  const conditionalRange =
    validator === null || range === null ? null : { field: range, validator };
  if (validator !== null) range = null;
  return { refusal: null, hasHost, connection, range, conditionalRange, acceptsGzip };
}

function refused(refusal: HttpRefusal): Fields {
  return {
    refusal,
    hasHost: false,
    connection: null,
    range: null,
    conditionalRange: null,
    acceptsGzip: false,
  };
}

function readConnection(value: string): Fields['connection'] {
  const options = value.toLowerCase().split(',');
  if (options.some((option) => option.trim() === 'close')) return 'close';
  return options.some((option) => option.trim() === 'keep-alive') ? 'keep-alive' : null;
}

/** Whether an Accept-Encoding field takes a coding (RFC 9110 clause 12.5.3). */
export function acceptsCoding(field: string, coding: string): boolean {
  let accepts = false;
  for (const item of field.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((piece) => piece.trim());
    const isRefused = parameters.some((parameter) => /^q\s*=\s*0(?:\.0{0,3})?$/.test(parameter));
    if (name === coding) return !isRefused;
    if (name === '*') accepts = !isRefused;
  }
  return accepts;
}
