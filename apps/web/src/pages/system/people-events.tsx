import { peopleEventSentence } from '@xiaohao/messages';
import { usePeopleEvents } from '../../api/accounts.js';
import { InstantText } from '../../components/day-text.js';
import { Answer, EmptyState } from '../../components/states.js';
import { language, t } from '../../language.js';

/** Who changed which account, post or unit when; of one person, or of all. */
export function PeopleEvents({ personId }: { personId?: string }) {
  const asked = usePeopleEvents(personId);
  return (
    <Answer asked={asked} lines={3}>
      {(events) =>
        events.length === 0 ? (
          <EmptyState title={t('account.recordNone')} />
        ) : (
          <ul>
            {events.map((event) => (
              <li key={event.id} className="people-event">
                <InstantText at={event.at} />
                <span className="prose">{peopleEventSentence(event, language)}</span>
                <span className="faint">{event.actorName}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}
