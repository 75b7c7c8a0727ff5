import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOfList, listFields, listNames } from './list-blocks.queries.js';

const page = readFileSync(join(__dirname, '../../../docs/模板列表.md'), 'utf8');
const [lists, fields] = page.split('## 字段') as [string, string];
const words = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, word]) => word!);

describe('the page on lists of templates', () => {
  const common = words(fields.split('\n\n')[1]!);

  it('names every list with the fields of its rows, and no other', () => {
    const told = lists
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map(words)
      .map(([name, ...own]) => [name, [...common, ...own]]);
    expect(told).toEqual(listNames.map((name) => [name, [...fieldsOfList(name)]]));
  });

  it('says what each field means', () => {
    expect(new Set(words(fields))).toEqual(new Set(listFields));
  });
});
