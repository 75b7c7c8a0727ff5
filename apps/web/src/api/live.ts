import { useEffect, useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { answered, api } from './client.js';

interface LiveEvent {
  type: 'import' | 'report' | 'message' | 'ticket';
  id: string;
  progress?: number;
  status?: string;
}

/** What a page holds of each kind of event. */
const concerned: Readonly<Record<LiveEvent['type'], (id: string) => readonly (readonly unknown[])[]>> = {
  import: (id) => [['import', id], ['imports']],
  report: (id) => [['report', id], ['reports'], ['workbench']],
  message: () => [['notices']],
  ticket: (id) => [
    ['ticket', id],
    ['events', id],
    ['governance', id],
  ],
};

/** Statuses in which the work goes on; only its progress is new. */
const underWay: readonly (string | undefined)[] = ['queued', 'running', 'committing', undefined];

/** A hidden page lets its connection go after this time: browsers allow only six per server over plain http. */
const letGoAfterMs = 2_000;
const hintAfterMs = 4_000;

/** The one connection of this page for server-sent events. */
class LiveConnection {
  private source: EventSource | null = null;
  private ticketId: string | null = null;
  private client: QueryClient | null = null;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;
  private hideTimer: ReturnType<typeof setTimeout> | undefined;
  private missed = false;
  private lost = false;
  private readonly watchers = new Set<() => void>();

  /** Opens the stream; returns how to close it. */
  start(client: QueryClient): () => void {
    this.client = client;
    const onVisibility = () => (document.hidden ? this.hide() : this.show());
    // A page that is left for another may be kept by the browser, and its connection with it.
    const onLeave = () => this.letGo();
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', onLeave);
    addEventListener('pageshow', onVisibility);
    // A page opened behind others waits until it is looked at.
    if (document.hidden) this.missed = true;
    else this.open();
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', onLeave);
      removeEventListener('pageshow', onVisibility);
      clearTimeout(this.hideTimer);
      this.close();
      this.setLost(false);
      this.client = null;
    };
  }

  /** The server tells of one ticket only, the one that is looked at. */
  follow(ticketId: string | null): void {
    if (this.ticketId === ticketId) return;
    this.ticketId = ticketId;
    if (this.source) this.open();
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly isLost = (): boolean => this.lost;

  private open(): void {
    this.close();
    const source = new EventSource(this.ticketId ? `/api/stream?ticketId=${this.ticketId}` : '/api/stream');
    this.source = source;
    source.addEventListener('open', () => {
      clearTimeout(this.lostTimer);
      if (this.missed) void this.client?.invalidateQueries();
      this.missed = false;
      this.setLost(false);
    });
    source.addEventListener('error', () => {
      this.missed = true;
      clearTimeout(this.lostTimer);
      this.lostTimer = setTimeout(() => this.setLost(true), hintAfterMs);
      // The browser gives up after a refusal (a restart behind a proxy answers 502); ask again ourselves.
      if (source.readyState !== EventSource.CLOSED) return;
      // Or the session is over: whoever is told so leads to the sign-in page.
      void answered(api.GET('/api/auth/me')).catch(() => {});
      setTimeout(() => this.source === source && this.open(), hintAfterMs);
    });
    source.addEventListener('message', (message: MessageEvent<string>) =>
      this.hear(JSON.parse(message.data) as LiveEvent),
    );
  }

  private close(): void {
    clearTimeout(this.lostTimer);
    this.source?.close();
    this.source = null;
  }

  private hide(): void {
    this.hideTimer = setTimeout(() => this.letGo(), letGoAfterMs);
  }

  private letGo(): void {
    clearTimeout(this.hideTimer);
    this.close();
    this.missed = true;
  }

  private show(): void {
    clearTimeout(this.hideTimer);
    if (!this.source) this.open();
  }

  private hear(event: LiveEvent): void {
    const keys = concerned[event.type]?.(event.id) ?? [];
    if (event.progress !== undefined && underWay.includes(event.status)) {
      this.client?.setQueryData(keys[0]!, (held: object | undefined) =>
        held ? { ...held, progress: event.progress, ...(event.status ? { status: event.status } : {}) } : held,
      );
      return;
    }
    for (const queryKey of keys) void this.client?.invalidateQueries({ queryKey });
  }

  private setLost(lost: boolean): void {
    if (this.lost === lost) return;
    this.lost = lost;
    for (const watcher of this.watchers) watcher();
  }
}

export const live = new LiveConnection();

/** True while the page has heard nothing from the server for some seconds. */
export function useLiveLost(): boolean {
  return useSyncExternalStore(live.watch, live.isLost);
}

/** Hears of changes of this ticket while it is shown. */
export function useFollowTicket(ticketId: string): void {
  useEffect(() => {
    live.follow(ticketId);
    return () => live.follow(null);
  }, [ticketId]);
}
