<?php
// The integration guide's way through a webcast, in PHP. The test that runs it starts and stops the encoder.

require __DIR__ . '/kaltura_client.php';

// Whatever PHP complains of ends the run.
set_error_handler(fn (int $level, string $message) => throw new ErrorException($message, 0, $level));

[, $serviceUrl, $partnerId, $adminSecret] = $argv;
$userId = 'producer@example.com';

function clientWith(string $ks): Client
{
    $client = new Client($GLOBALS['serviceUrl']);
    $client->ks = $ks;
    return $client;
}

function session(string $userId, int $type, string $privileges = ''): string
{
    return Client::generateSession($GLOBALS['adminSecret'], $userId, $type, (int) $GLOBALS['partnerId'], $privileges);
}

function ask(string $what, array $details): void
{
    echo json_encode(['ask' => $what] + $details), "\n";
    fgets(STDIN);
}

/** The XML of a record, as an integration makes it of the profile's schema: every element, in its order, some filled. */
function recordOf(string $xsd, array $values): string
{
    $schema = new SimpleXMLElement($xsd);
    $namespace = 'http://www.w3.org/2001/XMLSchema';
    $write = function (SimpleXMLElement $element, SimpleXMLElement $parent) use (&$write, $namespace, $values): void {
        $name = (string) $element->attributes()['name'];
        $inner = $element->children($namespace)->complexType->sequence->element ?? null;
        $child = $parent->addChild($name, htmlspecialchars((string) ($values[$name] ?? '')));
        if ($inner === null) return;
        foreach ($inner as $each) $write($each, $child);
    };
    $root = $schema->children($namespace)->element;
    $record = new SimpleXMLElement('<metadata/>');
    foreach ($root->children($namespace)->complexType->sequence->element as $each) $write($each, $record);
    return $record->asXML();
}

/** Whether it is live, else its recording, as the guide finds it. */
function entryToPlay(Client $viewer, Client $admin, string $entryId): ?string
{
    if ($viewer->call('livestream', 'isLive', ['id' => $entryId, 'protocol' => 'auto'])) return $entryId;
    $entry = $admin->call('livestream', 'get', ['entryId' => $entryId]);
    if (!empty($entry->redirectEntryId)) return $entry->redirectEntryId;
    if (!empty($entry->recordedEntryId)) return $entry->recordedEntryId;
    $found = $admin->call('baseentry', 'list', ['filter' => ['rootEntryIdEqual' => $entryId]]);
    return $found->objects[0]->id ?? null;
}

function plays(string $playableId): bool
{
    $path = "p/{$GLOBALS['partnerId']}/sp/{$GLOBALS['partnerId']}00/playManifest/entryId/$playableId/protocol/http/format/applehttp/a.m3u8";
    $address = rtrim($GLOBALS['serviceUrl'], '/') . "/$path";
    return str_starts_with(file_get_contents($address), '#EXTM3U');
}

$admin = clientWith(session($userId, 2));
$profiles = $admin->call('conversionprofile', 'list', ['filter' => ['systemNameEqual' => 'Passthrough_Live']]);
$presentation = $admin->call('conversionprofile', 'list', ['filter' => ['systemNameEqual' => 'KMS54_NEW_DOC_CONV_IMAGE_WIDE']]);
expect($presentation->objects[0]->id > 0, 'there is a profile for presentations');

$entry = $admin->call('livestream', 'add', [
    'liveStreamEntry' => [
        'objectType' => 'KalturaLiveStreamEntry',
        'name' => 'All hands, “quarter four”',
        'description' => 'A webcast & what it is about',
        'mediaType' => 201,
        'dvrStatus' => 1,
        'dvrWindow' => 60,
        'sourceType' => '32',
        'adminTags' => 'kms-webcast-event,vpaas-webcast',
        'pushPublishEnabled' => 0,
        'explicitLive' => 1,
        'recordStatus' => 2,
        'conversionProfileId' => $profiles->objects[0]->id,
        'entitledUsersEdit' => $userId,
        'recordingOptions' => [
            'objectType' => 'KalturaLiveEntryRecordingOptions',
            'shouldCopyEntitlement' => 1,
            'shouldMakeHidden' => 1,
            'shouldAutoArchive' => 1,
        ],
    ],
    'sourceType' => '32',
]);
$entryId = $entry->id;
expect($entry instanceof KalturaLiveStreamEntry && $entry->explicitLive === true, 'the entry has its class');

foreach ([
    'KMS_KWEBCAST2' => ['IsKwebcastEntry' => '1', 'IsSelfServe' => '1'],
    'KMS_EVENTS3' => ['StartTime' => time(), 'EndTime' => time() + 3600, 'Timezone' => 'US/Pacific', 'PresenterName' => 'Zoë & Co'],
] as $systemName => $values) {
    $found = $admin->call('metadata_metadataprofile', 'list', ['filter' => ['systemNameEqual' => $systemName]]);
    $record = $admin->call('metadata_metadata', 'add', [
        'metadataProfileId' => $found->objects[0]->id,
        'objectType' => '1',
        'objectId' => $entryId,
        'xmlData' => recordOf($found->objects[0]->xsd, $values),
    ]);
    expect($record->version === 1, 'a record begins with version 1');
}

$templates = $admin->call('uiconf', 'listTemplates', ['filter' => ['objTypeEqual' => 21, 'nameLike' => 'WebcastingVersionInfo']]);
$template = $admin->call('uiconf', 'get', ['id' => $templates->objects[0]->id]);
expect(json_decode($template->config)->windows->recommendedVersionUrl !== '', 'the template names downloads');

$privileges = "setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:$entryId,download:$entryId";
$producer = clientWith(session($userId, 0, $privileges));
$viewer = clientWith(session('viewer@example.com', 0, "sview:$entryId"));

expect($viewer->call('livestream', 'isLive', ['id' => $entryId, 'protocol' => 'auto']) === false, 'nothing is live');
ask('publish', ['url' => $entry->primaryBroadcastingUrl, 'streamName' => "{$entryId}_1"]);
until('the preview', fn () => $producer->call('livestream', 'getDetails', ['id' => $entryId])->broadcastStatus === 2);
expect($viewer->call('livestream', 'isLive', ['id' => $entryId]) === false, 'a preview is not live');

try {
    $viewer->call('livestream', 'update', ['entryId' => $entryId, 'liveStreamEntry' => ['viewMode' => 1]]);
    throw new Exception('a viewer puts a webcast on air');
} catch (KalturaException $refusal) {
    expect($refusal->arguments !== [], 'a refusal says what it is about');
}
$goLive = ['objectType' => 'KalturaLiveStreamEntry', 'viewMode' => 1, 'recordingStatus' => 2];
$producer->call('livestream', 'update', ['entryId' => $entryId, 'liveStreamEntry' => $goLive]);
until('the webcast to be live', fn () => entryToPlay($viewer, $admin, $entryId) === $entryId);
expect(plays($entryId), 'a live webcast plays');

$end = ['objectType' => 'KalturaLiveStreamEntry', 'viewMode' => 0, 'recordingStatus' => 0];
$producer->call('livestream', 'update', ['entryId' => $entryId, 'liveStreamEntry' => $end]);
$recordingId = until('the recording', function () use ($viewer, $admin, $entryId): ?string {
    $id = entryToPlay($viewer, $admin, $entryId);
    return $id === $entryId ? null : $id;
});
[$recording, $records] = $admin->multirequest(
    ['baseentry', 'get', ['entryId' => $recordingId]],
    ['metadata_metadata', 'list', ['filter' => ['objectIdEqual' => $entryId, 'metadataObjectTypeEqual' => '1']]],
);
expect($recording instanceof KalturaMediaEntry && $recording->rootEntryId === $entryId, 'the recording is the webcast’s');
expect($records->totalCount === 2, 'both records are there');
expect(plays($recordingId), 'the recording plays');
echo json_encode(['done' => ['entryId' => $entryId, 'recordingId' => $recordingId]]), "\n";
