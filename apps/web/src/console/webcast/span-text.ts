/** `00:04:12`: how long something lasts already. Every figure has its place, so that nothing moves. */
export function spanText(ms: number): string {
  const wholeS = Math.max(0, Math.floor(ms / 1_000));
  const parts = [Math.floor(wholeS / 3_600), Math.floor(wholeS / 60) % 60, wholeS % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** `4:12`: a length, in words for a list; hours only where there are some. */
export function lengthText(ms: number): string {
  const [hours = '', minutes = '', seconds = ''] = spanText(ms).split(':');
  return Number(hours) > 0
    ? `${Number(hours)}:${minutes}:${seconds}`
    : `${Number(minutes)}:${seconds}`;
}
