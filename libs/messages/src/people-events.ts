import type { PeopleAction, Role, TokenScope } from '@xiaohao/domain';
import { roleLabels, type Label } from './labels.js';
import { tokenScopeLabels } from './sign-in.js';

/** Each names what it was about, as it was called then. */
const sentences: Readonly<Record<PeopleAction, Label>> = {
  first_use: ['首次使用：建立 {unit}，系统管理员 {person}', 'First use: {unit} was set up, administrator {person}'],
  unit_added: ['新增单位 {unit}', 'Added the unit {unit}'],
  unit_renamed: ['单位 {unit} 更名为 {name}', 'The unit {unit} is now called {name}'],
  unit_moved: ['单位 {unit} 的上级由 {from} 改为 {to}', 'Moved the unit {unit} from {from} to {to}'],
  unit_closed: ['撤销单位 {unit}', 'Closed the unit {unit}'],
  unit_merged: [
    '单位 {unit} 并入 {into}：事项 {tickets} 件，人员 {people} 人，下级单位 {subUnits} 个，分管 {charges} 处',
    'Merged the unit {unit} into {into}: {tickets} tickets, {people} people, {subUnits} sub-units, {charges} charges',
  ],
  person_added: ['新增人员 {person}（{username}）', 'Added {person} ({username})'],
  person_changed: ['修改 {person} 的资料：{changes}', 'Changed {person}: {changes}'],
  post_added: ['{person} 任 {post}', '{person} became {post}'],
  post_ended: ['{person} 不再任 {post}，任至 {toOn}', '{person} is {post} until {toOn}'],
  password_reset: ['重置 {person} 的密码', 'Reset the password of {person}'],
  password_changed: ['{person} 修改了自己的密码', '{person} changed their own password'],
  sessions_ended: ['结束 {person} 的登录（{count} 处）', 'Ended {count} sessions of {person}'],
  token_created: [
    '{person} 建立访问令牌“{token}”（{scope}），有效至 {until}',
    '{person} made the access token “{token}” ({scope}), valid until {until}',
  ],
  token_revoked: ['撤销 {person} 的访问令牌“{token}”', 'Revoked the access token “{token}” of {person}'],
  account_disabled: ['停用 {person} 的账号', 'Disabled the account of {person}'],
  leave_set: [
    '{person} 请假 {fromOn} 至 {toOn}，由 {standIn} 代理 {post}',
    '{person} is on leave from {fromOn} to {toOn}; {standIn} stands in as {post}',
  ],
  leave_ended: [
    '{standIn} 不再代理 {person} 的 {post}（原定 {fromOn} 至 {toOn}）',
    '{standIn} no longer stands in for {person} as {post} (was {fromOn} to {toOn})',
  ],
  handed_over: [
    '{person} 工作交接给 {successors}：移交事项 {count} 件，任至 {lastOn}',
    '{person} handed over to {successors}: {count} tickets, last day {lastOn}',
  ],
  members_set: ['{unit} 的成员单位：{members}', 'Members of {unit}: {members}'],
  account_enabled: ['启用 {person} 的账号', 'Enabled the account of {person}'],
};

/** One recorded change of accounts, posts or units as a sentence. */
export function peopleEventSentence(
  event: { action: string; details: Readonly<Record<string, unknown>> },
  language: 'zh' | 'en' = 'zh',
): string {
  const at = language === 'zh' ? 0 : 1;
  const label = sentences[event.action as PeopleAction];
  if (!label) return event.action;
  const words: Record<string, unknown> = {
    ...event.details,
    post: postOf(event.details, at),
    scope: tokenScopeLabels[event.details['scope'] as TokenScope]?.[at] ?? '',
  };
  return label[at].replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''));
}

function postOf({ role, unit, charge }: Readonly<Record<string, unknown>>, at: 0 | 1): string {
  const names = Array.isArray(charge) ? charge.join('、') : '';
  const charged = names && `${at === 0 ? '分管：' : 'in charge of '}${names}`;
  return [roleLabels[role as Role]?.[at] ?? role, unit, charged].filter(Boolean).join(' · ');
}
