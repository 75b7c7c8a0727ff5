import type { ServerResponse } from 'node:http';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { CONFIG, type Config } from '@xiaohao/config';
import { liveChannel, type LiveEvent } from '@xiaohao/database';
import { CredentialsService } from '@xiaohao/org';
import { ActorMemory } from '../auth/actor-memory.js';

const heartbeatMs = 25_000;
const reconnectMs = 1_000;
const listenersAtMost = 2_000;
/** One person's open pages; the oldest makes room, so that nobody takes the places of all others. */
const pagesOfOnePerson = 20;

interface Listener {
  personId: string;
  sessionId: string;
  /** The one ticket this page shows. */
  ticketId: string | null;
  /** Whether the person may see today what the event is of; asked at each, since rights end while a page is open. */
  maySee: (event: LiveEvent) => Promise<boolean>;
  response: ServerResponse;
}

/** Listens to PostgreSQL on one connection and passes what happens to the pages that are open. */
@Injectable()
export class LiveFeed implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly listeners = new Set<Listener>();
  private client: Client | null = null;
  private heartbeat: NodeJS.Timeout | undefined;
  private reconnect: NodeJS.Timeout | undefined;
  private stopping = false;
  /** The look at whose session is over that is under way, and whether something changed since it began. */
  private looking = false;
  private lookAgain = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listen();
    this.heartbeat = setInterval(() => {
      this.send(':\n\n', () => true);
      // Sessions also end by themselves, which nothing announces.
      void this.letGoOfEnded();
    }, heartbeatMs);
    this.heartbeat.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.heartbeat);
    clearTimeout(this.reconnect);
    for (const { response } of this.listeners) response.end();
    await this.client?.end().catch(() => {});
  }

  /** Adds an open page; returns how to take it away. */
  join(listener: Listener): () => void {
    const own = [...this.listeners].filter(({ personId }) => personId === listener.personId);
    for (const oldest of own.slice(0, Math.max(0, own.length - pagesOfOnePerson + 1))) {
      this.listeners.delete(oldest);
      oldest.response.end();
    }
    if (this.listeners.size >= listenersAtMost) {
      listener.response.end();
      return () => {};
    }
    this.listeners.add(listener);
    listener.response.write('retry: 3000\n\n');
    // The session may have ended between the guard and here.
    void this.letGoOfEnded();
    return () => this.listeners.delete(listener);
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.config.databaseUrl,
      keepAlive: true,
      application_name: 'xiaohao live',
    });
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    client.on('error', (error) => this.logger.warn(`live connection lost: ${error.message}`));
    client.on('end', () => this.listenAgain());
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}; listen people`);
      this.client = client;
      // What was announced while nobody listened is unknown.
      this.memory.forgetAll();
      void this.letGoOfEnded();
    } catch (error) {
      this.logger.warn(`live connection failed: ${(error as Error).message}`);
      await client.end().catch(() => {});
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    if (this.stopping) return;
    clearTimeout(this.reconnect);
    this.reconnect = setTimeout(() => void this.listen(), reconnectMs);
  }

  private hear(channel: string, payload: string): void {
    if (channel === 'people') {
      this.memory.forgetAll();
      void this.letGoOfEnded();
      return;
    }
    const { personId, ...event } = JSON.parse(payload) as LiveEvent;
    const text = `data: ${JSON.stringify(event)}\n\n`;
    if (personId !== undefined) return this.send(text, (listener) => listener.personId === personId);
    for (const listener of this.listeners) {
      if (event.type !== 'ticket' || listener.ticketId === event.id) void this.sendIfSeen(listener, event, text);
    }
  }

  private async sendIfSeen(listener: Listener, event: LiveEvent, text: string): Promise<void> {
    try {
      if ((await listener.maySee(event)) && this.listeners.has(listener)) listener.response.write(text);
    } catch (error) {
      this.logger.warn(`could not look who may hear of it: ${(error as Error).message}`);
    }
  }

  /** Closes the pages whose session is over or whose person may not sign in any more: one question for all of them. */
  private async letGoOfEnded(): Promise<void> {
    this.lookAgain = true;
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.lookAgain && this.listeners.size > 0) {
        this.lookAgain = false;
        const asked = [...this.listeners];
        const live = await this.credentials.liveSessions(asked.map(({ sessionId }) => sessionId));
        for (const { sessionId, response } of asked) if (!live.has(sessionId)) response.end();
      }
    } catch (error) {
      this.logger.warn(`could not look whose session is over: ${(error as Error).message}`);
    } finally {
      this.looking = false;
    }
  }

  private send(text: string, concerns: (listener: Listener) => boolean): void {
    for (const listener of this.listeners) {
      if (concerns(listener)) listener.response.write(text);
    }
  }
}
