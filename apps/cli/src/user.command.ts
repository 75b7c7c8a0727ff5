import { Clock } from '@xiaohao/calendar';
import { roles } from '@xiaohao/domain';
import { AccountsService, type NewAccount } from '@xiaohao/org';
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
