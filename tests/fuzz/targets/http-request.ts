import { readByteRange } from '../../../packages/media/src/origin/byte-range.ts';
import type { HttpRefusal, HttpRequest } from '../../../packages/media/src/origin/http-request.ts';
import {
  HttpRequestReader,
  MAXIMUM_HEAD_BYTES,
} from '../../../packages/media/src/origin/http-request-reader.ts';
import { readMediaFileName } from '../../../packages/media/src/origin/media-file-name.ts';
import { readDirectives } from '../../../packages/media/src/origin/playlist-request.ts';

const SEEDS = [
  'GET /v/0_abcd1234.k3f9aa00bb11.3.v5xk00.AAAAAAAAAAAAAAAAAAAAAA/0_abcd1234/k3f9aa00bb11/video.m3u8?_HLS_msn=5&_HLS_part=2&_HLS_skip=YES HTTP/1.1\r\nHost: localhost:8081\r\nAccept-Encoding: gzip, br;q=0.5\r\nConnection: keep-alive\r\n\r\n',
  'GET /v/t/w/g/video-k3f9-57.3.m4s HTTP/1.1\r\nHost: a\r\nRange: bytes=0-99\r\nIf-Range: "x"\r\n\r\n',
  'HEAD /v/t/w/g/video-init-0.mp4 HTTP/1.0\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\nHost: b\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\nOrigin: https://a.example\r\nAccess-Control-Request-Headers: range\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello',
  'GET http://a/b?c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
];

/** The reader of HTTP/1 requests, and what reads a request's address and range. */
export default {
  name: 'http-request',
  seeds: (): Uint8Array[] => SEEDS.map((text) => Buffer.from(text, 'latin1')),
  /** However the bytes are cut on their way, the same requests come out, and little is kept of what is none. */
  run: (bytes: Uint8Array): void => {
    const whole = readAll([Buffer.from(bytes)]);
    const step = 1 + ((bytes[0] ?? 0) % 31);
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += step) {
      pieces.push(Buffer.from(bytes.subarray(at, at + step)));
    }
    const inPieces = readAll(pieces);
    if (JSON.stringify(whole) !== JSON.stringify(inPieces)) {
      throw new Error(`cut in pieces of ${step} bytes, other requests come out`);
    }
    for (const request of whole) if ('target' in request) readFurther(request);
  },
};

/** Requests up to the first that is refused, as a connection takes them. */
function readAll(chunks: readonly Buffer[]): readonly (HttpRequest | HttpRefusal)[] {
  const reader = new HttpRequestReader();
  const found: (HttpRequest | HttpRefusal)[] = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (;;) {
      const request = reader.next();
      if (request === null) break;
      found.push(request);
      if ('status' in request) return found;
    }
    if (reader.pendingBytes > MAXIMUM_HEAD_BYTES + chunk.length) {
      throw new Error(`${reader.pendingBytes} bytes are kept`);
    }
  }
  return found;
}

function readFurther({ target, range }: HttpRequest): void {
  if (!/^\/[\x21-\x7e]*$/.test(target)) throw new Error(`a target came through: ${target}`);
  const [path = '', query = ''] = target.split('?', 2);
  readDirectives(query);
  const file = readMediaFileName(path.slice(path.lastIndexOf('/') + 1));
  if (file !== null && 'fileName' in file && /[./\\]{2}|\//.test(file.fileName)) {
    throw new Error(`a file name came through: ${file.fileName}`);
  }
  const bytes = readByteRange(range, 1000);
  if (typeof bytes === 'string') return;
  if (bytes.first < 0 || bytes.last < bytes.first || bytes.last >= 1000) {
    throw new Error(`of 1000 bytes, ${range} became ${bytes.first} to ${bytes.last}`);
  }
}
