import { compare } from './compare.mjs';

export const bare = 'bench/bare/create.mjs';
export const needs = ['history', 'search'];

/** A new ticket with one measure: number, row, event, history, round, what it is found by, in one transaction. */
export async function bench(stage, rows) {
  let count = 0;
  const next = () => ({
    body: {
      kind: 'inspection_issue',
      title: `关于第${(count += 1)}处消防通道被杂物占用、疏散标志缺失问题的整改`,
      description: '检查发现责任制落实不到位，隐患台账更新不及时',
      leadUnitId: stage.tokens.unitId,
      deadline: { kind: 'date', dueOn: '2027-12-31' },
      measures: [{ text: '逐项清点并建立清单，明确责任人' }],
    },
  });
  await compare(
    { bench: 'create', scenario: 'a ticket with one measure', rows },
    {
      ours: {
        url: `${stage.apiUrl}/api/tickets`,
        headers: { cookie: `xiaohao_session=${stage.tokens.inspection}` },
        next,
      },
      bare: { url: `${stage.bareUrl}/create`, next },
    },
  );
}
