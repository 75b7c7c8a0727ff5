import { documentTexts } from '@xiaohao/documents';
import { openPages, type PageStage } from '../support/page-stage.js';
import { phone } from '../support/browser.js';
import { pick, sees, still } from '../support/page-steps.js';

let stage: PageStage;
beforeAll(async () => {
  stage = await openPages('2026-07-10');
});
afterAll(async () => {
  await stage?.stop();
});

const report = (text: string) => ({ name: '去年上半年.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

it('a former report becomes a template: the sure places stand, the open one is settled, a new report can take it', async () => {
  const page = await stage.as('office');
  await page.goto('/reports');
  await page.getByRole('link', { name: '从往期报告学模板' }).first().click();
  await page.locator('input[type=file]').setInputFiles(report('半年工作报告\n召开党委会*次，种植绿植*盆。'));
  await sees(page, '共 2 处，待确定 1 处');
  await page.getByRole('button', { name: /第 1 处 召开党委会 已对应/ }).waitFor();
  await page.getByRole('button', { name: '下一处待确定' }).click();
  await sees(page, '种植绿植【*】盆');
  await page.getByRole('radio', { name: '保留原文，不填数' }).check();
  await sees(page, '共 2 处，待确定 0 处');
  const name = page.getByRole('textbox', { name: '模板名称' });
  expect(await name.inputValue()).toBe('半年工作报告');
  await name.fill('去年上半年');
  await page.getByRole('button', { name: '生成模板' }).click();
  await sees(page, '模板“去年上半年”已生成');
  await page.getByRole('link', { name: '查看模板' }).click();
  await page.getByRole('cell', { name: '去年上半年' }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: '用它生成报告' }).click();
  await page.getByRole('dialog').getByText('去年上半年', { exact: true }).waitFor();
  const names = (await stage.api.as('office').get('/api/report-templates')).body.map(({ name }: any) => name);
  expect(names).toContain('去年上半年');
  expect(stage.complaints).toEqual([]);
});

it('numbers beside stars are told and offered too; what was chosen before stays', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/learn');
  await page.locator('input[type=file]').setInputFiles(report('巡察反馈问题60个，种植绿植*盆，召开党委会*次。'));
  await sees(page, '另有 1 个数字未作占位，会原样留在模板里');
  await sees(page, '巡察反馈问题【60个】，种植绿植');
  await page.getByRole('radio', { name: '保留原文，不填数' }).check();
  await sees(page, '共 2 处，待确定 0 处');
  await page.getByRole('button', { name: '一并列出' }).click();
  await sees(page, '共 3 处，待确定 0 处');
  await page.getByRole('button', { name: /第 1 处 .*巡察反馈的具体问题 已对应/ }).waitFor();
  await page.getByRole('button', { name: /第 2 处 \* 保留原文/ }).waitFor();
  await page.getByRole('button', { name: '生成模板' }).click();
  await sees(page, '已生成');
  expect(stage.complaints).toEqual([]);
});

it('what was decided is there when the page is left and opened again, the words of the period too', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/learn');
  const text = '2025年上半年工作报告\n上半年种植绿植*盆，召开党委会*次，栽花*株。上半年结束。';
  await page.locator('input[type=file]').setInputFiles({ ...report(text), name: '半截.txt' });
  await sees(page, '共 3 处，待确定 2 处');
  await page.getByRole('checkbox', { name: /上半年 → \{期间\} 2 处/ }).uncheck();
  await page.getByRole('radio', { name: '保留原文，不填数' }).click();
  await sees(page, '共 3 处，待确定 1 处');
  await page.getByRole('button', { name: '上半年', exact: true }).last().click();
  await page.goto('/reports/learn');
  await sees(page, '已确定 2/3');
  await page.getByRole('link', { name: '半截.txt' }).click();
  await sees(page, '上次做到 2/3');
  await sees(page, '栽花【*】株');
  const marks = page.locator('.period-mark');
  expect(await marks.evaluateAll((all) => all.map((mark) => mark.ariaPressed))).toEqual(['true', 'false', 'true']);
  await page.getByRole('textbox', { name: '模板名称' }).fill('半截');
  await page.getByRole('button', { name: '生成模板' }).click();
  await sees(page, '已生成');
  const office = stage.api.as('office');
  const { id } = (await office.get('/api/report-templates')).body.find(({ name }: any) => name === '半截');
  const file = await office.raw(`/api/report-templates/${id}/template.docx`);
  expect(await documentTexts(Buffer.from(await file.arrayBuffer()))).toEqual([
    '{period_label}工作报告',
    '上半年种植绿植*盆，召开党委会{party_committee_meetings}次，栽花*株。{period_word}结束。',
  ]);
  expect(stage.complaints).toEqual([]);
});

it('a report whose period may be one of several asks for it', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/learn');
  await page.locator('input[type=file]').setInputFiles(report('2025年二季度暨上半年工作情况\n二季度召开党委会*次。'));
  await sees(page, '这份报告可能是这几个报告期之一');
  await page.getByText('2025年第二季度', { exact: true }).click();
  await page.getByRole('checkbox', { name: /二季度 → \{期间\}/ }).waitFor();
  expect(stage.complaints).toEqual([]);
});

it('a figure nobody has yet becomes an indicator of the bureau on the spot, with name and unit at hand', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/learn');
  await page.locator('input[type=file]').setInputFiles(report('全年编发政务信息*篇。'));
  await page.getByRole('button', { name: '新建指标' }).click();
  expect(await page.getByLabel('指标名称').inputValue()).toBe('全年编发政务信息');
  expect(await page.getByLabel('计量单位').inputValue()).toBe('篇');
  await page.getByRole('button', { name: '新建并用于此处' }).click();
  await page.getByRole('button', { name: /第 1 处 全年编发政务信息 已对应/ }).waitFor();
  expect(await page.getByRole('radio', { name: '全年编发政务信息' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '生成模板' }).click();
  await sees(page, '已生成');
  expect(stage.complaints).toEqual([]);
});

it('one click settles a place and goes on to the next open one, Enter does by keys; what is lacking is said', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/learn');
  await page.locator('input[type=file]').setInputFiles(report('种植绿植*盆，栽花*株，编发简报*篇。'));
  await sees(page, '共 3 处，待确定 3 处');
  await sees(page, '至少一处对应指标后才能生成');
  await page.getByRole('radio', { name: '保留原文，不填数' }).click();
  await sees(page, '栽花【*】株');
  await page.locator('.learn-proposals input').first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  await sees(page, '共 3 处，待确定 1 处');
  await sees(page, '栽花【*】株');
  await page.keyboard.press('Enter');
  await sees(page, '编发简报【*】篇');
  await page.locator('.learn-proposals input').first().and(page.locator(':focus')).waitFor();
  await pick(page.getByRole('combobox', { name: /其他指标/ }), '储备帐篷');
  await sees(page, '共 3 处，待确定 0 处');
  await page.getByText('至少一处对应指标后才能生成').waitFor({ state: 'detached' });
  await page.getByRole('textbox', { name: '模板名称' }).fill(' ');
  await sees(page, '请填写模板名称');
  expect(stage.complaints).toEqual([]);
});

it('on a phone a place opens from below, and another figure is found by its name', async () => {
  const page = await stage.as('office', phone);
  await page.goto('/reports/learn');
  await page.locator('input[type=file]').setInputFiles(report('种植绿植*盆。'));
  await page.getByRole('button', { name: /第 1 处/ }).click();
  await still(page.getByRole('dialog'));
  await pick(page.getByRole('combobox', { name: /其他指标/ }), '储备帐篷');
  await page.locator('.ant-drawer-close').click();
  await page.getByRole('button', { name: /第 1 处 储备帐篷 已对应/ }).waitFor();
  expect(stage.complaints).toEqual([]);
});
