import type { Api } from '@rostrum/api';
import type { RoomSource } from '@rostrum/audience';
import type { HealthHistory } from './health-history.ts';
import type { Links } from './links.ts';

/** The live room's questions, answered by the API, and what the media process tells for producers. */
export function roomSourceOf(api: Api, links: Links, health: HealthHistory): RoomSource {
  return {
    async admit(session, webcastId) {
      const answer = await api.joinRoom(session, webcastId);
      if (!answer.isAdmitted) return { refused: answer.code, message: answer.message };
      const { role, mayPreview, sessionEndsAtMs } = answer;
      return { role, mayPreview, endsAtMs: sessionEndsAtMs };
    },
    async view(webcastId, mayPreview, host) {
      const stage = await api.stageFor(webcastId, mayPreview, links.mediaUrl(host));
      // After the stage, for which a stream from elsewhere is looked at.
      const webcast = await api.webcastCard(webcastId);
      return webcast === null || stage === null ? null : { webcast, stage };
    },
    attend: (webcastId, host) => api.attend(webcastId, links.publicUrl(host)),
    onChange: (listener) => api.onWebcastChanged(listener),
    recentHealth: (webcastId) => health.recent(webcastId),
    onHealth: (listener) => health.subscribe(listener),
  };
}
