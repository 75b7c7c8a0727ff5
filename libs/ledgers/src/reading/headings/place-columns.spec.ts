import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../../test/support/ledger-workbooks.js';
import { readLedger } from '../ledger-reader.js';

async function read(title: string, ...rows: string[]) {
  const cells = rows.map((row) => row.split('｜').map((cell): TestCell => (cell === '' ? null : cell)));
  const { tickets, sheets } = await readLedger(
    await buildWorkbook([{ name: '台账', rows: [[title], ...cells] }]),
    '台账.xlsx',
    {
      kind: 'auto',
      year: null,
      baseDate: null,
      source: null,
      today: '2026-05-10',
      calendar: officialCalendar,
    },
  );
  return { ticket: tickets[0]!, said: (sheets[0]!.findings ?? []).map(({ cell, code }) => `${cell} ${code}`) };
}
const hazards = '2026年安全隐患整改台账';
const tasks = '2026年重点任务台账';

describe('where a hazard is', () => {
  it.each([
    '工程名称',
    '项目名称',
    '建设项目',
    '工地名称',
    '小区名称',
    '加油站名称',
    '点位',
    '企业名称',
    '被检查单位',
    '场所',
    '隐患地点',
    '位置',
  ])('%s is its site', async (heading) => {
    const { ticket } = await read(
      hazards,
      `序号｜${heading}｜隐患描述｜责任单位｜整改时限｜整改情况`,
      '1｜云栖花园｜通道堵塞｜住建局｜2026年6月30日｜整改中',
    );
    expect(ticket).toMatchObject({
      kind: 'hazard',
      title: '通道堵塞',
      site: '云栖花园',
      leadUnit: '住建局',
      details: {},
    });
  });

  it.each(['工程名称', '点位', '企业名称', '被检查单位', '场所', '隐患部位'])(
    '%s stands in for its words where nothing else does, and the sheet says so',
    async (heading) => {
      const { ticket, said } = await read(
        hazards,
        `序号｜${heading}｜责任单位｜整改时限｜整改情况`,
        '1｜云栖花园｜住建局｜2026年6月30日｜整改中',
      );
      expect(ticket).toMatchObject({ title: '云栖花园', leadUnit: '住建局' });
      expect(said).toContain('B2 titleStandsIn');
    },
  );

  it('beside the enterprise stays as text, and puts nothing right itself', async () => {
    const both = await read(
      hazards,
      '序号｜企业名称｜隐患地点｜隐患描述｜整改时限',
      '1｜云栖化工｜二号库房｜通道堵塞｜2026年6月30日',
    );
    expect(both.ticket).toMatchObject({ site: '云栖化工', leadUnit: '云栖化工', details: { 隐患地点: '二号库房' } });
    const alone = await read(hazards, '序号｜隐患地点｜隐患描述｜整改时限', '1｜二号库房｜通道堵塞｜2026年6月30日');
    expect(alone.ticket).toMatchObject({ site: '二号库房', leadUnit: null });
  });

  it('is text in a ledger of other matters', async () => {
    const { ticket } = await read(
      tasks,
      '序号｜工程名称｜工作任务｜责任单位｜完成时限',
      '1｜云栖花园｜修路｜住建局｜2026年6月30日',
    );
    expect(ticket).toMatchObject({ title: '修路', site: null, details: { 工程名称: '云栖花园' } });
  });
});

describe('the days beside the deadline', () => {
  it.each(['会议时间', '开会时间', '召开时间', '研究日期'])(
    '%s is what days are counted from, and that is told',
    async (heading) => {
      const { ticket } = await read(
        tasks,
        `序号｜工作任务｜责任单位｜完成时限｜${heading}`,
        '1｜修路｜住建局｜10日内｜2026-03-05',
      );
      expect(ticket).toMatchObject({ deadline: { date: '2026-03-15' }, assignedOn: null, raisedOnFrom: 'importDay' });
      const told = ticket.issues.find(({ code }) => code === 'countedFromMeeting');
      expect(told).toMatchObject({
        cell: 'D3',
        message: expect.stringContaining(`从${heading}（E3）“2026-03-05”起算`),
      });
    },
  );

  it.each(['创建时间', '录入时间', '填报时间', '登记时间', '上传时间', '开始时间', '会议时间'])(
    '%s alone is no deadline',
    async (heading) => {
      const { ticket } = await read(
        tasks,
        `序号｜工作任务｜责任单位｜${heading}｜完成情况`,
        '1｜修路｜住建局｜2026-03-05｜进行中',
      );
      expect(ticket.deadline).toMatchObject({ kind: 'none', date: null });
    },
  );
});
