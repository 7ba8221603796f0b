/** A piece of HTML in which everything that came from outside is text. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }
}

/** html`<p>${words}</p>`: values are escaped, other pieces of HTML and lists of them are not. */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return new Html(
    strings.reduce((page, part, index) => `${page}${write(values[index - 1])}${part}`),
  );
}

function write(value: unknown): string {
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
