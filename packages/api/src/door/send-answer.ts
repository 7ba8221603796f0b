import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Log } from '../ports.ts';
import { FileAnswer } from '../schema/file-answer.ts';
import type { HttpAnswer } from './answer-request.ts';

/** Writes an answer, always with status 200. A client that has gone is no error. */
export function sendAnswer(reply: ServerResponse, answer: HttpAnswer, log: Log): void {
  const { callId, content, error, cacheSeconds, isConnectionSpent } = answer;
  setHeaders(reply, HEADERS);
  reply.setHeader('X-Kaltura-Session', callId);
  if (isConnectionSpent && reply.req.httpVersionMajor === 1) reply.setHeader('Connection', 'close');
  if (content instanceof FileAnswer) {
    sendFile(reply, content, log);
    return;
  }
  if (error !== null && (content === null || error.code === 'SERVICE_FORBIDDEN')) {
    reply.setHeader('X-Kaltura', `error-${error.code}`);
  }
  if (content === null) {
    reply.setHeader('X-Kaltura-App', 'exiting on error');
    reply.setHeader('Content-Length', 0);
    reply.end();
    return;
  }
  allowCaching(reply, cacheSeconds);
  reply.setHeader('Content-Type', `${content.contentType}; charset=utf-8`);
  reply.setHeader('Content-Length', Buffer.byteLength(content.body));
  // As a text, headers and body leave in one write.
  reply.end(content.body);
}

/** What a browser asks before it calls from another page. */
export function sendPreflight(reply: ServerResponse): void {
  setHeaders(reply, HEADERS);
  setHeaders(reply, PREFLIGHT_HEADERS);
  reply.setHeader('Content-Length', 0);
  reply.end();
}

/** On every answer: any page may call, and no cache keeps what a session was answered. */
const HEADERS = {
  'X-Me': 'rostrum',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Server, Content-Length, Content-Range, Date, X-Kaltura, X-Kaltura-Session, X-Me',
  Expires: 'Sun, 19 Nov 2000 08:52:00 GMT',
  'Cache-Control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
  Pragma: 'no-cache',
  // What users have written is in most answers: no browser shall take one for a page.
  'X-Content-Type-Options': 'nosniff',
};

const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Headers':
    'Origin, X-Requested-With, Content-Type, Accept, Range, Cache-Control, X-Kaltura-Session-Id',
  'Access-Control-Allow-Methods': 'POST, GET, HEAD, OPTIONS',
  'Access-Control-Max-Age': '86400',
};

/** A file that somebody has uploaded must not become a page of ours. */
const FILE_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

function sendFile(reply: ServerResponse, file: FileAnswer, log: Log): void {
  const { content, contentType, fileName, cacheSeconds } = file;
  setHeaders(reply, FILE_HEADERS);
  reply.setHeader('Content-Type', contentType);
  if (fileName !== null) reply.setHeader('Content-Disposition', dispositionOf(fileName));
  allowCaching(reply, cacheSeconds);
  if (content instanceof Uint8Array) {
    reply.setHeader('Content-Length', content.length);
    reply.end(content);
    return;
  }
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

function allowCaching(reply: ServerResponse, seconds: number): void {
  if (seconds === 0) return;
  reply.setHeader('Cache-Control', `private, max-age=${seconds}`);
  reply.removeHeader('Expires');
  reply.removeHeader('Pragma');
}

/** RFC 6266: a plain name for old clients, and the real one. */
function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const name = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${name}`;
}

function setHeaders(reply: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(headers)) reply.setHeader(name, headers[name] ?? '');
}
