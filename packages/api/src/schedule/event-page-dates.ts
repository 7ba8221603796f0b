import { withXml, XmlProblem } from '../metadata/parse-xml.ts';

/** What an event page's record says about its time: Unix seconds. */
export type EventPageDates = { readonly startS: number; readonly endS: number | null };

/** Null where it names no start. An end before the start is none. */
export function eventPageDates(xml: string): EventPageDates | null {
  const startS = secondsIn(xml, 'StartTime');
  const endS = secondsIn(xml, 'EndTime');
  if (startS === null) return null;
  return { startS, endS: endS !== null && endS >= startS ? endS : null };
}

function secondsIn(xml: string, name: string): number | null {
  try {
    const text = withXml(xml, (root) => {
      const [node] = root.find(`/*/*[local-name()='${name}']`);
      return node?.content ?? '';
    });
    const seconds = Number(text.trim());
    return text.trim() !== '' && Number.isSafeInteger(seconds) && seconds > 0 ? seconds : null;
  } catch (error) {
    if (error instanceof XmlProblem) return null;
    throw error;
  }
}
