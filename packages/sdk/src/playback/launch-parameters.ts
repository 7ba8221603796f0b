import { listIn, numberIn } from '../api/answers.ts';
import type { CallOptions, Client } from '../api/client.ts';
import { apiRequest } from '../transport/api-request.ts';
import { isoOf, type Moment, secondsOf } from '../webcast/moment.ts';
import type { Webcast } from '../webcast/webcast.ts';
import { profileRequests, profilesIn } from '../webcast/webcast-records.ts';

/** What the studio's page passes to KAppLauncher, under the names that it knows. */
export type LaunchParameters = {
  readonly ks: string;
  /** `2026-12-01T16:00:00+00:00`, like all times here. */
  readonly ks_expiry: string;
  readonly MediaEntryId: string;
  readonly uiConfID?: number;
  readonly serverAddress: string;
  readonly eventsMetadataProfileId?: number;
  readonly kwebcastMetadataProfileId?: number;
  readonly appName: string;
  readonly logoUrl?: string;
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly userId: string;
  readonly QnAEnabled: boolean;
  readonly pollsEnabled: boolean;
  readonly userRole: StudioRole;
  readonly playerUIConf?: number;
  readonly presentationConversionProfileId?: number;
  readonly referer: string;
  readonly debuggingMode: boolean;
  readonly verifySSL: boolean;
  readonly selfServeEnabled: boolean;
  readonly participantsPanel?: boolean;
  readonly checkForUpdates?: boolean;
  readonly appHostUrl: string;
  readonly instanceProfile: string;
};

export type StudioRole = 'adminRole' | 'viewerRole' | 'unmoderatedAdminRole' | 'privateOnlyRole';

export type StudioLaunch = {
  /** The producer's: a user's session with `producerPrivileges`. */
  readonly session: string;
  readonly sessionExpiresAt: Moment;
  readonly userId: string;
  /** On the studio's opening picture and in its statistics. Default: `Webcast Studio`. */
  readonly appName?: string;
  readonly logoUrl?: string;
  /** The page that launches it. */
  readonly referer?: string;
  readonly userRole?: StudioRole;
  /** Whether there are questions, polls, a camera in the studio itself, a list of who is there. Default: all of them. */
  readonly hasQuestions?: boolean;
  readonly hasPolls?: boolean;
  readonly hasSelfServe?: boolean;
  readonly hasParticipants?: boolean;
  /** The studio's own configuration; its versions and downloads are in it. Default: the newest of the templates. */
  readonly uiConfId?: number;
  /** The player in the studio. */
  readonly playerUiConfId?: number;
  readonly appHostUrl?: string;
  readonly verifiesCertificates?: boolean;
  readonly isDebugging?: boolean;
};

/** The conversion profile that makes slides of a presentation, and KalturaUiConfObjType of the studio. */
const PRESENTATION_PROFILE = 'KMS54_NEW_DOC_CONV_IMAGE_WIDE';
const STUDIO = 21;

/**
 * The studio's launch parameters for a webcast, as Kaltura's integration guide has them: what they refer to in the account
 * is looked up in one request. Hand them to `new KAppLauncher().startApp(…)` on the page.
 *
 * @param webcast of `getWebcast` or `createWebcast`
 * @throws RostrumError where the client's session may not look
 */
export async function launchParameters(
  client: Client,
  webcast: Pick<Webcast, 'id' | 'startsAtMs' | 'endsAtMs'>,
  launch: StudioLaunch,
  options: CallOptions = {},
): Promise<LaunchParameters> {
  const { session, sessionExpiresAt, userId, appName = 'Webcast Studio' } = launch;
  const [event, kwebcast, presentation, studio] = await client.multirequest(
    [
      ...profileRequests(),
      apiRequest('conversionProfile', 'list', {
        filter: {
          objectType: 'KalturaConversionProfileFilter',
          systemNameEqual: PRESENTATION_PROFILE,
        },
      }),
      apiRequest('uiConf', 'listTemplates', {
        filter: { objectType: 'KalturaUiConfFilter', objTypeEqual: STUDIO },
      }),
    ],
    options,
  );
  const profiles = profilesIn(event, kwebcast);
  return {
    ks: session,
    ks_expiry: isoOf(secondsOf('sessionExpiresAt', sessionExpiresAt)),
    MediaEntryId: webcast.id,
    ...known('uiConfID', launch.uiConfId ?? firstId(studio)),
    serverAddress: client.serviceUrl,
    ...known('eventsMetadataProfileId', profiles.event),
    ...known('kwebcastMetadataProfileId', profiles.webcast),
    appName,
    ...known('logoUrl', launch.logoUrl),
    ...known('fromDate', timeOf(webcast.startsAtMs)),
    ...known('toDate', timeOf(webcast.endsAtMs)),
    userId,
    QnAEnabled: launch.hasQuestions ?? true,
    pollsEnabled: launch.hasPolls ?? true,
    userRole: launch.userRole ?? 'adminRole',
    ...known('playerUIConf', launch.playerUiConfId),
    ...known('presentationConversionProfileId', firstId(presentation)),
    referer: launch.referer ?? '',
    debuggingMode: launch.isDebugging ?? false,
    verifySSL: launch.verifiesCertificates ?? true,
    selfServeEnabled: launch.hasSelfServe ?? true,
    participantsPanel: launch.hasParticipants ?? true,
    appHostUrl: launch.appHostUrl ?? '',
    instanceProfile: appName,
  };
}

function known<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [Key in Name]?: Value } {
  if (value === null || value === undefined) return {};
  return { [name]: value } as { readonly [Key in Name]?: Value };
}

function firstId(list: unknown): number | null {
  const [first] = listIn(list).objects;
  return first === undefined ? null : numberIn(first.id);
}

function timeOf(ms: number | null): string | null {
  return ms === null ? null : isoOf(ms / 1000);
}
