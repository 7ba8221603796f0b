import type { ApiReference, ReferenceAction } from '@rostrum/contracts';

const ACTION: ReferenceAction = {
  name: 'get',
  summary: 'Answers a thing.',
  parameters: [],
  result: null,
  session: 'required',
  permission: { name: null, about: 'Anybody may call it.', heldBy: [] },
  ownership: null,
  errors: [],
  commonErrors: [],
  example: {},
};

/** A small API that has one of everything. */
export const REFERENCE: ApiReference = {
  apiVersion: '1.2.3',
  services: [
    {
      name: 'liveStream',
      wireName: 'livestream',
      actions: [
        {
          ...ACTION,
          name: 'add',
          summary: 'Sets up a live stream.',
          parameters: [
            {
              name: 'liveStreamEntry',
              kind: { kind: 'object', type: 'KalturaLiveStreamEntry' },
              isRequired: true,
              default: null,
              about: '',
            },
            {
              name: 'sourceType',
              kind: { kind: 'enum', type: 'KalturaSourceType' },
              isRequired: false,
              default: null,
              about: '',
            },
          ],
          result: { kind: 'object', type: 'KalturaLiveStreamEntry' },
          errors: ['NO_ROOM'],
          example: {
            liveStreamEntry: { objectType: 'KalturaLiveStreamEntry', name: 'Town hall' },
            sourceType: '32',
          },
        },
        { ...ACTION, name: 'list', summary: 'Finds live streams.' },
      ],
    },
    {
      name: 'metadata_metadataProfile',
      wireName: 'metadata_metadataprofile',
      actions: [
        {
          ...ACTION,
          name: 'list',
          summary: 'Finds profiles.',
          session: 'ignored',
          parameters: [
            {
              name: 'secret',
              kind: { kind: 'string' },
              isRequired: true,
              default: null,
              about: '',
            },
            { name: 'size', kind: { kind: 'int' }, isRequired: false, default: 30, about: '' },
            { name: 'page', kind: { kind: 'int' }, isRequired: false, default: null, about: '' },
          ],
        },
        {
          ...ACTION,
          name: 'upload',
          summary: 'Takes a file.',
          parameters: [
            {
              name: 'fileData',
              kind: { kind: 'file', maxBytes: 2_000_000 },
              isRequired: true,
              default: null,
              about: '',
            },
          ],
        },
        { ...ACTION, name: 'glow', summary: 'Glows.' },
      ],
    },
  ],
  types: [
    {
      name: 'KalturaBaseEntry',
      base: null,
      isAbstract: true,
      about: '',
      properties: [
        { name: 'id', kind: { kind: 'string' }, about: '', access: 'read-only' },
        { name: 'name', kind: { kind: 'multilingual' }, about: 'What it is called.' },
      ],
    },
    {
      name: 'KalturaLiveStreamEntry',
      base: 'KalturaBaseEntry',
      isAbstract: false,
      about: '',
      properties: [
        { name: 'name', kind: { kind: 'string' }, about: 'Its own name.', maxLength: 20 },
        {
          name: 'recordingOptions',
          kind: { kind: 'object', type: 'KalturaRecordingOptions' },
          about: '',
        },
        { name: 'options', kind: { kind: 'array', items: 'KalturaRecordingOptions' }, about: '' },
      ],
    },
    {
      name: 'KalturaRecordingOptions',
      base: null,
      isAbstract: false,
      about: '',
      properties: [{ name: 'isHidden', kind: { kind: 'bool' }, about: '' }],
    },
  ],
  enums: [
    {
      name: 'KalturaSourceType',
      values: [
        { name: 'FILE', value: '1' },
        { name: 'LIVE_STREAM', value: '32' },
      ],
    },
  ],
  errors: [{ code: 'NO_ROOM', argumentNames: [], meaning: 'There is no room left' }],
  compatibility: [
    {
      service: 'metadata_metadataProfile',
      wireName: 'metadata_metadataprofile',
      actions: [{ action: 'glow', status: 'own', note: '' }],
    },
  ],
};
