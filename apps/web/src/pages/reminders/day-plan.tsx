import { Drawer } from 'antd';
import { useState } from 'react';
import { channelLabels } from '@xiaohao/messages';
import { useMessagePreview, useReminderPlan, type PlannedMessage } from '../../api/reminders.js';
import { useToday } from '../../api/session.js';
import { dayWithWeekday } from '../../components/day-words.js';
import { NoticeBodyView } from '../../components/notice-body-view.js';
import { useIsPhone } from '../../components/phone.js';
import { ruleWords } from '../../components/rule-words.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';

interface Told {
  person: string;
  username: string;
  messages: PlannedMessage[];
}

/** One day: who gets what; a person opens the message as they will see it. */
export function DayPlan({ day }: { day: string }) {
  const today = useToday();
  const asked = useReminderPlan(day);
  const [open, setOpen] = useState<Told | null>(null);
  return (
    <>
      <header className="section-head">
        <h2>{t('reminders.peopleOn', { day: dayWithWeekday(day, today) })}</h2>
      </header>
      <Answer asked={asked}>
        {({ messages }) => {
          const people = byPerson(messages);
          return people.length === 0 ? (
            <EmptyState title={t('reminders.noneOn')} />
          ) : (
            <ul className="told">
              {people.map((told) => (
                <li key={told.username}>
                  <button type="button" className="told-person" onClick={() => setOpen(told)}>
                    <b>{told.person}</b>
                    <span className="faint figures">
                      {t('reminders.ticketCount', {
                        count: new Set(told.messages.flatMap(({ tickets }) => tickets)).size,
                      })}
                    </span>
                    <span className="told-rules">
                      {[...new Set(told.messages.map(({ rule }) => ruleWords(rule)))].join('、')}
                    </span>
                    <span className="faint">
                      {[...new Set(told.messages.map(({ channel }) => labelOf(channelLabels, channel)))].join(' + ')}
                      {told.messages.every(({ sent }) => sent) && ` · ${t('reminders.wasSent')}`}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <MessageDrawer told={open} day={day} onClose={() => setOpen(null)} />
    </>
  );
}

function byPerson(messages: readonly PlannedMessage[]): Told[] {
  const people = new Map<string, Told>();
  for (const message of messages) {
    const told = people.get(message.username) ?? { person: message.person, username: message.username, messages: [] };
    told.messages.push(message);
    people.set(message.username, told);
  }
  return [...people.values()];
}

function MessageDrawer({ told, day, onClose }: { told: Told | null; day: string; onClose: () => void }) {
  const isPhone = useIsPhone();
  const asked = useMessagePreview(told?.username ?? null, day);
  return (
    <Drawer
      open={told !== null}
      onClose={onClose}
      title={told && t('reminders.preview', { name: told.person })}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '88%' : 640}
      destroyOnHidden
    >
      <Answer asked={asked}>
        {(messages) => (
          <>
            {messages.length === 0 && <EmptyState title={t('reminders.noneOn')} />}
            {messages.map((message, index) => (
              <article key={index} className="message-preview">
                <h3>
                  {message.subject} {message.sent && <span className="mark">{t('reminders.wasSent')}</span>}
                </h3>
                <NoticeBodyView body={message.body} />
              </article>
            ))}
          </>
        )}
      </Answer>
    </Drawer>
  );
}
