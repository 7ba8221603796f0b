import { REASONS, type ServicePlans } from './service-plan.ts';

const NO_TRANSFORMATION = 'Records are changed by whoever wrote them, not by style sheets.';

/** Profiles, metadata, documents, pictures and everything else that hangs on an entry. */
export const contentPlans: ServicePlans = {
  conversionProfile: {
    offered: 'add get update delete list setAsDefault getDefault',
    differences: {
      add: 'Renditions besides the source are kept and shown, and not made yet: viewers get the source.',
    },
  },
  conversionProfileAssetParams: { offered: 'list update' },
  flavorParams: { offered: 'add get update delete list getByConversionProfileId' },
  flavorAsset: {
    offered:
      'get getByEntryId list getWebPlayableByEntryId getUrl getDownloadUrl getFlavorAssetsWithParams',
    differences: {
      list: 'The filter has to name entries or renditions by id.',
      getUrl:
        'The address is that of the media server itself, holds for a day, and needs no session.',
    },
    later: 'add update setContent convert reconvert delete getVolumeMap',
    notOffered: [
      { actions: 'getRemotePaths export deleteLocalContent setAsSource', reason: REASONS.storage },
      { actions: 'serveAdStitchCmd', reason: REASONS.ads },
    ],
  },
  uiConf: { offered: 'add get update delete list listTemplates clone getAvailableTypes' },
  widget: {
    offered: 'add get update list clone',
    differences: { add: 'securityType 2, a session bound to a hash of the time, is refused.' },
  },
  accessControlProfile: { offered: 'add get update delete list' },
  responseProfile: {
    offered: 'add get update updateStatus delete list clone',
    notOffered: [
      {
        actions: 'recalculate',
        reason: 'Answers are always made anew: there is nothing to recalculate.',
      },
    ],
  },
  category: {
    offered: 'add get update delete list index move',
    differences: { delete: 'The category is gone at once; it does not stay with status 3.' },
    notOffered: [
      { actions: 'clone', reason: 'It copies categories of one account into another.' },
      { actions: 'unlockCategories', reason: 'Categories are never locked.' },
      { actions: 'addFromBulkUpload', reason: REASONS.bulk },
      { actions: 'exportToCsv', reason: REASONS.mail },
    ],
  },
  categoryEntry: {
    offered: 'add delete list activate reject',
    notOffered: [
      { actions: 'index', reason: 'Lists find what is stored: there is no index besides.' },
      { actions: 'syncPrivacyContext', reason: 'A category’s privacy counts at once.' },
      { actions: 'addFromBulkUpload updateStatusFromBulk', reason: REASONS.bulk },
    ],
  },
  categoryUser: {
    offered: 'add get update delete list activate deactivate copyFromCategory',
    notOffered: [
      { actions: 'index', reason: 'Lists find what is stored: there is no index besides.' },
      { actions: 'addFromBulkUpload', reason: REASONS.bulk },
    ],
  },
  metadata_metadata: {
    offered: 'add addFromFile get update updateFromFile list delete invalidate serve',
    later: 'addFromUrl',
    notOffered: [
      { actions: 'addFromBulk', reason: REASONS.bulk },
      { actions: 'index', reason: 'Lists find what is stored: there is no index besides.' },
      { actions: 'updateFromXSL', reason: NO_TRANSFORMATION },
    ],
  },
  metadata_metadataProfile: {
    offered:
      'add addFromFile get update updateDefinitionFromFile updateViewsFromFile list listFields delete revert serve serveView',
    differences: {
      update:
        'A schema that a stored record does not follow is refused; records are not transformed.',
      delete: 'Its records are gone with it.',
    },
    notOffered: [{ actions: 'updateTransformationFromFile', reason: NO_TRANSFORMATION }],
  },
  document_documents: {
    offered: 'addFromUploadedFile get update delete list upload serve addContent updateContent',
    later: 'addFromEntry convert serveByFlavorParamsId',
    notOffered: [
      { actions: 'approveReplace cancelReplace', reason: 'A file is replaced at once.' },
      { actions: 'addFromFlavorAsset', reason: 'Documents are uploaded, not made from videos.' },
      { actions: 'convertPptToSwf', reason: REASONS.retired },
    ],
    differences: {
      addFromUploadedFile:
        'What the file is, is found out by its bytes: PDF, PPTX, PPT, ODP, SWF and pictures are taken. They are kept and served as they came: turning them into slides comes later.',
      serve: 'Everything but pictures is served to be saved.',
    },
  },
  data: { later: 'add get update delete list serve addContent' },
  uploadToken: {
    offered: 'add get upload delete list',
    differences: {
      add: 'How much may wait is bounded: 4 GiB a file, 8 GiB and 200 files a user, 32 GiB and 2000 files an account.',
      upload: 'At most 1 GiB in one call. What is not used or continued within a day is removed.',
    },
  },
  thumbAsset: {
    offered:
      'add setContent update serveByEntryId serve setAsDefault generate regenerate get getByEntryId list addFromUrl ' +
      'addFromImage delete getUrl',
    notOffered: [
      { actions: 'getRemotePaths export', reason: REASONS.storage },
      {
        actions: 'generateByEntryId',
        reason: 'There are no stored thumb params: `generate` takes them in the call.',
      },
    ],
    differences: {
      setContent:
        'Takes an upload or an address; pictures are written anew as JPEG, full HD at most.',
      list: 'The filter has to name entries or pictures by id.',
      delete: 'It is gone at once; it does not stay with status 3.',
    },
  },
  caption_captionAsset: {
    later:
      'add setContent update serveByEntryId getUrl serve serveAsJson serveWebVTT setAsDefault get list delete',
    notOffered: [{ actions: 'getRemotePaths export', reason: REASONS.storage }],
  },
  attachment_attachmentAsset: {
    later: 'add setContent update getUrl serve get list delete',
    notOffered: [{ actions: 'getRemotePaths', reason: REASONS.storage }],
  },
  playlist: {
    later:
      'add get update delete clone list execute executeFromContent executeFromFilters getStatsFromContent',
  },
};
