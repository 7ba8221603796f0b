// The integration guide's way through a webcast, with Kaltura's client for Node. The test that runs it starts the encoder.
const assert = require('node:assert');
const readline = require('node:readline');
const { setTimeout: sleep } = require('node:timers/promises');

// The client prints every request there.
console.log = () => {};
const kaltura = require('kaltura-client');

const [, , serviceUrl, partnerId, adminSecret] = process.argv;
const { services, objects, enums } = kaltura;
const userId = 'producer@example.com';
const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

function clientWith(ks) {
  const configuration = new kaltura.Configuration();
  configuration.serviceUrl = serviceUrl.replace(/\/$/, '');
  const client = new kaltura.Client(configuration);
  if (ks !== undefined) client.setKs(ks);
  return client;
}

const start = (user, type, privileges) =>
  services.session
    .start(adminSecret, user, type, Number(partnerId), 86_400, privileges)
    .execute(clientWith());

async function until(what, probe) {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`timed out: ${what}`);
    await sleep(200);
  }
}

async function run() {
  const admin = clientWith(await start(userId, enums.SessionType.ADMIN));

  const profileFilter = new objects.ConversionProfileFilter();
  profileFilter.systemNameEqual = 'Default_Live';
  const profiles = await services.conversionProfile
    .listAction(profileFilter, new objects.FilterPager())
    .execute(admin);

  const stream = new objects.LiveStreamEntry();
  stream.name = 'All hands, “quarter four”';
  stream.description = 'A webcast & what it is about';
  stream.mediaType = enums.MediaType.LIVE_STREAM_FLASH;
  stream.dvrStatus = enums.DVRStatus.ENABLED;
  stream.dvrWindow = 60;
  stream.sourceType = enums.SourceType.LIVE_STREAM;
  stream.adminTags = 'kms-webcast-event,vpaas-webcast';
  stream.pushPublishEnabled = enums.LivePublishStatus.DISABLED;
  stream.explicitLive = enums.NullableBoolean.TRUE_VALUE;
  stream.recordStatus = enums.RecordStatus.PER_SESSION;
  stream.conversionProfileId = profiles.objects[0].id;
  stream.entitledUsersEdit = userId;
  stream.recordingOptions = new objects.LiveEntryRecordingOptions();
  stream.recordingOptions.shouldCopyEntitlement = enums.NullableBoolean.TRUE_VALUE;
  stream.recordingOptions.shouldMakeHidden = enums.NullableBoolean.TRUE_VALUE;
  stream.recordingOptions.shouldAutoArchive = enums.NullableBoolean.TRUE_VALUE;
  const entry = await services.liveStream.add(stream, stream.sourceType).execute(admin);
  const entryId = entry.id;

  const now = Math.floor(Date.now() / 1000);
  const records = {
    KMS_KWEBCAST2:
      '<?xml version="1.0"?><metadata><SlidesDocEntryId></SlidesDocEntryId><IsKwebcastEntry>1</IsKwebcastEntry><IsSelfServe>1</IsSelfServe></metadata>',
    KMS_EVENTS3: `<?xml version="1.0"?><metadata><StartTime>${now}</StartTime>
        <EndTime>${now + 3600}</EndTime><Timezone>America/New_York</Timezone>
        <Presenter><PresenterId>17</PresenterId><PresenterName>Zoë Åkesson</PresenterName></Presenter></metadata>`,
  };
  for (const [systemName, xml] of Object.entries(records)) {
    const filter = new objects.MetadataProfileFilter();
    filter.systemNameEqual = systemName;
    const found = await services.metadataProfile
      .listAction(filter, new objects.FilterPager())
      .execute(admin);
    const profileId = found.objects[0].id;
    await services.metadata
      .add(profileId, enums.MetadataObjectType.ENTRY, entryId, xml)
      .execute(admin);
  }

  const templates = new objects.UiConfFilter();
  templates.objTypeEqual = enums.UiConfObjType.WEBCASTING;
  const { config } = (await services.uiConf.listTemplates(templates).execute(admin)).objects[0];
  assert.ok(JSON.parse(config).osx.recommendedVersionUrl);

  const privileges = `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:${entryId},download:${entryId}`;
  const producer = clientWith(await start(userId, enums.SessionType.USER, privileges));
  const viewer = clientWith(
    await start('viewer@example.com', enums.SessionType.USER, `sview:${entryId}`),
  );
  const isLive = () => services.liveStream.isLive(entryId, 'auto').execute(viewer);

  assert.strictEqual(await isLive(), false);
  say({ ask: 'publish', url: entry.primaryBroadcastingUrl, streamName: `${entryId}_1` });
  await lines.next();
  await until('the preview', async () => {
    const details = await services.liveStream.getDetails(entryId).execute(producer);
    return details.broadcastStatus === enums.LiveStreamBroadcastStatus.PREVIEW;
  });
  assert.strictEqual(await isLive(), false);

  const change = new objects.LiveStreamEntry();
  change.viewMode = enums.ViewMode.ALLOW_ALL;
  change.recordingStatus = enums.RecordingStatus.ACTIVE;
  await assert.rejects(services.liveStream.update(entryId, change).execute(viewer));
  await services.liveStream.update(entryId, change).execute(producer);
  await until('the webcast to be live', isLive);

  change.viewMode = enums.ViewMode.PREVIEW;
  change.recordingStatus = enums.RecordingStatus.STOPPED;
  await services.liveStream.update(entryId, change).execute(producer);
  const recordingId = await until('the recording', async () => {
    if (await isLive()) return null;
    const { redirectEntryId, recordedEntryId } = await services.liveStream
      .get(entryId)
      .execute(admin);
    if (redirectEntryId || recordedEntryId) return redirectEntryId || recordedEntryId;
    const filter = new objects.MediaEntryFilter();
    filter.rootEntryIdEqual = entryId;
    const found = await services.baseEntry.listAction(filter).execute(admin);
    return found.objects[0]?.id;
  });
  const recording = await services.baseEntry.get(recordingId).execute(admin);
  assert.strictEqual(recording.rootEntryId, entryId);
  say({ done: { entryId, recordingId } });
}

run().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error?.stack ?? JSON.stringify(error)}\n`);
    process.exit(1);
  },
);
