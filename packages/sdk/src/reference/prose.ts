import { html, type TemplateResult } from 'lit';

/** A name that may be broken between its words: `conversionProfileAssetParams`, `ENTRY_ID_NOT_FOUND`. */
export function breakable(name: string): TemplateResult {
  return html`${name
    .split(/(?<=[a-z\d])(?=[A-Z])|(?<=[_.])/)
    .map((word, place) => (place === 0 ? word : html`<wbr />${word}`))}`;
}

/** A sentence of the description, in which words between backquotes are code. */
export function prose(sentence: string): TemplateResult {
  const pieces = sentence.split('`');
  // An odd backquote is one that somebody means as it is.
  if (pieces.length % 2 === 0) return html`${sentence}`;
  return html`${pieces.map((piece, place) => (place % 2 === 0 ? piece : html`<code>${piece}</code>`))}`;
}
