import { nearestName } from '@rostrum/settings';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { UsageError } from '../errors.ts';
import {
  checkOrder,
  readDvr,
  readPresenter,
  readRecording,
  readRelay,
  readSwitch,
  readTags,
  readTime,
  readZone,
  ValueError,
} from '../webcast/read-values.ts';
import {
  PRESENTER_FIELDS,
  type Presenter,
  presenterNamed,
  type WebcastValues,
} from '../webcast/webcast-values.ts';
import {
  type DescribedWebcast,
  KEY,
  SET,
  WEBCAST_KEYS,
  type WebcastFile,
  type WebcastKey,
} from './webcast-file.ts';

/** More would not be read by anybody at once. */
const SHOWN_FAULTS = 20;

/** Longer names are refused by the server, too. */
const LONGEST_NAME = 60_000;

type Values = { -readonly [Name in keyof WebcastValues]?: WebcastValues[Name] };

/**
 * Reads a file of webcasts. Everything that is wrong with it is told at once, each with its line.
 *
 * @param name of the file, for what is wrong with it
 * @throws UsageError
 */
export function readWebcastFile(text: string, name: string): WebcastFile {
  return new Reader(text, name).read();
}

class Reader {
  readonly #name: string;
  readonly #lines = new LineCounter();
  readonly #document: ReturnType<typeof parseDocument>;
  readonly #faults: { readonly line: number; readonly text: string }[] = [];

  constructor(text: string, name: string) {
    this.#name = name;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
  }

  read(): WebcastFile {
    for (const { pos, message } of this.#document.errors)
      this.#fault(pos[0], `this is not YAML: ${message}`);
    this.#stopAtFaults();
    const root = this.#document.contents;
    if (!isMap(root)) {
      this.#fault(
        root?.range?.[0] ?? 0,
        'the file must begin with "webcasts:" and a list below it',
      );
      this.#stopAtFaults();
      throw new Error('not reached');
    }
    const fields = this.#fieldsOf(root, ['set', 'webcasts'], 'a file of webcasts');
    const setNode = fields.get('set');
    const set = setNode === undefined ? null : this.#set(setNode);
    const list = fields.get('webcasts');
    if (list === undefined) this.#faultAt(root, 'the list "webcasts:" is missing');
    const webcasts =
      list === undefined ? [] : this.#list(list, 'webcasts').flatMap((node) => this.#webcast(node));
    this.#refuseTwice(webcasts);
    this.#stopAtFaults();
    return { set, webcasts };
  }

  #webcast(node: Node): readonly DescribedWebcast[] {
    if (!isMap(node)) {
      this.#faultAt(node, 'a webcast must be lines of the form "name: Town hall"');
      return [];
    }
    const fields = this.#fieldsOf(node, WEBCAST_KEYS, 'a webcast');
    const key = this.#needed(node, fields, 'key');
    if (key !== null && !KEY.test(key)) {
      this.#faultAt(
        fields.get('key') ?? node,
        `key must be 2 or more letters, digits and . _ : / - (got "${key}")`,
      );
    }
    const name = this.#needed(node, fields, 'name');
    const values = this.#values(fields);
    const picture = fields.get('thumbnail');
    const thumbnail = picture === undefined ? null : this.#text(picture, 'thumbnail');
    if (key === null || name === null) return [];
    return [
      {
        key,
        line: this.#lineOf(node),
        values: { ...values, name },
        ...(thumbnail === null || thumbnail === '' ? {} : { thumbnail }),
      },
    ];
  }

  #values(fields: ReadonlyMap<string, Node>): Values {
    const values: Values = {};
    const on = (name: WebcastKey, read: (node: Node) => void) => {
      const node = fields.get(name);
      if (node !== undefined) this.#guarded(node, name, () => read(node));
    };
    on('description', (node) => {
      values.description = this.#text(node, 'description') ?? '';
    });
    on('timezone', (node) => {
      const text = this.#text(node, 'timezone') ?? '';
      values.timezone = text === '' ? '' : readZone(text);
    });
    const zone = values.timezone ?? '';
    on('starts', (node) => {
      values.starts = this.#time(node, 'starts', zone);
    });
    on('ends', (node) => {
      values.ends = this.#time(node, 'ends', zone);
      if (values.starts !== undefined) checkOrder(values.starts, values.ends);
    });
    on('presenters', (node) => {
      values.presenters = this.#list(node, 'presenters').flatMap((each) => this.#presenter(each));
    });
    on('recording', (node) => {
      // YAML 1.1 reads "off" as false, and so do people's editors.
      values.recording = readRecording(this.#word(node, 'recording'));
    });
    on('dvr', (node) => {
      values.dvr = readDvr(this.#word(node, 'dvr'));
    });
    on('preview', (node) => {
      values.preview = readSwitch(this.#word(node, 'preview'));
    });
    on('tags', (node) => {
      values.tags = readTags(this.#texts(node, 'tags'));
    });
    on('relays', (node) => {
      values.relays = this.#texts(node, 'relays').map(readRelay);
    });
    return values;
  }

  #presenter(node: Node): readonly Presenter[] {
    if (isScalar(node)) {
      return (
        this.#guarded(node, 'presenters', () => [
          readPresenter(this.#text(node, 'presenters') ?? ''),
        ]) ?? []
      );
    }
    if (!isMap(node)) {
      this.#faultAt(node, 'a presenter must be a name, or lines of the form "name: Ada Byron"');
      return [];
    }
    const fields = this.#fieldsOf(node, PRESENTER_FIELDS, 'a presenter');
    const name = this.#needed(node, fields, 'name');
    const presenter: { -readonly [Name in keyof Presenter]: string } = presenterNamed(name ?? '');
    for (const [field, value] of fields)
      presenter[field as keyof Presenter] = this.#text(value, field) ?? '';
    return [presenter];
  }

  #set(node: Node): string | null {
    const text = this.#text(node, 'set');
    if (text === null || SET.test(text)) return text;
    this.#faultAt(node, `set must be letters, digits and . _ - (got "${text}")`);
    return null;
  }

  #time(node: Node, what: string, zone: string): number | null {
    const text = this.#text(node, what) ?? '';
    return text === '' ? null : readTime(text, zone);
  }

  /** A text that must be there. Null where it is not, which has been told. */
  #needed(parent: Node, fields: ReadonlyMap<string, Node>, name: string): string | null {
    const node = fields.get(name);
    const text = node === undefined ? '' : this.#text(node, name);
    if (text === null) return null;
    if (text.trim() === '') {
      this.#faultAt(node ?? parent, `${name} is missing`);
      return null;
    }
    if (text.length <= LONGEST_NAME) return text;
    this.#faultAt(node ?? parent, `${name} is too long (${text.length} characters)`);
    return null;
  }

  /** `off` and `on`, however the file writes them. */
  #word(node: Node, what: string): string {
    const text = this.#text(node, what) ?? '';
    if (what !== 'preview' && (text === 'false' || text === 'no')) return 'off';
    return text;
  }

  /** What a value says, as it is written; empty for nothing, null where it is no single value. */
  #text(node: Node, what: string): string | null {
    if (!isScalar(node)) {
      this.#faultAt(node, `${what} must be a single value`);
      return null;
    }
    if (node.value === null || node.value === undefined) return '';
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  #texts(node: Node, what: string): readonly string[] {
    return this.#list(node, what).flatMap((each) => this.#text(each, what) ?? []);
  }

  #list(node: Node, what: string): readonly Node[] {
    if (isSeq(node)) return node.items.map((item) => this.#resolved(item as Node));
    if (isScalar(node) && (node.value === null || node.value === undefined)) return [];
    this.#faultAt(node, `${what} must be a list: lines that begin with "- "`);
    return [];
  }

  #fieldsOf(map: YAMLMap, known: readonly string[], what: string): ReadonlyMap<string, Node> {
    const fields = new Map<string, Node>();
    for (const { key, value } of map.items) {
      const node = key as Node;
      const name = isScalar(node) ? String(node.value) : '';
      if (!known.includes(name)) {
        const nearest = nearestName(name, known);
        const hint =
          nearest === null ? `It has: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
        this.#faultAt(node, `"${name}" is nothing that ${what} has. ${hint}`);
        continue;
      }
      // "starts:" with nothing behind it.
      fields.set(name, value === null ? (node.clone() as Node) : this.#resolved(value as Node));
      if (value === null) fields.set(name, this.#nothingAt(node));
    }
    return fields;
  }

  #nothingAt(node: Node): Node {
    const nothing = this.#document.createNode(null);
    nothing.range = node.range ?? null;
    return nothing;
  }

  #resolved(node: Node): Node {
    if (!isAlias(node)) return node;
    const target = node.resolve(this.#document);
    if (target !== undefined) return target;
    this.#faultAt(node, `there is no anchor "${node.source}"`);
    return this.#nothingAt(node);
  }

  #guarded<Value>(node: Node, what: string, read: () => Value): Value | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      this.#faultAt(node, `${what} ${error.message}`);
      return null;
    }
  }

  #refuseTwice(webcasts: readonly DescribedWebcast[]): void {
    const seen = new Map<string, number>();
    for (const { key, line } of webcasts) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, line);
      else this.#faults.push({ line, text: `the key "${key}" is there already, in line ${first}` });
    }
  }

  #faultAt(node: Node, text: string): void {
    this.#fault(node.range?.[0] ?? 0, text);
  }

  #fault(offset: number, text: string): void {
    this.#faults.push({ line: this.#lines.linePos(offset).line || 1, text });
  }

  #lineOf(node: Node): number {
    return this.#lines.linePos(node.range?.[0] ?? 0).line || 1;
  }

  #stopAtFaults(): void {
    if (this.#faults.length === 0) return;
    const sorted = this.#faults.toSorted((one, other) => one.line - other.line);
    const shown = sorted
      .slice(0, SHOWN_FAULTS)
      .map(({ line, text }) => `${this.#name}:${line}: ${text}`);
    const more = sorted.length - shown.length;
    throw new UsageError([...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
  }
}
