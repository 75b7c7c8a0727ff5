import type { EntityManager } from 'typeorm';
import { isDay } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { computeRoot, verifyChains } from '@xiaohao/tickets';
import { asOwner } from './owner.js';

const reasons = {
  altered: '内容与校验值不符',
  missing: '缺失',
  added: '是多出来的',
  notLinked: '与上一事件衔接不上',
} as const;

/** Recomputes every hash chain, and the root of one day where it is given; false when anything was altered. */
export async function verifyCommand({ root }: { root?: string }): Promise<boolean> {
  const kept = root === undefined ? null : keptRoot(root);
  // One moment: a ticket that is worked on meanwhile is no broken chain.
  return asOwner((owner) =>
    owner.transaction('REPEATABLE READ', async (tx) => (await chainsHold(tx)) && rootHolds(tx, kept)),
  );
}

async function chainsHold(tx: EntityManager): Promise<boolean> {
  const { tickets, events, broken } = await verifyChains(tx);
  if (broken) {
    process.stderr.write(`${broken.no} 第 ${broken.seq} 个事件${reasons[broken.why]}（ticket ${broken.ticketId}）\n`);
    return false;
  }
  process.stdout.write(`核验通过：${tickets} 件事项，${events} 个事件\n`);
  return true;
}

async function rootHolds(tx: EntityManager, kept: KeptRoot | null): Promise<boolean> {
  if (!kept) return true;
  const { root, tickets, events } = await computeRoot(tx, kept.day);
  const now = `${tickets} 件事项，${events} 个事件，校验根 ${root}`;
  if (root !== kept.root) {
    process.stderr.write(`截至 ${kept.day} 的记录与留存的校验根不符：现为 ${now}\n`);
    return false;
  }
  process.stdout.write(`校验根相符：截至 ${kept.day} ${now}\n`);
  return true;
}

interface KeptRoot {
  day: string;
  root: string;
}

function keptRoot(text: string): KeptRoot {
  const [, day = '', root = ''] = /^(\d{4}-\d{2}-\d{2}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (!isDay(day)) throw new AppError('usage', { what: '--root 应为 日期:校验根，如 2026-06-30:9f86…' });
  return { day, root: root.toLowerCase() };
}
