import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { isInstant, newId, readKeyset, writeKeyset } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { deliveriesPerJob, JobQueue } from '@xiaohao/jobs';
import {
  countUnread,
  findInboxMessage,
  insertDeliveries,
  insertMessages,
  listInbox,
  markAcknowledged,
  markRead,
  markReadOf,
  publishMessages,
  type InboxItem,
  type InboxMessage,
  type NewNotice,
} from './notice.queries.js';

export interface InboxPage {
  items: InboxItem[];
  nextCursor: string | null;
  unread: number;
}

/** Messages written per statement: keeps one statement's text in the tens of megabytes at most. */
const chunkSize = 500;

/** Messages to people: what is said, on which channels, and each person's inbox. */
@Injectable()
export class NoticeService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpFrom'>,
    @Inject(JobQueue) private readonly jobs: JobQueue,
  ) {}

  /** Says something to one person in the caller's transaction; returns the message's id. */
  async post(tx: EntityManager, notice: NewNotice): Promise<string> {
    const id = notice.id ?? newId();
    await this.postMany(tx, [{ ...notice, id }]);
    return id;
  }

  /**
   * The same for many, a handful of statements per 500 messages. In the inbox at once; mails go out by jobs of the same
   * transaction. Returns the ids of the mail deliveries.
   */
  async postMany(tx: EntityManager, notices: readonly NewNotice[]): Promise<string[]> {
    const mails: string[] = [];
    for (let start = 0; start < notices.length; start += chunkSize) {
      const chunk = notices.slice(start, start + chunkSize).map((notice) => ({ ...notice, id: notice.id ?? newId() }));
      await insertMessages(tx, chunk);
      mails.push(...(await insertDeliveries(tx, chunk, mailDomain(this.config.smtpFrom))));
      await publishMessages(tx, chunk);
    }
    await this.enqueue(tx, mails);
    return mails;
  }

  /** Jobs that send these deliveries; sending one twice does nothing twice. */
  async enqueue(tx: EntityManager, deliveryIds: readonly string[]): Promise<void> {
    const batches = [];
    for (let start = 0; start < deliveryIds.length; start += deliveriesPerJob) {
      batches.push({ deliveryIds: deliveryIds.slice(start, start + deliveriesPerJob) });
    }
    await this.jobs.addAll(tx, 'message.send', batches);
  }

  /** The person's messages, newest first, with the number of unread ones. */
  async list(personId: string, request: { unread?: boolean; limit: number; cursor?: string }): Promise<InboxPage> {
    const before = request.cursor ? decodeCursor(request.cursor) : null;
    const [rows, unread] = await Promise.all([
      listInbox(this.db, personId, { unread: request.unread ?? false, limit: request.limit + 1, before }),
      countUnread(this.db, personId),
    ]);
    const items = rows.slice(0, request.limit);
    const last = rows.length > request.limit ? items.at(-1)! : null;
    return { items, nextCursor: last ? encodeCursor(last) : null, unread };
  }

  /** Somebody else's message does not exist. */
  async get(personId: string, id: string): Promise<InboxMessage> {
    const message = await findInboxMessage(this.db, personId, id);
    if (!message) throw new AppError('notFound', { what: '消息' });
    return message;
  }

  async read(personId: string, id: string): Promise<void> {
    if ((await markRead(this.db, personId, id)) === 0) throw new AppError('notFound', { what: '消息' });
  }

  /** What was said of a place before counts as read once something newer is said of it. */
  async supersede(tx: EntityManager, personId: string, link: string): Promise<void> {
    await markReadOf(tx, personId, link);
  }

  /** Marks everything of the person read; returns how many were not. */
  readAll(personId: string): Promise<number> {
    return markRead(this.db, personId, null);
  }

  /** The person says they have taken note; that counts as reading too. */
  async acknowledge(personId: string, id: string): Promise<void> {
    if ((await markAcknowledged(this.db, personId, id)) === 0) throw new AppError('notFound', { what: '消息' });
  }
}

/** The right-hand side of Message-IDs: the sender's domain. */
function mailDomain(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';
}

const encodeCursor = (item: InboxItem) => writeKeyset([item.createdAt.toISOString(), item.id]);

function decodeCursor(cursor: string): { at: string; id: string } {
  const [at, id] = readKeyset(cursor, 2) ?? [];
  if (at === undefined || !isInstant(at)) throw new AppError('malformed', { what: 'cursor' });
  return { at, id: id! };
}
