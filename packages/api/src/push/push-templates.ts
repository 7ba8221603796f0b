/** What pages can be told, by the names that players ask for. */
export type PushTemplate = {
  readonly id: number;
  readonly systemName: string;
  readonly description: string;
  /** The type of what is pushed. */
  readonly apiObjectType: string;
  readonly parameters: readonly ('entryId' | 'userId')[];
  /**
   * everybody: who sees the entry; one: whose questions they are, and those who read all; staff: only those who read
   * everything of the entry.
   */
  readonly readers: 'everybody' | 'one' | 'staff';
};

/** Of every account. Below the ids that are drawn. */
export const PUSH_TEMPLATES: readonly PushTemplate[] = [
  template(1101, 'PUBLIC_QNA_NOTIFICATIONS', 'KalturaAnnotation', {
    description: 'Announcements, and answers on air',
  }),
  template(1102, 'USER_QNA_NOTIFICATIONS', 'KalturaAnnotation', {
    description: 'Somebody’s questions, and the answers to them',
    parameters: ['entryId', 'userId'],
    readers: 'one',
  }),
  template(1103, 'CODE_QNA_NOTIFICATIONS', 'KalturaCodeCuePoint', {
    description: 'Whether questions may be asked',
  }),
  template(1104, 'POLLS_PUSH_NOTIFICATIONS', 'KalturaCodeCuePoint', {
    description: 'Polls, their states and results',
  }),
  template(1105, 'THUMB_CUE_POINT_READY_NOTIFICATION', 'KalturaThumbCuePoint', {
    description: 'Slides that are ready to be shown',
  }),
  template(1106, 'SLIDE_VIEW_CHANGE_CODE_CUE_POINT', 'KalturaCodeCuePoint', {
    description: 'How slides and picture are shown',
  }),
  template(1107, 'Push_New_Cue_Point_Created', 'KalturaCuePoint', {
    description: 'Every cue point',
    readers: 'staff',
  }),
  template(1108, 'Push_isLive_Changed', 'KalturaLiveStreamEntry', {
    description: 'Whether a webcast is live',
  }),
  template(1109, 'EXPLICIT_LIVE_PUSH_NOTIFICATIONS', 'KalturaLiveStreamEntry', {
    description: 'That a webcast goes live, or back to preview',
  }),
];

function template(
  id: number,
  systemName: string,
  apiObjectType: string,
  rest: Pick<PushTemplate, 'description'> & Partial<Pick<PushTemplate, 'parameters' | 'readers'>>,
): PushTemplate {
  return { id, systemName, apiObjectType, parameters: ['entryId'], readers: 'everybody', ...rest };
}
