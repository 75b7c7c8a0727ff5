import { AppError } from '@xiaohao/errors';
import type { TicketAction, TicketStatus } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import type { TicketActionInput } from './action-context.js';
import type { TicketService } from './ticket.service.js';

/** What became of one of several tickets; where it was refused, why. */
export interface BulkResult {
  id: string;
  no: string | null;
  status: TicketStatus | null;
  code: string | null;
  message: string | null;
}

/** One action on several tickets, one after another, each in a transaction of its own: one refusal stops no other. */
export async function actOnEach(
  service: TicketService,
  actor: Actor,
  tickets: readonly { id: string; version: number }[],
  action: TicketAction,
  input: TicketActionInput,
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const { id, version } of tickets) {
    results.push(
      await service.act(actor, id, version, action, input).then(
        ({ no, status }) => ({ id, no: no as string, status, code: null, message: null }),
        (error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          return { id, no: null, status: null, code: error.code, message: error.message };
        },
      ),
    );
  }
  return results;
}
