import type { Label } from './labels.js';

/** Headings and notes of the workbooks people are added from and their passwords are told by. */
export const peopleSheetWords = {
  sheet: ['人员', 'People'],
  name: ['姓名', 'Name'],
  username: ['账号', 'Username'],
  unit: ['单位', 'Unit'],
  role: ['角色', 'Role'],
  charge: ['分管单位', 'Units in charge'],
  email: ['邮箱', 'Mail address'],
  phone: ['手机', 'Phone'],
  notes: ['填写说明', 'Notes'],
  unitsToWrite: ['单位可填（须与此一致）', 'Units'],
  rolesToWrite: ['角色可填', 'Roles'],
  file: ['人员模板.xlsx', 'people.xlsx'],
  passwords: ['一次性密码', 'One-time passwords'],
  passwordsNote: [
    '请当面或分别告知本人，首次登录须修改密码；发放完毕请删除本文件。',
    'Tell each person alone; to be changed at the first sign-in. Delete this file afterwards.',
  ],
  password: ['一次性密码', 'One-time password'],
} as const satisfies Record<string, Label>;
