import type { ApiReference, ReferenceEnum } from '../../packages/contracts/src/index.ts';
import { HEADER } from './type-text.ts';

/** Every enumeration: its values by their names, and the union of them. */
export function enumsFile({ enums }: ApiReference): string {
  return `${HEADER}${enums.map(enumText).join('\n')}`;
}

function enumText({ name, values }: ReferenceEnum): string {
  const literal = (value: string | number) =>
    typeof value === 'number' ? String(value) : `'${value.replace(/['\\]/g, '\\$&')}'`;
  const lines = values.map((each) => `  ${keyText(each.name)}: ${literal(each.value)},\n`);
  return `export const ${name} = {\n${lines.join('')}} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];\n`;
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name.replace(/['\\]/g, '\\$&')}'`;
}
