import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { Auditor } from '../audit/auditor.ts';
import { type Actions, action, optional, required, servedFile } from '../catalog/action.ts';
import type { Services } from '../catalog/services.ts';
import { ApiError } from '../errors/api-error.ts';
import { SessionVerifier } from '../ks/session-verifier.ts';
import { LogForTests } from '../log-for-tests.ts';
import { FileAnswer } from '../schema/file-answer.ts';
import { file, int, text } from '../schema/kinds.ts';
import { Roles } from '../session/roles.ts';
import { ActionDirectory } from './action-directory.ts';
import { frontDoor } from './front-door.ts';
import { UploadFolder } from './upload-folder.ts';

export const MAX_FILE_BYTES = 200_000;
export const PARTNER_ID = 100;
export const SECRET = 'the secret of the door’s tests';

export type DoorForTests = {
  readonly app: FastifyInstance;
  readonly log: LogForTests;
  /** `http://host:port` */
  readonly address: string;
};

/** A real door before actions that take and answer files. @param keptFolder where `files.keep` moves what it is given */
export async function openDoor(
  uploadFolder: string,
  keptFolder: string,
  app: FastifyInstance = Fastify(),
): Promise<DoorForTests> {
  const clock = { nowMs: () => Date.now() };
  const log = new LogForTests();
  const knowledge = {
    signingSecretsOf: (partnerId: number) => (partnerId === PARTNER_ID ? [SECRET] : []),
    isEnded: () => false,
    isBlocked: () => false,
    countUse: async () => true,
  };
  const runner = {
    actions: new ActionDirectory({ files: fileActions(keptFolder) }),
    services: {} as Services,
    verifier: new SessionVerifier(knowledge, clock),
    roles: new Roles(PARTNER_ID),
    auditor: new Auditor({ store: NO_AUDIT, hasAccount: () => true, clock, log }),
    responseProfiles: { find: async () => null, findByName: async () => null },
    clock,
  };
  const uploads = await UploadFolder.open(uploadFolder);
  await app.register(frontDoor({ runner, uploads, log }));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, log, address };
}

/** None of these actions writes anything, or is refused for who calls it. */
const NO_AUDIT = {
  insert: () => Promise.reject(new Error('nothing is to be written')),
  complete: () => Promise.reject(new Error('nothing is to be completed')),
  removeBefore: () => Promise.reject(new Error('nothing is to be removed')),
};

function fileActions(keptFolder: string): Actions {
  const rest = {
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [],
  } as const;
  const fileData = required(file(MAX_FILE_BYTES));
  return {
    describe: action({
      summary: 'Answers what came.',
      parameters: { fileData, note: optional(text, '') },
      result: text,
      ...rest,
      run: async (_services, _call, { fileData: { path, ...facts }, note }) => {
        const content = await readFile(path, 'latin1');
        return JSON.stringify({ ...facts, note, content });
      },
    }),
    keep: action({
      summary: 'Keeps the file under a name.',
      parameters: { fileData, name: required(text) },
      result: null,
      ...rest,
      run: async (_services, _call, { fileData: { path }, name }) => {
        await rename(path, join(keptFolder, name));
      },
    }),
    fail: action({
      summary: 'Fails in a way nobody has foreseen.',
      parameters: { fileData },
      result: null,
      ...rest,
      run: () => {
        throw new Error('unforeseen');
      },
    }),
    serve: action({
      summary: 'Answers a file of some bytes; without any there is no such file.',
      parameters: {
        sizeBytes: required(int),
        chunks: optional(int, 0),
        contentType: optional(text, 'text/html; charset=utf-8'),
      },
      result: servedFile,
      ...rest,
      session: 'optional',
      permission: 'anyone',
      run: (_services, _call, { sizeBytes, chunks, contentType }) => {
        if (sizeBytes === 0) throw new ApiError('ENTRY_ID_NOT_FOUND', 'no-file');
        const bytes = Buffer.alloc(sizeBytes, 'x');
        const content = chunks === 0 ? bytes : Readable.from(Array(chunks).fill(bytes));
        return new FileAnswer({
          contentType,
          content,
          fileName: 'Größe "1".html',
          cacheSeconds: 60,
        });
      },
    }),
  };
}
