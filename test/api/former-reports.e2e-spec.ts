import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOfficialDocument } from '@xiaohao/documents';
import { bootApi, type TestApi } from '../support/boot-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await bootApi('2026-07-10');
});
afterAll(() => api?.stop());

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
    ['a scan', '报告.pdf', '%PDF-1.7 scanned', 'fileNotDocument'],
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
