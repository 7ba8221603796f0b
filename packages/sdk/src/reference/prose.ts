import { html, type TemplateResult } from 'lit';

/** A sentence of the description, in which words between backquotes are code. */
export function prose(sentence: string): TemplateResult {
  const pieces = sentence.split('`');
  // An odd backquote is one that somebody means as it is.
  if (pieces.length % 2 === 0) return html`${sentence}`;
  return html`${pieces.map((piece, place) => (place % 2 === 0 ? piece : html`<code>${piece}</code>`))}`;
}
