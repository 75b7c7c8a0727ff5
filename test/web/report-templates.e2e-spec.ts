import { writeOfficialDocument } from '@xiaohao/documents';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { sees } from '../support/page-steps.js';

let stage: PageStage;
beforeAll(async () => {
  stage = await openPages('2026-07-10');
});
afterAll(async () => {
  await stage?.stop();
});

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function template(name: string, ...texts: string[]) {
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  const buffer = await writeOfficialDocument({ title: '通报', addressee: '各科室：', blocks }, new Date(0));
  return { name, mimeType: mediaType, buffer };
}

const namesKept = async () =>
  (await stage.api.as('office').get('/api/report-templates')).body.map(({ name }: { name: string }) => name);

it('a faulty template is refused with every fault and what was meant, mended with one click and then used', async () => {
  const page = await stage.as('office');
  await page.goto('/reports');
  await page.getByRole('link', { name: '模板', exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles(await template('通报一.docx', '共{巡查问题数}个，均已销号。', '罚款{危化罚款|两}元，演练7场。'));
  await sees(page, '“通报一.docx”有 2 处标签不能填数');
  await sees(page, '演练【7场】');
  await page.getByRole('row', { name: /\{巡查问题数\} .*\{巡察问题数\}/ }).waitFor();
  expect(await namesKept()).not.toContain('通报一');
  await page.getByRole('button', { name: '按建议修改并使用' }).click();
  await page.getByRole('cell', { name: '通报一' }).waitFor();
  expect(await namesKept()).toContain('通报一');
  await page
    .getByRole('row', { name: /通报一/ })
    .getByRole('button', { name: '不变的数字' })
    .click();
  const left = page.getByRole('dialog').getByRole('listitem');
  await left.first().waitFor();
  expect(await left.allInnerTexts()).toEqual([
    expect.stringMatching(/^第 4 段 .*演练【7场】/),
    expect.stringMatching(/^第 3 段 .*【均已销号】/),
  ]);
  expect(stage.complaints).toEqual([]);
});

it('what only a person can mend is left to Word', async () => {
  const page = await stage.as('office', phone);
  await page.goto('/reports/templates');
  await page.locator('input[type=file]').setInputFiles(await template('通报二.docx', '种{绿植盆数}盆。'));
  await sees(page, '请在 Word 中修改');
  expect(await page.getByRole('button', { name: '按建议修改并使用' }).count()).toBe(0);
  expect(await namesKept()).not.toContain('通报二');
  expect(stage.complaints).toEqual([]);
});

it('a template is renamed, removed with ten seconds to take it back, and restored from those removed', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/templates');
  await page.locator('input[type=file]').setInputFiles(await template('通报三.docx', '{报告期}通报'));
  const row = (name: string) =>
    page.getByRole('table', { name: '报告模板' }).getByRole('row', { name: new RegExp(name) });
  await row('通报三').getByRole('button', { name: '改名' }).click();
  await page.getByLabel('新名称').fill('季度通报');
  await page.getByRole('dialog').getByRole('button', { name: '改名' }).click();
  await row('季度通报 .*改名').waitFor();
  await row('季度通报').getByRole('button', { name: '删除' }).click();
  await sees(page, '用它生成的 0 份报告照常可看');
  await page.locator('.ant-popconfirm').getByRole('button', { name: '删除' }).click();
  await sees(page, '模板“季度通报”已删除');
  await row('季度通报').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销' }).click();
  await row('季度通报').waitFor();
  await row('季度通报').getByRole('button', { name: '删除' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '删除' }).last().click();
  await page.getByRole('table', { name: '已删除的模板' }).getByRole('button', { name: '恢复' }).click();
  await row('季度通报 .*恢复').waitFor();
  expect(stage.complaints).toEqual([]);
});

it('a template is fetched as the Word file it is, a built-in one too, and the fetched file is a template again', async () => {
  const office = stage.api.as('office');
  const response = await office.raw('/api/report-templates/half-year/template.docx');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
  const again = await office.upload('/api/report-templates', [
    { name: '半年报.docx', content: Buffer.from(await response.arrayBuffer()) },
  ]);
  expect(again.status).toBe(201);
});
