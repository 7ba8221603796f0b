import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  ChannelStatus,
  ControlToMedia,
  MediaToControl,
  StoreHealth,
} from '@rostrum/contracts';
import { openMediaNode } from '@rostrum/media';
import type { CloseProcess, SupervisorLink } from '../link/supervisor-link.ts';
import { listenHost } from '../listen-host.ts';
import { openLog } from '../log.ts';
import { ControlLink } from './control-link.ts';

/** The media process: ingest and delivery. It keeps the show on while the control process is away. */
export async function openMedia(
  link: SupervisorLink<MediaToControl, ControlToMedia>,
): Promise<CloseProcess> {
  const { settings, secrets } = link.setup;
  const control = new ControlLink(link);
  const { tls } = settings;
  const log = openLog('media');
  let storeHealth: StoreHealth | null = null;
  const node = await openMediaNode({
    host: listenHost(),
    rtmpPort: link.ports.rtmp ?? settings.rtmpPort,
    rtmpsPort: link.ports.rtmps ?? settings.rtmpsPort,
    httpPort: link.ports.media ?? settings.mediaPort,
    ...(tls === null
      ? {}
      : { tls: { cert: readFileSync(tls.certPath), key: readFileSync(tls.keyPath) } }),
    directory: path.join(settings.dataDir, 'media'),
    ...(settings.mediaStore === null ? {} : { mediaStore: settings.mediaStore }),
    playbackSecret: Buffer.from(secrets.playbackSecret, 'base64'),
    reconnectWindowMs: settings.reconnectWindowMs,
    log,
    authorizePublish: (request, signal) => control.authorizePublish(request, signal),
    onChannelStatus: (status) => link.send({ type: 'channel-status', status }),
    onChannelHealth: (health) => link.send({ type: 'channel-health', health }),
    onStoreHealth: (health) => {
      storeHealth = health;
      link.send({ type: 'store-health', health });
    },
  });
  // Also of a channel that is idle: the control process may still believe in a show that a crash has ended.
  const tellStatus = (webcastId: string) => {
    const known = node.statuses().find((status) => status.webcastId === webcastId);
    link.send({ type: 'channel-status', status: known ?? idleStatus(webcastId, Date.now()) });
  };
  const removeTake = async (webcastId: string, generation: string) => {
    const isRemoved = await node.removeTake(webcastId, generation);
    if (isRemoved) link.send({ type: 'take-removed', webcastId, generation });
  };
  const measureTake = async ({ requestId, webcastId, generation, trims }: MeasureTake) => {
    try {
      const stretches = await node.measureTake(webcastId, generation, trims);
      link.send({ type: 'take-measured', requestId, stretches });
    } catch (error) {
      log.error({ error, webcastId, generation }, 'a recording could not be measured');
    }
  };
  const listTakes = async (requestId: number, after: string | null) => {
    try {
      link.send({ type: 'takes-listed', requestId, takes: await node.listTakes(after) });
    } catch (error) {
      log.error({ error }, 'the archive could not be listed');
    }
  };
  link.onMessage((message) => {
    switch (message.type) {
      case 'publish-decision':
        return control.decide(message.requestId, message.decision);
      case 'channel-settings':
        node.applySettings(message.settings);
        return tellStatus(message.settings.webcastId);
      case 'channel-removed':
        return node.removeChannel(message.webcastId);
      case 'remove-take':
        return void removeTake(message.webcastId, message.generation);
      case 'measure-take':
        return void measureTake(message);
      case 'list-takes':
        return void listTakes(message.requestId, message.after);
    }
  });
  link.onPeerReady(() => {
    for (const status of node.statuses()) link.send({ type: 'channel-status', status });
    if (storeHealth !== null) link.send({ type: 'store-health', health: storeHealth });
    control.repeatQuestions();
  });
  link.ready({ media: node.httpPort, rtmp: node.rtmpPort, rtmps: node.rtmpsPort });
  return (why) => (why === 'orphaned' ? node.suspend() : node.close());
}

type MeasureTake = Extract<ControlToMedia, { type: 'measure-take' }>;

function idleStatus(webcastId: string, sinceMs: number): ChannelStatus {
  return {
    webcastId,
    state: 'idle',
    sinceMs,
    onAirSinceMs: null,
    generation: null,
    isPlayable: false,
    hasVideo: false,
    encoders: [],
    waitsUntilMs: null,
    takes: [],
  };
}
