import { REASONS, type ServicePlans } from './service-plan.ts';

/** Users, roles, accounts. */
export const peoplePlans: ServicePlans = {
  user: {
    offered:
      'add get getByLoginId update delete list login loginByLoginId loginByKs enableLogin disableLogin ' +
      'updateLoginData loginDataResetPassword checkLoginDataExists notifyBan demoteAdmin',
    differences: {
      login:
        'Of the privileges, users who are no admins get those that restrict or describe the session.',
      loginByLoginId:
        'Of the privileges, users who are no admins get those that restrict or describe the session.',
      loginByKs: 'Only sessions that a password has started change to another account.',
      enableLogin: 'The admin chooses the password: no mail is sent.',
      notifyBan: 'Blocks the user.',
    },
    notOffered: [
      {
        actions: 'resetPassword setInitialPassword validateHashKey exportToCsv',
        reason: REASONS.mail,
      },
      { actions: 'index', reason: 'Lists are always up to date.' },
      { actions: 'addFromBulkUpload', reason: REASONS.bulk },
      { actions: 'serveCsv', reason: 'It serves what exportToCsv would have made.' },
      { actions: 'replaceUserLoginData', reason: REASONS.backOffice },
      { actions: 'generateQrCode', reason: 'There is no second factor yet.' },
    ],
  },
  userRole: { offered: 'add get update delete list clone' },
  permission: {
    offered: 'get list getCurrentPermissions',
    notOffered: [
      {
        actions: 'add update delete',
        reason: 'The permissions are those that actions ask for: a role is a list of them.',
      },
    ],
  },
  permissionItem: {
    offered: 'get list',
    notOffered: [
      {
        actions: 'add update delete',
        reason: 'Which permission an action asks for is fixed, and stands in this reference.',
      },
    ],
  },
  audit_auditTrail: {
    offered: 'add get list',
    differences: {
      add: 'The line says that it was added, and the session’s user: nobody writes in another’s name.',
      list: 'Lines say the kind of session; session texts, file syncs and server names are not kept.',
    },
  },
  partner: {
    offered: 'register update get getSecrets getInfo getPublicInfo list listPartnersForUser count',
    later: 'getUsage getStatistics',
    differences: {
      register:
        'Only sessions of the account that the installation is configured with make accounts.',
      getSecrets: 'A session that may read the secrets needs no password.',
    },
    notOffered: [
      { actions: 'registrationValidation', reason: REASONS.backOffice },
      { actions: 'listFeatureStatus', reason: 'There are no features that are under way.' },
    ],
  },
};
