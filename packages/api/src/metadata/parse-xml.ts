import { ParseOption, XmlDocument, type XmlElement, XmlError, XmlLibError } from 'libxml2-wasm';

/** What is wrong with an XML text or with its schema, in words for whoever sent it. */
export class XmlProblem extends Error {}

/** Many times what forms and schemas need. Nesting is limited to 256 by the parser. */
export const MAX_XML_CHARACTERS = 500_000;

/** Nothing is ever loaded that a document names. */
const OPTIONS = { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET };

/** A problem's words are for people: the first few lines say enough. */
const MAX_PROBLEM_CHARACTERS = 1000;

/**
 * Reads a text, and gives it back to the memory when `use` has answered.
 *
 * @throws XmlProblem where it is not well-formed, too large, or has a document type: there entities are declared, which
 *   can read files and fill memories
 */
export function withXml<Result>(
  text: string,
  use: (root: XmlElement, document: XmlDocument) => Result,
): Result {
  if (text.length > MAX_XML_CHARACTERS) {
    throw new XmlProblem(`XML has at most ${MAX_XML_CHARACTERS} characters (got ${text.length})`);
  }
  const document = parse(text);
  try {
    if (document.dtd !== null)
      throw new XmlProblem('XML with a document type (DOCTYPE) is not taken');
    return use(document.root, document);
  } finally {
    document.dispose();
  }
}

/** What the library complains of, in its words. */
export function problemOf(error: unknown): XmlProblem {
  if (!(error instanceof XmlError)) throw error;
  const details = error instanceof XmlLibError ? error.details : [];
  const words = details.map(({ message, line }) => `line ${line}: ${message.trim()}`).join('; ');
  return new XmlProblem((words || error.message.trim()).slice(0, MAX_PROBLEM_CHARACTERS));
}

function parse(text: string): XmlDocument {
  if (text.trim() === '') throw new XmlProblem('XML was expected (got an empty text)');
  try {
    // Texts have been decoded: what they say about their encoding was about the bytes.
    return XmlDocument.fromString(text.replace(/^\uFEFF?\s*/, ''), {
      option: OPTIONS.option | ParseOption.XML_PARSE_IGNORE_ENC,
    });
  } catch (error) {
    throw problemOf(error);
  }
}
