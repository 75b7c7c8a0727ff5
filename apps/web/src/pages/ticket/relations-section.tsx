import { CloseOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { relationTypes } from '@xiaohao/domain';
import { lookBackResultLabels, relationLabels, statusLabels } from '@xiaohao/messages';
import { useRelate, useUnrelate, type Governance } from '../../api/governance.js';
import type { Schema } from '../../api/client.js';
import { useTicketList } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { labelOf, labelText, t } from '../../language.js';

export function RelationsSection({ ticketId, governance }: { ticketId: string; governance: Governance }) {
  const { relations, can } = governance;
  const unrelate = useUnrelate(ticketId);
  const { message } = App.useApp();
  if (relations.length === 0 && !can.relate) return null;
  return (
    <Section title={t('relation.title')} count={relations.length} end={can.relate && <Relate ticketId={ticketId} />}>
      {relations.length === 0 && <p className="faint nothing-said">{t('relation.none')}</p>}
      <ul className="side-list" hidden={relations.length === 0}>
        {relations.map(({ id, type, forwards, note, ticket }) => (
          <li key={id}>
            <p>
              <span className="mark">{labelText(relationLabels[type][forwards ? 'forwards' : 'backwards'])}</span>{' '}
              <Link to={`/tickets/${ticket.id}`} className="figures">
                {ticket.no}
              </Link>{' '}
              <span className="faint">{labelOf(statusLabels, ticket.status)}</span>
              {can.relate && (
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('relation.remove')}
                  loading={unrelate.isPending && unrelate.variables === id}
                  onClick={() => unrelate.mutate(id, { onError: (error) => void message.error(error.message) })}
                />
              )}
            </p>
            <p className="two-lines">{ticket.title}</p>
            {note && <p className="faint">{note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Relate({ ticketId }: { ticketId: string }) {
  const relate = useRelate(ticketId);
  return (
    <SheetForm<Schema['NewRelationDto']>
      button={t('relation.add')}
      title={t('relation.add')}
      submit={t('relation.add')}
      initial={{ type: 'related' }}
      onSend={(body) => relate.mutateAsync(body)}
    >
      <Form.Item name="type" label={t('relation.type')}>
        <Select options={relationTypes.map((value) => ({ value, label: labelText(relationLabels[value].forwards) }))} />
      </Form.Item>
      <Form.Item name="otherId" label={t('relation.other')} rules={needed(t('relation.other'))}>
        <TicketChoice without={ticketId} />
      </Form.Item>
      <Form.Item name="note" label={t('field.note')}>
        <Input maxLength={500} />
      </Form.Item>
    </SheetForm>
  );
}

const offered = 20;

/** Finds a ticket by its number or title. */
function TicketChoice({
  without,
  ...controlled
}: {
  without: string;
  value?: string;
  onChange?: (id: string) => void;
}) {
  const [q, setQ] = useState('');
  const asked = useTicketList({ q, limit: offered }, q.trim().length > 1);
  return (
    <Select
      {...controlled}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={asked.isFetching}
      placeholder={t('relation.find')}
      notFoundContent={null}
      options={(asked.data?.items ?? [])
        .filter(({ id }) => id !== without)
        .map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
    />
  );
}

/** What look-backs found of this ticket. */
export function LookBacksOfTicket({ governance }: { governance: Governance }) {
  if (governance.lookBacks.length === 0) return null;
  return (
    <Section title={t('lookBack.onTicket')} count={governance.lookBacks.length}>
      <ul className="side-list">
        {governance.lookBacks.map((one) => (
          <li key={one.id}>
            <p>
              <Link to={`/look-backs/${one.id}`}>{one.name}</Link>{' '}
              <b>{one.result ? labelOf(lookBackResultLabels, one.result) : t('lookBack.toCheck')}</b>
            </p>
            <p className="faint">
              {one.checkedOn && <DayText day={one.checkedOn} />} {one.inspector?.name}
              {one.note && `：${one.note}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
