"""The integration guide's way through a webcast, in Python. The test that runs it starts and stops the encoder."""

import json
import sys
import time
import urllib.request

from kaltura_client import Client, KalturaException, until

SERVICE_URL, PARTNER_ID, ADMIN_SECRET = sys.argv[1:4]
USER_ID = "producer@example.com"

KWEBCAST_XML = (
    '<?xml version="1.0"?><metadata><SlidesDocEntryId>{}</SlidesDocEntryId>'
    "<IsKwebcastEntry>1</IsKwebcastEntry><IsSelfServe>1</IsSelfServe></metadata>"
)
EVENT_XML = (
    '<?xml version="1.0"?><metadata><StartTime>{}</StartTime><EndTime>{}</EndTime>'
    "<Timezone>Europe/Berlin</Timezone><Presenter><PresenterId>17</PresenterId>"
    "<PresenterName>{}</PresenterName><PresenterTitle>Chair</PresenterTitle><PresenterBio></PresenterBio>"
    "<PresenterLink>https://example.com</PresenterLink><PresenterImage></PresenterImage></Presenter></metadata>"
)


def ask(what, **details):
    """Has the test do something, and waits until it is done."""
    print(json.dumps({"ask": what, **details}), flush=True)
    sys.stdin.readline()


def start_session(user_id, session_type, privileges=""):
    return Client(SERVICE_URL).call(
        "session",
        "start",
        secret=ADMIN_SECRET,
        userId=user_id,
        type=session_type,
        partnerId=PARTNER_ID,
        expiry=86400,
        privileges=privileges,
    )


def client_with(ks):
    client = Client(SERVICE_URL)
    client.ks = ks
    return client


def conversion_profile(system_name):
    profiles = admin.call("conversionprofile", "list", filter={"systemNameEqual": system_name}, pager={})
    return profiles["objects"][0]["id"]


def metadata_profile(system_name):
    return admin.call(
        "metadata_metadataprofile",
        "list",
        filter={"objectType": "KalturaMetadataProfileFilter", "systemNameEqual": system_name},
        pager={"objectType": "KalturaFilterPager"},
    )["objects"][0]["id"]


def add_metadata(profile_id, xml):
    return admin.call(
        "metadata_metadata",
        "add",
        metadataProfileId=profile_id,
        objectType="1",
        objectId=entry_id,
        xmlData=xml,
    )["id"]


def entry_to_play():
    """Whether it is live, else its recording, as the guide finds it."""
    if viewer.call("livestream", "isLive", id=entry_id, protocol="auto") == "1":
        return entry_id
    entry = admin.call("livestream", "get", entryId=entry_id)
    for name in ("redirectEntryId", "recordedEntryId"):
        if entry.get(name):
            return entry[name]
    found = admin.call("baseentry", "list", filter={"rootEntryIdEqual": entry_id})["objects"]
    return found[0]["id"] if found else None


def plays(playable_id):
    address = f"{SERVICE_URL.rstrip('/')}/p/{PARTNER_ID}/sp/{PARTNER_ID}00/playManifest/entryId/{playable_id}/protocol/http/format/applehttp/a.m3u8"
    with urllib.request.urlopen(address, timeout=10) as response:
        return response.read().startswith(b"#EXTM3U")


admin = client_with(start_session(USER_ID, 2))
presentation_profile_id = conversion_profile("KMS54_NEW_DOC_CONV_IMAGE_WIDE")

entry = admin.call(
    "livestream",
    "add",
    liveStreamEntry={
        "objectType": "KalturaLiveStreamEntry",
        "name": "All hands, “quarter four”",
        "description": "A webcast & what it is about",
        "mediaType": 201,
        "dvrStatus": 1,
        "dvrWindow": 60,
        "sourceType": "32",
        "adminTags": "kms-webcast-event,vpaas-webcast",
        "pushPublishEnabled": 0,
        "explicitLive": 1,
        "recordStatus": 2,
        "conversionProfileId": conversion_profile("Passthrough_Live"),
        "entitledUsersEdit": USER_ID,
        "recordingOptions": {
            "objectType": "KalturaLiveEntryRecordingOptions",
            "shouldCopyEntitlement": 1,
            "shouldMakeHidden": 1,
            "shouldAutoArchive": 1,
        },
    },
    sourceType="32",
)
entry_id = entry["id"]

add_metadata(metadata_profile("KMS_KWEBCAST2"), KWEBCAST_XML.format(""))
now = int(time.time())
add_metadata(metadata_profile("KMS_EVENTS3"), EVENT_XML.format(now, now + 3600, "Zoë Åkesson"))
try:
    add_metadata(metadata_profile("KMS_EVENTS3"), EVENT_XML.format(now, now, "Again"))
    raise AssertionError("one object has one record of a profile")
except KalturaException as refusal:
    assert refusal.code == "METADATA_ALREADY_EXISTS", refusal

template = admin.call("uiconf", "listTemplates", filter={"objTypeEqual": 21}, pager={})["objects"][0]
downloads = json.loads(template["config"])
assert downloads["osx"]["recommendedVersionUrl"] and downloads["windows"]["recommendedVersionUrl"]
players = admin.call("uiconf", "list", filter={"nameLike": "MediaSpace Webcast Player"}, pager={})
assert players["objects"][0]["id"]

producer = client_with(
    start_session(USER_ID, 0, f"setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:{entry_id},download:{entry_id}")
)
viewer = client_with(start_session("viewer@example.com", 0, f"sview:{entry_id}"))
stranger = client_with(start_session("stranger@example.com", 0))

assert viewer.call("livestream", "isLive", id=entry_id, protocol="auto") == "0"
ask("publish", url=entry["primaryBroadcastingUrl"], streamName=f"{entry_id}_1")
until(
    "the preview",
    lambda: producer.call("livestream", "getDetails", id=entry_id)["broadcastStatus"] == "2",
)
assert viewer.call("livestream", "isLive", id=entry_id, protocol="auto") == "0"

try:
    stranger.call("livestream", "update", entryId=entry_id, liveStreamEntry={"viewMode": 1})
    raise AssertionError("a stranger puts a webcast on air")
except KalturaException:
    pass
producer.call(
    "livestream",
    "update",
    entryId=entry_id,
    liveStreamEntry={"objectType": "KalturaLiveStreamEntry", "viewMode": 1, "recordingStatus": 2},
)
until("the webcast to be live", lambda: entry_to_play() == entry_id and plays(entry_id))
producer.call(
    "livestream",
    "update",
    entryId=entry_id,
    liveStreamEntry={"objectType": "KalturaLiveStreamEntry", "viewMode": 0, "recordingStatus": 0},
)
until("the recording", lambda: entry_to_play() not in (None, entry_id))
recording_id = entry_to_play()
recording, records = admin.multirequest(
    ("baseentry", "get", {"entryId": recording_id}),
    ("metadata_metadata", "list", {"filter": {"objectIdEqual": entry_id, "metadataObjectTypeEqual": "1"}}),
)
assert recording["objectType"] == "KalturaMediaEntry" and recording["rootEntryId"] == entry_id, recording
assert records["totalCount"] == "2", records
assert plays(recording_id)
print(json.dumps({"done": {"entryId": entry_id, "recordingId": recording_id}}), flush=True)
