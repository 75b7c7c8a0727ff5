import { AppError } from '@xiaohao/errors';

/** It names files too: no folders, nothing Windows refuses, nothing unseen that makes two names look alike. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** @throws inputWrong for what is no name of a template and of the files made with it */
export function checkedTemplateName(name: string): string {
  const plain = name.trim();
  if (plain !== '' && plain.length <= 100 && !forbidden.test(plain)) return plain;
  const reason = plain === '' ? '不能为空' : '最多 100 个字，不能含 \\ / : * ? " < > | 和看不见的字符';
  throw new AppError('inputWrong', { field: 'name', fieldLabel: '模板名称', reason });
}
