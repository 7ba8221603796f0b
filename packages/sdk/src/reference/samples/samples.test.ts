import { describe, expect, it } from 'vitest';
import type { CallObject } from '../call-values.ts';
import { REFERENCE } from '../reference-for-tests.ts';
import { ReferenceIndex } from '../reference-index.ts';
import { samplesFor } from './samples.ts';

const index = new ReferenceIndex(REFERENCE);

function sample(language: string, actionName: string, values?: CallObject): string {
  const entry = index.action(actionName);
  if (entry === undefined) throw new Error(`the fixture has no ${actionName}`);
  const found = samplesFor({ entry, index }).find(({ id }) => id === language);
  if (found === undefined) throw new Error(`${actionName} has no sample in ${language}`);
  return found.write({
    serviceUrl: 'https://live.example.com',
    partnerId: 100,
    entry,
    index,
    values: values ?? (entry.action.example as CallObject),
  });
}

const NESTED: CallObject = {
  liveStreamEntry: {
    objectType: 'KalturaLiveStreamEntry',
    name: 'It\'s "here" for $5 `now` \\ then',
    recordingOptions: { objectType: 'KalturaRecordingOptions', isHidden: true },
    options: [{ objectType: 'KalturaRecordingOptions' }, { objectType: 'KalturaRecordingOptions' }],
  },
};

describe('examples', () => {
  it('in curl keep the session in a variable, and texts as they are', () => {
    const code = sample('curl', 'liveStream.add', NESTED);
    expect(code).toContain("curl 'https://live.example.com/api_v3/service/livestream/action/add'");
    expect(code).toContain('"ks": "$KS"');
    expect(code).toContain('for \\$5 \\`now\\` \\\\\\\\ then');
  });

  it('in JavaScript are literals', () => {
    const code = sample('javascript', 'liveStream.add', NESTED);
    expect(code).toContain("client.request('liveStream', 'add', {");
    expect(code).toContain(`name: 'It\\'s "here" for $5 \`now\` \\\\ then'`);
    expect(code).toContain('isHidden: true');
  });

  it('with Kaltura’s client for Node use its objects, constants and renamed methods', () => {
    const code = sample('kaltura-javascript', 'liveStream.add');
    expect(code).toContain('new kaltura.objects.LiveStreamEntry({');
    expect(code).toContain('kaltura.enums.SourceType.LIVE_STREAM');
    expect(sample('kaltura-javascript', 'liveStream.list')).toContain('liveStream.listAction()');
  });

  it('in Python and PHP make objects line by line, each in a variable of its own', () => {
    const python = sample('python', 'liveStream.add', NESTED);
    expect(python).toContain('recording_options = KalturaRecordingOptions()');
    expect(python).toContain('live_stream_entry.recordingOptions = recording_options');
    expect(python).toContain('live_stream_entry.options = [option, option2]');
    expect(python).toContain('recording_options.isHidden = True');
    const php = sample('php', 'liveStream.add', NESTED);
    expect(php).toContain("$liveStreamEntry->name = 'It\\'s \"here\" for $5 `now` \\\\ then';");
    expect(php).toContain('$client->liveStream->add($liveStreamEntry);');
    expect(sample('php', 'liveStream.list')).toContain('$client->liveStream->listAction();');
  });

  it('find the service of a plugin', () => {
    const name = 'metadata_metadataProfile.list';
    expect(sample('python', name)).toContain('client.metadata.metadataProfile.list(');
    expect(sample('php', name)).toContain(
      'KalturaMetadataClientPlugin::get($client)->metadataProfile->listAction(',
    );
  });

  it('put defaults where a later parameter is set, and leave out the rest', () => {
    const name = 'metadata_metadataProfile.list';
    expect(sample('python', name, { secret: 'x', page: 2 })).toContain('list("SECRET", 30, 2)');
    expect(sample('python', name, { secret: 'x' })).toContain('list("SECRET")');
  });

  it.each(['curl', 'javascript', 'kaltura-javascript', 'python', 'php'])(
    'never show a secret that was typed: %s',
    (language) => {
      const code = sample(language, 'metadata_metadataProfile.list', { secret: 'hush-hush' });
      expect(code).not.toContain('hush-hush');
      expect(code).toContain('SECRET');
      expect(code).not.toMatch(/\bks\b/);
    },
  );

  it('send files as forms', () => {
    const name = 'metadata_metadataProfile.upload';
    const values = { fileData: new File(['x'], "o'clock.png") };
    expect(sample('curl', name, values)).toContain("-F 'fileData=@o'\\''clock.png'");
    expect(sample('javascript', name, values)).toContain("form.append('fileData', file);");
    expect(sample('python', name, values)).toContain('upload(open("o\'clock.png", "rb"))');
  });

  it('are given only in languages whose client knows the action', () => {
    const entry = index.action('metadata_metadataProfile.glow');
    if (entry === undefined) throw new Error('the fixture has lost glow');
    expect(samplesFor({ entry, index }).map(({ id }) => id)).toEqual(['curl', 'javascript']);
  });
});
