import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ticketStatuses } from '@xiaohao/domain';
import { usePeople, useUnits } from '../api/people.js';
import { useTicketList } from '../api/tickets.js';
import { useMay } from '../api/session.js';
import { LightBadge } from '../components/light-badge.js';
import { t } from '../language.js';

const shownTickets = 6;
const shownNames = 3;
const notCancelled = ticketStatuses.filter((status) => status !== 'cancelled');

/** Finds tickets, units and people; Ctrl K from anywhere. Every option is an address. */
export function SearchBox() {
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  const navigate = useNavigate();
  const options = useFound(useDeferredValue(text.trim()));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const open = (address: string) => {
    setText('');
    input.current?.blur();
    void navigate(address);
  };
  return (
    <AutoComplete
      className="search"
      value={text}
      options={options}
      onSearch={setText}
      onSelect={(address: string) => open(address)}
      defaultActiveFirstOption={false}
      popupMatchSelectWidth={460}
    >
      <Input
        ref={input}
        prefix={<SearchOutlined />}
        suffix={<kbd className="search-key">Ctrl K</kbd>}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        onKeyDown={(event) => {
          if (
            event.key === 'Enter' &&
            !event.nativeEvent.isComposing &&
            text.trim() &&
            !isChoosing(event.currentTarget)
          ) {
            open(`/tickets?q=${encodeURIComponent(text.trim())}`);
          }
        }}
      />
    </AutoComplete>
  );
}

/** True while an option is marked by the arrow keys: Enter then means that option. */
function isChoosing(input: HTMLInputElement): boolean {
  const marked = input.getAttribute('aria-activedescendant');
  return Boolean(marked && document.querySelector('.ant-select-item-option-active'));
}

function useFound(text: string) {
  const readsPeople = useMay('people.read');
  const units = useUnits();
  const people = usePeople({ q: text }, readsPeople && text.length > 0);
  // A whole number is looked for everywhere; words find what counts, not imports that were taken back.
  const status = /^[a-z]+-\d{4}-\d{4,}$/i.test(text) ? undefined : notCancelled;
  const tickets = useTicketList({ q: text, status, limit: shownTickets }, text.length > 0);
  if (text === '') return [];
  const foundUnits = (units.data ?? []).filter(({ name }) => name.includes(text)).slice(0, shownNames);
  const foundPeople = (people.data ?? []).slice(0, shownNames);
  const group = (label: string, options: { value: string; label: React.ReactNode }[]) =>
    options.length > 0 ? [{ label, options }] : [];
  return [
    ...group(
      t('search.tickets'),
      (tickets.data?.items ?? []).map((ticket) => ({
        value: `/tickets/${ticket.id}`,
        label: (
          <span className="search-hit">
            <span className="figures faint">{ticket.no}</span>
            <span className="cut">{ticket.title}</span>
            <LightBadge lit={ticket} />
          </span>
        ),
      })),
    ),
    ...group(
      t('search.units'),
      foundUnits.map(({ id, name }) => ({ value: `/tickets?leadUnitId=${id}`, label: name })),
    ),
    ...group(
      t('search.people'),
      foundPeople.map(({ id, name, posts }) => ({
        value: `/tickets?handlerId=${id}`,
        label: `${name} · ${posts[0]?.unit.name ?? ''}`,
      })),
    ),
  ];
}
