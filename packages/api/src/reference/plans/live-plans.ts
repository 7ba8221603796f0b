import { REASONS, type ServicePlans } from './service-plan.ts';

const HIDDEN = 'With rootEntryIdEqual, hidden entries are found too.';

const CLIPS =
  'Takes parts of recordings, which play at once: nothing is copied. Uploads come later.';
const TRIMS =
  'Trims a recording at whole segments, at once and without a replacement to approve; rostrum_recording.untrim brings back what was cut.';
const PLAYBACK =
  'HLS only; flavorAssets names what is delivered, the encoder’s picture as it comes.';

const PICTURE =
  'On air the thumbnail shows what is on air; afterwards the newer of the picture that was set and a frame of the show.';

/** Sessions, entries and what belongs to a live stream. */
export const livePlans: ServicePlans = {
  session: {
    offered: 'start end impersonate impersonateByKs get startWidgetSession',
    differences: {
      start:
        'After several wrong secrets from one address it answers TOO_MANY_ATTEMPTS for a while.',
      impersonate:
        'The account that the installation is configured with may impersonate every account, any other only itself.',
      end: 'A widget’s session stays: anybody may start one, and it may do nothing that needs no session.',
    },
  },
  appToken: { offered: 'add get update delete list startSession' },
  liveStream: {
    offered:
      'add get update delete list isLive getDetails regenerateStreamToken authenticate archive ' +
      'getLiveStreamStats updateOfflineThumbnailJpeg updateOfflineThumbnailFromUrl ' +
      'addLiveStreamPushPublishConfiguration removeLiveStreamPushPublishConfiguration',
    later: 'createPeriodicSyncPoints',
    notOffered: [
      {
        actions:
          'registerMediaServer unregisterMediaServer validateRegisteredMediaServers ' +
          'createRecordedEntry appendRecording setRecordedContent',
        reason: REASONS.mediaServer,
      },
      { actions: 'allocateConferenceRoom registerConf finishConf', reason: REASONS.meetings },
    ],
    differences: {
      add:
        'Source types other than 32 and 30 are refused, and so is a dvrWindow above 1440 minutes; encoder addresses are ' +
        'always computed, and only for protocols that work.',
      list: HIDDEN,
      isLive:
        'restrictexplicitliveview with an entry’s id, or without a value, lets that session see the preview; ' +
        'restrictexplicitliveview:* takes the preview away.',
    },
  },
  baseEntry: {
    offered:
      'add addContent get update updateContent delete list getByIds listByReferenceId count clone recycle restoreRecycled ' +
      'flag reject approve listFlags anonymousRank index bulkDelete exportToCsv getContextData getPlaybackContext ' +
      'updateThumbnailJpeg updateThumbnailFromUrl updateThumbnailFromSourceEntry addFromUploadedFile upload',
    notOffered: [
      { actions: 'getRemotePaths export', reason: REASONS.storage },
      {
        actions: 'servePlaybackKey',
        reason: 'Playback is protected by signed addresses, not by keys.',
      },
    ],
    differences: {
      addContent: CLIPS,
      updateContent: TRIMS,
      add: 'Makes live streams, media entries and documents; other types are refused.',
      addFromUploadedFile:
        'Takes pictures and documents; videos and sounds are refused: there is nothing that would play their files.',
      list: HIDDEN,
      count: HIDDEN,
      getPlaybackContext: PLAYBACK,
      getContextData: PLAYBACK,
      updateThumbnailJpeg: PICTURE,
      updateThumbnailFromUrl: PICTURE,
      updateThumbnailFromSourceEntry: PICTURE,
    },
  },
  media: {
    offered:
      'add addContent get update updateContent delete list count flag reject approve listFlags anonymousRank ' +
      'addFromUploadedFile upload exportToCsv updateThumbnail updateThumbnailJpeg updateThumbnailFromUrl updateThumbnailFromSourceEntry',
    later:
      'addFromUrl addFromEntry addFromFlavorAsset convert ' +
      'requestConversion approveReplace cancelReplace getMrss getVolumeMap',
    notOffered: [
      { actions: 'addFromBulk bulkUploadAdd', reason: REASONS.bulk },
      { actions: 'addFromSearchResult', reason: REASONS.searchProviders },
      { actions: 'addFromRecordedWebcam', reason: REASONS.retired },
    ],
    differences: {
      addFromUploadedFile:
        'Takes pictures; videos and sounds are refused: there is nothing that would play their files. The picture is kept as JPEG, full HD at most.',
      addContent: CLIPS,
      updateContent: TRIMS,
      list: HIDDEN,
      count: HIDDEN,
      updateThumbnail: PICTURE,
      updateThumbnailJpeg: PICTURE,
      updateThumbnailFromUrl: PICTURE,
      updateThumbnailFromSourceEntry: PICTURE,
    },
  },
  entryServerNode: {
    offered: 'get list validateRegisteredEntryServerNode',
    notOffered: [{ actions: 'update updateStatus', reason: REASONS.mediaServer }],
    differences: {
      list: 'Answers the encoders that are connected now; one that has gone is not in it.',
      get: 'An encoder that is not connected is INVALID_OBJECT_ID.',
      validateRegisteredEntryServerNode: 'An encoder that is not connected is INVALID_OBJECT_ID.',
    },
  },
  serverNode: {
    offered: 'get list',
    notOffered: [
      {
        actions: 'add update delete disable enable reportStatus markOffline getFullPath',
        reason: REASONS.mediaServer,
      },
    ],
    differences: { list: 'Answers one server: this installation’s media process.' },
  },
  schedule_scheduleEvent: {
    offered: 'add get update delete cancel list getConflicts',
    notOffered: [
      { actions: 'addFromBulkUpload', reason: REASONS.bulk },
      {
        actions: 'updateLiveFeature',
        reason: 'No captioning services are called for live streams.',
      },
    ],
    differences: {
      add:
        'Events repeat by days or longer, at most two years ahead and 1000 times; sourceEntryId is kept, and not played ' +
        'as if it were live. A live stream’s startDate and endDate follow its next show.',
      update: 'templateEntryId stays as it is.',
      delete: 'An occurrence is cancelled, not deleted.',
      list: 'Lists of ids and of names of resources are searched for whole items.',
      getConflicts: 'Tells of what the session may see.',
    },
  },
  schedule_scheduleResource: {
    offered: 'add get update delete list',
    notOffered: [{ actions: 'addFromBulkUpload', reason: REASONS.bulk }],
    differences: { get: 'streamUrl is answered to admin sessions only.' },
  },
  schedule_scheduleEventResource: {
    offered: 'add get update delete list',
  },
  system: {
    offered: 'ping getTime getVersion',
    later: 'pingDatabase getHealthCheck',
    differences: {
      getVersion: 'Answers the API version that Rostrum is compatible with, not Rostrum’s own.',
    },
  },
};
