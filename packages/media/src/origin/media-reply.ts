/** Header fields of a reply, names in lower case; without `date`, `connection` and `content-length`. */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

/** Every answer may be read by pages of any origin: there are no cookies, the address itself is the key. */
export const CORS_FIELDS: HeaderFields = [['access-control-allow-origin', '*']];

/** The later pieces of a body that is not in memory: read when the client has taken the one before. */
export type RestOfBody = {
  readonly sizeBytes: number;
  /** The next piece; null after the last one, or where it could not be read. */
  readonly next: () => Promise<Uint8Array | null>;
  /** Called when no more of it is wanted: it has been sent, or its client has gone. May come more than once. */
  readonly close?: () => void;
};

/**
 * A whole answer, independent of the HTTP version that carries it. Replies and their buffers are never changed, so that
 * one reply can be sent to thousands of viewers; one with a rest is for one viewer.
 */
export class MediaReply {
  readonly status: number;
  readonly fields: HeaderFields;
  readonly body: readonly Uint8Array[];
  readonly rest: RestOfBody | null;
  /** Of the body with its rest; a HEAD request is told the size too. */
  readonly sizeBytes: number;
  #packet: { readonly date: string; readonly bytes: Buffer } | null = null;

  constructor(
    status: number,
    fields: HeaderFields,
    body: readonly Uint8Array[],
    rest: RestOfBody | null = null,
  ) {
    this.status = status;
    this.fields = fields;
    this.body = body;
    this.rest = rest;
    let sizeBytes = rest?.sizeBytes ?? 0;
    for (const buffer of body) sizeBytes += buffer.length;
    this.sizeBytes = sizeBytes;
  }

  /** The whole HTTP/1.1 answer to a GET on a connection that stays open, in one buffer, made once a second. */
  packet(date: string): Buffer {
    if (this.#packet?.date !== date) {
      const head = Buffer.from(encodeHead(this, date, false), 'latin1');
      this.#packet = { date, bytes: Buffer.concat([head, ...this.body]) };
    }
    return this.#packet.bytes;
  }
}

/** Status line and header fields as HTTP/1.1 writes them, up to the empty line (RFC 9112). */
export function encodeHead(reply: MediaReply, date: string, isLast: boolean): string {
  const connection = isLast ? 'connection: close\r\n' : '';
  const status = `HTTP/1.1 ${reply.status} ${REASONS[reply.status] ?? ''}\r\ndate: ${date}\r\n`;
  // A 204 has no content and says nothing about its length (RFC 9110 clause 8.6).
  const length = reply.status === 204 ? '' : `content-length: ${reply.sizeBytes}\r\n`;
  return `${status}${linesOf(reply.fields)}${length}${connection}\r\n`;
}

const REASONS: { readonly [status: number]: string } = {
  200: 'OK',
  204: 'No Content',
  206: 'Partial Content',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
  505: 'HTTP Version Not Supported',
};

const encodedFields = new WeakMap<HeaderFields, string>();

function linesOf(fields: HeaderFields): string {
  let lines = encodedFields.get(fields);
  if (lines === undefined) {
    lines = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    encodedFields.set(fields, lines);
  }
  return lines;
}

/** An answer in words. They say what to do; `extra` fields come behind the usual ones. */
export function textReply(status: number, message: string, extra: HeaderFields = []): MediaReply {
  const fields: HeaderFields = [
    ...CORS_FIELDS,
    ['content-type', 'text/plain; charset=utf-8'],
    // An absence may be over in the next second; a cache in front may spare us the repeats until then.
    ['cache-control', status === 404 ? 'public, max-age=1' : 'no-store'],
    ...extra,
  ];
  return new MediaReply(status, fields, [new TextEncoder().encode(`${message}\n`)]);
}
