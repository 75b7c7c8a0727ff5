import { createHash } from 'node:crypto';
import { addDays, missingDetail, refusal, statusAfter, type Day, type TicketAction } from '@xiaohao/domain';
import { createTickets, dutiesOf, nextEvent, saveTickets, type TicketPatch } from '@xiaohao/tickets';
import { backdate, moment, type Stage } from './demo-stage.js';
import type { DemoStep, DemoTicket } from './demo-ticket.js';
import { detailsAt } from './late-details.js';
import { layStory } from './lay-story.js';
import { entryMoves } from './moves-entries.js';
import { chainMoves } from './moves-chain.js';
import { governingMoves } from './moves-governing.js';
import type { Act } from './turn.js';
import { registrar } from './plan-ticket.js';
import { PlayedTicket } from './played-ticket.js';

/** Where the places of a ticket's plan have come to stand. */
export interface PlaceIds {
  readonly sources: ReadonlyMap<string, { readonly id: string; readonly items: readonly string[] }>;
  readonly campaigns: ReadonlyMap<string, string>;
}

/**
 * Tells all stories day by day, each day's changes in a few statements with record time back-dated to it. Every action
 * is first put to the rules of the product: what they refuse does not happen, the load fails.
 */
export class Player {
  private readonly agenda = new Map<Day, DemoStep[]>();
  private readonly births = new Map<Day, DemoTicket[]>();

  constructor(
    private readonly stage: Stage,
    private readonly places: PlaceIds,
    plans: readonly DemoTicket[],
  ) {
    for (const plan of plans) {
      push(this.births, plan.raised, plan);
      for (const step of layStory(plan, stage.calendar)) this.add(step);
    }
  }

  add(step: DemoStep): void {
    push(this.agenda, step.on, step);
  }

  /** `onDay` may add steps to that day and later ones. */
  async play(onDay: (day: Day) => void): Promise<void> {
    const { tx, dates, rows } = this.stage;
    for (let day = dates.start; day <= dates.last; day = addDays(day, 1)) {
      onDay(day);
      const steps = this.agenda.get(day);
      if (!steps && !this.births.has(day)) continue;
      await backdate(tx, day);
      await this.register(day);
      let minute = 1;
      for (const step of steps ?? []) this.take(step, moment(day, minute++));
      await this.save();
      await rows.writeDay(tx);
    }
    await rows.writeRest(tx);
  }

  private async register(day: Day): Promise<void> {
    const { tx, actors } = this.stage;
    const plans = this.births.get(day) ?? [];
    for (const username of new Set(plans.map(({ kind }) => registrar(kind)))) {
      const own = plans.filter(({ kind }) => registrar(kind) === username);
      const drafts = own.map((plan) => this.draft(plan));
      const actor = actors.get(username)!;
      const options = { today: day, at: moment(day, 0) };
      const created = await createTickets(tx, actor, drafts, options);
      for (const [index, { id, no }] of created.entries()) {
        const plan = own[index]!;
        // The chain's first link as `createTickets` has just written it.
        const payload = { no, title: plan.title, status: 'draft', dueOn: null, row: null };
        const { seq, hash } = nextEvent(id, { eventCount: 0, eventHead: '' }, actor, 'create', payload, options.at);
        const end = { eventCount: seq, eventHead: hash };
        const ticket = new PlayedTicket(plan, id, no, { end, supportUnitIds: drafts[index]!.supportUnitIds });
        this.stage.tickets.set(plan.key, ticket);
        if (plan.parent) this.stage.tickets.get(plan.parent)!.children.push(ticket);
      }
    }
  }

  private draft(plan: DemoTicket) {
    const source = plan.source ? this.places.sources.get(plan.source) : undefined;
    return {
      id: idOf(plan),
      kind: plan.kind,
      title: plan.title,
      description: plan.description ?? null,
      status: 'draft' as const,
      level: plan.level,
      sourceId: source?.id ?? null,
      itemId: plan.item ? source!.items[plan.item - 1]! : null,
      campaignId: plan.campaign ? this.places.campaigns.get(plan.campaign)! : null,
      parentId: plan.parent ? this.stage.tickets.get(plan.parent)!.id : null,
      theirNo: plan.theirNo ?? null,
      industry: plan.industry ?? null,
      site: plan.site ?? null,
      town: plan.town ?? null,
      supportUnitIds: plan.supports.map((key) => this.stage.unitIds.get(key)!),
      confidential: plan.confidential,
      deadline: { kind: 'unresolved' as const, dueOn: null, ongoing: false },
      raisedOn: plan.raised,
      occurredOn: plan.occurred ?? null,
      details: plan.details,
      measures: plan.measures.map((text) => ({ text })),
    };
  }

  private take(step: DemoStep, at: Date): void {
    const ticket = this.stage.tickets.get(step.key)!;
    const turn = { ticket, step, stage: this.stage };
    const move = chainMoves[step.move] ?? governingMoves[step.move];
    if (move) {
      const act = move(turn);
      if (act) this.act(ticket, step, act, at);
      return;
    }
    const entry = entryMoves[step.move]!(turn);
    if (entry) this.note(ticket, entry.by, entry.action, entry.patch ?? {}, entry.payload ?? {}, at);
  }

  private act(ticket: PlayedTicket, step: DemoStep, { by, action, input = {}, patch, words }: Act, at: Date): void {
    const state = ticket.state();
    const { facts } = ticket;
    const more = detailsAt(action, ticket, step.on, this.stage);
    const details = { ...facts.details, ...more };
    this.judge(ticket, by, action, input, details);
    const also = Object.entries(more).map(([code, value]) => [`details.${code}`, [facts.details[code] ?? null, value]]);
    const status = statusAfter(state, action, input['direct'] === true);
    const became: TicketPatch = { status, ...(also.length > 0 ? { details } : {}), ...patch };
    const changed = also.length > 0 ? { changed: Object.fromEntries(also) } : {};
    const payload = { from: facts.status, to: became.status, ...words, ...changed };
    this.note(ticket, by, action, withoutUndefined(became), payload, at);
  }

  private judge(
    ticket: PlayedTicket,
    by: string,
    action: TicketAction,
    input: object,
    details: Record<string, unknown>,
  ): void {
    const actor = this.stage.actors.get(by)!;
    const state = ticket.state();
    const who = { personId: actor.personId, duties: dutiesOf(actor, state) };
    const missing = ['assign', 'submit', 'accept'].includes(action)
      ? missingDetail(ticket.plan.kind, ticket.plan.level, details, action as 'assign')
      : null;
    const refused = refusal(state, action, who, input as Record<string, unknown>) ?? missing;
    if (!refused) return;
    const { key, story } = ticket.plan;
    throw new Error(`demo: ${key} (${story}), ${action} by ${by} at ${state.status}: ${JSON.stringify(refused)}`);
  }

  private note(
    ticket: PlayedTicket,
    by: string,
    action: string,
    patch: TicketPatch,
    payload: Record<string, unknown>,
    at: Date,
  ): void {
    const event = nextEvent(ticket.id, ticket.end, this.stage.actors.get(by)!, action, payload, at);
    ticket.become(patch, event);
  }

  /** What one morning brought is one state of each ticket: record time is that of the day. */
  private async save(): Promise<void> {
    const changed = [...this.stage.tickets.values()].filter(({ events }) => events.length > 0);
    if (changed.length > 0) await saveTickets(this.stage.tx, changed);
    for (const ticket of changed) {
      ticket.patch = {};
      ticket.events = [];
    }
  }
}

/** Of the day it was registered and its key, so that what is drawn by ids is the same each time; in the form of newId. */
function idOf({ key, raised }: DemoTicket): string {
  const at = moment(raised, 0).getTime().toString(16).padStart(12, '0');
  const rest = createHash('sha256').update(key).digest('hex');
  return [at.slice(0, 8), at.slice(8), `7${rest.slice(0, 3)}`, `8${rest.slice(3, 6)}`, rest.slice(6, 18)].join('-');
}

function withoutUndefined(patch: TicketPatch): TicketPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function push<Item>(byDay: Map<Day, Item[]>, day: Day, item: Item): void {
  const items = byDay.get(day);
  if (items) items.push(item);
  else byDay.set(day, [item]);
}
