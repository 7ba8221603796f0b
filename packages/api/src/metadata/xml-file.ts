import { FileAnswer } from '../schema/file-answer.ts';

/** XML as a file that is served: a schema, its views, or a record. */
export function xmlFile(text: string, fileName: string): FileAnswer {
  return new FileAnswer({ contentType: 'text/xml', content: Buffer.from(text, 'utf8'), fileName });
}
