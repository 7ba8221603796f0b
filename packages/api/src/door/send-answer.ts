import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Log } from '../ports.ts';
import { FileAnswer } from '../schema/file-answer.ts';
import type { HttpAnswer } from './answer-request.ts';

/** Names and values in turn, as `writeHead` takes them without looking at each three times. */
type Headers = readonly string[];

/** Writes an answer, always with status 200. A client that has gone is no error. */
export function sendAnswer(reply: ServerResponse, answer: HttpAnswer, log: Log): void {
  const { content, error } = answer;
  const headers = headersOf(reply, answer);
  if (content instanceof FileAnswer) {
    headers.push(...cachingOf(content.cacheSeconds));
    sendFile(reply, content, headers, log);
    return;
  }
  headers.push(...cachingOf(answer.cacheSeconds));
  if (error !== null && (content === null || error.code === 'SERVICE_FORBIDDEN')) {
    headers.push('X-Kaltura', `error-${error.code}`);
  }
  if (content === null) {
    headers.push('X-Kaltura-App', 'exiting on error', 'Content-Length', '0');
    reply.writeHead(200, headers).end();
    return;
  }
  headers.push('Content-Type', `${content.contentType}; charset=utf-8`);
  headers.push('Content-Length', String(Buffer.byteLength(content.body)));
  // As a text, headers and body leave in one write.
  reply.writeHead(200, headers).end(content.body);
}

/** What a browser asks before it calls from another page. */
export function sendPreflight(reply: ServerResponse): void {
  reply.writeHead(200, [...ALWAYS, ...NOT_CACHED, ...PREFLIGHT]).end();
}

/** On every answer: any page may call. */
const ALWAYS: Headers = [
  'X-Me',
  'rostrum',
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'Server, Content-Length, Content-Range, Date, X-Kaltura, X-Kaltura-Session, X-Me',
  // What users have written is in most answers: no browser shall take one for a page.
  'X-Content-Type-Options',
  'nosniff',
];

/** No cache keeps what a session was answered. */
const NOT_CACHED: Headers = [
  'Expires',
  'Sun, 19 Nov 2000 08:52:00 GMT',
  'Cache-Control',
  'no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
  'Pragma',
  'no-cache',
];

const PREFLIGHT: Headers = [
  'Access-Control-Allow-Headers',
  'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control, X-Kaltura-Session-Id',
  'Access-Control-Allow-Methods',
  'POST, GET, HEAD, OPTIONS',
  'Access-Control-Max-Age',
  '86400',
  'Content-Length',
  '0',
];

/** A file that somebody has uploaded must not become a page of ours. */
const FILE: Headers = [
  'Content-Security-Policy',
  "default-src 'none'; style-src 'unsafe-inline'; sandbox",
];

function headersOf({ req }: ServerResponse, { callId, isConnectionSpent }: HttpAnswer): string[] {
  const headers = [...ALWAYS, 'X-Kaltura-Session', callId];
  // HTTP/2 has no such header, and no need of it.
  if (isConnectionSpent && req.httpVersionMajor === 1) headers.push('Connection', 'close');
  return headers;
}

function cachingOf(seconds: number): Headers {
  return seconds === 0 ? NOT_CACHED : ['Cache-Control', `private, max-age=${seconds}`];
}

function sendFile(reply: ServerResponse, file: FileAnswer, headers: string[], log: Log): void {
  const { content, contentType, fileName, isAttachment, sizeBytes } = file;
  headers.push(...FILE, 'Content-Type', contentType);
  const disposition = dispositionOf(isAttachment ? 'attachment' : 'inline', fileName);
  if (disposition !== null) headers.push('Content-Disposition', disposition);
  if (content instanceof Uint8Array) {
    headers.push('Content-Length', String(content.length));
    reply.writeHead(200, headers).end(content);
    return;
  }
  if (sizeBytes !== null) headers.push('Content-Length', String(sizeBytes));
  reply.writeHead(200, headers);
  if (reply.req.method === 'HEAD') {
    content.destroy();
    reply.end();
    return;
  }
  pipeline(content, reply, (error) => {
    // A client that has gone ends the stream early; what else fails is ours.
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      log.error({ error: error.message }, 'a file could not be read to its end');
    }
  });
}

/** RFC 6266: a plain name for old clients, and the real one. */
function dispositionOf(kind: 'attachment' | 'inline', fileName: string | null): string | null {
  if (fileName === null) return kind === 'attachment' ? kind : null;
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const name = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${name}`;
}
