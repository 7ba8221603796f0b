import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type Log = Logger;

/** Lines of JSON on standard error; words and colours where a person is reading it. Secrets are never passed in. */
export function openLog(processName: string): Log {
  const options = {
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  };
  if (!process.stderr.isTTY) return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino(
    options,
    pretty({
      destination: 2,
      sync: true,
      colorize: true,
      translateTime: 'SYS:HH:MM:ss',
      ignore: 'pid,hostname,process',
      messageFormat: '{process}: {msg}',
    }),
  );
}
