import { withXml } from '../metadata/parse-xml.ts';
import type { QuestionFacts } from './audience.ts';

/** The types that decide who reads an annotation, the most private first. */
const TYPES = ['Question', 'Answer', 'Announcement', 'AnswerOnAir'];

/**
 * What records about an annotation say of it, whatever profile they follow: where they disagree, the most private one
 * counts. Null where none says anything.
 *
 * @param records their XML, which has been checked
 */
export function questionFactsOf(records: readonly string[]): QuestionFacts | null {
  const facts = records.map(readFacts).filter(({ type }) => TYPES.includes(type));
  return facts.toSorted((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type))[0] ?? null;
}

function readFacts(xml: string): QuestionFacts {
  return withXml(xml, (root) => ({
    type: root.get('Type')?.content.trim() ?? '',
    threadCreatorId: root.get('ThreadCreatorId')?.content.trim() ?? '',
  }));
}
