import { isWebcastId, type RoomCommand } from '@rostrum/contracts';

export type DecodedCommand = RoomCommand | { readonly error: string };

/** A session is a few hundred bytes; this is far above any real one. */
const SESSION_CHARACTERS = 8192;

/** Reads what a browser sent. Never throws: the error says what was expected. */
export function decodeCommand(text: string): DecodedCommand {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      error: 'A command is a JSON object, for example {"type":"join","webcastId":"0_ab12cd34"}.',
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'A command is a JSON object.' };
  }
  const { type, webcastId, session } = value as Record<string, unknown>;
  if (type !== 'join') return { error: `Unknown command ${show(type)}; known: "join".` };
  if (typeof webcastId !== 'string' || !isWebcastId(webcastId)) {
    return { error: `webcastId must look like 0_ab12cd34 (got ${show(webcastId)}).` };
  }
  if (session === undefined || session === null || session === '') return { type, webcastId };
  if (typeof session !== 'string' || session.length > SESSION_CHARACTERS) {
    return { error: `session must be a text of at most ${SESSION_CHARACTERS} characters.` };
  }
  return { type, webcastId, session };
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
