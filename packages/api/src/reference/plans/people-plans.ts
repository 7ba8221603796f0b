import { REASONS, type ServicePlans } from './service-plan.ts';

/** Users, roles, accounts. */
export const peoplePlans: ServicePlans = {
  user: {
    offered:
      'add get getByLoginId update delete list login loginByLoginId loginByKs enableLogin disableLogin ' +
      'updateLoginData checkLoginDataExists notifyBan index demoteAdmin setInitialPassword validateHashKey',
    notOffered: [
      { actions: 'resetPassword loginDataResetPassword exportToCsv', reason: REASONS.mail },
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
  partner: {
    offered:
      'register update get getSecrets getInfo getPublicInfo list listPartnersForUser listFeatureStatus count',
    later: 'getUsage getStatistics',
    notOffered: [{ actions: 'registrationValidation', reason: REASONS.backOffice }],
  },
};
