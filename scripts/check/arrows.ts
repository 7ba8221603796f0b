import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** Which rooms a room may import, as docs/architecture.md draws them. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'packages/contracts': [],
  'packages/media': ['packages/contracts'],
  'packages/api': ['packages/contracts'],
  'packages/audience': ['packages/contracts'],
  'packages/sdk': ['packages/contracts'],
  'packages/settings': ['packages/contracts'],
  'apps/web': ['packages/sdk', 'packages/contracts'],
  'apps/cli': ['packages/sdk', 'packages/settings', 'packages/contracts'],
  // What readers have, and nothing else.
  'examples/portal': ['packages/sdk'],
  'apps/server': [
    'packages/contracts',
    'packages/settings',
    'packages/media',
    'packages/api',
    'packages/audience',
  ],
};

/** Inside a room: stages that may not know the ones after them. */
const STAGES: readonly { readonly from: string; readonly mayNotImport: readonly string[] }[] = [
  {
    from: 'packages/media/src/codecs',
    mayNotImport: ['ingest', 'package', 'archive', 'origin'].map(
      (stage) => `packages/media/src/${stage}`,
    ),
  },
  {
    from: 'packages/media/src/rtmp',
    mayNotImport: ['ingest', 'relay', 'stream', 'package', 'archive', 'origin'].map(
      (stage) => `packages/media/src/${stage}`,
    ),
  },
  {
    from: 'packages/media/src/ingest',
    mayNotImport: ['package', 'archive', 'origin'].map((stage) => `packages/media/src/${stage}`),
  },
  {
    from: 'packages/media/src/package',
    mayNotImport: ['ingest', 'archive', 'origin'].map((stage) => `packages/media/src/${stage}`),
  },
  { from: 'packages/media/src/stream', mayNotImport: ['packages/media/src/origin'] },
  {
    from: 'packages/media/src/origin',
    mayNotImport: ['packages/media/src/ingest'],
  },
];

/** Words that only programs of their own (and the scripts around the product) may say. */
const ONLY_PROGRAMS = [/\bprocess\.env\b/, /\bprocess\.exit\b/];

const PROGRAMS = ['apps/server', 'apps/cli', 'examples/portal'];

type Import = { readonly specifier: string; readonly target: string | null };

/** Everything that is wrong with the imports of the tree below `root`, a line each; empty when all is well. */
export function findArrowFaults(root: string): string[] {
  const files = Object.keys(ARROWS).flatMap((room) => listSources(path.join(root, room, 'src')));
  const graph = new Map(files.map((file) => [file, importsOf(file, root)]));
  return [
    ...files.flatMap((file) =>
      faultsOfFile(path.relative(root, file), graph.get(file) ?? [], root),
    ),
    ...files.flatMap((file) => forbiddenWords(file, root)),
    ...findCycles(graph).map(
      (cycle) => `cycle: ${cycle.map((file) => path.relative(root, file)).join(' → ')}`,
    ),
  ];
}

function faultsOfFile(file: string, imports: readonly Import[], root: string): string[] {
  const room = roomOf(file);
  const allowed = ARROWS[room] ?? [];
  const faults: string[] = [];
  for (const { specifier, target } of imports) {
    const otherRoom = specifier.startsWith('@rostrum/')
      ? roomOfPackage(specifier)
      : target === null
        ? null
        : roomOf(path.relative(root, target));
    if (otherRoom === null) continue;
    if (otherRoom !== room && !allowed.includes(otherRoom)) {
      faults.push(
        `${file} imports ${specifier}: ${room} may only know ${allowed.join(', ') || 'itself'}`,
      );
    } else if (otherRoom !== room && !specifier.startsWith('@rostrum/')) {
      faults.push(
        `${file} reaches into ${otherRoom} by path: import its package instead (${specifier})`,
      );
    }
    if (target === null || file.endsWith('.test.ts')) continue;
    for (const { from, mayNotImport } of STAGES) {
      const relative = path.relative(root, target);
      const isForbidden = mayNotImport.some((stage) => relative.startsWith(`${stage}/`));
      if (file.startsWith(`${from}/`) && isForbidden) {
        faults.push(`${file} imports ${relative}: a stage does not know the ones after it`);
      }
    }
  }
  return faults;
}

function forbiddenWords(file: string, root: string): string[] {
  const relative = path.relative(root, file);
  if (PROGRAMS.some((room) => relative.startsWith(`${room}/`)) || isTestFile(relative)) return [];
  const text = readFileSync(file, 'utf8');
  return ONLY_PROGRAMS.filter((word) => word.test(text)).map(
    (word) =>
      `${relative} uses ${word.source.replaceAll('\\b', '').replaceAll('\\', '')}: only ${PROGRAMS.join(' and ')} may`,
  );
}

function isTestFile(file: string): boolean {
  return file.endsWith('.test.ts') || file.includes('-for-tests') || file.includes('/testing/');
}

function roomOf(file: string): string {
  return file.split(path.sep).slice(0, 2).join('/');
}

function roomOfPackage(specifier: string): string {
  const name = specifier.split('/')[1] ?? '';
  return name === 'server' || name === 'web' || name === 'cli'
    ? `apps/${name}`
    : `packages/${name}`;
}

function importsOf(file: string, root: string): Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  return [...new Set(specifiers)].map((specifier) => ({
    specifier,
    target: resolve(specifier, file, root),
  }));
}

function resolve(specifier: string, file: string, root: string): string | null {
  if (specifier.startsWith('.')) return path.resolve(path.dirname(file), specifier);
  if (!specifier.startsWith('@rostrum/')) return null;
  return path.join(root, roomOfPackage(specifier), 'src/index.ts');
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) return listSources(child);
    return entry.name.endsWith('.ts') ? [child] : [];
  });
}

/** One cycle for each strongly connected piece that has any, found by a depth-first walk. */
function findCycles(graph: ReadonlyMap<string, readonly Import[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push([...trail.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    for (const { target } of graph.get(file) ?? [])
      if (target !== null) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return cycles;
}
