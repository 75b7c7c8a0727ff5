import type { CountRule, FigureDefinition, StateOnDay } from '@xiaohao/domain';

const roundTickets = (state?: StateOnDay): FigureDefinition => ({
  rules: [{ scope: 'round', counts: 'tickets', ...(state ? { state } : {}) }],
});

const roundOutcomes = (type: string): FigureDefinition => ({
  rules: [{ scope: 'round', counts: 'outcomes', outcomeTypes: [type] }],
});

const inPeriod = (rule: Omit<CountRule, 'scope'>): FigureDefinition => ({
  rules: [{ scope: 'period', ...rule }],
  filing: 'instead',
});

/** Counted by tickets alone: no department files these. */
const ofTickets = (rule: Omit<CountRule, 'scope' | 'counts'>): FigureDefinition => ({
  rules: [{ scope: 'period', counts: 'tickets', ...rule }],
});

/** By code and as a ledger writes it. */
export const hazardLevels = {
  general: ['general', '一般', '一般隐患'],
  major: ['major', '重大', '重大隐患'],
} as const;
const generalHazards = { kinds: ['hazard'], levels: hazardLevels.general } as const;
const majorHazards = { kinds: ['hazard'], levels: hazardLevels.major } as const;
const keyTasks = { kinds: ['key_task'], dated: 'at_hand' } as const;
const supervision = { kinds: ['supervision_item'], dated: 'at_hand' } as const;

const caseKinds = ['hazard', 'public_report'] as const;
/** Tickets of campaigns that may report hazards without rows of their own. */
const campaignKinds = ['key_task', 'supervision_item', 'env_inspection_issue'] as const;
const chemistry = { kinds: caseKinds, industries: ['危化', '危化品', '危险化学品'] } as const;
const mines = { kinds: caseKinds, industries: ['非煤矿山', '非煤矿山领域'] } as const;
const fuel = { kinds: ['hazard', 'supervision_item', 'key_task'], campaign: '成品油' } as const;
const outcome = (type: string) => ({ counts: 'outcomes', dated: 'outcome', outcomeTypes: [type] }) as const;
/** Of accidents that are more than general ones, as they are stored and as ledgers wrote them. */
export const accidentLevelsAbove = [
  'larger',
  'major',
  'extreme',
  '较大',
  '较大事故',
  '重大',
  '重大事故',
  '特别重大',
  '特别重大事故',
] as const;

/** 一般事故, by code and as a ledger writes it. */
const ordinary = { kinds: ['accident_investigation'], levels: ['general', '一般', '一般事故'] } as const;

/** What the counted figures count; a figure that is neither here nor filed nor a parameter does not exist. */
export const figureDefinitions: Readonly<Record<string, FigureDefinition>> = {
  inspection_items: { rules: [{ scope: 'round', counts: 'items' }] },
  inspection_issues: roundTickets(),
  inspection_issues_done: roundTickets('done'),
  inspection_issues_basic: roundTickets('basic'),
  inspection_issues_ongoing: roundTickets('ongoing'),
  inspection_issues_under_way: roundTickets('under_way'),
  inspection_issues_overdue: roundTickets('overdue'),
  inspection_issues_due: roundTickets('due'),
  inspection_issues_on_time: roundTickets('on_time'),
  inspection_issues_original_due: roundTickets('original_due'),
  inspection_issues_original_on_time: roundTickets('original_on_time'),
  inspection_rectification_rate: { rate: ['inspection_issues_done', 'inspection_issues'] },
  inspection_on_time_rate: { rate: ['inspection_issues_on_time', 'inspection_issues_due'] },
  inspection_original_on_time_rate: {
    rate: ['inspection_issues_original_on_time', 'inspection_issues_original_due'],
  },
  reform_measures: roundOutcomes('reform_measures'),
  rules_made: roundOutcomes('rules_made'),
  illicit_money_collected: roundOutcomes('money_collected'),
  losses_recovered: roundOutcomes('losses_recovered'),
  talks_admonish_rect: roundOutcomes('talks_admonish'),
  org_handling_rect: roundOutcomes('org_handling'),

  talks_admonish_all: { rules: [{ scope: 'period', ...outcome('talks_admonish') }], filing: 'added' },
  org_handling_all: { rules: [{ scope: 'period', ...outcome('org_handling') }], filing: 'added' },

  accident_count: inPeriod({ counts: 'tickets', dated: 'occurred', ...ordinary }),
  accident_deaths: inPeriod({ counts: 'outcomes', outcomeTypes: ['deaths'], dated: 'occurred', ...ordinary }),
  serious_injuries: inPeriod({
    counts: 'outcomes',
    outcomeTypes: ['serious_injuries'],
    dated: 'occurred',
    ...ordinary,
  }),
  direct_loss: inPeriod({ counts: 'outcomes', outcomeTypes: ['direct_loss'], dated: 'occurred', ...ordinary }),
  persons_accountable: inPeriod({ ...outcome('persons_accountable'), kinds: ['accident_investigation'] }),
  water_hazards: inPeriod({ counts: 'tickets', dated: 'raised', kinds: ['hazard'], industries: ['水域', '危险水域'] }),
  reports_handled: inPeriod({ counts: 'tickets', dated: 'done', kinds: ['public_report'] }),
  reports_hazards_eliminated: inPeriod({ ...outcome('hazards_eliminated'), kinds: ['public_report'] }),
  rewards: inPeriod({ ...outcome('rewards'), kinds: ['public_report'] }),
  hazards_eliminated: inPeriod({ ...outcome('hazards_eliminated'), kinds: [...caseKinds, ...campaignKinds] }),
  rectify_funds: inPeriod({ ...outcome('rectify_funds'), kinds: ['hazard'] }),
  production_halts: inPeriod({ ...outcome('production_halts'), kinds: ['hazard'] }),
  hazards_general: ofTickets({ ...generalHazards, dated: 'raised' }),
  hazards_general_done: ofTickets({ ...generalHazards, dated: 'raised', state: 'done' }),
  hazards_general_rate: { rate: ['hazards_general_done', 'hazards_general'] },
  hazards_major: ofTickets({ ...majorHazards, dated: 'raised' }),
  hazards_major_done: ofTickets({ ...majorHazards, dated: 'raised', state: 'done' }),
  hazards_major_rate: { rate: ['hazards_major_done', 'hazards_major'] },
  hazards_major_open: ofTickets({ ...majorHazards, state: 'open' }),
  key_tasks_at_hand: ofTickets(keyTasks),
  key_tasks_done: ofTickets({ ...keyTasks, state: 'done' }),
  key_tasks_overdue: ofTickets({ ...keyTasks, state: 'overdue' }),
  key_tasks_rate: { rate: ['key_tasks_done', 'key_tasks_at_hand'] },
  supervision_items_at_hand: ofTickets(supervision),
  supervision_items_done: ofTickets({ ...supervision, state: 'done' }),
  supervision_items_overdue: ofTickets({ ...supervision, state: 'overdue' }),
  supervision_items_rate: { rate: ['supervision_items_done', 'supervision_items_at_hand'] },
  campaign_hazards_eliminated: {
    rules: [
      { scope: 'period', counts: 'tickets', dated: 'done', kinds: ['hazard'], campaign: 'any' },
      {
        scope: 'period',
        ...outcome('hazards_eliminated'),
        kinds: campaignKinds,
        campaign: 'any',
        withoutChildrenOf: 'hazard',
      },
    ],
    filing: 'instead',
  },
  cases_filed: inPeriod({ ...outcome('cases_filed'), kinds: caseKinds }),
  fines: inPeriod({ ...outcome('fines'), kinds: caseKinds }),
  chem_cases: inPeriod({ ...outcome('cases_filed'), ...chemistry }),
  chem_fines: inPeriod({ ...outcome('fines'), ...chemistry }),
  mine_cases: inPeriod({ ...outcome('cases_filed'), ...mines }),
  mine_fines: inPeriod({ ...outcome('fines'), ...mines }),
  mobile_fuel_trucks_seized: inPeriod({ ...outcome('mobile_fuel_trucks_seized'), ...fuel }),
  illegal_fuel_points_closed: inPeriod({ ...outcome('illegal_fuel_points_closed'), ...fuel }),
  diesel_seized: inPeriod({ ...outcome('diesel_seized'), ...fuel }),
  gasoline_seized: inPeriod({ ...outcome('gasoline_seized'), ...fuel }),
  area_restored: inPeriod({ ...outcome('area_restored'), kinds: ['env_inspection_issue'] }),
  waste_removed: inPeriod({ ...outcome('waste_removed'), kinds: ['env_inspection_issue'] }),
};
