import { addDays, nextWorkingDay, type Day, type TicketKind, type WorkingCalendar } from '@xiaohao/domain';
import type { DemoDates } from './demo-dates.js';
import type { Dice } from './demo-dice.js';
import { demoCampaigns, type DemoCampaignKey } from './demo-sources.js';
import type { DemoTicket } from './demo-ticket.js';
import { unitName } from './demo-units.js';
import { fates } from './fates.js';
import { layFates, type LaidFate } from './lay-fates.js';
import { phrases } from './phrases.js';
import { counted, planTicket, sourceBy, unitOf } from './plan-ticket.js';
import { industryHazards } from './texts/hazards-industry.js';
import { placeHazards } from './texts/hazards-places.js';
import { reportScenes } from './texts/reports.js';
import type { ProblemText, Scene } from './texts/scene.js';

interface Found {
  scene: Scene;
  problem: ProblemText;
  site: string;
  town: string;
}

/** Hazards: a problem of a trade at a place of that trade. */
export function planHazards(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  const scenes = [...industryHazards, ...placeHazards];
  const general = endless(
    pairs(scenes, ({ problems }) => problems),
    dice,
  );
  const major = endless(
    pairs(scenes, ({ major: grave }) => grave ?? []),
    dice,
  );
  return layFates(fates.hazard, dates, calendar).map((fate, index) => {
    const found = fate.level === 'major' ? major() : general();
    const n = dice.between(2, 6);
    const { problem, scene } = found;
    const yuan = problem.yuan && Math.round((problem.yuan * dice.between(8, 13)) / 1000) * 100;
    return planTicket(
      `hazard-${index}`,
      {
        ...wordsOf('hazard', found, n),
        level: fate.level ?? 'general',
        description: dice.roll() < 0.6 ? `${found.site}：${dice.pick(phrases.found)}` : undefined,
        source: dice.roll() < 0.5 ? sourceBy('hazard', fate.raised, dates.today) : undefined,
        campaign: campaignOn(scene, fate.raised, dates.today),
        details: hazardDetails(fate, yuan, index, dice),
        outcomes: hazardOutcomes(scene, n, yuan, dice),
      },
      fate,
      dice,
    );
  });
}

/** Reports of citizens; the law gives each sixty days. */
export function planReports(dates: DemoDates, calendar: WorkingCalendar, dice: Dice): DemoTicket[] {
  const next = endless(
    pairs(reportScenes, ({ problems }) => problems),
    dice,
  );
  const channels = ['hotline_12350', 'hotline_12345', 'letter', 'visit', 'online', 'transferred'];
  return layFates(fates.public_report, dates, calendar).map((fate, index) => {
    const n = dice.between(2, 6);
    const due = fate.due && nextWorkingDay(addDays(fate.raised, 60), calendar);
    const rewarded = dice.roll() < 0.3;
    return planTicket(
      `report-${index}`,
      {
        ...wordsOf('public_report', next(), n),
        description: dice.pick(phrases.reported),
        confidential: index % 20 === 7,
        details: {
          channel: dice.pick(channels),
          reporterKind: index % 3 === 0 ? 'named' : 'anonymous',
          receivedOn: fate.raised,
        },
        outcomes: [
          { type: 'hazards_eliminated', amount: n },
          ...(rewarded ? [{ type: 'rewards', amount: dice.between(2, 10) * 100 }] : []),
        ],
      },
      { ...fate, due },
      dice,
    );
  });
}

function wordsOf(kind: TicketKind, { scene, problem, site, town }: Found, n: number) {
  return {
    kind,
    title: counted(problem.text, n),
    unit: unitOf(scene.unit === 'town' ? town : scene.unit, town),
    industry: scene.industry,
    site,
    town: unitName(town),
    measures: [counted(problem.measure, n)],
    doing: counted(problem.doing, n),
    done: counted(problem.done, n),
  };
}

function hazardDetails(fate: LaidFate, yuan: number | undefined, index: number, dice: Dice): Record<string, unknown> {
  const common = {
    inspectionKind: dice.pick(['daily', 'special', 'self', 'expert']),
    foundBy: dice.pick(['区安委办检查组', '专家组', '镇办网格员', '行业主管部门', '企业自查']),
    ...(yuan ? { fundsYuan: yuan } : {}),
  };
  if (fate.level !== 'major' || index % 4 === 3) return common;
  const listed = {
    listed: true,
    listedNo: `青安办督〔${fate.raised.slice(0, 4)}〕${dice.between(1, 30)}号`,
    listedLevel: dice.pick(['county', 'city']),
    listedUnit: '区安委会',
    listedOn: addDays(fate.raised, 5),
  };
  const isOver = fate.story === 'closed';
  return { ...common, ...listed, ...(isOver ? { unlistedOn: fate.ends } : {}) };
}

function hazardOutcomes({ industry }: Scene, n: number, yuan: number | undefined, dice: Dice) {
  const outcomes = [{ type: 'hazards_eliminated', amount: n }];
  if (yuan) outcomes.push({ type: 'rectify_funds', amount: yuan });
  if (industry === '成品油') {
    const seized = dice.pick(['mobile_fuel_trucks_seized', 'illegal_fuel_points_closed']);
    const fuel = dice.pick(['diesel_seized', 'gasoline_seized']);
    outcomes.push({ type: seized, amount: 1 }, { type: fuel, amount: dice.between(8, 60) / 10 });
  }
  const isFined = ['危化', '非煤矿山', '成品油', '工贸'].includes(industry) && dice.roll() < 0.3;
  if (isFined) outcomes.push({ type: 'cases_filed', amount: 1 }, { type: 'fines', amount: dice.between(5, 60) * 1000 });
  return outcomes;
}

/** The trade's own campaign where it was on, else the winter's, else none. */
function campaignOn({ campaign }: Scene, raised: Day, today: Day): string | undefined {
  return [campaign, 'winter'].find((key) => {
    if (!key) return false;
    const { from, to } = demoCampaigns[key as DemoCampaignKey];
    return raised >= addDays(today, from) && raised <= addDays(today, to);
  });
}

/** Every problem at every place of its trade, shuffled; begun anew when all were told. */
function endless(found: readonly Found[], dice: Dice): () => Found {
  let left: Found[] = [];
  return () => {
    if (left.length === 0) left = dice.shuffle(found);
    return left.pop()!;
  };
}

function pairs(scenes: readonly Scene[], problemsOf: (scene: Scene) => readonly ProblemText[]): Found[] {
  return scenes.flatMap((scene) =>
    scene.sites.flatMap(([site, town]) => problemsOf(scene).map((problem) => ({ scene, problem, site, town }))),
  );
}
