import type { ReferenceKind } from '@rostrum/contracts';
import { type CallObject, type CallValue, isCallObject } from '../call-values.ts';
import { constantOf, kindOfProperty, type SampleCall } from './sample-call.ts';

/** How a language with statements writes values. */
export type Language = {
  readonly text: (text: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly nothing: string;
  readonly constant: (type: string, name: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly file: (name: string) => string;
  /** The name of a variable for an object that is a parameter or property of this name. */
  readonly variable: (name: string) => string;
  readonly create: (variable: string, type: string) => string;
  readonly assign: (variable: string, property: string, value: string) => string;
};

/** Writes objects as statements, one property a line, and gives back what stands for them in an expression. */
export class StatementWriter {
  readonly lines: string[] = [];
  readonly #language: Language;
  readonly #index: SampleCall['index'];
  readonly #taken = new Set<string>();

  constructor(language: Language, index: SampleCall['index']) {
    this.#language = language;
    this.#index = index;
  }

  write(name: string, kind: ReferenceKind, value: CallValue): string {
    const language = this.#language;
    const constant = constantOf(kind, value, this.#index);
    if (constant !== null) return language.constant(constant.type, constant.name);
    if (value instanceof File) return language.file(value.name);
    if (kind.kind === 'file') return language.file('FILE');
    if (Array.isArray(value)) {
      const items = kind.kind === 'array' ? kind.items : '';
      return language.list(
        value.map((item) =>
          this.write(name.replace(/s$/, ''), { kind: 'object', type: items }, item),
        ),
      );
    }
    if (isCallObject(value)) {
      return this.#object(name, kind.kind === 'object' ? kind.type : '', value);
    }
    if (typeof value === 'string') return language.text(value);
    if (typeof value === 'boolean') return language.boolean(value);
    return value === null || value === undefined ? language.nothing : String(value);
  }

  #object(name: string, declared: string, value: CallObject): string {
    const { objectType = declared, ...rest } = value;
    const type = String(objectType);
    const variable = this.#freeVariable(this.#language.variable(name));
    this.lines.push(this.#language.create(variable, type));
    for (const [property, each] of Object.entries(rest)) {
      if (each === undefined) continue;
      const kind = kindOfProperty(type, property, this.#index);
      const written = this.write(property, kind, each);
      this.lines.push(this.#language.assign(variable, property, written));
    }
    return variable;
  }

  #freeVariable(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}${count}`;
    this.#taken.add(name);
    return name;
  }
}
