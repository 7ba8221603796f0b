/**
 * The schemas of the records that webcasting integrations write. Their readers build forms from them, and rely on this
 * shape: containers inline, the leaves' types named at the end, and every leaf may be empty.
 */
type Leaf = {
  readonly name: string;
  readonly type: 'textType' | 'dateType';
  readonly label: string;
  readonly minOccurs?: 0 | 1;
  readonly isRepeated?: true;
  /** The only values that it takes. */
  readonly values?: readonly string[];
};

type Container = {
  readonly name: string;
  readonly label: string;
  readonly leaves: readonly Leaf[];
};

const text = (name: string, label = name): Leaf => ({ name, type: 'textType', label });

/** Whether an entry is a webcast, and which document its slides are. */
export const WEBCAST_SCHEMA = schemaOf('webcast', [
  text('SlidesDocEntryId', 'Slides document'),
  text('IsKwebcastEntry', 'Is a webcast'),
  text('IsSelfServe', 'Is self-served'),
]);

/** When an event is, and who presents it. */
export const EVENT_SCHEMA = schemaOf('event', [
  { name: 'StartTime', type: 'dateType', label: 'Start' },
  { name: 'EndTime', type: 'dateType', label: 'End' },
  text('Timezone', 'Time zone'),
  {
    name: 'Presenter',
    label: 'Presenter',
    leaves: [
      text('PresenterId', 'User'),
      text('PresenterName', 'Name'),
      text('PresenterTitle', 'Title'),
      text('PresenterBio', 'Biography'),
      text('PresenterLink', 'Link'),
      text('PresenterImage', 'Picture'),
    ],
  },
]);

/** What a question or an answer is, and how far it has come. */
export const QUESTION_SCHEMA = schemaOf('question', [
  { ...text('Assignees', 'Assigned to'), isRepeated: true },
  {
    ...text('State'),
    values: ['Pending', 'Assigned', 'Answered', 'FollowUp', 'Done', 'Cleared', 'Deleted'],
  },
  text('ThreadId', 'Thread'),
  {
    ...text('Type'),
    minOccurs: 1,
    values: ['Question', 'Answer', 'Announcement', 'AnswerOnAir'],
  },
  text('ThreadCreatorId', 'Who began the thread'),
]);

/** What a viewer has voted for. */
export const VOTE_SCHEMA = schemaOf('vote', [
  { ...text('Answer', 'Answers'), minOccurs: 1, isRepeated: true },
  { ...text('UserId', 'Voter'), minOccurs: 1 },
]);

function schemaOf(prefix: string, fields: readonly (Leaf | Container)[]): string {
  const body = fields
    .map((field) => ('leaves' in field ? containerXsd(prefix, field) : leafXsd(prefix, field)))
    .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" version="1.0">',
    `<xsd:element name="metadata"><xsd:complexType><xsd:sequence>${body}</xsd:sequence></xsd:complexType></xsd:element>`,
    '<xsd:complexType name="textType"><xsd:simpleContent><xsd:extension base="xsd:string"/></xsd:simpleContent></xsd:complexType>',
    // Forms send what was left empty as an empty element.
    '<xsd:simpleType name="secondsOrNothing"><xsd:union memberTypes="xsd:long"><xsd:simpleType><xsd:restriction base="xsd:string"><xsd:length value="0"/></xsd:restriction></xsd:simpleType></xsd:union></xsd:simpleType>',
    '<xsd:complexType name="dateType"><xsd:simpleContent><xsd:extension base="secondsOrNothing"/></xsd:simpleContent></xsd:complexType>',
    '<xsd:complexType name="objectType"><xsd:simpleContent><xsd:extension base="xsd:string"/></xsd:simpleContent></xsd:complexType>',
    '<xsd:simpleType name="listType"><xsd:restriction base="xsd:string"/></xsd:simpleType>',
    '</xsd:schema>',
  ].join('\n');
}

function containerXsd(prefix: string, { name, label, leaves }: Container): string {
  const inner = leaves.map((leaf) => leafXsd(prefix, leaf)).join('');
  return (
    `<xsd:element id="md_${prefix}_${name}" name="${name}" minOccurs="0" maxOccurs="unbounded">` +
    `${annotation(name, label, false)}<xsd:complexType><xsd:sequence>${inner}</xsd:sequence></xsd:complexType></xsd:element>`
  );
}

function leafXsd(
  prefix: string,
  { name, type, label, minOccurs, isRepeated, values }: Leaf,
): string {
  const occurs = `minOccurs="${minOccurs ?? 0}" maxOccurs="${isRepeated ? 'unbounded' : 1}"`;
  const open = `<xsd:element id="md_${prefix}_${name}" name="${name}" ${occurs}`;
  const about = annotation(name, label, true);
  if (values === undefined) return `${open} type="${type}">${about}</xsd:element>`;
  const list = values.map((value) => `<xsd:enumeration value="${value}"/>`).join('');
  return `${open}>${about}<xsd:simpleType><xsd:restriction base="listType">${list}</xsd:restriction></xsd:simpleType></xsd:element>`;
}

function annotation(key: string, label: string, isSearchable: boolean): string {
  return `<xsd:annotation><xsd:appinfo><label>${label}</label><key>${key}</key><searchable>${isSearchable}</searchable><timeControl>false</timeControl><description></description></xsd:appinfo></xsd:annotation>`;
}
