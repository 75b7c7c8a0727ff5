import { outcomesIn } from './outcome-words.js';
import type { TicketKind } from './ticket-kind.js';

const told = (text: string, kind: TicketKind) => outcomesIn(text, kind).map(({ type, amount }) => `${type} ${amount}`);

it.each<[TicketKind, string, string[]]>([
  [
    'inspection_issue',
    '追回6.3万元，注销27人，约谈3人、诫勉谈话2人',
    ['money_collected 63000', 'talks_admonish 3', 'talks_admonish 2'],
  ],
  [
    'inspection_issue',
    '清退违规津贴补贴4,800元；挽回经济损失1.5万元',
    ['money_collected 4800', 'losses_recovered 15000'],
  ],
  ['inspection_issue', '修订3项制度，完善制度机制两项', ['rules_made 3', 'rules_made 2']],
  ['inspection_issue', '出台改革举措2项。给予组织处理1人', ['reform_measures 2', 'org_handling 1']],
  ['inspection_issue', '批评教育１２人次', ['talks_admonish 12']],
  ['inspection_issue', '提醒谈话3人，谈话函询2人', ['talks_admonish 3', 'talks_admonish 2']],
  ['inspection_issue', '收缴违纪款3万元并上缴财政', ['money_collected 30000']],
  ['hazard', '立案2起，罚款0.5万元，责令停产停业1家', ['cases_filed 2', 'fines 5000', 'production_halts 1']],
  ['hazard', '投入整改资金约30万元，消除隐患6处', ['rectify_funds 300000', 'hazards_eliminated 6']],
  [
    'hazard',
    '查扣流动加油车3台、柴油1.2吨；取缔非法加油点2处',
    ['mobile_fuel_trucks_seized 3', 'illegal_fuel_points_closed 2'],
  ],
  ['hazard', '查扣柴油1.2吨', ['diesel_seized 1.2']],
  ['env_inspection_issue', '清运垃圾320吨，复绿15亩', ['waste_removed 320', 'area_restored 15']],
])('a text of %s tells its outcomes: %s', (kind, text, expected) => {
  expect(told(text, kind)).toEqual(expected);
});

it.each<[TicketKind, string]>([
  ['inspection_issue', '拟追回6.3万元'],
  ['inspection_issue', '应清退津贴4800元，尚未清退'],
  ['inspection_issue', '涉及违规资金6.3万元'],
  ['inspection_issue', '退还工资保证金3万元'],
  ['inspection_issue', '开展谈心谈话12人次'],
  ['inspection_issue', '纪实本已建立，谈话26人次'],
  ['inspection_issue', '开展廉政谈话8人次'],
  ['inspection_issue', '任前谈话3人'],
  ['inspection_issue', '已收回财政统筹113万元'],
  ['inspection_issue', '收回存量资金20万元'],
  ['inspection_issue', '收回结余3.2万元上缴财政'],
  ['inspection_issue', '清退完成50%'],
  ['inspection_issue', '立案2起'],
  ['hazard', '计划投入资金30万元'],
  ['hazard', '2026年11月30日已整改'],
  ['hazard', '罚款0元'],
  ['hazard', '检查企业12家'],
])('a text of %s that plans, or tells of something else, tells none: %s', (kind, text) => {
  expect(told(text, kind)).toEqual([]);
});

it('says the words it was read from, and that an amount is about so much', () => {
  expect(outcomesIn('已投入资金30余万元', 'hazard')).toEqual([
    { type: 'rectify_funds', amount: 300_000, said: '已投入资金30余万元', rough: true },
  ]);
});

it('tells the same once, however often it is written, and reads a long text in no time', () => {
  expect(told('约谈3人。'.repeat(500), 'inspection_issue')).toEqual(['talks_admonish 3']);
  expect(told(`约谈${'1,'.repeat(100_000)}人`, 'inspection_issue')).toEqual([]);
});
