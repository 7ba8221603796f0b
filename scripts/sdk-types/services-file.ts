import type {
  ApiReference,
  ReferenceAction,
  ReferenceParameter,
  ReferenceService,
} from '../../packages/contracts/src/index.ts';
import { docblock, HEADER, importText, kindText, namesIn, TypeBook, unitOf } from './type-text.ts';

/** Every service with its actions: what they take, what they answer, and what is to be known about them. */
export function servicesFile(reference: ApiReference): string {
  const book = new TypeBook(reference);
  const services = reference.services.map((service) => serviceText(service, book)).join('\n');
  const names = reference.services
    .map(({ name }) => `  readonly ${name}: ${typeName(name)};\n`)
    .join('');
  const body = `${services}\n/** What the server can do, by service. */\nexport interface ApiServices {\n${names}}\n`;
  return `${HEADER}${importsOf(reference, body)}${body}`;
}

function importsOf({ enums, types }: ApiReference, body: string): string {
  const objects = types.flatMap(({ name }) => [`Any${name}`, name]).concat('NullableBoolean');
  const enumNames = enums.map(({ name }) => name);
  const requests = ['ApiFileRequest', 'ApiRequest'];
  return [
    importText(namesIn(body, requests), '../../transport/api-request.ts'),
    importText(['WithTokens'], '../../transport/result-token.ts'),
    importText(namesIn(body, enumNames), './enums.ts'),
    importText(namesIn(body, objects), './objects.ts'),
    '\n',
  ].join('');
}

function serviceText(service: ReferenceService, book: TypeBook): string {
  const parameters = service.actions
    .filter((action) => action.parameters.length > 0)
    .map((action) => parametersText(service, action, book));
  const actions = service.actions.map((action) => actionText(service, action, book));
  return `${parameters.join('\n')}\nexport interface ${typeName(service.name)} {\n${actions.join('\n')}}\n`;
}

function parametersText(service: ReferenceService, action: ReferenceAction, book: TypeBook) {
  const lines = action.parameters.map((each) => parameterText(each, book)).join('');
  return `export interface ${parametersName(service, action)} {\n${lines}}\n`;
}

function parameterText(parameter: ReferenceParameter, book: TypeBook): string {
  const { name, kind, isRequired, about } = parameter;
  const preset = parameter.default;
  const usual = preset === null || preset === '' ? '' : `Default: \`${String(preset)}\`.`;
  const said = [about, unitOf(kind), usual].filter((line) => line !== '').join(' ');
  const type = kindText(kind, book);
  const optional = isRequired ? `${name}: ${type}` : `${name}?: ${type} | null`;
  return `${docblock([said], '  ')}  readonly ${optional};\n`;
}

function actionText(service: ReferenceService, action: ReferenceAction, book: TypeBook): string {
  const { name, parameters, result } = action;
  const isOptional = parameters.every(({ isRequired }) => !isRequired);
  const takes =
    parameters.length === 0
      ? ''
      : `params${isOptional ? '?' : ''}: WithTokens<${parametersName(service, action)}>`;
  const request =
    result?.kind === 'servedFile'
      ? 'ApiFileRequest'
      : `ApiRequest<${result === null ? 'null' : kindText(result, book)}>`;
  const doc = docblock(actionWords(action), '  ');
  return `${doc}  ${name}(${takes}): ${request};\n`;
}

function actionWords({ summary, session, permission, ownership, errors }: ReferenceAction) {
  const needs = permission.name === null ? '' : ` with ${permission.name}`;
  const who = {
    required: `Needs a session${needs}.`,
    optional: `Takes a session, and needs none.`,
    ignored: 'Needs no session.',
  }[session];
  const codes = errors.map((code) => `\`${code}\``).join(', ');
  return [
    summary,
    '',
    [who, ownership === null ? '' : sentence(ownership)].filter((line) => line !== '').join(' '),
    ...(codes === '' ? [] : ['', `@throws RostrumError ${codes}`]),
  ];
}

function sentence(words: string): string {
  const whole = words.endsWith('.') ? words : `${words}.`;
  return `${whole.slice(0, 1).toUpperCase()}${whole.slice(1)}`;
}

function parametersName({ name }: ReferenceService, action: ReferenceAction): string {
  return `${pascal(name)}${pascal(action.name)}Params`;
}

function typeName(service: string): string {
  return `${pascal(service)}Service`;
}

/** `metadata_metadataProfile` → `MetadataMetadataProfile` */
function pascal(name: string): string {
  return name
    .split('_')
    .map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`)
    .join('');
}
