import type { TicketKind } from '@xiaohao/domain';
import { guessKind, isKindAssumed } from './ledger-kind.js';

const safety: TicketKind[] = ['hazard', 'public_report', 'accident_investigation'];
const supervision: TicketKind[] = ['env_inspection_issue', 'key_task', 'supervision_item'];

function guess(headings: string, title: string, registers: readonly TicketKind[] = []): TicketKind {
  return guessKind({ headings: headings.split(' '), title, names: [] }, registers);
}

describe('the kind of a ledger', () => {
  it.each<[headings: string, title: string, kind: TicketKind]>([
    ['序号 存在问题 整改措施 责任单位 整改期限 目前进展', '白沙镇安全生产问题整改清单（2026年7月）', 'hazard'],
    ['序号 乡镇 点位 存在问题 发现时间 责任单位', '云溪县安全生产“百日攻坚”突出问题整改跟踪表', 'hazard'],
    ['序号 企业名称 检查日期 存在问题 整改期限', '', 'hazard'],
    ['序号 存在问题 责任单位 整改期限', '问题整改清单', 'inspection_issue'],
    ['序号 反馈问题 责任单位 整改期限', '安全生产巡察反馈意见整改台账', 'inspection_issue'],
    ['序号 工作任务 牵头单位 完成时限', '2026年安全生产重点工作任务分解表', 'key_task'],
    ['工单编号 来电时间 诉求内容 承办单位 办理时限', '12345热线工单导出', 'public_report'],
    ['序号 信访诉求 责任单位 办结时限', '信访件台账', 'public_report'],
    ['序号 存在问题 责任单位 整改期限', '省级生态环境保护例行督察问题整改清单', 'env_inspection_issue'],
    ['序号 存在问题 责任单位 整改期限', `${'生态环境'.repeat(25_000)}问题整改清单`, 'inspection_issue'],
    ['序号 督办事项 承办单位 办理时限', '安全生产督办事项一览表', 'supervision_item'],
  ])('with %s under %.60s is guessed by what its words lean to', (headings, title, kind) => {
    expect(guess(headings, title)).toBe(kind);
  });

  it('is one its importer may register where the words decide nothing', () => {
    const plain = '序号 存在问题 责任单位 整改期限';
    expect(guess(plain, '问题整改清单', safety)).toBe('hazard');
    expect(guess(plain, '问题整改清单', ['hazard'])).toBe('hazard');
    expect(guess(plain, '问题整改清单', supervision)).toBe('supervision_item');
    expect(guess(plain, '安全生产考核反馈问题整改清单', safety)).toBe('hazard');
  });

  it('is what its words plainly say, whoever imports it', () => {
    expect(guess('序号 巡察反馈问题 责任单位 整改时限', '区委巡察反馈问题整改台账', safety)).toBe('inspection_issue');
    expect(guess('序号 隐患描述 企业名称 整改期限', '隐患台账', supervision)).toBe('hazard');
  });

  it.each<[headings: string, title: string, kind: 'auto' | TicketKind, isAssumed: boolean]>([
    ['序号 审计发现问题 责任单位 整改期限', '审计整改清单', 'auto', true],
    ['序号 审计发现问题 责任单位 整改期限', '审计整改清单', 'inspection_issue', false],
    ['序号 隐患描述 责任单位 整改期限', '', 'auto', false],
    ['序号 存在问题 责任单位 整改期限', '安全生产问题整改清单', 'auto', false],
  ])('with %s under %s read as %s is told to be assumed: %s, %s', (headings, title, kind, isAssumed) => {
    const clues = { headings: headings.split(' '), title, names: [] };
    expect(isKindAssumed(clues, { kind })).toBe(isAssumed);
  });
});
