import type { S3Options } from '@rostrum/media/store';
import { readSettings, readSettingsFile, SettingsError } from '@rostrum/settings';
import { type Log, openLog } from './log.ts';
import { endLeftovers, findEarlierRun } from './supervisor/run-file.ts';
import { openSecrets } from './supervisor/secrets.ts';
import { Supervisor } from './supervisor/supervisor.ts';

/** How long a start waits for the media store. */
const STORE_TIMEOUT_MS = 3000;

/** The server's own process: reads the settings, starts the others, and stops them at SIGTERM or Ctrl-C. */
async function main(): Promise<void> {
  const log = openLog('supervisor');
  const { settings, warnings } = readSettings(process.env, readSettingsFile('rostrum.yml'));
  for (const warning of warnings) log.warn({}, warning);
  const secrets = openSecrets(settings);

  const earlier = findEarlierRun(settings.dataDir);
  const running = earlier.find(({ name }) => name === 'supervisor');
  if (running !== undefined) {
    throw new SettingsError(
      `Rostrum already runs on ${settings.dataDir} (process ${running.pid}). Stop it first (kill ${running.pid}), or set ROSTRUM_DATA_DIR and the ports for a second one.`,
    );
  }
  if (earlier.length > 0) {
    log.warn({ pids: earlier.map(({ pid }) => pid) }, 'processes of an earlier run are ended');
    await endLeftovers(earlier);
  }

  if (settings.mediaStore !== null) await checkMediaStore(settings.mediaStore, log);

  const supervisor = new Supervisor({
    settings,
    secrets,
    env: process.env,
    log,
    print: (text) => process.stdout.write(`\n${text}\n`),
  });
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await supervisor.stop();
    process.exit(exitCode);
  };
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
  void supervisor.failure.then((message) => {
    process.stderr.write(`Rostrum can't start: ${message}\n`);
    return stop(1);
  });
  supervisor.start();
}

/** A store that refuses is a mistake in the settings; one that is away must not keep a show from being shown. */
async function checkMediaStore(options: S3Options, log: Log): Promise<void> {
  const { checkS3Store } = await import('@rostrum/media/store');
  const check = await checkS3Store(options, STORE_TIMEOUT_MS);
  if (check.kind === 'refused') throw new SettingsError(check.message);
  if (check.kind === 'usable') return;
  log.warn({}, `${check.message} Recordings stay in the data folder until it is there.`);
}

main().catch((error: unknown) => {
  const text =
    error instanceof SettingsError
      ? error.message
      : error instanceof Error
        ? error.stack
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
