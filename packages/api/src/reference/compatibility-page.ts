import type {
  ActionCompatibility,
  CompatibilityStatus,
  ServiceCompatibility,
} from '@rostrum/contracts';

/** docs/compatibility.md: the table for people, made from the one that the tests hold to the catalogue. */
export function compatibilityPage(services: readonly ServiceCompatibility[]): string {
  return [HEAD, countsOf(services), ...services.map(sectionOf)].join('\n');
}

const HEAD = `# Compatibility with Kaltura’s API

What becomes of each action of Kaltura’s API v3 that has to do with webcasting. \`npm run docs\` writes this page from the server’s catalogue; a test fails where the two differ, so an action that is said to work is there. The reference page of a running server (\`/reference\`) shows the same table beside every parameter.

Actions that are not offered, and those that come later, answer \`ACTION_DOES_NOT_EXISTS\` or \`SERVICE_DOES_NOT_EXISTS\`.
`;

const WORDS: Readonly<Record<CompatibilityStatus, string>> = {
  works: 'works',
  'works-differently': 'works, with a difference',
  later: 'later',
  'not-offered': 'not offered',
  own: 'Rostrum’s own',
};

function countsOf(services: readonly ServiceCompatibility[]): string {
  const all = services.flatMap(({ actions }) => actions);
  const rows = (Object.keys(WORDS) as CompatibilityStatus[])
    .map((status) => ({
      word: WORDS[status],
      count: all.filter((action) => action.status === status).length,
    }))
    .filter(({ count }) => count > 0);
  return table(
    ['', 'actions'],
    rows.map(({ word, count }) => [word, String(count)]),
  );
}

function sectionOf({ service, wireName, actions }: ServiceCompatibility): string {
  return `## ${service}\n\nSent as \`${wireName}\`.\n\n${table(['', 'actions', ''], rowsOf(actions))}`;
}

/** Actions of which the same is to be said share a row. */
function rowsOf(actions: readonly ActionCompatibility[]): string[][] {
  const rows = new Map<string, string[]>();
  for (const { action, status, note } of actions) {
    const row = rows.get(`${status} ${note}`);
    if (row === undefined) rows.set(`${status} ${note}`, [WORDS[status], `\`${action}\``, note]);
    else row[1] += `, \`${action}\``;
  }
  return [...rows.values()];
}

/** With its columns in line, as the repository's formatter and people's eyes want them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...lines.map((line) => (line[column] ?? '').length)),
  );
  const write = (line: readonly string[]) =>
    `| ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return `${[write(first), rule, ...rest.map(write)].join('\n')}\n`;
}
