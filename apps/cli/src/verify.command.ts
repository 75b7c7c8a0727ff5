import { verifyChains } from '@xiaohao/tickets';
import { asOwner } from './owner.js';

const reasons = {
  altered: '内容与校验值不符',
  missing: '缺失',
  added: '是多出来的',
  notLinked: '与上一事件衔接不上',
} as const;

/** Recomputes every hash chain; false and the first broken event when anything was altered. */
export async function verifyCommand(): Promise<boolean> {
  return asOwner(async (owner) => {
    const { tickets, events, broken } = await verifyChains(owner);
    if (broken) {
      process.stderr.write(`${broken.no} 第 ${broken.seq} 个事件${reasons[broken.why]}（ticket ${broken.ticketId}）\n`);
      return false;
    }
    process.stdout.write(`核验通过：${tickets} 件事项，${events} 个事件\n`);
    return true;
  });
}
