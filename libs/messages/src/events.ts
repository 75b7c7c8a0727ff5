import { dayParts, type Day, type RelationType, type TicketAction, type TicketStatus } from '@xiaohao/domain';
import { relationLabels } from './governance.js';
import { fieldValueText, kindFieldLabels } from './kind-fields.js';
import { actionLabels, statusLabels } from './labels.js';
import { updateFieldLabels } from './update-messages.js';

/** Events that are no action of the flow. */
const entryLabels: Readonly<Record<string, string>> = {
  create: '登记',
  import: '由台账导入',
  import_update: '由台账更新',
  import_undone: '撤销导入',
  edit: '修改事项内容',
  unit_merged: '单位合并',
  progress: '填报进展',
  outcome: '登记成果',
  evidence: '上传佐证',
  on_site: '上传现场复查记录',
  comment: '留言',
  measure: '新增整改措施',
  measure_edit: '更新整改措施',
  relate: '关联事项',
  unrelate: '取消关联',
  instruct: '批示',
  instruction_ack: '阅知批示',
  instruction_answer: '答复批示',
  spread: '部署举一反三',
  spread_answer: '举一反三自查',
  look_back_drawn: '列入回头看',
  look_back: '回头看',
  hand_over: '工作交接',
  reporter_recorded: '登记举报人信息（加密保存）',
  reporter_seen: '查看举报人信息',
};

/** What an event's payload says beside the action, in the order a sentence tells it. */
const wordLabels: readonly (readonly [key: string, label: string])[] = [
  ['no', '编号'],
  ['file', '文件'],
  ['leadUnit', '牵头单位'],
  ['supportUnit', '配合单位'],
  ['supportUnits', '配合单位'],
  ['formerUnit', '原单位'],
  ['leader', '责任领导'],
  ['handler', '承办人'],
  ['handedOver', ''],
  ['relation', ''],
  ['toWhom', '对象'],
  ['spreadNo', '编号'],
  ['units', '自查单位'],
  ['ofUnit', ''],
  ['found', ''],
  ['type', ''],
  ['amount', ''],
  ['name', ''],
  ['version', ''],
  ['finding', ''],
  ['grounds', ''],
  ['text', ''],
  ['answerBy', '答复期限'],
  ['percent', '进度'],
  ['requestedDueOn', '申请延至'],
  ['formerDueOn', '原时限'],
  ['dueOn', '时限'],
  ['doneOn', '完成于'],
  ['undoneReason', '未完成原因'],
  ['every', '复核周期'],
  ['reviewOn', '复核日期'],
  ['late', ''],
  ['result', '整改结果'],
  ['opinion', '意见'],
  ['reason', '理由'],
  ['note', '备注'],
];

const fieldLabels: Readonly<Record<string, string>> = {
  title: '标题',
  description: '说明',
  level: '等级',
  itemId: '所属项',
  industry: '行业',
  site: '地点',
  town: '镇办',
  theirNo: '对方编号',
  occurredOn: '发生日期',
  sourceId: '来源',
  campaignId: '专项行动',
  parentId: '上级任务',
  statutoryDeadline: '法定时限',
  confidential: '保密',
  leaderId: '责任领导',
  leadUnitId: '牵头单位',
  supportUnitIds: '配合单位',
  deadlineKind: '时限类型',
  dueOn: '时限',
  originalDueOn: '原时限',
  deadlineOngoing: '长期坚持',
};

/** Words of a payload that are days. */
const dayKeys: readonly string[] = [
  'requestedDueOn',
  'formerDueOn',
  'dueOn',
  'originalDueOn',
  'doneOn',
  'reviewOn',
  'answerBy',
];

/** `12月31日`, with the year when it is not the present one. */
function dayText(day: Day, today: Day): string {
  const { year, month, date } = dayParts(day);
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`;
}

/** What happened, in a word or two. */
export function eventLabel(action: string): string {
  return actionLabels[action as TicketAction]?.[0] ?? entryLabels[action] ?? action;
}

/** One event as a sentence, e.g. `退回：理由 佐证材料缺现场照片`. */
export function eventSentence(action: string, payload: Readonly<Record<string, unknown>>, today: Day): string {
  const standsIn = payload['actingFor'] ? `代${String(payload['actingFor'])} ` : '';
  const label = standsIn + eventLabel(action);
  const words = wordLabels
    .filter(([key]) => payload[key] !== undefined && payload[key] !== null && payload[key] !== '')
    .map(([key, name]) => [name, wordText(key, payload, today)].filter(Boolean).join(' '));
  return words.length > 0 ? `${label}：${words.join('，')}` : label;
}

function wordText(key: string, payload: Readonly<Record<string, unknown>>, today: Day): string {
  const value = payload[key];
  if (key === 'file') return `${String(value)} · ${String(payload['sheet'])} · 第 ${String(payload['row'])} 行`;
  if (key === 'amount') return `${String(value)} ${String(payload['unit'] ?? '')}`.trim();
  if (key === 'percent') return `${String(value)}%`;
  if (key === 'version') return `第 ${String(value)} 版`;
  if (key === 'handedOver') return handOverText(value as HandedOver);
  if (key === 'relation') return relationText(payload);
  if (key === 'units' || key === 'supportUnits') return (value as string[]).join('、') || '无';
  if (key === 'found') return value === 0 ? '未发现同类问题' : `发现 ${String(value)} 个`;
  if (key === 'late') return '逾期后申请';
  return dayKeys.includes(key) ? dayText(String(value), today) : String(value);
}

interface HandedOver {
  from: string;
  to: string;
  as: readonly ('handler' | 'leader' | 'person' | 'inspector')[];
}

const partLabels = { handler: '承办人', leader: '责任领导', person: '责任人', inspector: '回头看检查人' } as const;

/** `承办人 王磊 → 李敏`. */
function handOverText({ from, to, as }: HandedOver): string {
  return `${as.map((part) => partLabels[part]).join('、')} ${from} → ${to}`;
}

/** `复发自 XC-2026-0003`; the number comes from whoever may see that ticket. */
function relationText(payload: Readonly<Record<string, unknown>>): string {
  const { forwards, backwards } = relationLabels[payload['relation'] as RelationType];
  const label = payload['forwards'] ? forwards : backwards;
  return [label[0], payload['otherNo']].filter(Boolean).join(' ');
}

/** The facts an edit set, for those who want to see them one by one; the status where it moved. */
export function eventChanges(
  payload: Readonly<Record<string, unknown>>,
  today: Day,
): { field: string; label: string; from: string | null; to: string }[] {
  const changed = Object.entries((payload['changed'] as Record<string, unknown> | undefined) ?? {});
  const facts = changed.map(([field, value]) => {
    const [from, to] = Array.isArray(value) && value.length === 2 ? value : [null, value];
    const detail = field.startsWith('details.') ? field.slice('details.'.length) : null;
    if (detail !== null) {
      const label = kindFieldLabels[detail as keyof typeof kindFieldLabels]?.[0] ?? detail;
      return {
        field,
        label,
        from: from === null ? null : fieldValueText(detail, from),
        to: fieldValueText(detail, to),
      };
    }
    const words = (fact: unknown) => factText(fact, dayKeys.includes(field) ? today : null);
    return { field, label: fieldLabels[field] ?? ledgerField(field), from: words(from), to: words(to) ?? '—' };
  });
  const from = payload['from'] as TicketStatus | undefined;
  const to = payload['to'] as TicketStatus | undefined;
  if (from && to && from !== to) {
    facts.unshift({ field: 'status', label: '状态', from: statusLabels[from][0], to: statusLabels[to][0] });
  }
  return facts;
}

/** Fields as an imported ledger names them. */
function ledgerField(field: string): string {
  const [name] = field.split('.') as [keyof typeof updateFieldLabels];
  const detail = field.startsWith('details.') ? field.slice('details.'.length) : null;
  if (detail !== null) return kindFieldLabels[detail as keyof typeof kindFieldLabels]?.[0] ?? detail;
  return updateFieldLabels[name]?.[0] ?? field;
}

/** `today` is given where the value is a day. */
function factText(value: unknown, today: Day | null): string | null {
  if (value === null || value === undefined) return null;
  if (today !== null) return dayText(String(value), today);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
