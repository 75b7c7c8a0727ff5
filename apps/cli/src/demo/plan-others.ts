import { addDays, dayParts, nextWorkingDay, previousWorkingDay, type Day, type WorkingCalendar } from '@xiaohao/domain';
import type { DemoDates } from './demo-dates.js';
import type { Dice } from './demo-dice.js';
import type { DemoTicket } from './demo-ticket.js';
import { unitName } from './demo-units.js';
import { fates } from './fates.js';
import { layFates, type LaidFate } from './lay-fates.js';
import { planTicket, sourceBy } from './plan-ticket.js';
import { accidents, envIssues } from './texts/env-and-accidents.js';
import { keyTasks, supervisionItems } from './texts/tasks.js';

const envUnits: Readonly<Record<string, string>> = { 石料: 'mines', 砂场: 'mines', 采石: 'mines', 白云石: 'mines' };

export function planEnvironment(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  return layFates(fates.env_inspection_issue, dates, calendar).map((fate, index) => {
    const [title, site, town, target, doing, done] = envIssues[index % envIssues.length]!;
    const word = Object.keys(envUnits).find((part) => site.includes(part));
    return planTicket(
      `env-${index}`,
      {
        kind: 'env_inspection_issue',
        title,
        unit: word ? envUnits[word]! : town,
        source: sourceBy('env_inspection_issue', fate.raised, dates.today),
        theirNo: `D-${String(index * 3 + 5).padStart(3, '0')}`,
        site,
        town: unitName(town),
        industry: word ? '非煤矿山' : undefined,
        details: { target },
        measures: [`按“${target}”制定一事一策方案`, '每月核对进度并留存影像'],
        doing,
        done,
        outcomes: [
          dice.roll() < 0.5
            ? { type: 'area_restored', amount: dice.between(6, 40) }
            : { type: 'waste_removed', amount: dice.between(10, 60) * 100 },
        ],
      },
      fate,
      dice,
    );
  });
}

/** Accidents: the law gives the investigation sixty days from the accident. */
export function planAccidents(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  const levels = { 3: 'larger', 8: 'larger', 11: 'major' } as Readonly<Record<number, string>>;
  const words: Readonly<Record<string, string>> = { general: '一般', larger: '较大', major: '重大' };
  return layFates(fates.accident_investigation, dates, calendar).map((fate, index) => {
    const [name, accidentType, industry, site, town] = accidents[index % accidents.length]!;
    const occurred = addDays(fate.raised, -1);
    const level = levels[index] ?? 'general';
    const { month, date } = dayParts(occurred);
    const deaths = { general: 1, larger: 3, major: 10 }[level]!;
    return planTicket(
      `accident-${index}`,
      {
        kind: 'accident_investigation',
        title: `${site}“${month}·${date}”${words[level]}${name.replaceAll(/[“”]/g, '')}调查`,
        unit: { 危化: 'chemicals', 非煤矿山: 'mines', 工贸: 'industry' }[industry] ?? 'enforcement',
        level,
        occurred,
        site,
        town: unitName(town),
        industry,
        details: { accidentType },
        measures: ['完成现场勘查和询问', '形成调查报告并报批'],
        doing: '完成现场勘查和询问笔录，正在起草调查报告',
        done: '调查报告已报批，防范措施建议已送达事故单位',
        outcomes: [
          { type: 'deaths', amount: deaths },
          { type: 'direct_loss', amount: dice.between(60, 400) * 10_000 },
          { type: 'persons_accountable', amount: dice.between(1, 6) },
        ],
      },
      { ...fate, due: nextWorkingDay(addDays(occurred, 60), calendar) },
      dice,
    );
  });
}

/** Key tasks with their parts; a task lasts as long as any of its parts. */
export function planTasks(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  const laid = dice.shuffle(layFates(fates.key_task, dates, calendar));
  return keyTasks.flatMap(({ title, unit, target: [target, targetValue, valueUnit], parts }, index) => {
    const key = `task-${index}`;
    const own = parts.map(() => laid.pop()!);
    const source = (raised: Day) => sourceBy('key_task', raised, dates.today);
    // A task is there before its parts.
    const raised = previousWorkingDay(addDays(own.map((fate) => fate.raised).sort()[0]!, -1), calendar);
    const due = own
      .map((fate) => fate.due!)
      .sort()
      .at(-1)!;
    const whole: LaidFate = {
      story: 'working',
      raised,
      ends: dates.last,
      due: addDays(due > dates.today ? due : dates.today, 10),
    };
    const presentValue = Math.round(targetValue * dice.between(3, 8)) / 10;
    const facts = { kind: 'key_task', unit, source: source(raised) } as const;
    const details = { target, targetValue, presentValue: Math.floor(presentValue), valueUnit };
    const telling = { doing: `${parts[0]![0]}等分项正在推进`, done: `${target}，已完成` };
    return [
      planTicket(key, { ...facts, title, details, ...telling }, whole, dice),
      ...parts.map(([part, doing, done], at) =>
        planTicket(`${key}-${at}`, { ...facts, title: part, parent: key, doing, done }, own[at]!, dice),
      ),
    ];
  });
}

export function planSupervision(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  const forms = ['meeting', 'instruction', 'letter'] as const;
  return layFates(fates.supervision_item, dates, calendar).map((fate, index) => {
    const [title, unit, doing, done] = supervisionItems[index % supervisionItems.length]!;
    const sourceForm = dice.pick(forms);
    const year = fate.raised.slice(0, 4);
    const number = dice.between(2, 40);
    const sourceNo = {
      meeting: `第 ${number} 次常务会议纪要`,
      instruction: `批示件第 ${number} 号`,
      letter: `青督函〔${year}〕${number}号`,
    }[sourceForm];
    return planTicket(
      `supervision-${index}`,
      {
        kind: 'supervision_item',
        title: index < supervisionItems.length ? title : `${title}（续办）`,
        unit,
        source: sourceBy('supervision_item', fate.raised, dates.today),
        confidential: index % 25 === 11,
        details: {
          sourceForm,
          sourceNo,
          ...(sourceForm === 'instruction'
            ? {
                instruction: dice.pick([
                  '请抓紧办理，月底前报结果',
                  '请牵头单位拿出办法，不得拖延',
                  '请督查室跟踪问效',
                ]),
              }
            : {}),
        },
        measures: [],
        doing,
        done,
      },
      fate,
      dice,
    );
  });
}
