import type { PasswordWeakness, TokenScope } from '@xiaohao/domain';
import type { Label } from './labels.js';

export const tokenScopeLabels: Readonly<Record<TokenScope, Label>> = {
  read: ['只读', 'read only'],
  full: ['读写', 'read and write'],
};

export const passwordWeaknessLabels: Readonly<Record<PasswordWeakness, Label>> = {
  length: ['至少 10 个字符，至多 200 个', 'at least 10 characters, at most 200'],
  personal: ['不要用姓名或用户名加几个数字', 'not your name or username with some digits'],
  bureau: ['不要用单位名称加几个数字', 'not the name of the bureau with some digits'],
  repetition: ['不要反复用同样的几个字符', 'not the same few characters again and again'],
  sequence: ['不要用连续的数字、字母或键盘上相邻的键', 'not a row of digits, letters or keys'],
  known: ['这是人人都会先试的密码', 'this is one that everybody tries first'],
};
