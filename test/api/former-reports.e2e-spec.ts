import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph } from 'docx';
import PizZip from 'pizzip';
import { documentTexts, writeOfficialDocument } from '@xiaohao/documents';
import { findFigure, parsePeriod } from '@xiaohao/domain';
import {
  formerReportReader,
  leftReaderOf,
  makeTemplate,
  readFormerReport,
  readLeft,
  templateMakerOf,
} from '@xiaohao/reports';
import { bootApi, type TestApi } from '../support/boot-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await bootApi('2026-07-10');
});
afterAll(() => api?.stop());

/** What tells the old binary format apart. */
const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]);

const learn = (name: string, content: Buffer | string) =>
  api.as('office').upload('/api/report-templates/learn', [{ name, content: content }]);
const bind = (id: string, bindings: object[]) =>
  api.as('office').put(`/api/report-templates/${id}/bindings`, { bindings });

const documentOf = (...texts: string[]) =>
  writeOfficialDocument(
    { title: '工作报告', blocks: texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })) },
    new Date(0),
  );

describe('a former report', () => {
  it('is read place by place, kept, and read again the same', async () => {
    const file = readFileSync(join(__dirname, '../files/former-reports/1.txt'));
    const { status, body } = await learn('去年上半年.txt', file);
    expect([status, body.placeholders.length, body.templateId]).toEqual([201, 100, null]);
    expect(body.placeholders[0]).toMatchObject({ index: 1, found: '*', proposals: expect.any(Array) });
    expect((await api.as('office').get(`/api/report-templates/learn/${body.id}`)).body).toEqual(body);
  });

  it('is read by a thread of its own as it is here, and refused in the same words', async () => {
    const reader = formerReportReader(pathToFileURL(resolve('dist/libs/reports/src/templates/learning-thread.js')));
    const content = readFileSync(join(__dirname, '../files/former-reports/1.txt'));
    const figures = ['inspection_issues', 'party_committee_meetings'].map((key) => findFigure(key)!);
    const task = { name: '去年上半年.txt', content, figures, choice: {}, names: { bureau: null, area: null } };
    const here = await readFormerReport(task);
    expect(here.placeholders.some(({ proposals }) => proposals.length > 0)).toBe(true);
    expect(await reader.run(task)).toEqual(here);
    await expect(reader.run({ ...task, content: Buffer.from('3个，'.repeat(3000)) })).rejects.toMatchObject({
      code: 'tooManyPlaces',
      message: expect.stringContaining('2000'),
    });
  });

  it('becomes a template in a thread of its own as it does here, and is refused in the same words', async () => {
    const maker = templateMakerOf(pathToFileURL(resolve('dist/libs/reports/src/templates/learning-thread.js')));
    const content = await documentOf('2026年上半年巡察反馈问题*个，召开党委会*次。');
    const task = {
      name: '年度报告.docx',
      content,
      chosen: new Map([[1, 'inspection_issues']]),
      literal: [1],
      choice: { period: parsePeriod('2026H1')! },
    };
    const texts = async (file: Uint8Array) => documentTexts(Buffer.from(file));
    const made = await texts(await maker.run(task));
    expect(made).toEqual(await texts(await makeTemplate(task)));
    expect(made.at(-1)).toBe('2026年上半年巡察反馈问题{inspection_issues}个，召开党委会*次。');
    await expect(maker.run({ ...task, chosen: new Map([[3, 'inspection_issues']]) })).rejects.toMatchObject({
      code: 'inputWrong',
      message: expect.stringContaining('这份报告只有 2 处'),
    });
  });

  it('that is a template by now tells what stays in it from a thread of its own as it does here', async () => {
    const left = leftReaderOf(pathToFileURL(resolve('dist/libs/reports/src/templates/learning-thread.js')));
    const template = await documentOf('2026年上半年排查隐患17处，未发生较大事故。');
    const here = await readLeft({ template });
    expect([here.literals.map(({ found }) => found), here.claims.length]).toEqual([['2026年', '17处'], 1]);
    expect(await left.run({ template })).toEqual(here);
    await expect(left.run({ template: Buffer.from('no Word file') })).rejects.toMatchObject({
      code: 'fileNotDocument',
    });
  });

  it('becomes a template with the figures a person chose, and a report is built with it', async () => {
    const report = await documentOf('巡察反馈问题*个，召开党委会*次，种植绿植*盆。');
    const { body } = await learn('年度报告.docx', report);
    const made = await bind(body.id, [
      { index: 1, key: 'inspection_issues' },
      { index: 2, key: '党委会次数' },
    ]);
    expect([made.status, made.body.name, made.body.builtIn]).toEqual([200, '年度报告', false]);
    const again = await api.as('office').get(`/api/report-templates/learn/${body.id}`);
    expect(again.body.templateId).toBe(made.body.id);
    const started = await api.as('office').post('/api/reports', { templateId: made.body.id, period: '2026H1' });
    expect(started.status).toBe(201);
  });

  it('becomes a template under the name a person gives it, the title being proposed', async () => {
    const { body } = await learn('文件1.docx', await documentOf('2026年上半年召开党委会*次。'));
    expect(body.suggestedName).toBe('工作报告');
    const put = (name: string) =>
      api.as('office').put(`/api/report-templates/${body.id}/bindings`, {
        bindings: [{ index: 1, key: 'party_committee_meetings' }],
        name,
      });
    expect(await put('半年/总结')).toMatchObject({ status: 422, body: { details: { field: 'name' } } });
    expect((await put('半年工作总结')).body).toMatchObject({ name: '半年工作总结', version: 1 });
    expect((await put('另一个名称')).body).toMatchObject({ name: '半年工作总结', version: 1 });
  });

  it('is read anew once the bureau has an indicator more', async () => {
    const { body } = await learn('绿化.txt', '种植绿植*盆。');
    const first = async () =>
      (await api.as('office').get(`/api/report-templates/learn/${body.id}`)).body.placeholders[0].proposals[0].key;
    expect(await first()).not.toBe('green_plants');
    const indicator = { key: 'green_plants', name: '种植绿植', unit: '盆', nature: 'flow' };
    expect((await api.as('office').post('/api/indicators', indicator)).status).toBe(201);
    expect(await first()).toBe('green_plants');
  });

  it('with stars leaves its numbers, and offers and binds them too where that is asked for', async () => {
    const { body } = await learn('季度报告.docx', await documentOf('巡察反馈问题60个，召开党委会*次。'));
    expect(body.placeholders.map(({ found }: { found: string }) => found)).toEqual(['*']);
    expect(body.numbers).toEqual([{ paragraph: 2, found: '60', unit: '个', why: 'figure' }]);
    const too = await api.as('office').get(`/api/report-templates/learn/${body.id}?numbers=also`);
    expect(too.body.placeholders.map(({ found }: { found: string }) => found)).toEqual(['60', '*']);
    const binding = { index: 2, key: 'party_committee_meetings' };
    expect((await bind(body.id, [binding])).status).toBe(422);
    const made = await api
      .as('office')
      .put(`/api/report-templates/${body.id}/bindings?numbers=also`, { bindings: [binding] });
    expect(made.status).toBe(200);
  });

  it('has the words of its period made tags, those a person leaves excepted', async () => {
    const report = await documentOf('2025年上半年召开党委会*次。', '某局', '2025年7月5日');
    const { body } = await learn('2025年上半年报告.docx', report);
    expect([body.period, body.periods.map(({ found }: { found: string }) => found)]).toEqual([
      '2025H1',
      ['2025年上半年', '2025年7月5日'],
    ]);
    const bindings = [{ index: 1, key: 'party_committee_meetings' }];
    const put = (body_: object) => api.as('office').put(`/api/report-templates/${body.id}/bindings`, body_);
    expect((await put({ bindings, literal: [3] })).body.message).toBe(
      '期间与日期第 3 处不正确：这份报告的期间与日期只有 2 处',
    );
    const { body: template } = await put({ bindings, literal: [2] });
    const file = await api.as('office').raw(`/api/report-templates/${template.id}/template.docx`);
    expect(await documentTexts(Buffer.from(await file.arrayBuffer()))).toEqual([
      '工作报告',
      '{period_label}召开党委会{party_committee_meetings}次。',
      '某局',
      '2025年7月5日',
    ]);
  });

  it('whose period may be one of several is read as the one that is named', async () => {
    const { body } = await learn(
      '双期.docx',
      await documentOf('二季度暨上半年：2025年二季度、2025年上半年召开党委会*次。'),
    );
    const codes = body.periodCandidates.map(({ code }: { code: string }) => code);
    expect([body.period, codes, body.periods]).toEqual([null, ['2025Q2', '2025H1'], []]);
    const path = `/api/report-templates/learn/${body.id}`;
    const read = (await api.as('office').get(`${path}?period=2025H1`)).body;
    expect([read.period, read.periods.length]).toEqual(['2025H1', 3]);
    expect((await api.as('office').get(`${path}?period=2025H3`)).body.code).toBe('inputWrong');
  });

  it('keeps what was decided, by whom, and is read by it; choices of two people stand side by side', async () => {
    const { body } = await learn('三季度.docx', await documentOf('检查15次，党委会*次，2025年第三季度。'));
    const path = `/api/report-templates/learn/${body.id}`;
    expect(body.decisions).toBeNull();
    const decided = await api
      .as('office')
      .patch(path, { numbers: 'also', chosen: { '2:2': null }, settled: 1, places: 2 });
    expect(decided.status).toBe(204);
    await api.as('chief').patch(path, { chosen: { '2:9': 'party_committee_meetings' }, shown: '2:9', settled: 2 });
    const again = (await api.as('office').get(path)).body;
    expect(again.placeholders).toHaveLength(2);
    expect(again.decisions).toMatchObject({
      numbers: 'also',
      chosen: { '2:2': null, '2:9': 'party_committee_meetings' },
      shown: '2:9',
      settled: 2,
      places: 2,
      at: expect.any(String),
    });
    const [first] = (await api.as('office').get('/api/report-templates/learn')).body;
    expect(first).toMatchObject({ id: body.id, name: '三季度.docx', templateId: null, settled: 2, places: 2 });
    expect(first.decidedBy).toBe(again.decisions.by);
  });

  it.each([
    ['a place that cannot be', { chosen: { somewhere: 'x' } }],
    ['a key that is none', { chosen: { '1:1': 7 } }],
    ['a period that is none', { period: '2025H3' }],
  ])('keeps nothing of %s', async (_, change) => {
    const { body } = await learn('季度报告.docx', await documentOf('党委会*次。'));
    const path = `/api/report-templates/learn/${body.id}`;
    expect((await api.as('office').patch(path, change)).status).toBe(422);
    expect((await api.as('office').get(path)).body.decisions).toBeNull();
  });

  it('has no more decided of it than a report has places', async () => {
    const { body } = await learn('季度报告.docx', await documentOf('党委会*次。'));
    const choices = (from: number, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`1:${from + at}`, null]));
    const decide = (chosen: object) => api.as('office').patch(`/api/report-templates/learn/${body.id}`, { chosen });
    for (const part of [0, 1, 2, 3]) expect((await decide(choices(part * 1000, 1000))).status).toBe(204);
    expect((await decide(choices(4000, 1))).body.message).toBe('各处的选择不正确：最多 4000 处');
    expect((await decide(choices(0, 5))).status).toBe(204);
  });

  it.each([
    ['a place there is not', [{ index: 3, key: 'inspection_issues' }], '第 3 处不正确：这份报告只有 2 处'],
    [
      'a figure there is not',
      [{ index: 1, key: 'nothing_of_the_kind' }],
      '第 1 处不正确：没有指标“nothing_of_the_kind”',
    ],
    [
      'a place named twice',
      [
        { index: 1, key: 'inspection_issues' },
        { index: 1, key: 'inspection_items' },
      ],
      '第 1 处不正确：重复指定',
    ],
  ])('is not bound to %s, and no template is made', async (_, bindings, message) => {
    const before = (await api.as('office').get('/api/report-templates')).body.length;
    const { body } = await learn('季度报告.docx', await documentOf('巡察反馈问题*个，党委会*次。'));
    const answer = await bind(body.id, bindings);
    expect([answer.status, answer.body.message]).toEqual([422, message]);
    expect((await api.as('office').get('/api/report-templates')).body).toHaveLength(before);
  });

  it.each([
    ['a scan', '报告.pdf', '%PDF-1.7 scanned', 'documentPdf'],
    ['an old .doc', '报告.doc', oldWord, 'legacyWord'],
    ['millions of characters', '全文.txt', Buffer.alloc(5_000_000, 'a\n'), 'documentTooLarge'],
    ['no text at all', '报告.txt', Buffer.from([0, 1, 2]), 'fileNotDocument'],
    ['thousands of numbers', '流水.txt', '检查3次，'.repeat(2001), 'tooManyPlaces'],
  ])('is refused with what to do: %s', async (_, name, content, code) => {
    const { status, body } = await learn(name, content as string);
    expect([status, body.code]).toEqual([422, code]);
  });

  it('of nobody knows is not found', async () => {
    const answer = await api.as('office').get('/api/report-templates/learn/01234567-0123-7123-8123-0123456789ab');
    expect(answer.status).toBe(404);
  });
});

describe('a template', () => {
  const office = () => api.as('office');
  const listed = async (query = '') => (await office().get(`/api/report-templates${query}`)).body;
  const named = async (name: string, query = '') => (await listed(query)).find((row: any) => row.name === name);
  const upload = async (name: string, text: string) =>
    (await office().upload('/api/report-templates', [{ name: `${name}.docx`, content: await documentOf(text) }])).body;

  it('is renamed with all its versions, and the report it was learned from makes its next one', async () => {
    const { body } = await learn('旧名.docx', await documentOf('召开党委会*次。'));
    const bindings = [{ index: 1, key: 'party_committee_meetings' }];
    const { body: made } = await bind(body.id, bindings);
    const renamed = await office().patch(`/api/report-templates/${made.id}`, { name: ' 新名 ' });
    expect([renamed.status, renamed.body.name]).toEqual([200, '新名']);
    expect(await named('旧名')).toBeUndefined();
    expect((await named('新名')).changed).toMatchObject({ action: 'rename', by: expect.any(String) });
    const next = await bind(body.id, [{ index: 1, key: 'drills' }]);
    expect([next.body.name, next.body.version]).toEqual(['新名', 2]);
  });

  it('is one with its versions when a former report is bound many times at once under several names', async () => {
    const { body } = await learn('同时.docx', await documentOf('召开党委会*次。'));
    const bindings = [{ index: 1, key: 'party_committee_meetings' }];
    const put = (_: unknown, at: number) =>
      office().put(`/api/report-templates/${body.id}/bindings`, { bindings, name: `同时${at}` });
    const answers = await Promise.all(Array.from({ length: 8 }, put));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('takes no name another has, archived ones too, nor an empty one; nothing changes', async () => {
    const one = await upload('甲', '甲{报告期}');
    const other = await upload('乙', '乙{报告期}');
    const rename = (name: string) => office().patch(`/api/report-templates/${other.id}`, { name });
    expect((await rename('甲')).body.message).toBe('模板“甲”已存在');
    await office().delete(`/api/report-templates/${one.id}`);
    expect((await rename('甲')).status).toBe(409);
    expect((await rename('  ')).status).toBe(422);
    expect((await named('乙')).id).toBe(other.id);
  });

  it('takes many renames at once: none waits for a connection that another holds', async () => {
    const { id } = await upload('并发', '并发{报告期}');
    const rename = (_: unknown, at: number) => office().patch(`/api/report-templates/${id}`, { name: `并发${at}` });
    const answers = await Promise.all(Array.from({ length: 20 }, rename));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('is archived: not offered, nothing new is built with it, and reports built with it are there; it comes back', async () => {
    const { id } = await upload('月报', '月报{报告期}');
    const started = await office().post('/api/reports', { templateId: id, period: '2026H1' });
    expect((await named('月报')).reportCount).toBe(1);
    expect((await office().delete(`/api/report-templates/${id}`)).status).toBe(200);
    expect(await named('月报')).toBeUndefined();
    expect(await named('月报', '?archived=true')).toMatchObject({ reportCount: 1, changed: { action: 'archive' } });
    expect((await office().get(`/api/reports/${started.body.id}`)).status).toBe(200);
    const refused = await office().post('/api/reports', { templateId: id, period: '2026H1' });
    expect([refused.status, refused.body.code]).toEqual([409, 'templateArchived']);
    const again = { templateId: id, period: '2026H1', basedOn: started.body.id };
    expect((await office().post('/api/reports', again)).status).toBe(201);
    expect((await office().post(`/api/report-templates/${id}/restore`, {})).status).toBe(200);
    expect((await named('月报')).changed).toMatchObject({ action: 'restore' });
  });

  it('that is archived is offered again when it is uploaded, as it was or as its next version', async () => {
    const { id } = await upload('周报', '周报{报告期}');
    await office().delete(`/api/report-templates/${id}`);
    expect(await upload('周报', '周报{报告期}')).toMatchObject({ id, version: 1, archivedAt: null });
    expect((await named('周报')).version).toBe(1);
    await office().delete(`/api/report-templates/${id}`);
    expect((await upload('周报', '周报{期间}')).version).toBe(2);
    expect((await named('周报')).version).toBe(2);
  });

  it('is kept with its tracked changes accepted: no report shows what was taken out of it', async () => {
    const by = { id: 1, author: '周敏', date: '2025-07-01T00:00:00Z' };
    const children = [new DeletedTextRun({ ...by, text: '旧话' }), new InsertedTextRun({ ...by, text: '{报告期}' })];
    const content = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
    const { body } = await office().upload('/api/report-templates', [{ name: '修订稿.docx', content }]);
    const file = await office().raw(`/api/report-templates/${body.id}/template.docx`);
    const xml = new PizZip(Buffer.from(await file.arrayBuffer())).file('word/document.xml')!.asText();
    expect([xml.includes('{报告期}'), /旧话|<w:del|<w:ins/.test(xml)]).toEqual([true, false]);
  });

  it('is neither named nor uploaded as one that is built in, nor by what is no name of a file', async () => {
    const [{ name: builtIn }] = await listed();
    const file = { name: `${builtIn}.docx`, content: await documentOf('甲{报告期}') };
    const refused = await office().upload('/api/report-templates', [file]);
    expect([refused.status, refused.body.code]).toEqual([409, 'duplicate']);
    const { id } = await upload('甲\u202e乙\u0007', '甲{报告期}');
    expect((await named('甲乙')).id).toBe(id);
    for (const name of ['甲/乙', '甲\u202e乙', '甲\r\n乙'])
      expect((await office().patch(`/api/report-templates/${id}`, { name })).body.code).toBe('inputWrong');
    expect((await named('甲乙')).id).toBe(id);
  });

  it('that is built in is neither renamed nor archived', async () => {
    const [{ id }] = await listed();
    expect((await office().patch(`/api/report-templates/${id}`, { name: '别名' })).body.code).toBe('templateBuiltIn');
    expect((await office().delete(`/api/report-templates/${id}`)).body.code).toBe('templateBuiltIn');
  });
});
