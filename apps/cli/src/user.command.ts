import type { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import type { Config } from '@xiaohao/config';
import { roles } from '@xiaohao/domain';
import { AccountsService, FirstUseService, type NewAccount } from '@xiaohao/org';
import { oneOf } from './options.js';
import { asOwner } from './owner.js';

export async function addUserCommand(username: string, options: NewAccount) {
  oneOf('--role', options.role, roles);
  await asOwner(async (owner, config) => {
    const accounts = new AccountsService(owner, new Clock(config));
    const { password } = await accounts.add(username, options);
    process.stdout.write(`已建立账号 ${username}，一次性密码：${password}（首次登录须修改）\n`);
  });
}

export async function resetPasswordCommand(username: string): Promise<void> {
  await asOwner(async (owner, config) => {
    const { password } = await new AccountsService(owner, new Clock(config)).reset(username);
    process.stdout.write(`账号 ${username} 的一次性密码：${password}（登录后须修改）\n`);
  });
}

export async function firstUseCommand(): Promise<void> {
  await asOwner(tellFirstUseLink);
}

/** The former link no longer counts. */
export async function tellFirstUseLink(owner: DataSource, config: Config): Promise<void> {
  const code = await new FirstUseService(owner, new Clock(config)).issueCode();
  process.stdout.write(`首次使用，请打开（只能用一次）：${config.publicUrl}/first-use?code=${code}\n`);
}
