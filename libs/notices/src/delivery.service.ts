import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { AppError } from '@xiaohao/errors';
import { dropReasons, type DropReason } from '@xiaohao/messages';
import {
  listCapturedMails,
  listForgotten,
  listQueued,
  listQueuedMessages,
  lockQueued,
  recordResults,
  requeueFailed,
  rewriteMessages,
  type CapturedMail,
  type DeliveryResult,
  type HeldDelivery,
} from './delivery.queries.js';
import { isMailAddress, mailConnections, mailFailureOf, MailTransport } from './mail-transport.js';
import type { NoticeBody } from './notice-body.js';
import { writeMail } from './notice-mail.js';
import { NoticeService } from './notice.service.js';

/** What a second look just before sending says of a message; nothing said = send it as it is. */
export type SendVerdict = { drop: DropReason } | { subject: string; body: NoticeBody };

/**
 * Looks again at messages about to be sent. Whoever posts messages about things that change supplies it: this lib knows
 * nothing of tickets.
 */
export type Recheck = (messageIds: readonly string[]) => Promise<Verdicts>;
type Verdicts = ReadonlyMap<string, SendVerdict>;

const asItIs: Recheck = () => Promise.resolve(new Map());
/** A second look older than this is taken again: a slow mail server must not make it a look at yesterday. */
const verdictsHoldMs = 5_000;

/** Answers of the mail server to one mail before it counts as failed; as many as its job has attempts. */
const attemptsAtMost = 8;
/** Longer than the attempts of a job are spread. */
const forgottenAfterMinutes = 60;

/** How long another worker may hold a mail before this one gives up waiting: longer than a mail server may take. */
const waitForOthersMs = 90_000;
const lookAgainMs = 200;

/** Takes queued mails to the mail server, or into the captured mails where there is none. */
@Injectable()
export class DeliveryService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MailTransport) private readonly transport: MailTransport,
    @Inject(NoticeService) private readonly notices: NoticeService,
  ) {}

  /**
   * Sends what is still queued of these. May run twice and at the same time as another: a delivery is locked from the
   * look at it to its result, and what another holds is waited for, so that nothing is lost if that one dies. Only a crash
   * between the server's 250 and our commit can repeat a mail, with the same Message-ID.
   * Throws `deliveriesPending` while some are left, so that the job is tried again.
   */
  async sendDeliveries(ids: readonly string[], recheck: Recheck = asItIs): Promise<void> {
    const end = Date.now() + waitForOthersMs;
    let left: readonly string[] = ids;
    while (left.length > 0) {
      await this.sendEach(left, recheck);
      const queued = await listQueued(this.db, left);
      const failed = queued.find(({ failure }) => failure !== null);
      if (failed || (queued.length > 0 && Date.now() > end)) {
        throw new AppError('deliveriesPending', { count: queued.length, reason: failed?.failure ?? '—' });
      }
      left = queued.map(({ id }) => id);
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  }

  /** Puts mails whose jobs were given up or lost back to work; returns how many. */
  async resumeForgotten(tx: EntityManager): Promise<number> {
    const ids = await listForgotten(tx, forgottenAfterMinutes);
    await this.notices.enqueue(tx, ids);
    return ids.length;
  }

  /** Another round of attempts for a mail that failed. */
  async retry(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await requeueFailed(tx, id))) throw new AppError('notFound', { what: '发送失败的邮件' });
      await this.notices.enqueue(tx, [id]);
    });
  }

  async listCaptured(
    personId: string,
    request: { limit: number; beforeId: string | null },
  ): Promise<{ items: CapturedMail[]; nextCursor: string | null }> {
    const rows = await listCapturedMails(this.db, personId, { ...request, limit: request.limit + 1 });
    const items = rows.slice(0, request.limit);
    return { items, nextCursor: rows.length > request.limit ? items.at(-1)!.id : null };
  }

  private async sendEach(ids: readonly string[], recheck: Recheck): Promise<void> {
    let verdicts: Verdicts = new Map();
    let lookedAt = -Infinity;
    for (let start = 0; start < ids.length; start += mailConnections) {
      if (Date.now() - lookedAt > verdictsHoldMs) {
        verdicts = await recheck(await listQueuedMessages(this.db, ids.slice(start)));
        lookedAt = Date.now();
      }
      const reached = await this.sendGroup(ids.slice(start, start + mailConnections), verdicts);
      // A server that is down for one mail is down for the next fifty; other jobs are waiting.
      if (!reached) return;
    }
  }

  /**
   * As many as there are connections share a transaction: few commits, and few mails a crash could repeat.
   * False when the mail server could not be spoken to.
   */
  private async sendGroup(ids: readonly string[], verdicts: Verdicts): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const held = await lockQueued(tx, ids, this.clock.today());
      if (held.length === 0) return true;
      const results = await Promise.all(
        held.map((delivery) => this.deliver(delivery, verdicts.get(delivery.messageId))),
      );
      const rewritten = held.flatMap(({ messageId: id }) => {
        const verdict = verdicts.get(id);
        return verdict && 'body' in verdict ? [{ id, ...verdict }] : [];
      });
      await rewriteMessages(tx, rewritten);
      await recordResults(tx, results);
      return results.every(({ answered }) => answered);
    });
  }

  private async deliver(delivery: HeldDelivery, verdict: SendVerdict | undefined): Promise<DeliveryResult> {
    const { id, email: address, name } = delivery;
    const drop = verdict && 'drop' in verdict ? verdict.drop : reasonToDrop(delivery);
    if (drop || !isMailAddress(address)) {
      return { id, status: 'dropped', address, answered: true, failure: dropReasons[drop ?? 'noAddress'][0] };
    }
    const { subject, body } = verdict && 'body' in verdict ? verdict : delivery;
    const mail = writeMail(subject, body, delivery.link, this.config.publicUrl);
    const messageId = delivery.mailMessageId;
    const sent = { id, status: 'sent', address, answered: true, failure: null } as const;
    if (!this.transport.sends) return { ...sent, captured: { ...mail, messageId } };
    try {
      await this.transport.send({ ...mail, messageId, to: { name, address } });
      return sent;
    } catch (error) {
      const failure = mailFailureOf(error);
      const answered = failure !== 'unreachable';
      const final = failure === 'refused' || (answered && delivery.attempts + 1 >= attemptsAtMost);
      return { id, status: final ? 'failed' : 'queued', address, answered, failure: failureText(error) };
    }
  }
}

function reasonToDrop(delivery: HeldDelivery): DropReason | null {
  if (!delivery.inOffice) return 'personGone';
  return isMailAddress(delivery.email) ? null : 'noAddress';
}

function failureText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 500);
}
