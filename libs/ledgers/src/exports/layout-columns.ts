import type { CellContent, Look } from '@xiaohao/documents';
import { lightOf, type AnyLevel, type Day } from '@xiaohao/domain';
import { kindLabels, ledgerWords, levelLabels } from '@xiaohao/messages';
import type { ExportRow } from './ledger-export.queries.js';
import {
  dayCell,
  deadlineContent,
  detailKeys,
  detailText,
  factCell,
  kindFacts,
  lightLooks,
  lightText,
  measureText,
  plannedFunds,
  progressText,
  rectifyKindText,
  statusLines,
  unitText,
  yesNo,
} from './layout-texts.js';

/** One column of an exported ledger; `group` is the head it shares with its neighbours. */
export interface LayoutColumn {
  heading: string;
  group?: string;
  width: number;
  align?: 'left' | 'center';
  content: (row: ExportRow, at: ExportMoment) => CellContent;
  look?: (row: ExportRow, at: ExportMoment) => Look | undefined;
  /** Neighbouring rows of one item share a merged cell. */
  mergedByItem?: boolean;
}

/** The place of a row in the file, and the day by which lights are told. */
export interface ExportMoment {
  number: number;
  today: Day;
}

type Word = keyof typeof ledgerWords;
type Content = LayoutColumn['content'];

const wide = (heading: Word, width: number, content: Content): LayoutColumn => {
  return { heading: ledgerWords[heading][0], width, content };
};
const centred = (heading: Word, width: number, content: Content): LayoutColumn => {
  return { ...wide(heading, width, content), align: 'center' };
};
const percentLook: Look = { numberFormat: '0%' };
const assured = (heading: Word, code: string): LayoutColumn => ({
  ...centred(heading, 6, (row) => factCell(row, code)),
  group: ledgerWords.assured[0],
});
/** What was spent is an outcome; until one is recorded, what the ticket says is planned. */
const funds = ({ outcomes, details }: ExportRow): number | null =>
  outcomes?.['rectify_funds'] ?? (plannedFunds('rectify_funds', details) || null);

/** Every column the house layouts are made of, each written so that the reader of imports finds the same again. */
export const columns = {
  seq: centred('seq', 6, (_, { number }) => number),
  no: centred('no', 16, ({ no }) => no),
  kind: centred('kind', 14, ({ kind }) => kindLabels[kind][0]),
  source: wide('source', 27, ({ sourceName }) => sourceName),
  itemOfIssues: {
    ...wide('category', 18, ({ itemTitle }) => itemTitle),
    group: ledgerWords.issueGroup[0],
    mergedByItem: true,
  },
  issue: { ...wide('issue', 38, ({ title }) => title), group: ledgerWords.issueGroup[0] },
  keyWork: { ...wide('keyWork', 20, ({ itemTitle }) => itemTitle), mergedByItem: true },
  title: wide('title', 40, ({ title }) => title),
  plainIssue: wide('plainIssue', 36, ({ title }) => title),
  feedbackIssue: wide('feedbackIssue', 40, ({ title }) => title),
  hazardText: wide('hazardText', 34, ({ title }) => title),
  hazardState: wide('hazardState', 36, ({ title }) => title),
  supervisedMatter: wide('supervisedMatter', 40, ({ title }) => title),
  concreteTask: wide('concreteTask', 36, ({ title }) => title),
  goal: wide('goal', 24, (row) => detailText(row, ...detailKeys['整改目标'])),
  taskGoal: wide('taskGoal', 24, (row) => detailText(row, ...detailKeys['目标'])),
  measures: wide('measures', 38, ({ measures }) => measureText(measures ?? [])),
  rectifyTask: wide('rectifyTask', 36, ({ measures }) => measureText(measures ?? [])),
  leader: centred('leader', 10, ({ leader }) => leader),
  leadingLeader: centred('leadingLeader', 10, ({ leader }) => leader),
  section: centred('section', 18, unitText),
  department: centred('department', 18, unitText),
  responsibleUnit: centred('responsibleUnit', 15, ({ leadUnit }) => leadUnit),
  bothUnits: centred('responsibleUnit', 18, unitText),
  actingUnit: centred('actingUnit', 15, ({ leadUnit }) => leadUnit),
  leadUnit: centred('leadUnit', 15, ({ leadUnit }) => leadUnit),
  supportUnit: centred('supportUnit', 16, ({ supportUnits }) => supportUnits),
  assistingUnit: centred('assistingUnit', 16, ({ supportUnits }) => supportUnits),
  sharedUnit: centred('sharedUnit', 16, ({ supportUnits }) => supportUnits),
  persons: centred('persons', 12, ({ persons }) => persons),
  rectifier: centred('rectifier', 12, ({ persons }) => persons),
  deadline: centred('deadline', 20, deadlineContent),
  hazardDeadline: centred('hazardDeadline', 20, deadlineContent),
  finishBy: centred('finishBy', 20, deadlineContent),
  handleBy: centred('handleBy', 20, deadlineContent),
  planned: centred('planned', 20, deadlineContent),
  rectifyKind: centred('rectifyKind', 12, rectifyKindText),
  progress: wide('progress', 32, progressText),
  advance: wide('advance', 32, progressText),
  outcome: wide('outcome', 30, progressText),
  reported: wide('advance', 34, ({ latestProgress }) => latestProgress),
  taskProgress: wide('taskProgress', 34, ({ latestProgress }) => latestProgress),
  percent: {
    ...centred('percent', 8, ({ progressPercent }) => (progressPercent === null ? null : progressPercent / 100)),
    look: () => percentLook,
  },
  state: centred('state', 20, statusLines),
  hazardStatus: centred('hazardStatus', 20, statusLines),
  settled: centred('settled', 20, statusLines),
  struckOff: centred('struckOff', 9, ({ status }) => yesNo(status === 'closed')),
  struckOffOn: centred('struckOffOn', 14, ({ closedOn }) => dayCell(closedOn)),
  reviewedOn: centred('reviewedOn', 14, ({ closedOn }) => dayCell(closedOn)),
  reviewer: centred('reviewer', 10, (row) => detailText(row, '复查人')),
  opinion: wide('opinion', 18, (row) => detailText(row, '审核意见')),
  evidence: wide('evidence', 20, (row) => detailText(row, ...detailKeys['佐证材料'])),
  checkedOn: centred('checkedOn', 14, ({ raisedOn }) => dayCell(raisedOn)),
  foundOn: centred('foundOn', 14, ({ raisedOn }) => dayCell(raisedOn)),
  assignedOn: centred('assignedOn', 14, ({ assignedOn }) => dayCell(assignedOn)),
  site: wide('site', 20, ({ site }) => site),
  part: wide('part', 16, (row) => detailText(row, '隐患部位')),
  address: wide('address', 18, (row) => detailText(row, ...detailKeys['隐患地址']) ?? row.town),
  level: centred('hazardLevel', 9, ({ level }) => (level ? (levelLabels[level as AnyLevel]?.[0] ?? level) : null)),
  theirNo: centred('hazardNo', 16, ({ theirNo }) => theirNo),
  fundsYuan: centred('fundsYuan', 15, funds),
  fundsTenThousand: centred('fundsTenThousand', 17, (row) => {
    const yuan = funds(row);
    return yuan === null ? null : yuan / 10_000;
  }),
  assuredDuty: assured('assuredDuty', 'assuredDuty'),
  assuredMeasure: assured('assuredMeasure', 'assuredMeasure'),
  assuredFunds: assured('assuredFunds', 'assuredFunds'),
  assuredTime: assured('assuredTime', 'assuredTime'),
  assuredPlan: assured('assuredPlan', 'assuredPlan'),
  listedLevel: centred('listedLevel', 9, (row) => detailText(row, ...detailKeys['挂牌级别'])),
  listedUnit: centred('listedUnit', 16, (row) => detailText(row, ...detailKeys['督办单位'])),
  listedOn: centred('listedOn', 14, (row) => factCell(row, 'listedOn')),
  light: {
    ...centred('light', 12, (row, { today }) => lightText(row, today)),
    look: (row, { today }) => lightLooks[lightOf(row.status, row.dueOn, today)],
  },
  remark: wide('remark', 14, ({ remark }) => remark),
  kindFacts: wide('kindFacts', 30, kindFacts),
} as const satisfies Record<string, LayoutColumn>;
