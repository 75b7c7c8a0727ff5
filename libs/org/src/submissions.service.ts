import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';

export interface Submission {
  personId: string;
  key: string;
  /** Tells what was submitted: the same key may not stand for something else. */
  fingerprint: string;
}

/** How long after the first of two began the second still waits for its answer. */
const waitSeconds = 10;
const pollMs = 50;

/**
 * What carries a key happens at most once in a day. The key is taken before the work begins and in a transaction of
 * its own, the answer is kept when the work is done: a process that dies in between leaves a key without an answer,
 * which is never tried again but refused, so that the person looks first. A refusal gives the key back.
 */
@Injectable()
export class SubmissionsService {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Null where the work is to be done now; the former answer (JSON, or null for none) where it was done before. */
  async begin({ personId, key, fingerprint }: Submission): Promise<{ answer: string | null } | null> {
    for (; ; await sleep(pollMs)) {
      const taken = await execute(
        this.db,
        `insert into submission (person_id, key, fingerprint) values ($1, $2, $3)
         on conflict (person_id, key) do update set fingerprint = excluded.fingerprint, begun_at = now(),
           answered_at = null, answer = null where submission.begun_at < now() - interval '1 day'`,
        [personId, key, fingerprint],
      );
      if (taken > 0) return null;
      const [former] = await select<{ fingerprint: string; answered: boolean; answer: string | null; late: boolean }>(
        this.db,
        `select fingerprint, answered_at is not null as answered, answer,
           begun_at < now() - interval '${waitSeconds} seconds' as late from submission
         where person_id = $1 and key = $2`,
        [personId, key],
      );
      // Given back between the two statements.
      if (!former) continue;
      if (former.fingerprint !== fingerprint) throw new AppError('submissionOther');
      if (former.answered) return { answer: former.answer };
      if (former.late) throw new AppError('submissionUnanswered');
    }
  }

  async answer({ personId, key }: Submission, answer: string | null): Promise<void> {
    await execute(this.db, 'update submission set answered_at = now(), answer = $3 where person_id = $1 and key = $2', [
      personId,
      key,
      answer,
    ]);
  }

  /** Nothing was done under the key. */
  async giveBack({ personId, key }: Submission): Promise<void> {
    await execute(this.db, 'delete from submission where person_id = $1 and key = $2 and answered_at is null', [
      personId,
      key,
    ]);
  }
}
