import '../../browser-globals.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '@testing-library/jest-dom';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfigProvider } from 'antd';
import { ticketFlow } from '@xiaohao/domain';
import type { ActionInput, OpenAction } from '../../api/tickets.js';
import { actionFields } from './action-fields.js';
import { ActionForm } from './action-form.js';
import type { Subject } from './action-subject.js';

const subject: Subject = {
  deadline: { kind: 'date', dueOn: '2026-07-31', originalDueOn: '2026-07-31', ongoing: false, raw: null },
  leadUnit: { id: 'u1', name: '危化科' },
  supportUnits: [],
  leader: null,
  handler: null,
  measures: [],
  evidence: [],
  extensions: [],
  round: 1,
};
const measure = {
  id: 'm1',
  text: '补录台账',
  persons: [],
  dueOn: null,
  deadlineRaw: null,
  doneOn: null,
  undoneReason: null,
  version: 1,
};
const piece = { id: 'e1', name: '台账.xlsx', round: 1, url: '/e1' } as Subject['evidence'][number];

function draw(
  action: OpenAction,
  about: Subject,
  onSubmit: (input: ActionInput, doneMeasures: readonly string[]) => void = () => {},
) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  client.setQueryData(['settings'], { today: '2026-07-01' });
  render(
    <QueryClientProvider client={client}>
      <ConfigProvider button={{ autoInsertSpace: false }}>
        <ActionForm
          subject={about}
          action={action}
          label="提交"
          busy={false}
          error={null}
          onSubmit={onSubmit}
          onCancel={() => {}}
        />
      </ConfigProvider>
    </QueryClientProvider>,
  );
}
const open = (action: OpenAction['action'], needs: string[], may: string[] = []): OpenAction => ({
  action,
  needs,
  may,
});

describe('the form of an action', () => {
  it('asks for what the action needs and offers what it may take, nothing else', () => {
    draw(open('return', ['reason'], ['opinion']), subject);
    expect(screen.getByLabelText('理由')).toBeInTheDocument();
    expect(screen.getByLabelText('意见')).toBeInTheDocument();
    expect(screen.getAllByRole('textbox')).toHaveLength(2);
  });

  it('sends nothing before the needs are met, then sends only what was filled in', async () => {
    const sent: ActionInput[] = [];
    draw(open('return', ['reason'], ['opinion']), subject, (input) => sent.push(input));
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(await screen.findByText('请填写理由')).toBeInTheDocument();
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText('理由'), '缺现场照片');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent).toEqual([{ reason: '缺现场照片' }]));
  });

  it('wants evidence and an explanation of each open measure before a ticket is reported done', async () => {
    const sent: ActionInput[] = [];
    const submit = open('submit', ['result', 'evidence', 'measures'], ['direct', 'undoneMeasures']);
    draw(submit, { ...subject, measures: [measure], evidence: [piece] }, (input) => sent.push(input));
    await userEvent.type(screen.getByLabelText('整改结果'), '已补录');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(await screen.findByText('请说明未完成原因')).toBeInTheDocument();
    await userEvent.type(screen.getByPlaceholderText('未完成原因'), '等待采购');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() =>
      expect(sent).toEqual([{ result: '已补录', undoneMeasures: [{ id: 'm1', reason: '等待采购' }] }]),
    );
  });

  it('lets a measure be done instead of explained', async () => {
    const sent: unknown[] = [];
    const submit = open('submit', ['result', 'evidence', 'measures'], ['direct', 'undoneMeasures']);
    const about = { ...subject, measures: [measure], evidence: [piece] };
    draw(submit, about, (...told) => sent.push(told));
    await userEvent.type(screen.getByLabelText('整改结果'), '已补录');
    await userEvent.click(screen.getByLabelText('已完成（记为今天）'));
    expect(screen.queryByPlaceholderText('未完成原因')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent).toEqual([[{ result: '已补录' }, ['m1']]]));
  });

  it('begins with what stands on the ticket, and sends it where the action needs it', async () => {
    const sent: ActionInput[] = [];
    const supportUnits = [{ id: 'u2', name: '办公室' }];
    const about = { ...subject, leader: { id: 'p1', name: '陆建平' }, supportUnits };
    draw(open('assign', ['leadUnitId', 'deadline', 'leaderId'], ['supportUnitIds', 'note']), about, (input) =>
      sent.push(input),
    );
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    const deadline = { kind: 'date', dueOn: '2026-07-31', ongoing: false };
    await waitFor(() => expect(sent).toEqual([{ leadUnitId: 'u1', deadline, leaderId: 'p1' }]));
  });

  it('does not send the present unit along when only the reason is given, which would move the ticket', async () => {
    const sent: ActionInput[] = [];
    const about = { ...subject, handler: { id: 'p2', name: '王磊' } };
    draw(open('reassign', [], ['leadUnitId', 'handlerId', 'reason']), about, (input) => sent.push(input));
    await userEvent.type(screen.getByLabelText('理由'), '轮岗');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent).toEqual([{ reason: '轮岗' }]));
  });

  it('offers a day after the present deadline for an extension', async () => {
    const sent: ActionInput[] = [];
    draw(open('request_extension', ['requestedDueOn']), subject, (input) => sent.push(input));
    expect(screen.getByText('现时限 7月31日')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(sent).toEqual([{ requestedDueOn: '2026-08-01' }]));
  });

  it('names the missing evidence', async () => {
    draw(open('submit', ['evidence']), subject);
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(await screen.findByText('报结须至少有一份佐证材料')).toBeInTheDocument();
  });

  it('knows every input the flow can ask for', () => {
    const inputs = Object.values(ticketFlow).flatMap((row) => [...row.needs, ...('may' in row ? row.may : [])]);
    expect(inputs.filter((name) => name !== 'undoneMeasures' && !(name in actionFields))).toEqual([]);
  });
});
