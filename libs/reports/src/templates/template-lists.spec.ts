import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOfList, listFields, listNames } from '../building/list-blocks.queries.js';
import { reportWordTable } from '../building/report-words.js';

const page = readFileSync(join(__dirname, '../../../../docs/模板列表.md'), 'utf8');
const [periods, rest] = page.split('## 列表名') as [string, string];
const [lists, fields] = rest.split('## 字段') as [string, string];
const words = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, word]) => word!);

describe('the page on tags of period and date, and on lists of templates', () => {
  const common = words(fields.split('\n\n')[1]!);

  it('names every list with the fields of its rows, and no other', () => {
    const told = lists
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map(words)
      .map(([name, ...own]) => [name, [...common, ...own]]);
    expect(told).toEqual(listNames.map((name) => [name, [...fieldsOfList(name)]]));
  });

  it('names every tag of period and date by both its names, and no other', () => {
    const told = [...periods.matchAll(/^\| `\{(.+?)\}`\s+\| `\{(.+?)\}`/gm)].map(([, alias, key]) => `${alias} ${key}`);
    expect(told.sort()).toEqual(reportWordTable.map(({ alias, key }) => `${alias} ${key}`).sort());
  });

  it('has the common fields alone for a block by a word every object has', () => {
    for (const word of ['toString', 'constructor', '__proto__'])
      expect(fieldsOfList(word)).toEqual(fieldsOfList('drills'));
  });

  it('says what each field means', () => {
    expect(new Set(words(fields))).toEqual(new Set(listFields));
  });
});
