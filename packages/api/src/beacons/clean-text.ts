/** Text of strangers, so that every database and every format can carry it. @param maxLength in UTF-16 units */
export function cleanText(text: string, maxLength: number): string {
  const cut = text.length > maxLength ? text.slice(0, maxLength) : text;
  return (CONTROL.test(cut) ? cut.replace(EVERY_CONTROL, '') : cut).toWellFormed();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f\ufffe\uffff]/;
const EVERY_CONTROL = new RegExp(CONTROL, 'g');
