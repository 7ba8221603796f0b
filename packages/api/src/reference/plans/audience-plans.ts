import { REASONS, type ServicePlans } from './service-plan.ts';

/** Cue points, questions, polls, pushes, analytics. */
export const audiencePlans: ServicePlans = {
  cuePoint_cuePoint: {
    offered: 'add get list count update delete updateStatus updateCuePointsTimes clone',
    notOffered: [{ actions: 'addFromBulk serveBulk', reason: REASONS.bulk }],
    differences: {
      add: 'Viewers add annotations only. There are no quizzes. A question is private from its first moment on, whatever isPublic says.',
      list: 'Private questions are listed to those who asked and those who run the entry only.',
    },
  },
  annotation_annotation: {
    offered: 'add get list count update delete updateStatus updateCuePointsTimes clone',
    notOffered: [{ actions: 'addFromBulk serveBulk', reason: REASONS.bulk }],
    differences: {
      add: 'Viewers add annotations only. There are no quizzes. A question is private from its first moment on, whatever isPublic says.',
      list: 'Private questions are listed to those who asked and those who run the entry only.',
    },
  },
  liveCuePoint: { later: 'createPeriodicSyncPoints' },
  poll_poll: { later: 'add vote getVote getVotes resetVotes' },
  eventNotification_eventNotificationTemplate: {
    offered: 'register list listTemplates get',
    later: 'sendCommand',
    notOffered: [
      {
        actions: 'add clone update updateStatus delete listByPartner dispatch',
        reason:
          'The templates that webcasting needs are built in; signed webhooks take the place of others.',
      },
    ],
    differences: {
      register:
        'A viewer gets the key to their own questions only. What is pushed comes with the push socket, which is not here yet.',
    },
  },
  pushNotificationTemplate: { offered: 'register', later: 'sendCommand' },
  notification: {
    notOffered: [{ actions: 'getClientNotification', reason: REASONS.retired }],
  },
  report: {
    later:
      'getTable getTotal getGraphs getBaseTotal getUrlForReportAsCsv getCsv getCsvFromStringParams serve',
    notOffered: [
      { actions: 'execute', reason: REASONS.backOffice },
      { actions: 'exportToCsv', reason: REASONS.mail },
    ],
  },
  liveReports: {
    later: 'getReport getEvents serveReport',
    notOffered: [{ actions: 'exportToCsv', reason: REASONS.mail }],
  },
  analytics: {
    offered: 'trackEvent',
    notOffered: [{ actions: 'query', reason: REASONS.backOffice }],
  },
  liveStats: { offered: 'collect' },
  stats: {
    offered: 'collect',
    differences: { collect: 'What advertisements and editors tell is answered, and not kept.' },
    notOffered: [
      {
        actions: 'kmcCollect reportKceError reportError reportDeviceCapabilities',
        reason: REASONS.backOffice,
      },
    ],
  },
  userEntry: {
    later: 'add get update delete list bulkDelete',
    notOffered: [{ actions: 'submitQuiz', reason: 'There are no quizzes.' }],
  },
  beacon_beacon: {
    offered: 'add list',
    differences: {
      list: 'Who may not change all entries names entries, and sees no privateData.',
    },
    notOffered: [
      {
        actions: 'enhanceSearch searchScheduledResource',
        reason: 'They pass on queries of Elasticsearch, which Rostrum has not.',
      },
    ],
  },
};
