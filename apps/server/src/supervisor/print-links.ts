import type { Settings } from '@rostrum/settings';
import type { Ports, SampleWebcast } from '../link/process-messages.ts';

/** The address of the pages as somebody at this machine types it. */
export function localPublicUrl(settings: Settings, ports: Ports): string {
  const scheme = settings.tls === null ? 'http' : 'https';
  return settings.publicUrl ?? `${scheme}://localhost:${ports.http}`;
}

export function rtmpServerUrl(host: string, rtmpPort: number, streamToken: string): string {
  return `rtmp://${host}:${rtmpPort}/kLive?t=${streamToken}`;
}

/** What a newcomer needs next, in the order of need. */
export function describeLinks(
  settings: Settings,
  ports: Ports,
  {
    sample,
    consoleSession,
    readyAfterMs,
  }: {
    readonly sample: SampleWebcast | null;
    /** Null where the control process has made none. */
    readonly consoleSession: string | null;
    readonly readyAfterMs: number;
  },
): string {
  const publicUrl = localPublicUrl(settings, ports);
  const lines = [`Rostrum is ready (${(readyAfterMs / 1000).toFixed(1)} s).`, ''];
  if (consoleSession !== null) {
    lines.push(
      `  Sign in to the console     ${publicUrl}/console#ks=${encodeURIComponent(consoleSession)}`,
      '                             (holds for a day; who has it may do everything)',
      '',
    );
  }
  if (sample !== null) {
    const host = new URL(publicUrl).hostname;
    lines.push(
      `  Watch the sample webcast   ${publicUrl}/watch/${sample.webcastId}`,
      `  Stream into it (OBS)       server  ${rtmpServerUrl(host, ports.rtmp, sample.streamToken)}`,
      `                             key     ${sample.streamName}`,
      '',
      '  No encoder at hand? In a second terminal: npm run demo',
    );
  }
  lines.push(
    `  API                        ${publicUrl}/api_v3 (partner ${settings.partnerId}; secrets in ${settings.dataDir}/secrets.json)`,
    '  Stop                       Ctrl-C',
    '',
  );
  return lines.join('\n');
}
