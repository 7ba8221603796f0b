/** What a package says of itself in the repository, where others use its sources. */
export type Manifest = {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
};

/** Only here: what is private may not be published, and scripts are for the repository. */
const LEFT_OUT = ['private', 'scripts', 'devDependencies'] as const;

/** What it says where it is published: its exports are what was compiled, and nothing private is left to depend on. */
export function publishedManifest(manifest: Manifest): object {
  const kept = Object.entries(manifest).filter(([name]) => !LEFT_OUT.some((each) => each === name));
  const dependencies = Object.entries(manifest.dependencies ?? {}).filter(
    ([name]) => name !== '@rostrum/contracts',
  );
  const exports = Object.entries(manifest.exports).map(([name, source]) => [
    name,
    { types: source.replace(/\.ts$/, '.d.ts'), default: source.replace(/\.ts$/, '.js') },
  ]);
  const main = manifest.exports['.'];
  return {
    ...Object.fromEntries(kept),
    ...(main === undefined ? {} : { types: main.replace(/\.ts$/, '.d.ts') }),
    exports: { ...Object.fromEntries(exports), './package.json': './package.json' },
    dependencies: Object.fromEntries(dependencies),
    files: ['src', 'contracts'],
  };
}
