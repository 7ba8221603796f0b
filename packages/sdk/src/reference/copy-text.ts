/** Copies a text; where the page has no clipboard (plain HTTP on another machine), by a selection. */
export async function copyText(text: string, fallbackParent: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, fallbackParent);
  }
}

function copyBySelection(text: string, parent: HTMLElement): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  parent.append(area);
  area.select();
  const hasCopied = document.execCommand('copy');
  area.remove();
  return hasCopied;
}
