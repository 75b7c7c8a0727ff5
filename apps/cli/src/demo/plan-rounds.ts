import type { WorkingCalendar } from '@xiaohao/domain';
import { roundNames, type DemoDates, type RoundName } from './demo-dates.js';
import type { Dice } from './demo-dice.js';
import type { DemoTicket } from './demo-ticket.js';
import { roundFates } from './fates.js';
import { layRound } from './lay-fates.js';
import { counted, planTicket } from './plan-ticket.js';
import { thirdRound } from './texts/inspection-third.js';
import { formerRound, specialRound } from './texts/inspection-special.js';
import type { ProblemText } from './texts/scene.js';

export interface InspectionRound {
  readonly name: string;
  readonly round: string;
  readonly group: string;
  readonly items: readonly { readonly title: string; readonly problems: readonly ProblemText[] }[];
  /** For each item the sections it concerns, which take its problems by turns. */
  readonly units: readonly (readonly string[])[];
}

/** The rounds of inspection, `{year}` that of their feedback. */
export const inspectionRounds: Readonly<Record<RoundName, InspectionRound>> = {
  former: {
    name: '{year}年区委第一轮巡察反馈',
    round: '第一轮',
    group: '第一巡察组',
    items: formerRound,
    units: [
      ['command', 'law'],
      ['relief', 'office'],
      ['enforcement', 'training', 'office'],
      ['office', 'enforcement'],
    ],
  },
  third: {
    name: '{year}年区委第三轮巡察反馈',
    round: '第三轮',
    group: '第二巡察组',
    items: thirdRound,
    units: [
      ['office', 'training'],
      ['chemicals', 'mines', 'industry'],
      ['enforcement', 'law'],
      ['office'],
      ['relief', 'command'],
      ['office', 'chemicals'],
      ['office'],
      ['office', 'command', 'chemicals'],
      ['relief', 'training'],
      ['office', 'law'],
      ['training', 'office'],
      ['chemicals', 'enforcement', 'relief'],
    ],
  },
  special: {
    name: '{year}年救灾物资管理专项巡察反馈',
    round: '专项',
    group: '第三巡察组',
    items: specialRound,
    units: [['relief', 'office'], ['relief', 'flood'], ['relief']],
  },
};

const results = [
  { type: 'rules_made', amount: 1 },
  { type: 'reform_measures', amount: 1 },
  { type: 'talks_admonish', amount: 2 },
  { type: 'money_collected', amount: 15_600 },
  { type: 'org_handling', amount: 1 },
  { type: 'losses_recovered', amount: 42_300 },
];

const taking = (units: readonly string[], turn: number): string => units[turn % units.length]!;

/** Every problem of every round, with its fate. */
export function planRounds(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  return roundNames.flatMap((name) => {
    const { items, units } = inspectionRounds[name];
    const laid = dice.shuffle(layRound(roundFates[name], dates.rounds[name], dates, calendar));
    const issues = items.flatMap(({ problems }, item) =>
      problems.map((problem, at) => ({ problem, item: item + 1, unit: taking(units[item]!, at) })),
    );
    return issues.map(({ problem, item, unit }, index) => {
      const n = dice.between(2, 5);
      return planTicket(
        `${name}-${index}`,
        {
          kind: 'inspection_issue',
          title: counted(problem.text, n),
          unit,
          source: name,
          item,
          confidential: index % 40 === 23,
          measures: [counted(problem.measure, n)],
          doing: counted(problem.doing, n),
          done: counted(problem.done, n),
          outcomes: index % 2 === 0 ? [results[(index / 2) % results.length]!] : [],
        },
        laid[index]!,
        dice,
      );
    });
  });
}
