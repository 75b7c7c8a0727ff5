import type { Answer, TestApi } from './boot-api.js';

export interface Walked {
  id: string;
  no: string;
}

export type WalkPoint = 'draft' | 'assigned' | 'in_progress' | 'submitted' | 'pending_acceptance' | 'closed';

/** Takes one step of a ticket with its present version. */
export async function act(
  api: TestApi,
  who: string,
  ticket: { id: string },
  action: string,
  input: object = {},
): Promise<Answer> {
  const { version } = (await api.as('chief').get(`/api/tickets/${ticket.id}`)).body;
  return api.as(who).post(`/api/tickets/${ticket.id}/actions`, { action, version, input });
}

/** A ticket of the chemicals section, walked to the given point by the people whose duty each step is. */
export async function walk(
  api: TestApi,
  until: WalkPoint,
  { draft = {}, deadline = { kind: 'date', dueOn: '2026-07-20' } as object } = {},
): Promise<Walked> {
  const { people, units, sourceId, itemIds } = api.bureau;
  const created = await api.as('inspection').post('/api/tickets', {
    kind: 'inspection_issue',
    title: '隐患台账更新不及时',
    sourceId,
    itemId: itemIds[0],
    ...draft,
  });
  const ticket = { id: created.body.id as string, no: created.body.no as string };
  const steps: [WalkPoint, () => Promise<unknown>][] = [
    [
      'assigned',
      () =>
        act(api, 'inspection', ticket, 'assign', {
          leadUnitId: units.chemicals,
          leaderId: people['deputy'],
          deadline,
        }),
    ],
    ['in_progress', () => act(api, 'head', ticket, 'sign', { handlerId: people['handler'] })],
    [
      'submitted',
      async () => {
        await api
          .as('handler')
          .upload(`/api/tickets/${ticket.id}/evidence`, [{ name: '情况说明.txt', content: '已整改' }]);
        await act(api, 'handler', ticket, 'submit', { result: '台账已补录' });
      },
    ],
    [
      'pending_acceptance',
      async () => {
        await act(api, 'head', ticket, 'review_pass');
        await act(api, 'deputy', ticket, 'approve');
      },
    ],
    ['closed', () => act(api, 'liaison', ticket, 'accept', { opinion: '同意销号' })],
  ];
  if (until === 'draft') return ticket;
  for (const [point, step] of steps) {
    await step();
    if (point === until) break;
  }
  return ticket;
}

/** The sentences of a ticket's history as somebody reads them, the oldest first. */
export async function sentences(api: TestApi, who: string, id: string): Promise<string[]> {
  const { body } = await api.as(who).get(`/api/tickets/${id}/events`);
  return body.items.map(({ text }: { text: string }) => text).reverse();
}
