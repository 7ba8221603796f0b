/** One element of a record, with a text or with elements of its own. */
export type MetadataElement = {
  readonly name: string;
  readonly content: string | readonly MetadataElement[];
};

/**
 * A record as XML: `<metadata>` around the elements, in their order.
 *
 * @throws TypeError where a text has characters that XML has no room for; it says in which element
 */
export function writeMetadata(elements: readonly MetadataElement[]): string {
  return elementText({ name: 'metadata', content: elements });
}

function elementText({ name, content }: MetadataElement): string {
  if (!NAME.test(name)) throw new TypeError(`An element can't be called that (got "${name}")`);
  const inner =
    typeof content === 'string' ? escapeText(name, content) : content.map(elementText).join('');
  return `<${name}>${inner}</${name}>`;
}

const NAME = /^[A-Za-z_][\w.-]*$/;
/** XML 1.0, production 2. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Readers make a line feed of it where it stands for itself.
  '\r': '&#13;',
};

function escapeText(name: string, text: string): string {
  const found = NOT_XML.exec(text);
  if (found !== null || !text.isWellFormed()) {
    const code = found?.[0].charCodeAt(0).toString(16).padStart(4, '0');
    const what = code === undefined ? 'half a character' : `the character U+${code.toUpperCase()}`;
    throw new TypeError(`${name} must be text that XML can hold (got ${what})`);
  }
  return text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);
}

/** Deeper than any record. */
const MAX_DEPTH = 20;

/**
 * Reads what servers keep as records: elements and texts. Attributes, comments and processing instructions are passed
 * over; a document type is refused.
 *
 * @returns what is in `<metadata>`
 * @throws SyntaxError where it is no such XML
 */
export function readMetadata(xml: string): readonly MetadataElement[] {
  const open: OpenElement[] = [{ name: '', text: '', children: [] }];
  let end = 0;
  for (const match of xml.matchAll(PIECE)) {
    if (match.index !== end) break;
    end += match[0].length;
    const current = open.at(-1) as OpenElement;
    const { start, close, empty, data, text } = match.groups ?? {};
    if (start !== undefined) {
      if (open.length > MAX_DEPTH) throw new SyntaxError(`More than ${MAX_DEPTH} elements deep`);
      open.push({ name: start, text: '', children: [] });
      if (empty !== '/') continue;
    }
    if (close !== undefined || empty === '/') {
      const closed = open.pop();
      const parent = open.at(-1);
      if (closed === undefined || parent === undefined || (close ?? closed.name) !== closed.name) {
        throw new SyntaxError(`</${close}> closes nothing`);
      }
      parent.children.push(elementOf(closed));
      continue;
    }
    current.text += data ?? (text === undefined ? '' : unescapeText(text));
  }
  const [document] = open;
  if (end !== xml.length || open.length !== 1 || document === undefined) {
    throw new SyntaxError(`Not a record's XML (at character ${end})`);
  }
  const [root] = document.children;
  if (root?.name !== 'metadata' || document.children.length !== 1 || document.text.trim() !== '') {
    throw new SyntaxError('The root of a record is <metadata>');
  }
  return typeof root.content === 'string' ? [] : root.content;
}

type OpenElement = { readonly name: string; text: string; readonly children: MetadataElement[] };

/** A comment, an instruction, a stretch of character data, a tag that opens or closes, or text up to the next of these. */
const PIECE =
  /<!--(?:[^-]|-(?!-))*-->|<\?[^>]*\?>|<!\[CDATA\[(?<data>(?:[^\]]|\](?!\]>))*)\]\]>|<\/(?<close>[^\s<>/!?]+)\s*>|<(?<start>[^\s<>/!?]+)(?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|(?<text>[^<]+)/gy;

function elementOf({ name, text, children }: OpenElement): MetadataElement {
  return { name, content: children.length === 0 ? text : children };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeText(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
